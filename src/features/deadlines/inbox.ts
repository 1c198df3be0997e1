import { accept, type Decider, deciderOf, type Decision, refuse } from '../../core/decider.ts';
import { evolveInbox } from './inbox-changes.ts';
import type { InboxCommand, InboxEvent, InboxRefusal } from './inbox-messages.ts';
import { type Inbox, type Item, itemsOf, mostCards, quietUntil, waitingIn } from './inbox-state.ts';

export type { InboxCommand, InboxEvent, InboxRefusal } from './inbox-messages.ts';
export {
  deputyAt,
  type Inbox,
  type InboxFile,
  inboxStream,
  type Item,
  itemsOf,
  mostCards,
  nextRelease,
  type Nudge,
  preferencesOf,
} from './inbox-state.ts';

type Answer = Decision<InboxEvent, InboxRefusal>;
type Data<Type extends InboxCommand['type']> = Extract<InboxCommand, { type: Type }>['data'];

const nudgeSlot = 'nudge-';
export const digestSlot = 'digest-';

/** What was withdrawn before anybody saw it may come after all: a date was moved there and back. */
function receive({ at, person, nudge }: Data<'ReceiveNudge'>, state: Inbox): Answer {
  const known = itemsOf(state).find(({ key }) => key === nudge.key);
  const unseen = known?.status === 'gone' && known.sentAt === undefined;
  return known && !unseen ? accept() : accept({ type: 'NudgeReceived', data: { at, person, nudge } });
}

function release({ at, person, day, times }: Data<'ReleaseNudges'>, state: Inbox): Answer {
  if (state.status === 'none') return accept();
  const other = waitingIn(state).filter(({ key, releaseAt }) => (times[key] ?? releaseAt) !== releaseAt);
  const timed = Object.fromEntries(other.map(({ key, releaseAt }) => [key, times[key] ?? releaseAt]));
  const isReady = ({ key, releaseAt }: Item): boolean => (times[key] ?? releaseAt) <= at;
  const ready = quietUntil(state) <= at ? waitingIn(state).filter(isReady) : [];
  const passed = ready.filter((item, index) => ready.findLastIndex((one) => isSame(one, item)) > index);
  const told = ready.filter((item) => !passed.includes(item));
  return accept(
    ...(other.length === 0 ? [] : [{ type: 'NudgesTimed', data: { at, person, times: timed } } as const]),
    ...passed.map(({ key }) => ({ type: 'NudgeWithdrawn', data: { at, person, key } }) as const),
    ...(told.length === 0 ? [] : [sending(told, { at, person, day }, state)]),
  );
}

/** Of one thing only the last is told, when several of its moments have waited. */
function isSame(one: Item, other: Item): boolean {
  return one.deadline === other.deadline && one.to === other.to && one.behalf === other.behalf;
}

type Opened = Extract<Inbox, { status: 'open' }>;
type Sending = Omit<Data<'ReleaseNudges'>, 'times'>;

function sending(ready: readonly Item[], { at, person, day }: Sending, { today, preferences }: Opened): InboxEvent {
  const earlier = today.day === day ? today.sent : 0;
  const few = preferences.rhythm === 'each' || earlier + ready.length <= mostCards;
  const heldUp = ready.filter((item) => item.heldUp).length > 1;
  if (ready.length > 1 && (heldUp || !few)) {
    const slot = `${digestSlot}${at}`;
    return { type: 'DigestSent', data: { at, person, day, slot, keys: ready.map(({ key }) => key) } };
  }
  const cards = ready.map((item) => ({ key: item.key, slot: slotFor(item) }));
  return { type: 'NudgesSent', data: { at, person, day, cards } };
}

/** What comes back after a while is a new message: one that is updated rings no bell. */
function slotFor({ key, slot }: Item): string {
  return slot?.startsWith(nudgeSlot) === true ? `${slot}+` : `${nudgeSlot}${key}`;
}

function withdraw(data: Data<'WithdrawNudge'>, state: Inbox): Answer {
  const waits = waitingIn(state).some(({ key }) => key === data.key);
  return waits ? accept({ type: 'NudgeWithdrawn', data }) : accept();
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

/** Not what was escalated: that is not put off. */
function snooze({ at, person, deadline, until }: Data<'SnoozeDeadline'>, state: Inbox): Answer {
  const mine = itemsOf(state).filter(
    (item) => item.deadline === deadline && item.status !== 'gone' && item.to === 'owner',
  );
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
    WithdrawNudge: withdraw,
    RefreshNudges: refresh,
    SnoozeDeadline: snooze,
    ChangePreferences: changePreferences,
    SetAbsence: setAbsence,
  },
  evolve: evolveInbox,
});
