import { z } from 'zod/v4';
import { personId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import { formatDay } from '../../core/working-time.ts';
import { inDialog } from '../../teams/answer-kit.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import {
  answerEscalation,
  completeByHand,
  dropByHand,
  enter,
  type Entered,
  giveBack,
  handOverByHand,
  look,
  moveByHand,
  type Refusal,
  type Refused,
  snooze,
} from './acting-desk.ts';
import { type DeadlineFile, deadlineStream } from './deadline-state.ts';
import { loadInbox } from './deadlines-desk.ts';
import { itemsOf } from './inbox.ts';
import {
  about,
  dayField,
  deadlineField,
  doneInDialog,
  guarded,
  isDay,
  type Kit,
  onCard,
  refusedInDialog,
  shownAgain,
} from './teams-kit.ts';
import { inBoth, refusalText, type Texts } from './texts.ts';
import { dayAndTime } from './view-format.ts';
import { type FormKind, formKinds } from './view-forms.ts';

const days = z.union([z.literal(1), z.literal(7)]);
const asksForm = z.object({
  deadline: deadlineField,
  what: z.enum(formKinds),
  day: dayField,
  // Whom somebody said already.
  person: z.string().max(80).optional().catch(undefined),
});
const sendsForm = z.looseObject({ deadline: deadlineField, what: z.enum(formKinds) });
const asksLater = about.extend({ days });

export function actionRoutes(kit: Kit): readonly Route[] {
  const opens = { verb: 'deadlines/form', data: asksForm };
  return [
    route({ on: 'action', verb: 'deadlines/done', data: onCard, run: (inbound) => done(kit, inbound) }),
    route({
      ...{ on: 'action', verb: 'deadlines/snooze', data: onCard.extend({ days }) },
      run: async (inbound) => shownAgain(kit, inbound, await snooze(kit.deps, askedBy(inbound), snoozed(inbound))),
    }),
    route({ on: 'submit', verb: 'deadlines/snooze', data: asksLater, run: (inbound) => snoozeInDialog(kit, inbound) }),
    route({ on: 'dialog', verb: 'deadlines/open', data: about, run: (inbound) => open(kit, inbound) }),
    route({ ...opens, on: 'dialog', run: (inbound) => openForm(kit, inbound) }),
    route({ ...opens, on: 'submit', run: (inbound) => openForm(kit, inbound) }),
    route({ on: 'submit', verb: 'deadlines/form-send', data: sendsForm, run: (inbound) => sendForm(kit, inbound) }),
  ];
}

async function done(kit: Kit, inbound: Inbound<z.output<typeof onCard>>): Promise<Ran> {
  const id = inbound.data.deadline;
  return shownAgain(kit, inbound, await completeByHand(kit.deps, askedBy(inbound), { id, note: '' }));
}

const snoozed = ({ data: { deadline: id, days: later } }: Inbound<z.output<typeof asksLater>>) => ({ id, days: later });

async function snoozeInDialog({ deps }: Kit, inbound: Inbound<z.output<typeof asksLater>>): Promise<Ran> {
  const told = await snooze(deps, askedBy(inbound), snoozed(inbound));
  if (!told.ok) return refusedInDialog(told.refused, told.file);
  const items = itemsOf(await loadInbox(deps, inbound.actor.id));
  const until = items.findLast((item) => item.deadline === told.file.id && item.status === 'waiting')?.releaseAt;
  const when = until ?? inbound.at.toISOString();
  return doneInDialog(
    inBoth((texts, locale) => texts.say.done.snooze(formatDay(when, locale))),
    told.file,
  );
}

async function open({ deps, cards }: Kit, inbound: Inbound<z.output<typeof about>>): Promise<Ran> {
  const entered = await look(deps, askedBy(inbound), inbound.data.deadline);
  if (!entered.ok) return refusedInDialog(entered.refused);
  const { file, standing } = entered;
  return inDialog({
    ...{ title: file.title, card: cards.details.show({ file, standing }), outcome: 'opened' },
    stream: deadlineStream(file.id),
  });
}

/** Whoever may send it may open it; what is over, or kept by doing it, is not asked about. */
async function entering({ deps }: Kit, inbound: Inbound<z.output<typeof asksForm>>): Promise<Entered | Refused> {
  const { deadline: id, what } = inbound.data;
  const entered = await (what === 'answer' ? look : enter)(deps, askedBy(inbound), id);
  if (!entered.ok) return entered;
  const { file } = entered;
  if (file.stage !== 'open') return { ok: false, refused: 'already-ended', file };
  return what !== 'answer' && file.deed ? { ok: false, refused: 'kept-by-doing', file } : entered;
}

async function openForm(kit: Kit, inbound: Inbound<z.output<typeof asksForm>>): Promise<Ran> {
  const entered = await entering(kit, inbound);
  if (!entered.ok) return refusedInDialog(entered.refused, entered.file);
  const { what, day = '', person = '' } = inbound.data;
  return showForm(kit, { what, file: entered.file, typed: { day, person }, problems: [] });
}

type Form = Readonly<{ what: FormKind; file: DeadlineFile; typed: Typed; problems: readonly Text[] }>;

function showForm({ cards }: Kit, form: Form): Ran {
  return inDialog({
    ...{ title: form.file.title, card: cards.form.show(form) },
    ...{ outcome: form.problems.length > 0 ? 'faults' : 'opened', stream: deadlineStream(form.file.id) },
  });
}

async function sendForm(kit: Kit, inbound: Inbound<z.output<typeof sendsForm>>): Promise<Ran> {
  const { what } = inbound.data;
  const entered = await entering(kit, inbound);
  if (!entered.ok) return refusedInDialog(entered.refused, entered.file);
  const name = { name: ({ say: words }: Texts) => words.form[what].question };
  const { typed, problems } = await guarded(kit, inbound, { note: { ...name, longest: 400 } });
  const missing = what === 'move' && !isDay(typed['day']) ? [refusalText('day-missing')] : [];
  const all = [...problems, ...missing];
  if (all.length > 0) return showForm(kit, { what, file: entered.file, typed, problems: all });
  const told = await carryOut(kit, inbound, typed);
  if (told.ok) return doneInDialog(await doneText(kit, what, told.file), told.file);
  if (!mendable.includes(told.refused)) return refusedInDialog(told.refused, told.file);
  return showForm(kit, { what, file: told.file ?? entered.file, typed, problems: [refusalText(told.refused)] });
}

/** What another try in the same dialog can put right. */
const mendable: readonly Refusal[] = [
  ...([
    'reason-missing',
    'same-date',
    'in-the-past',
    'already-theirs',
    'unknown-person',
    'owner-outside-case',
  ] as const),
  ...(['answer-missing', 'note-missing'] as const),
];

function carryOut(
  { deps }: Kit,
  inbound: Inbound<z.output<typeof sendsForm>>,
  typed: Typed,
): Promise<Entered | Refused> {
  const asked = askedBy(inbound);
  const { deadline: id, what } = inbound.data;
  const { note = '', day = '', person = '' } = typed;
  const wishes: Readonly<Record<FormKind, () => Promise<Entered | Refused>>> = {
    done: () => completeByHand(deps, asked, { id, note }),
    move: () => moveByHand(deps, asked, { id, day, reason: note }),
    'hand-over': () => handOverByHand(deps, asked, { id, to: person === '' ? undefined : personId(person), note }),
    return: () => giveBack(deps, asked, { id, reason: note }),
    drop: () => dropByHand(deps, asked, { id, reason: note }),
    answer: () => answerEscalation(deps, asked, { id, text: note }),
  };
  return wishes[what]();
}

async function doneText({ deps }: Kit, what: FormKind, { due, owner, stage }: DeadlineFile): Promise<Text> {
  const name = await deps.directory.nameOf(owner);
  return inBoth(({ say: { done: texts } }, locale) => {
    const day = dayAndTime(due, locale);
    const said = { ...texts, 'hand-over': texts['hand-over'](name), return: texts.return(name), move: texts.move(day) };
    return what === 'done' && stage === 'open' ? texts.again(day) : said[what];
  });
}
