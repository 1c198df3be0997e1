import { z } from 'zod/v4';
import { personId } from '../../core/ids.ts';
import type { Text } from '../../core/locale.ts';
import { listed } from '../../core/view-parts.ts';
import { inDialog, ran } from '../../teams/answer-kit.ts';
import { referenceCard } from '../../teams/reference-card.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import {
  askedBy,
  caseOfChannel,
  knownCases,
  masked,
  personalDataName,
  standingFor,
  type Typed,
} from '../cases/index.ts';
import { look, type Refusal } from './acting-desk.ts';
import { type DeadlineFile, deadlineId, deadlineKinds, deadlineStream, type Rhythm } from './deadline-state.ts';
import { linkToMessage } from './message-link.ts';
import { keepOwn, type OwnWish } from './own-desk.ts';
import {
  about,
  dayField,
  doneInDialog,
  guarded,
  isDay,
  isKnown,
  type Kit,
  oneOf,
  refusedInDialog,
  say,
} from './teams-kit.ts';
import { inBoth, refusalText } from './texts.ts';
import { caseOf, dayAndTime } from './view-format.ts';
import { noCase, rhythmCodes } from './view-forms.ts';

const asksOwn = z.object({ day: dayField });
/** The id is made when the form opens: only one of that shape can become something of one's own. */
const sendsOwn = z.looseObject({ deadline: z.string().regex(/^own-[\w-]{1,80}$/) });
type SendsOwn = Inbound<z.output<typeof sendsOwn>>;
const onMessage = z.object({
  message: z.object({ words: z.string(), link: z.string().optional() }).optional().catch(undefined),
});
type OnMessage = Inbound<z.output<typeof onMessage>>;

/** Something new, typed or out of a message; and a card about it for the conversation that the message is in. */
export function newRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'dialog', verb: 'deadlines/own', data: asksOwn, run: (inbound) => openOwn(kit, inbound) }),
    route({ on: 'dialog', verb: 'taskFromMessage', data: onMessage, run: (inbound) => openMessage(kit, inbound) }),
    route({ on: 'submit', verb: 'deadlines/own-send', data: sendsOwn, run: (inbound) => sendOwn(kit, inbound) }),
    route({ on: 'submit', verb: 'deadlines/share', data: about, run: (inbound) => share(kit, inbound) }),
  ];
}

const newIdOf = ({ deps }: Kit): OwnWish['id'] => deadlineId(`own-${deps.newId()}`);

async function openOwn(kit: Kit, inbound: Inbound<z.output<typeof asksOwn>>): Promise<Ran> {
  if (!(await isKnown(kit, inbound))) return refusedInDialog('not-yours');
  return showOwn(kit, inbound, { id: newIdOf(kit), typed: { day: inbound.data.day ?? '' }, problems: [] });
}

/** What is in the message is looked through before anybody sees it here: its writer did not write to the bot. */
async function openMessage(kit: Kit, inbound: OnMessage): Promise<Ran> {
  if (!(await isKnown(kit, inbound))) return refusedInDialog('not-yours');
  const { message } = inbound.data;
  if (message === undefined) return refusedInDialog('no-message');
  const { actor, conversation } = inbound;
  const { text, left, covered } = masked(message.words, actor.locale);
  if (left.length + covered.length > 0) kit.log.info({ guarded: [...left, ...covered] }, 'personal data in a message');
  const here = await caseOfChannel(kit.deps.store, conversation.channelId);
  const file = here && (await standingFor(kit.deps, actor.id, here.id));
  const { link = '' } = message;
  const typed = {
    title: beginningOf(text),
    link,
    from: 'message',
    ...(file === undefined ? {} : { about: file.number }),
  };
  return showOwn(kit, inbound, { id: newIdOf(kit), typed, problems: [], notice: noticeOf(left, covered) });
}

type Kinds = ReturnType<typeof masked>['left'];

function noticeOf(left: Kinds, covered: Kinds): Text {
  return inBoth((texts, locale) => {
    const named = (kinds: Kinds): string =>
      listed(
        kinds.map((kind) => personalDataName(kind, locale)),
        locale,
      );
    const lines = [
      left.length > 0 ? texts.say.leftOut(named(left)) : '',
      covered.length > 0 ? texts.say.covered(named(covered)) : '',
    ];
    return lines.filter((line) => line !== '').join(' ');
  });
}

const longestTitle = 100;

/** The first words, as many as fit. */
function beginningOf(text: string): string {
  if (text.length <= longestTitle) return text;
  const cut = text.slice(0, longestTitle - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTitle / 2))}…`;
}

type Filled = Readonly<{ id: OwnWish['id']; typed: Typed; problems: readonly Text[]; notice?: Text }>;

const mostCases = 50;

async function showOwn({ deps, cards }: Kit, inbound: Inbound, { notice, ...filled }: Filled): Promise<Ran> {
  const known = await knownCases(deps, askedBy(inbound));
  const { about: chosen = noCase } = filled.typed;
  const open = known.filter(({ stage }) => stage !== 'closed').map(({ number }) => number);
  // What is chosen must be among the choices, however old it is.
  const cases = [...new Set([...(chosen === noCase ? [] : [chosen]), ...open.slice(0, mostCases)])];
  const form = { ...filled, cases };
  const isFromMessage = filled.typed['from'] === 'message';
  return inDialog({
    title: say((texts) => (isFromMessage ? texts.say.dialogMessage : texts.say.dialogOwn)),
    card: cards.own.show(form, notice === undefined ? {} : { notice }),
    outcome: filled.problems.length > 0 ? 'faults' : 'opened',
  });
}

async function sendOwn(kit: Kit, inbound: SendsOwn): Promise<Ran> {
  const id = deadlineId(inbound.data.deadline);
  const { typed, problems } = await guarded(kit, inbound, {
    title: { name: ({ cards }) => cards.own.title, longest: 120 },
  });
  const message = messageOf(kit, inbound, typed);
  if (message === 'message-elsewhere') return refusedInDialog(message);
  const all = [...problems, ...(problems.length > 0 ? [] : missing(typed)).map(refusalText)];
  if (all.length > 0) return showOwn(kit, inbound, { id, typed, problems: all });
  const told = await keepOwn(kit.deps, askedBy(inbound), { ...wishOf(id, typed), ...message });
  if (told.ok) return kept(kit, told.file, typed);
  if (told.refused === 'not-yours') return refusedInDialog(told.refused);
  return showOwn(kit, inbound, { id, typed, problems: [refusalText(told.refused)] });
}

/** Teams leaves the link out now and then: then the task does without. */
function messageOf({ deps }: Kit, { conversation }: Inbound, { link = '' }: Typed) {
  if (link === '') return {};
  const origins = deps.teamsLink === undefined ? [] : [new URL(deps.teamsLink('team', 'channel')).origin];
  const message = linkToMessage({ link, origins: [...origins, ...teamsOrigins], conversation });
  return message === undefined ? 'message-elsewhere' : { message };
}

const teamsOrigins = ['https://teams.microsoft.com', 'https://teams.cloud.microsoft'];

function kept({ cards }: Kit, file: DeadlineFile, { from }: Typed): Ran {
  const line = inBoth((texts, locale) => texts.say.done.own(dayAndTime(file.due, locale)));
  if (from !== 'message') return doneInDialog(line, file);
  const title = say((texts) => texts.say.dialogDone);
  const card = cards.kept.show({ deadline: file.id, line });
  return inDialog({ title, card, outcome: 'done', stream: deadlineStream(file.id) });
}

function missing({ title = '', day }: Typed): readonly Refusal[] {
  return [...(title === '' ? (['title-missing'] as const) : []), ...(isDay(day) ? [] : (['day-missing'] as const))];
}

function wishOf(
  id: OwnWish['id'],
  { title = '', day = '', kind, rhythm, owner = '', about: number = noCase }: Typed,
): OwnWish {
  return {
    ...{ id, title, day, kind: oneOf(deadlineKinds, kind) ?? 'one-off', rhythm: rhythmOf(rhythm) },
    owner: owner === '' ? undefined : personId(owner),
    ...(number === noCase || number === '' ? {} : { about: number }),
  };
}

function rhythmOf(text: string | undefined): Rhythm {
  const [unit, every] = (oneOf(rhythmCodes, text) ?? 'month-1').split('-');
  return { every: Number(every), unit: unit === 'week' ? 'week' : 'month' };
}

/** Others read along: who and when, and of which case, but not what it is. */
async function share({ deps }: Kit, inbound: Inbound<z.output<typeof about>>): Promise<Ran> {
  const entered = await look(deps, askedBy(inbound), inbound.data.deadline);
  if (!entered.ok) return refusedInDialog(entered.refused);
  const { file } = entered;
  const name = await deps.directory.nameOf(file.owner);
  const { number } = file.about;
  const title = inBoth(({ say: texts }) => (number === undefined ? texts.task : texts.taskIn(number)));
  const card = referenceCard.show({
    title,
    lines: [
      inBoth(({ say: texts }, locale) => texts.by(dayAndTime(file.due, locale))),
      inBoth(({ say: texts }) => texts.takesCare(name)),
    ],
    look: { verb: 'deadlines/open', deadline: file.id },
  });
  const results = [{ title: title[inbound.actor.locale], text: caseOf(file, inbound.actor.locale), card }];
  return ran('shared', { type: 'results', results }, deadlineStream(file.id));
}
