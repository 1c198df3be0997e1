import { type PersonId, type StreamId, streamId } from '../../core/ids.ts';
import type { Audience, DeadlineId } from './deadline-state.ts';
import { type Absence, defaultPreferences, gatherMs, isAway, later, type Preferences } from './office-hours.ts';

/** One thing somebody has to be told, once: `key` names deadline, date and moment. */
export type Nudge = Readonly<{
  key: string;
  deadline: DeadlineId;
  moment: string;
  to: Audience;
  due: string;
  /** Whose it is, when the reader stands in for them. */
  behalf?: PersonId;
  /** Not before this instant, whatever the reader's hours are. */
  from: string;
  /** The bot was away at its moment: what was held up together is told together. */
  heldUp?: true;
  /** `from`, in the reader's hours. */
  releaseAt: string;
}>;

/** `slot`: the message it is in. `gone`: done, moved or somebody else's by now. */
export type Item = Nudge & Readonly<{ status: 'waiting' | 'sent' | 'gone'; slot?: string; sentAt?: string }>;

export type InboxFile = Readonly<{
  person: PersonId;
  preferences: Preferences;
  absence?: Absence;
  items: readonly Item[];
  /** Digests by slot: what was in them when they were made. */
  digests: Readonly<Record<string, readonly string[]>>;
  today: Readonly<{ day: string; sent: number; last?: string }>;
}>;
export type Inbox = Readonly<{ status: 'none' }> | (InboxFile & Readonly<{ status: 'open' }>);

export const inboxStream = (person: PersonId): StreamId => streamId('inbox', person);

/** More than so many for one person in a morning become one digest. */
export const mostCards = 3;

export function itemsOf(state: Inbox): readonly Item[] {
  return state.status === 'none' ? [] : state.items;
}

export function waitingIn(state: Inbox): readonly Item[] {
  return itemsOf(state).filter(({ status }) => status === 'waiting');
}

export function preferencesOf(state: Inbox): Preferences {
  return state.status === 'none' ? defaultPreferences : state.preferences;
}

/** Who stands in for this person at that moment. */
export function deputyAt(state: Inbox, instant: string): PersonId | undefined {
  return state.status === 'open' && isAway(state.absence, instant) ? state.absence.deputy : undefined;
}

/** When the next message may go out. */
export function nextRelease(state: Inbox): string | undefined {
  const first = waitingIn(state)
    .map(({ releaseAt }) => releaseAt)
    .toSorted()[0];
  return first === undefined ? undefined : [first, quietUntil(state)].toSorted()[1];
}

/** Whoever got much today hears what comes on top of it in one message, and not in one after the other. */
export function quietUntil(state: Inbox): string {
  if (state.status === 'none') return '';
  const { sent, last } = state.today;
  return sent < mostCards || last === undefined ? '' : later(last, gatherMs);
}
