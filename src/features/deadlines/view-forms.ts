import type { PersonId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import { choicesOf, lineOf, problemsOf } from '../../core/view-parts.ts';
import { formatDay } from '../../core/working-time.ts';
import type { Typed } from '../cases/index.ts';
import { type DeadlineFile, type DeadlineId, deadlineKinds } from './deadline-state.ts';
import { rhythms } from './office-hours.ts';
import { levelOf, mayAct, type Standing } from './standing.ts';
import { textsFor } from './texts.ts';
import { caseOf, dayAndTime, nameFor, type Seen, type Sight, whenOf } from './view-format.ts';

type Filled = Readonly<{ typed: Typed; problems: readonly Text[] }>;

/** What is asked about one deadline. */
export const formKinds = ['done', 'move', 'hand-over', 'return', 'drop', 'answer'] as const;
export type FormKind = (typeof formKinds)[number];
export type DeadlineForm = Filled & Readonly<{ what: FormKind; file: DeadlineFile }>;

export async function formView(sight: Sight, form: DeadlineForm, seen: Seen): Promise<object> {
  const { what, file, typed, problems } = form;
  const { say } = textsFor[seen.locale];
  return {
    ...{ what, deadline: file.id, when: whenOf(file, seen), ...say.form[what] },
    value: { day: '', person: '', note: '', ...typed },
    ...problemsOf({ problems }, seen.locale),
    ...{ asksDay: what === 'move', asksPerson: what === 'hand-over' },
    mustSay: what !== 'done' && what !== 'hand-over',
    people: what === 'hand-over' ? await peopleBut(sight, file.owner) : [],
  };
}

async function peopleBut({ directory }: Sight, out?: PersonId) {
  const people = (await directory.people()).filter(({ id }) => id !== out);
  return people.map(({ id, name, organisation }) => ({ title: `${name} (${organisation})`, value: id }));
}

/** What may be chosen for what comes back: how many weeks or months. */
export const rhythmCodes = ['week-1', 'week-2', 'month-1', 'month-3', 'month-12'] as const;

/** A choice must have a value (Adaptive Cards: Input.Choice). */
export const noCase = 'none';

/** `cases`: the numbers to choose from. */
export type OwnForm = Filled & Readonly<{ id: DeadlineId; cases: readonly string[] }>;

export async function ownView(
  sight: Sight,
  { id, typed, problems, cases }: OwnForm,
  { locale, person }: Seen,
): Promise<object> {
  const { names, say } = textsFor[locale];
  const { link, from } = typed;
  return {
    sends: { verb: 'deadlines/own-send', deadline: id, ...(from === undefined ? {} : { link, from }) },
    isFromMessage: from === 'message',
    value: { title: '', day: '', kind: 'one-off', rhythm: 'month-1', owner: person ?? '', about: noCase, ...typed },
    hasCases: cases.length > 0,
    cases: [
      { title: say.noCase, value: noCase },
      ...cases.map((number) => ({ title: say.case(number), value: number })),
    ],
    ...problemsOf({ problems }, locale),
    kinds: choicesOf(deadlineKinds, names.kind),
    rhythms: choicesOf(rhythmCodes, names.rhythm),
    people: await peopleBut(sight),
  };
}

export const weekdayCodes = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const languages = ['auto', 'nl', 'en'] as const;

const nothingChosen = {
  ...{ from: '', until: '', weekdays: '', rhythm: '', language: 'auto' },
  ...{ awayFrom: '', awayUntil: '', deputy: '' },
};

export async function preferencesView(
  sight: Sight,
  { typed, problems }: Filled,
  { locale, person }: Seen,
): Promise<object> {
  const { names } = textsFor[locale];
  return {
    value: { ...nothingChosen, ...typed },
    ...problemsOf({ problems }, locale),
    days: choicesOf(weekdayCodes, names.weekday),
    rhythms: choicesOf(rhythms, names.howOften),
    languages: choicesOf(languages, names.language),
    people: await peopleBut(sight, person),
  };
}
export type PreferencesForm = Filled;

export type DetailsState = Readonly<{ file: DeadlineFile; standing: Standing }>;

/** Everything that was said about it: only here, and never on a card in a chat. */
export async function detailsView(sight: Sight, { file, standing }: DetailsState, seen: Seen): Promise<object> {
  const { say } = textsFor[seen.locale];
  const name = nameFor(sight, seen);
  const history = await historyOf(sight, file, seen);
  const byHand = mayAct(standing) && file.deed === undefined && file.stage === 'open';
  const owner = await name(file.owner);
  return {
    ...{ deadline: file.id, number: caseOf(file, seen.locale), message: file.message ?? '' },
    when: whenOf(file, seen),
    why:
      standing === 'owner'
        ? say.why.owner
        : say.why[standing === 'deputy' || standing === 'steward' ? standing : 'watcher'](owner),
    history: history.map(lineOf),
    ...{ hasHistory: history.length > 0, mayAct: byHand, mayReturn: byHand && file.steward !== file.owner },
    mayAnswer: file.stage === 'open' && seen.person !== undefined && levelOf(file, seen.person) !== undefined,
  };
}

type Happened = Readonly<{ at: string; line: string; words: string }>;

/** Oldest first, with the words that belong to it. */
async function historyOf(sight: Sight, file: DeadlineFile, seen: Seen): Promise<readonly string[]> {
  const { quoted } = textsFor[seen.locale].say.history;
  const all = (await Promise.all([kept(sight, file, seen), changes(sight, file, seen)])).flat();
  const sorted = all.toSorted((one, other) => one.at.localeCompare(other.at)).slice(-mostHistory);
  return sorted.map(({ line, words }) => (words === '' ? line : quoted(line, words)));
}

const mostHistory = 20;

function kept(sight: Sight, { kept: done, answers }: DeadlineFile, seen: Seen): Promise<readonly Happened[]> {
  const { history } = textsFor[seen.locale].say;
  const name = nameFor(sight, seen);
  const day = (at: string): string => formatDay(at, seen.locale);
  return Promise.all([
    ...done.map(async ({ at, by, note }) => ({ at, line: history.kept(day(at), await name(by)), words: note })),
    ...answers.map(async ({ at, by, text }) => ({ at, line: history.answered(day(at), await name(by)), words: text })),
  ]);
}

function changes(sight: Sight, file: DeadlineFile, { locale, ...rest }: Seen): Promise<readonly Happened[]> {
  const { history } = textsFor[locale].say;
  const { moves, handed, stage, ended } = file;
  const name = nameFor(sight, { locale, ...rest });
  const day = (at: string): string => formatDay(at, locale);
  return Promise.all([
    ...moves.map(async ({ at, by, from, to, reason }) => ({
      ...{ at, words: reason },
      line: history.moved(`${day(at)}: ${await name(by)}`, dayAndTime(from, locale), dayAndTime(to, locale)),
    })),
    ...(handed ? [handed] : []).map(async ({ at, by, to, note, returned }) => ({
      ...{ at, words: note },
      line: history[returned ? 'returned' : 'handed'](day(at), await name(by), await name(to)),
    })),
    ...(ended && stage === 'dropped' ? [ended] : []).map(async ({ at, by, note }) => ({
      ...{ at, words: note },
      line: history.dropped(day(at), await name(by)),
    })),
  ]);
}
