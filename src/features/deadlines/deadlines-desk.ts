import type { CommandId, PersonId } from '../../core/ids.ts';
import type { IsHoliday } from '../../core/working-time.ts';
import type { EventStore, Find } from '../../store/event-store.ts';
import { findAll } from '../../store/find-all.ts';
import { handle, stateOf } from '../../store/handle.ts';
import { deadlineAggregate, inboxAggregate } from './aggregates.ts';
import type { Dates, DeadlineCommand, DeadlineRefusal } from './deadline-messages.ts';
import {
  type Deadline,
  type DeadlineFile,
  type DeadlineId,
  deadlineStream,
  type Facts,
  isKept,
} from './deadline-state.ts';
import { type Inbox, type InboxCommand, type InboxRefusal, inboxStream } from './inbox.ts';
import { planned, type PlanName, type Plans } from './nudge-plan.ts';

export type Stored = Readonly<{ store: EventStore }>;
export type KeepingDeps = Stored & Readonly<{ nudgePlans: Plans; isHoliday: IsHoliday }>;

/** Whose order it is. */
export type Order = Readonly<{ at: Date; by: PersonId | 'system'; commandId: CommandId }>;

type Told =
  Readonly<{ ok: true; state: DeadlineFile }> | Readonly<{ ok: false; refused: DeadlineRefusal; state?: DeadlineFile }>;

export async function loadDeadline({ store }: Stored, id: DeadlineId): Promise<Deadline> {
  return stateOf(deadlineAggregate, await store.load(deadlineStream(id)));
}

export async function loadInbox({ store }: Stored, person: PersonId): Promise<Inbox> {
  return stateOf(inboxAggregate, await store.load(inboxStream(person)));
}

export async function sendDeadline(
  { store }: Stored,
  order: Order,
  { id, command }: Readonly<{ id: DeadlineId; command: DeadlineCommand }>,
): Promise<Told> {
  const stream = deadlineStream(id);
  const { decision, state } = await handle(store, deadlineAggregate, { stream, command, ...order });
  const file = isKept(state) ? state : undefined;
  if (decision.outcome === 'refused') return { ok: false, refused: decision.code, ...(file ? { state: file } : {}) };
  return file ? { ok: true, state: file } : { ok: false, refused: 'unknown-deadline' };
}

export async function sendInbox(
  { store }: Stored,
  order: Order,
  command: InboxCommand,
): Promise<Readonly<{ ok: true; state: Inbox }> | Readonly<{ ok: false; refused: InboxRefusal }>> {
  const stream = inboxStream(command.data.person);
  const { decision, state } = await handle(store, inboxAggregate, { stream, command, ...order });
  return decision.outcome === 'refused' ? { ok: false, refused: decision.code } : { ok: true, state };
}

export async function findDeadlines(deps: Stored, where: Find['where']): Promise<readonly DeadlineFile[]> {
  const found = await findAll(deps.store, { type: 'deadline', where, order: { field: 'due', direction: 'asc' } });
  return found.map(({ state }) => state as unknown as Deadline).filter(isKept);
}

/** What another feature wants kept. `reason`: why date or owner changed, when they did. */
export type Wish = Readonly<{ id: DeadlineId; facts: Facts; plan: PlanName; reason: string }>;

/** Opens it, or brings it in step; the same wish again changes nothing. */
export function keepDeadline(deps: KeepingDeps, order: Order, wish: Wish): Promise<Told> {
  return sendDeadline(deps, order, { id: wish.id, command: keepCommand(deps, order.at, wish) });
}

export function keepCommand(
  { nudgePlans, isHoliday }: Omit<KeepingDeps, 'store'>,
  now: Date,
  { id, facts, plan: name, reason }: Wish,
): DeadlineCommand {
  const at = now.toISOString();
  const plan = nudgePlans[name];
  const moments = planned({ plan, due: facts.due, at, isHoliday });
  return { type: 'KeepDeadline', data: { at, id, facts, plan, moments, reason } };
}

/** Whoever sees that it was done says so; what is over already stays as it is. `next`: when it comes back. */
export function completeDeadline(
  deps: Stored,
  order: Order,
  { id, ...rest }: Readonly<{ id: DeadlineId; note: string; next?: Dates }>,
): Promise<Told> {
  const data = { ...rest, at: order.at.toISOString(), by: order.by };
  return sendDeadline(deps, order, { id, command: { type: 'CompleteDeadline', data } });
}

export function dropDeadline(
  deps: Stored,
  order: Order,
  { id, reason }: Readonly<{ id: DeadlineId; reason: string }>,
): Promise<Told> {
  const data = { at: order.at.toISOString(), reason, by: order.by };
  return sendDeadline(deps, order, { id, command: { type: 'DropDeadline', data } });
}
