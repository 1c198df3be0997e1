import { type Effect, showCard } from '../../core/effect.ts';
import type { PersonId } from '../../core/ids.ts';
import type { DeadlineEvent } from './deadline-messages.ts';
import { type Deadline, type DeadlineFile, isKept, type Moment, type Told } from './deadline-state.ts';
import { digestSlot, type Inbox, type InboxEvent, type InboxFile, nextRelease } from './inbox.ts';

/** Looks which moments have come. One waits for each deadline, however many moments it has. */
export const tickKind = 'deadline-tick';
/** Puts one thing in the inbox of one person. */
export const nudgeKind = 'deadline-nudge';
/** Brings what an inbox shows of a deadline in step with it. */
export const refreshKind = 'deadline-refresh';
/** Sends what waited in an inbox until its hour. */
export const releaseKind = 'inbox-release';

/** The names of moments that no plan has: it became somebody's, and it was answered. */
export const handedOver = 'new';
export const answered = 'answer';

export function reactToDeadline(event: DeadlineEvent, state: Deadline): readonly Effect[] {
  if (!isKept(state)) return [];
  return [...nextTick(state), ...nudges(event, state), ...refreshes(event, state)];
}

function nextTick({ moments }: DeadlineFile): readonly Effect[] {
  const due = moments.map(({ at }) => at).toSorted()[0];
  return due === undefined ? [] : [{ kind: tickKind, key: 'tick', due, data: {} }];
}

function nudges(event: DeadlineEvent, state: DeadlineFile): readonly Effect[] {
  switch (event.type) {
    case 'MomentReached':
      return event.data.people.map((told) => nudge(event.data.moment, told, state));
    case 'DeadlineHandedOver': {
      const { at, to, by } = event.data;
      return by === to ? [] : [nudge({ name: `${handedOver}-${at}`, at, to: 'owner' }, { person: to }, state)];
    }
    case 'EscalationAnswered': {
      const { at } = event.data;
      const moment: Moment = { name: `${answered}-${at}`, at, to: 'owner' };
      return [...new Set([state.owner, state.steward])].map((person) => nudge(moment, { person }, state));
    }
    default:
      return [];
  }
}

function nudge(moment: Moment, told: Told, { id, due }: DeadlineFile): Effect {
  const key = `nudge-${due}-${moment.to}-${moment.name}-${told.person}`;
  return { kind: nudgeKind, key, data: { deadline: id, moment, due, ...told } };
}

/** What is planned, and who is told, changes nothing that anybody sees. */
const unseen: readonly DeadlineEvent['type'][] = ['DeadlineKept', 'MomentReached', 'MomentPlanned', 'ToldAnother'];

function refreshes({ type }: DeadlineEvent, { told }: DeadlineFile): readonly Effect[] {
  return unseen.includes(type) ? [] : [...new Set(told.map(({ person }) => person))].map(refreshOf);
}

function refreshOf(person: PersonId): Effect {
  return { kind: refreshKind, key: `refresh-${person}`, data: { person } };
}

export function reactToInbox(event: InboxEvent, state: Inbox): readonly Effect[] {
  if (state.status === 'none') return [];
  return [...nextLook(event, state), ...cards(event, state)];
}

const waits: readonly InboxEvent['type'][] = [
  'NudgeReceived',
  'DeadlineSnoozed',
  'NudgesTimed',
  'NudgesSent',
  'DigestSent',
];

/** After other wishes it is looked at once more from when everything may be shown. */
function nextLook({ type, data: { at } }: InboxEvent, state: Inbox): readonly Effect[] {
  const next = nextRelease(state);
  if (next === undefined || !(waits.includes(type) || type === 'PreferencesChanged')) return [];
  return [{ kind: releaseKind, key: 'release', due: type === 'PreferencesChanged' ? at : next, data: {} }];
}

function cards(event: InboxEvent, state: InboxFile): readonly Effect[] {
  switch (event.type) {
    case 'NudgesSent':
      return event.data.cards.map(({ slot }) => cardOf(slot, state));
    case 'DigestSent':
      return [cardOf(event.data.slot, state)];
    case 'NudgesRefreshed':
      return event.data.slots.map((slot) => cardOf(slot, state));
    case 'DeadlineSnoozed': {
      const shown = state.items.filter(({ key }) => event.data.keys.includes(key)).map(({ slot }) => slot);
      return [...new Set(shown)].filter((slot) => slot !== undefined).map((slot) => cardOf(slot, state));
    }
    default:
      return [];
  }
}

/** All of one person in one lane: what came first is said first. */
function cardOf(slot: string, { person, items }: InboxFile): Effect {
  const to = { person };
  if (slot.startsWith(digestSlot))
    return showCard({ slot, card: 'deadlines/digest', to, lane: 'cards', extra: { slot } });
  const item = items.find((each) => each.slot === slot);
  const extra = item ? { deadline: item.deadline, key: item.key } : {};
  return showCard({ slot, card: 'deadlines/nudge', to, lane: 'cards', extra });
}
