import { commandId, type PersonId } from '../../core/ids.ts';
import { type IsHoliday, localDate } from '../../core/working-time.ts';
import { type DeadlineFile, isKept, isOpen, type Told } from './deadline-state.ts';
import { loadDeadline, loadInbox, type Order, sendDeadline, sendInbox, type Stored } from './deadlines-desk.ts';
import type { Times } from './inbox-messages.ts';
import { type Inbox, type Nudge, preferencesOf, waitingIn } from './inbox-state.ts';
import { tellAt } from './office-hours.ts';
import { concerns, hearerOf } from './stand-in-desk.ts';

export type Releasing = Stored & Readonly<{ isHoliday: IsHoliday; newId: () => string }>;

/** Every step is a command of its own: what came meanwhile counts, and what was done already changes nothing. */
export function orderAt({ newId }: Pick<Releasing, 'newId'>, at: string): Order {
  return { at: new Date(at), by: 'system', commandId: commandId(newId()) };
}

type Turn = Readonly<{ person: PersonId; at: string }>;

/** Sends what waited, as things stand now: not what was kept meanwhile, and to whoever is there today. */
export async function releaseInbox(deps: Releasing, { person, at }: Turn): Promise<Inbox> {
  const before = await loadInbox(deps, person);
  const times = timesOf(before, deps.isHoliday);
  for (const item of waitingIn(before)) {
    if ((times[item.key] ?? at) <= at) await redirect(deps, { person, at, item });
  }
  const data = { at, person, day: localDate(at), times };
  const sent = await sendInbox(deps, orderAt(deps, at), { type: 'ReleaseNudges', data });
  return sent.ok ? sent.state : before;
}

/** What was held up together comes together: it all waits for the first of it. */
function timesOf(inbox: Inbox, isHoliday: IsHoliday): Times {
  const waiting = waitingIn(inbox);
  const gathered = waiting
    .filter(({ heldUp }) => heldUp)
    .map(({ from }) => from)
    .toSorted()[0];
  const preferences = preferencesOf(inbox);
  return Object.fromEntries(
    waiting.map(({ key, heldUp, from, to, due }) => {
      const soonest = heldUp && gathered !== undefined ? gathered : from;
      return [key, tellAt({ from: soonest, to, due }, preferences, isHoliday)];
    }),
  );
}

type Waiting = Turn & Readonly<{ item: Nudge }>;

async function redirect(deps: Releasing, waiting: Waiting): Promise<void> {
  const { item, person, at } = waiting;
  const file = await loadDeadline(deps, item.deadline);
  if (!isKept(file)) return;
  if (!holds(file, { item, person })) return withdraw(deps, waiting);
  const told = await hearerOf(deps, file, { person: item.behalf ?? person, at });
  if (told.person !== person) await passOn(deps, waiting, { file, told });
}

/** Whether this is still to be told of it, to this reader or in whose place they stand. */
export function holds(file: DeadlineFile, { item, person }: Readonly<{ item: Nudge; person: PersonId }>): boolean {
  return isOpen(file) && file.due === item.due && concerns(file, item.behalf ?? person);
}

export async function withdraw(deps: Releasing, { item: { key }, person, at }: Waiting): Promise<void> {
  await sendInbox(deps, orderAt(deps, at), { type: 'WithdrawNudge', data: { at, person, key } });
}

type Passing = Readonly<{ file: DeadlineFile; told: Told }>;

/** First the deadline knows of it, so that it is withdrawn there too; then the other has it; and only then it is gone here. */
async function passOn(deps: Releasing, waiting: Waiting, { file, told }: Passing): Promise<void> {
  const { at, item } = waiting;
  await sendDeadline(deps, orderAt(deps, at), { id: file.id, command: { type: 'TellAnother', data: { at, told } } });
  const preferences = preferencesOf(await loadInbox(deps, told.person));
  const { key, deadline, moment, to, due, from, heldUp } = item;
  const nudge = {
    ...{ key, deadline, moment, to, due, from },
    ...(heldUp === undefined ? {} : { heldUp }),
    ...(told.behalf === undefined ? {} : { behalf: told.behalf }),
    releaseAt: tellAt(item, preferences, deps.isHoliday),
  };
  await sendInbox(deps, orderAt(deps, at), { type: 'ReceiveNudge', data: { at, person: told.person, nudge } });
  await withdraw(deps, waiting);
}
