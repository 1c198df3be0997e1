import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { commandId, type PersonId } from '../../src/core/ids.ts';
import { showCardKind } from '../../src/core/effect.ts';
import type { IsHoliday } from '../../src/core/working-time.ts';
import { type DeadlineCommand } from '../../src/features/deadlines/deadline-messages.ts';
import { type DeadlineId } from '../../src/features/deadlines/deadline-state.ts';
import {
  completeDeadline,
  keepDeadline,
  loadInbox,
  type Order,
  sendDeadline,
  sendInbox,
  type Wish,
} from '../../src/features/deadlines/deadlines-desk.ts';
import { type InboxCommand, itemsOf } from '../../src/features/deadlines/inbox.ts';
import { defaultPlans, planned, type PlanName } from '../../src/features/deadlines/nudge-plan.ts';
import { nudgeRunners, type RunnerDeps } from '../../src/features/deadlines/runner-desk.ts';
import type { EffectRunner } from '../../src/store/effect-queue.ts';
import { startWorker, type Worker, type WorkerSettings } from '../../src/store/effects-worker.ts';
import type { Store } from '../../src/store/store.ts';
import { withWake } from '../../src/store/with-wake.ts';

/** A message that somebody gets, once for each slot; `keys` are the things it tells of. */
export type Message = Readonly<{ at: string; person: PersonId; slot: string; keys: readonly string[] }>;
/** What the people of all engines got: what was posted, and what was updated afterwards. */
export type Mailbox = Readonly<{ posted: Message[]; updated: Message[] }>;
export type HandClock = Readonly<{ now(): Date; set(instant: string): void }>;

export function handClock(instant: string): HandClock {
  let now = new Date(instant);
  return { now: () => now, set: (other) => void (now = new Date(other)) };
}

/** A machine's own clock, which may be fast or slow. */
export function machineClock(skewMs = 0): HandClock {
  return { now: () => new Date(Date.now() + skewMs), set: () => undefined };
}

export type EngineParts = Pick<RunnerDeps, 'lookAgain'> &
  Readonly<{
    store: Store;
    clock: HandClock;
    isHoliday: IsHoliday;
    mailbox: Mailbox;
    owner?: string;
    settings?: Partial<WorkerSettings>;
    /** Who brings the cards, in place of the mailbox. */
    cards?: EffectRunner;
  }>;

type Closing = Readonly<{ id: DeadlineId; note?: string }>;
export type Engine = Readonly<{
  worker: Worker;
  keep(wish: Omit<Wish, 'reason'>): Promise<void>;
  complete(closing: Closing): Promise<void>;
  move(id: DeadlineId, due: string, plan?: PlanName): Promise<void>;
  handOver(id: DeadlineId, to: PersonId): Promise<void>;
  /** What somebody says of their own inbox, now. */
  tell(command: (at: string) => InboxCommand): Promise<void>;
  /** Runs what falls due until that instant, at the very instant at which it does. */
  until(instant: string): Promise<void>;
}>;

/** Keeps promises on a store with the real worker, on a clock that is moved; cards go into a mailbox. */
export function startEngine(parts: EngineParts): Engine {
  const { clock, isHoliday, mailbox, lookAgain, owner = 'engine', settings = {}, cards } = parts;
  let wake: Worker['wake'] = () => undefined;
  const store = withWake(parts.store, (stream) => wake(stream));
  const deps = {
    store,
    clock,
    isHoliday,
    newId: randomUUID,
    nudgePlans: defaultPlans,
    ...(lookAgain ? { lookAgain } : {}),
  };
  const runners = [...nudgeRunners(deps), cards ?? postman(store, clock, mailbox)];
  const log = pino({ level: 'silent' });
  const worker = startWorker({ queue: store, runners, clock, log, owner, settings: { pollMs: 5, ...settings } });
  wake = worker.wake;
  const order = (): Order => ({ at: clock.now(), by: 'system', commandId: commandId(randomUUID()) });
  const send = (id: DeadlineId, command: DeadlineCommand) => sendDeadline(deps, order(), { id, command });
  return {
    worker,
    keep: async (wish) => accepted(keepDeadline(deps, order(), { ...wish, reason: 'Zo is afgesproken.' })),
    complete: async ({ id, note = '' }) => accepted(completeDeadline(deps, order(), { id, note })),
    async move(id, due, plan = 'long') {
      const at = clock.now().toISOString();
      const moments = planned({ plan: defaultPlans[plan], due, at, isHoliday });
      await accepted(send(id, { type: 'MoveDeadline', data: { at, due, moments, reason: 'Later.', by: 'system' } }));
    },
    async handOver(id, to) {
      const at = clock.now().toISOString();
      await accepted(send(id, { type: 'HandOverDeadline', data: { at, to, by: 'system', note: '' } }));
    },
    tell: async (command) => accepted(sendInbox(deps, order(), command(clock.now().toISOString()))),
    until: (instant) => passTime({ worker, store, clock }, instant),
  };
}

async function accepted(answer: Promise<Readonly<{ ok: boolean; refused?: string }>>): Promise<void> {
  const { ok, refused } = await answer;
  if (!ok) throw new Error(`refused: ${String(refused)}`);
}

/** Shows what an inbox says of a slot, as the bot does: posted at first, updated from then on; after a crash it looks before it posts. */
function postman(store: Store, clock: HandClock, { posted, updated }: Mailbox): EffectRunner {
  return {
    kind: showCardKind,
    async run({ stream, key, data, ambiguous }) {
      const { slot, to } = data as unknown as Readonly<{ slot: string; to: Readonly<{ person: PersonId }> }>;
      const items = itemsOf(await loadInbox({ store }, to.person)).filter((item) => item.slot === slot);
      const at = clock.now().toISOString();
      const isPosted = posted.some((each) => each.person === to.person && each.slot === slot);
      const known = (await store.kept(stream, key)) ?? (ambiguous && isPosted);
      const message = { at, person: to.person, slot, keys: items.map((item) => item.key) };
      (known ? updated : posted).push(message);
      return { done: true, keep: { key, value: { at } } };
    },
  };
}

const far = new Date('2100-01-01T00:00:00.000Z');

/** When the first effect that waits is due; `far` away when there is none. */
export async function nextDue(store: Store): Promise<string> {
  return new Date(far.getTime() - (await store.lag(far))).toISOString();
}

async function passTime(
  { worker, store, clock }: Readonly<{ worker: Worker; store: Store; clock: HandClock }>,
  instant: string,
): Promise<void> {
  await worker.idle();
  for (;;) {
    const next = await nextDue(store);
    if (next >= instant) break;
    if (next > clock.now().toISOString()) clock.set(next);
    await worker.idle();
  }
  clock.set(instant);
  await worker.idle();
}
