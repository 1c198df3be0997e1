import { dispatch, type Handlers } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import type { InboxEvent } from './inbox-messages.ts';
import type { Inbox, InboxFile, Item } from './inbox-state.ts';
import { type Absence, defaultPreferences } from './office-hours.ts';

const applied: Handlers<InboxEvent, Inbox, Inbox> = {
  NudgeReceived: ({ person, nudge }, state) =>
    changed(person, state, ({ items }) => ({
      items: [...trimmed(items.filter(({ key }) => key !== nudge.key)), { ...nudge, status: 'waiting' }],
    })),
  NudgesTimed: ({ person, times }, state) =>
    changed(person, state, ({ items }) => ({
      items: items.map((item) => ({ ...item, releaseAt: times[item.key] ?? item.releaseAt })),
    })),
  NudgeWithdrawn: ({ person, key }, state) => changed(person, state, ({ items }) => ({ items: ended(items, [key]) })),
  NudgesSent: ({ at, person, day, cards }, state) =>
    changed(person, state, (file) => ({
      items: file.items.map((item) => {
        const slot = cards.find(({ key }) => key === item.key)?.slot;
        return slot === undefined ? item : { ...item, status: 'sent', slot, sentAt: at };
      }),
      today: countedToday(file, { at, day, more: cards.length }),
    })),
  DigestSent: ({ at, person, day, slot, keys }, state) =>
    changed(person, state, (file) => ({
      items: file.items.map((item) => (keys.includes(item.key) ? { ...item, status: 'sent', slot, sentAt: at } : item)),
      digests: { ...latest(file.digests), [slot]: keys },
      today: countedToday(file, { at, day, more: keys.length }),
    })),
  NudgesRefreshed: ({ person, gone }, state) => changed(person, state, ({ items }) => ({ items: ended(items, gone) })),
  DeadlineSnoozed: ({ person, until, keys }, state) =>
    changed(person, state, ({ items }) => ({ items: snoozed(items, until, keys) })),
  PreferencesChanged: ({ person, preferences }, state) => changed(person, state, () => ({ preferences })),
  AbsenceSet: ({ person, absence }, state) => changed(person, state, () => ({ absence })),
};

export function evolveInbox(state: Inbox, event: InboxEvent): Inbox {
  return dispatch(applied, event, state) ?? state;
}

function ended(items: readonly Item[], keys: readonly string[]): readonly Item[] {
  return items.map((item) => (keys.includes(item.key) ? { ...item, status: 'gone' } : item));
}

/** One message comes back, however many there were of it. */
function snoozed(items: readonly Item[], until: string, keys: readonly string[]): readonly Item[] {
  const last = keys.at(-1);
  return ended(items, keys).map((item) => {
    if (item.key !== last) return item;
    const { heldUp: _heldUp, ...rest } = item;
    return { ...rest, status: 'waiting', from: until, releaseAt: until };
  });
}

type Sending = Readonly<{ at: string; day: string; more: number }>;

function countedToday({ today }: InboxFile, { at, day, more }: Sending): InboxFile['today'] {
  return { day, sent: (today.day === day ? today.sent : 0) + more, last: at };
}

const mostItems = 200;
const mostDigests = 20;

/** What is over is forgotten first, then what was told longest ago; the events keep all of it. What waits is never forgotten. */
function trimmed(items: readonly Item[]): readonly Item[] {
  const over = items.filter(({ status }) => status === 'gone');
  const told = items.filter(({ status }) => status === 'sent');
  const forgotten = new Set([...over, ...told].slice(0, Math.max(0, items.length - mostItems + 1)));
  return items.filter((item) => !forgotten.has(item));
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
