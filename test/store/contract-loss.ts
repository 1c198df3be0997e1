import { deepStrictEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type Claim, type LaneRef, type StoredEffect } from '../../src/store/effect-queue.ts';
import { type Store } from '../../src/store/store.ts';
import {
  ask,
  caseStream,
  effect,
  enqueue,
  instant,
  leaseMs,
  moment,
  type OpenedStore,
} from '../support/store-samples.ts';

const streams = [caseStream(1), caseStream(2)];
const keys = ['a', 'b', 'c'];
const lanes = ['left', 'right'];
const owners = ['worker-a', 'worker-b', 'worker-c'];

type Action = Readonly<{ owner: number; passMs: number }> &
  (
    | Readonly<{ do: 'commit'; stream: number; key: number; scheduledMs: number }>
    | Readonly<{ do: 'claim' | 'complete' | 'retry' | 'park' | 'release' | 'requeue' }>
  );

const actions = fc.array(
  fc.record({
    do: fc.constantFrom(
      'commit',
      'commit',
      'claim',
      'claim',
      'complete',
      'complete',
      'retry',
      'park',
      'release',
      'requeue',
    ),
    owner: fc.nat(owners.length - 1),
    stream: fc.nat(streams.length - 1),
    key: fc.nat(keys.length - 1),
    scheduledMs: fc.constantFrom(0, 0, 5000),
    passMs: fc.constantFrom(0, 100, 5000, leaseMs),
  }),
  { minLength: 10, maxLength: 40 },
) as fc.Arbitrary<readonly Action[]>;

type Held = { claim: Claim; rest: StoredEffect[] };

/** What was promised so far: every effect has a number; the newest of each stream and key must get done, each at most once. */
type World = { ms: number; numbers: number; newest: Map<string, number>; done: Set<number>; held: Map<string, Held> };

const laneOf = (key: string) => lanes[keys.indexOf(key) % lanes.length] ?? 'left';
const numberOf = ({ data }: StoredEffect) => Number(data['number']);

async function act(store: Store, world: World, action: Action): Promise<void> {
  world.ms += action.passMs;
  const owner = owners[action.owner] ?? 'worker-a';
  if (action.do === 'commit') return commitNumbered(store, world, action);
  if (action.do === 'claim') return claimOne(store, world, owner);
  if (action.do === 'requeue') return requeueAll(store, world);
  const held = world.held.get(owner);
  if (held && action.do === 'release') {
    world.held.delete(owner);
    return store.release(held.claim);
  }
  if (held) await runNext(store, world, { owner, held, how: action.do });
}

async function commitNumbered(store: Store, world: World, action: Action & { do: 'commit' }): Promise<void> {
  const [stream, key] = [streams[action.stream], keys[action.key]];
  ok(stream && key);
  const number = ++world.numbers;
  const due = moment(world.ms + action.scheduledMs).toISOString();
  await enqueue(store, {
    stream,
    effects: [effect(key, { lane: laneOf(key), data: { number }, due })],
    atMs: world.ms,
  });
  world.newest.set(`${stream} ${key}`, number);
}

async function claimOne(store: Store, world: World, owner: string): Promise<void> {
  if (world.held.has(owner)) return;
  const [lane] = await store.dueLanes(moment(world.ms), 10);
  const claim = lane && (await store.claim(lane, ask(world.ms, owner)));
  if (!claim) return;
  ok(!heldByOther(world, claim), `${claim.stream} ${claim.lane} was given to two workers`);
  world.held.set(owner, { claim, rest: [...claim.effects] });
}

function heldByOther(world: World, { stream, lane }: LaneRef): boolean {
  return [...world.held.values()].some(
    ({ claim }) => claim.stream === stream && claim.lane === lane && claim.until > instant(world.ms),
  );
}

type Run = Readonly<{ owner: string; held: Held; how: Action['do'] }>;

async function runNext(store: Store, world: World, { owner, held, how }: Run): Promise<void> {
  const next = held.rest.shift();
  if (!next) return;
  const begun = await store.begin(held.claim, next, ask(world.ms, owner));
  if (begun.outcome === 'lost') return void world.held.delete(owner);
  held.claim = begun.claim;
  if (begun.outcome === 'replaced') return;
  const answer = await settle(store, { claim: held.claim, effect: next, ms: world.ms, how });
  ok(answer.outcome !== 'lost', 'a fresh lease was lost');
  held.claim = answer.claim;
  if (answer.outcome === 'settled' && how === 'complete') markDone(world, next);
  if (how === 'retry') held.rest = [];
}

function settle(
  store: Store,
  { claim, effect: begun, ms, how }: Readonly<{ claim: Claim; effect: StoredEffect; ms: number; how: Action['do'] }>,
) {
  if (how === 'complete') return store.complete(claim, begun);
  if (how === 'park') return store.park(claim, begun, 'gave up');
  return store.reschedule(claim, begun, { due: moment(ms + 1000), failed: true, ambiguous: false, error: 'no' });
}

function markDone(world: World, done: StoredEffect): void {
  const number = numberOf(done);
  ok(!world.done.has(number), `effect ${number} was done twice`);
  world.done.add(number);
}

async function requeueAll(store: Store, world: World): Promise<void> {
  for (const { stream, key } of await store.parked(100)) ok(await store.requeue(stream, key, moment(world.ms)));
}

/** Everybody crashed; a new worker finishes what is left. */
async function finish(store: Store, world: World): Promise<void> {
  world.ms += leaseMs * 2;
  world.held.clear();
  await requeueAll(store, world);
  for (let round = 0; round < 100; round++) {
    const [lane] = await store.dueLanes(moment(world.ms), 10);
    if (!lane) return;
    await claimOne(store, world, 'worker-a');
    const held = world.held.get('worker-a');
    while (held && held.rest.length > 0) await runNext(store, world, { owner: 'worker-a', held, how: 'complete' });
    if (held) await store.release(held.claim);
    world.held.delete('worker-a');
  }
}

async function neverLoses(open: () => Promise<OpenedStore>, steps: readonly Action[]): Promise<void> {
  const { store, close } = await open();
  try {
    const world: World = { ms: 0, numbers: 0, newest: new Map(), done: new Set(), held: new Map() };
    for (const step of steps) await act(store, world, step);
    await finish(store, world);
    const undone = [...world.newest].filter(([, number]) => !world.done.has(number));
    deepStrictEqual(undone, []);
    deepStrictEqual(await store.dueLanes(moment(world.ms + leaseMs), 10), []);
  } finally {
    await close();
  }
}

/** Random commits, claims, crashes and settlements. */
export function lossContract(open: () => Promise<OpenedStore>): void {
  it('never loses an effect and never lets two workers finish the same one', async () => {
    await fc.assert(
      fc.asyncProperty(actions, (steps) => neverLoses(open, steps)),
      { numRuns: 40 },
    );
  }).timeout(60_000);
}
