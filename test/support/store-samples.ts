import { equal, fail, ok } from 'node:assert/strict';
import { type Message } from '../../src/core/decider.ts';
import { type Effect } from '../../src/core/effect.ts';
import { commandId, streamId, type StreamId } from '../../src/core/ids.ts';
import { type JsonObject } from '../../src/core/json.ts';
import {
  type Ask,
  type Claim,
  type EffectQueue,
  type LaneRef,
  type Settled,
  type StoredEffect,
} from '../../src/store/effect-queue.ts';
import { type Commit, type EventStore } from '../../src/store/event-store.ts';
import { type Store } from '../../src/store/store.ts';

/** An opened store under test. `advance` moves the adapter's own clock, when it has one. */
export type OpenedStore = Readonly<{
  store: Store;
  advance?(ms: number): void | Promise<void>;
  close(): Promise<void>;
}>;

const start = Date.parse('2026-03-02T08:00:00.000Z');
export const moment = (ms: number): Date => new Date(start + ms);
export const instant = (ms: number): string => moment(ms).toISOString();
export const caseStream = (id: string | number): StreamId => streamId('case', String(id));
export const leaseMs = 30_000;
export const ask = (ms: number, owner = 'worker-a'): Ask => ({ owner, now: moment(ms), leaseMs });

export type Change = Readonly<{ stream: StreamId; events?: readonly Message[]; atMs?: number }> &
  Partial<Omit<Commit, 'stream' | 'events' | 'at'>>;

let commands = 0;
export const freshCommand = () => commandId(`command-${String(++commands)}`);

/** A whole commit from the few parts that a spec is about. */
export async function commitOf(store: EventStore, { stream, events, atMs = 0, ...rest }: Change): Promise<Commit> {
  const read = rest.read ?? (await store.load(stream));
  const id = rest.commandId ?? freshCommand();
  const messages = events ?? [{ type: 'Noted', data: {} }];
  const at = instant(atMs);
  const recorded = messages.map((event, index) => {
    return { event, version: read.version + index + 1, at, by: 'system' as const, commandId: id };
  });
  const defaults = { type: 'case', state: {}, fields: {}, effects: [] };
  return { ...defaults, ...rest, stream, read, events: recorded, commandId: id, at };
}

export async function commit(store: EventStore, change: Change): Promise<'committed' | 'conflict' | 'duplicate'> {
  return store.commit(await commitOf(store, change));
}

export const effect = (key: string, rest: Partial<Effect> = {}): Effect => ({
  kind: 'tell',
  key,
  data: { text: key },
  ...rest,
});

export async function enqueue(store: EventStore, change: Change & Readonly<{ effects: readonly Effect[] }>) {
  equal(await commit(store, change), 'committed');
}

export async function claimOf(queue: EffectQueue, lane: LaneRef, by: Ask): Promise<Claim> {
  const claim = await queue.claim(lane, by);
  ok(claim, `${lane.stream} ${lane.lane} is held by another`);
  return claim;
}

/** The keys that a worker would get to run now, in order; leaves the lane free. */
export async function runnable(queue: EffectQueue, lane: LaneRef, ms: number): Promise<readonly string[]> {
  const claim = await queue.claim(lane, ask(ms, 'onlooker'));
  if (!claim) return [];
  await queue.release(claim);
  return claim.effects.map(({ key }) => key);
}

export function settled(answer: Settled): Claim {
  if (answer.outcome === 'settled') return answer.claim;
  return fail(`expected settled, not ${answer.outcome}`);
}

export function replaced(answer: Settled): Claim {
  if (answer.outcome === 'replaced') return answer.claim;
  return fail(`expected replaced, not ${answer.outcome}`);
}

export function effectOf(claim: Claim, key: string): StoredEffect {
  const found = claim.effects.find((candidate) => candidate.key === key);
  ok(found, `no ${key} in ${claim.effects.map((each) => each.key).join(', ')}`);
  return found;
}

/** Claims the lane and begins the effect, as a worker does just before it runs it. */
export async function beginOf(queue: EffectQueue, lane: LaneRef, { key, by }: Readonly<{ key: string; by: Ask }>) {
  const claim = await claimOf(queue, lane, by);
  const begun = effectOf(claim, key);
  return { claim: settled(await queue.begin(claim, begun, by)), effect: begun };
}

/** What is waiting in the lane, as far as it may run at that time: the texts of the effects. */
export async function textsIn(queue: EffectQueue, lane: LaneRef, ms: number): Promise<readonly unknown[]> {
  const claim = await claimOf(queue, lane, ask(ms, 'onlooker'));
  await queue.release(claim);
  return claim.effects.map(({ data }) => data['text']);
}

export const note = (text: string): Message => ({ type: 'Noted', data: { text } satisfies JsonObject });
