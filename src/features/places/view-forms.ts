import type { Text } from '../../core/locale.ts';
import { type Choice, choicesOf, day, lineOf, problemsOf } from '../../core/view-parts.ts';
import type { CaseId, Typed } from '../cases/index.ts';
import { facilityKinds } from './facility-state.ts';
import type { RequestId } from './place-ids.ts';
import { decliners, destinations, openConsents, type PlaceRequestFile } from './request-state.ts';
import { textsFor } from './texts.ts';
import { regionChoices, type Seen, type Sight } from './view-format.ts';

export type AskForm = Readonly<{ case: CaseId; request: RequestId; typed: Typed; problems: readonly Text[] }>;

const noAnswers = { comes: '', reason: '', from: '' };

/** domain.md E4 comes before anything else. */
export function askView({ typed, problems, ...ids }: AskForm, { locale }: Seen): object {
  const { cards } = textsFor[locale];
  return {
    ...ids,
    value: { ...noAnswers, ...typed },
    ...problemsOf({ problems }, locale),
    answers: [
      { title: cards.ask.yes, value: 'yes' },
      { title: cards.ask.no, value: 'no' },
    ],
  };
}

const nothingFilled = { kinds: '', ages: '', words: '', regions: '', from: '', tenableUntil: '', money: '' };

export async function needsView(sight: Sight, form: AskForm, { locale, now }: Seen): Promise<object> {
  const { typed, problems, ...ids } = form;
  const { names } = textsFor[locale];
  return {
    ...ids,
    value: { ...nothingFilled, ...noAnswers, ...typed, movesBefore: Number(typed['movesBefore'] ?? 0) },
    ...problemsOf({ problems }, locale),
    kinds: choicesOf(facilityKinds, names.kind),
    regions: chosenFirst(await regionChoices(sight, now), typed['regions'] ?? ''),
  };
}

/** The list is long: what is ticked must not lie below its edge. */
function chosenFirst(choices: readonly Choice[], ticked: string): readonly Choice[] {
  const isTicked = ({ value }: Choice): boolean => ticked.split(',').includes(value);
  return [...choices.filter(isTicked), ...choices.filter((choice) => !isTicked(choice))];
}

export const formKinds = ['extend', 'decline', 'withdraw', 'cannot', 'accept', 'move-in', 'leave'] as const;
export type FormKind = (typeof formKinds)[number];

/** A dialog about one request. */
export type RequestForm = Readonly<{
  kind: FormKind;
  file: PlaceRequestFile;
  typed: Typed;
  problems: readonly Text[];
}>;

function formBase({ kind, file, typed, problems }: RequestForm, empty: object, { locale }: Seen): object {
  return {
    request: file.id,
    verb: `places/${kind}-send`,
    value: { ...empty, ...typed },
    ...problemsOf({ problems }, locale),
  };
}

export function reasonView(form: RequestForm, seen: Seen): object {
  const { say, names } = textsFor[seen.locale];
  const intros = { decline: say.declineIntro, withdraw: say.withdrawIntro, cannot: say.cannotIntro };
  const { kind } = form;
  const intro = kind === 'decline' || kind === 'withdraw' || kind === 'cannot' ? intros[kind] : say.extendIntro;
  return {
    ...formBase(form, { who: 'family', reason: '' }, seen),
    ...{ intro, question: say.why },
    asksWho: kind === 'decline',
    choices: choicesOf(decliners, names.decliner),
  };
}

export function acceptView(form: RequestForm, seen: Seen): object {
  const { say, names } = textsFor[seen.locale];
  const open = openConsents(form.file);
  return {
    ...formBase(form, { party: open[0] ?? '', how: '' }, seen),
    choices: choicesOf(open, names.party),
    pays: say.paysFrom,
  };
}

/** Moving in, with who pays from then on (domain.md E7), and leaving. */
export function movingView(form: RequestForm, seen: Seen): object {
  const { say, names } = textsFor[seen.locale];
  const { file, kind } = form;
  const since = file.chosen?.movedIn;
  return {
    ...formBase(form, { day: '', to: '' }, seen),
    intro: kind === 'leave' ? say.leaveIntro : say.paysFrom,
    since: since === undefined ? [] : [lineOf(say.livesSince(day(since, seen.locale)))],
    asksWhere: kind === 'leave',
    choices: choicesOf(destinations, names.destination),
  };
}
