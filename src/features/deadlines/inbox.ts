import { accept, type Decider, deciderOf, type Decision, dispatch, type Handlers, refuse } from '../../core/decider.ts';
import { type PersonId, type StreamId, streamId } from '../../core/ids.ts';
import type { Audience, DeadlineId } from './deadline-state.ts';
import { type Absence, defaultPreferences, isAway, type Preferences } from './office-hours.ts';

/** One thing somebody has to be told, once: `key` names deadline, date and moment. */
export type Nudge = Readonly<{
  key: string;
  deadline: DeadlineId;
  moment: string;
  to: Audience;
  due: string;
  /** Whose it is, when the reader stands in for them. */
  behalf?: PersonId;
  /** From when it may be shown: a UTC instant. */
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
  today: Readonly<{ day: string; sent: number }>;
}>;
export type Inbox = Readonly<{ status: 'none' }> | (InboxFile & Readonly<{ status: 'open' }>);

export const inboxStream = (person: PersonId): StreamId => streamId('inbox', person);

type Dated = Readonly<{ at: string; person: PersonId }>;

export type InboxCommand =
  | { type: 'ReceiveNudge'; data: Dated & Readonly<{ nudge: Nudge }> }
  /** `day`: in Amsterdam. */
  | { type: 'ReleaseNudges'; data: Dated & Readonly<{ day: string }> }
  /** The deadline changed: what is shown of it is shown anew, and what waits is forgotten unless it still holds. */
  | { type: 'RefreshNudges'; data: Dated & Readonly<{ deadline: DeadlineId; keeps: boolean; due: string }> }
  | { type: 'SnoozeDeadline'; data: Dated & Readonly<{ deadline: DeadlineId; until: string }> }
  | { type: 'ChangePreferences'; data: Dated & Readonly<{ preferences: Preferences }> }
  | { type: 'SetAbsence'; data: Dated & Readonly<{ absence: Absence | undefined }> };

export type InboxEvent =
  | { type: 'NudgeReceived'; data: Dated & Readonly<{ nudge: Nudge }> }
  | {
      type: 'NudgesSent';
      data: Dated & Readonly<{ day: string; cards: readonly Readonly<{ key: string; slot: string }>[] }>;
    }
  | { type: 'DigestSent'; data: Dated & Readonly<{ day: string; slot: string; keys: readonly string[] }> }
  | {
      type: 'NudgesRefreshed';
      data: Dated & Readonly<{ deadline: DeadlineId; gone: readonly string[]; slots: readonly string[] }>;
    }
  | {
      type: 'DeadlineSnoozed';
      data: Dated & Readonly<{ deadline: DeadlineId; until: string; keys: readonly string[] }>;
    }
  | { type: 'PreferencesChanged'; data: Dated & Readonly<{ preferences: Preferences }> }
  | { type: 'AbsenceSet'; data: Dated & Readonly<{ absence: Absence | undefined }> };

export type InboxRefusal =
  'nothing-to-snooze' | 'snooze-in-the-past' | 'own-deputy' | 'absence-backwards' | 'hours-backwards' | 'no-weekday';
type Answer = Decision<InboxEvent, InboxRefusal>;
type Data<Type extends InboxCommand['type']> = Extract<InboxCommand, { type: Type }>['data'];

/** More than so many for one person in a morning become one digest. */
export const mostCards = 3;

const nudgeSlot = 'nudge-';
export const digestSlot = 'digest-';

function receive({ at, person, nudge }: Data<'ReceiveNudge'>, state: Inbox): Answer {
  if (itemsOf(state).some(({ key }) => key === nudge.key)) return accept();
  return accept({ type: 'NudgeReceived', data: { at, person, nudge } });
}

function release({ at, person, day }: Data<'ReleaseNudges'>, state: Inbox): Answer {
  if (state.status === 'none') return accept();
  const ready = state.items.filter(({ status, releaseAt }) => status === 'waiting' && releaseAt <= at);
  if (ready.length === 0) return accept();
  const earlier = state.today.day === day ? state.today.sent : 0;
  const apart = state.preferences.rhythm === 'each' || earlier + ready.length <= mostCards;
  if (apart) {
    const cards = ready.map((item) => ({ key: item.key, slot: slotFor(item) }));
    return accept({ type: 'NudgesSent', data: { at, person, day, cards } });
  }
  const slot = `${digestSlot}${at}`;
  return accept({ type: 'DigestSent', data: { at, person, day, slot, keys: ready.map(({ key }) => key) } });
}

/** What comes back after a while is a new message: one that is updated rings no bell. */
function slotFor({ key, slot }: Item): string {
  return slot?.startsWith(nudgeSlot) === true ? `${slot}+` : `${nudgeSlot}${key}`;
}

function refresh({ at, person, deadline, keeps, due }: Data<'RefreshNudges'>, state: Inbox): Answer {
  const mine = itemsOf(state).filter((item) => item.deadline === deadline && item.status !== 'gone');
  if (mine.length === 0) return accept();
  const gone = mine.filter((item) => !keeps || item.due !== due).map(({ key }) => key);
  const shown = mine.filter(({ status }) => status === 'sent').map(({ slot }) => slot);
  const slots = [...new Set(shown.filter((slot) => slot !== undefined))];
  return gone.length + slots.length === 0
    ? accept()
    : accept({ type: 'NudgesRefreshed', data: { at, person, deadline, gone, slots } });
}

function snooze({ at, person, deadline, until }: Data<'SnoozeDeadline'>, state: Inbox): Answer {
  const mine = itemsOf(state).filter((item) => item.deadline === deadline && item.status !== 'gone');
  if (mine.length === 0) return refuse('nothing-to-snooze');
  if (until <= at) return refuse('snooze-in-the-past');
  return accept({ type: 'DeadlineSnoozed', data: { at, person, deadline, until, keys: mine.map(({ key }) => key) } });
}

function changePreferences(data: Data<'ChangePreferences'>, state: Inbox): Answer {
  const { preferences } = data;
  if (preferences.until <= preferences.from) return refuse('hours-backwards');
  if (preferences.weekdays.length === 0) return refuse('no-weekday');
  const same = state.status === 'open' && JSON.stringify(state.preferences) === JSON.stringify(preferences);
  return same ? accept() : accept({ type: 'PreferencesChanged', data });
}

function setAbsence(data: Data<'SetAbsence'>, state: Inbox): Answer {
  const { absence, person } = data;
  if (absence?.deputy === person) return refuse('own-deputy');
  if (absence && absence.until < absence.from) return refuse('absence-backwards');
  const now = state.status === 'open' ? state.absence : undefined;
  return JSON.stringify(now) === JSON.stringify(absence) ? accept() : accept({ type: 'AbsenceSet', data });
}

const applied: Handlers<InboxEvent, Inbox, Inbox> = {
  NudgeReceived: ({ person, nudge }, state) =>
    changed(person, state, ({ items }) => ({ items: [...trimmed(items), { ...nudge, status: 'waiting' }] })),
  NudgesSent: ({ at, person, day, cards }, state) =>
    changed(person, state, (file) => ({
      items: file.items.map((item) => {
        const slot = cards.find(({ key }) => key === item.key)?.slot;
        return slot === undefined ? item : { ...item, status: 'sent', slot, sentAt: at };
      }),
      today: { day, sent: (file.today.day === day ? file.today.sent : 0) + cards.length },
    })),
  DigestSent: ({ at, person, day, slot, keys }, state) =>
    changed(person, state, (file) => ({
      items: file.items.map((item) => (keys.includes(item.key) ? { ...item, status: 'sent', slot, sentAt: at } : item)),
      digests: { ...latest(file.digests), [slot]: keys },
      today: { day, sent: (file.today.day === day ? file.today.sent : 0) + keys.length },
    })),
  NudgesRefreshed: ({ person, gone }, state) =>
    changed(person, state, ({ items }) => ({
      items: items.map((item) => (gone.includes(item.key) ? { ...item, status: 'gone' } : item)),
    })),
  DeadlineSnoozed: ({ person, until, keys }, state) =>
    changed(person, state, ({ items }) => ({ items: snoozed(items, until, keys) })),
  PreferencesChanged: ({ person, preferences }, state) => changed(person, state, () => ({ preferences })),
  AbsenceSet: ({ person, absence }, state) => changed(person, state, () => ({ absence })),
};

/** One message comes back, however many there were of it. */
function snoozed(items: readonly Item[], until: string, keys: readonly string[]): readonly Item[] {
  const last = keys.at(-1);
  return items.map((item) => {
    if (!keys.includes(item.key)) return item;
    return item.key === last ? { ...item, status: 'waiting', releaseAt: until } : { ...item, status: 'gone' };
  });
}

const mostItems = 200;
const mostDigests = 20;

/** What is over is forgotten first; the events keep all of it. */
function trimmed(items: readonly Item[]): readonly Item[] {
  if (items.length < mostItems) return items;
  const over = items.filter(({ status }) => status === 'gone').map(({ key }) => key);
  const forgotten = over.slice(0, items.length - mostItems + 1);
  return items.filter(({ key }) => !forgotten.includes(key));
}

function latest(digests: InboxFile['digests']): InboxFile['digests'] {
  return Object.fromEntries(Object.entries(digests).slice(-mostDigests + 1));
}

type Change = Partial<Omit<InboxFile, 'absence'>> & Readonly<{ absence?: Absence | undefined }>;

function changed(person: PersonId, state: Inbox, change: (file: InboxFile) => Change): Inbox {
  const file: InboxFile =
    state.status === 'open'
      ? state
      : { person, preferences: defaultPreferences, items: [], digests: {}, today: { day: '', sent: 0 } };
  const { absence, ...rest } = { ...file, ...change(file) };
  return { ...rest, status: 'open', ...(absence === undefined ? {} : { absence }) };
}

export function itemsOf(state: Inbox): readonly Item[] {
  return state.status === 'none' ? [] : state.items;
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
  const waiting = itemsOf(state).filter(({ status }) => status === 'waiting');
  return waiting.map(({ releaseAt }) => releaseAt).toSorted()[0];
}

export const inboxDecider: Decider<Inbox, InboxCommand, InboxEvent, InboxRefusal> = deciderOf<
  Inbox,
  InboxCommand,
  InboxEvent,
  InboxRefusal
>({
  initial: { status: 'none' },
  decisions: {
    ReceiveNudge: receive,
    ReleaseNudges: release,
    RefreshNudges: refresh,
    SnoozeDeadline: snooze,
    ChangePreferences: changePreferences,
    SetAbsence: setAbsence,
  },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});
