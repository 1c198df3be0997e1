import { deepStrictEqual, equal, throws } from 'node:assert/strict';
import { type EffectQueue, type Outcome, type StoredEffect } from '../../src/store/effect-queue.ts';
import { withWake } from '../../src/store/with-wake.ts';
import { openedStore } from '../support/store-opened.ts';
import { ask, beginOf, claimOf, effect, enqueue, instant, moment } from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { done, failure, gate, hiring, inLane, keysOf, lane } from '../support/store-worker.ts';

const { stream } = lane;

describe('effects worker', () => {
  const opened = openedStore(openTemporary);
  const hire = hiring();

  it('runs what is due and keeps what the runner wants remembered', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    const { worker, runs } = hire(store, {
      tell: async () => ({ done: true, keep: { key: 'message', value: { id: 'm-1' } } }),
    });
    await worker.idle();
    deepStrictEqual(keysOf(runs), ['a']);
    deepStrictEqual(await store.kept(stream, 'message'), { id: 'm-1' });
    await worker.idle();
    equal(runs.length, 1);
  });

  it('runs nothing before it is due, and runs it then', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [effect('nudge', { due: instant(5000) })] });
    const { worker, runs, passTime } = hire(store, { tell: done });
    await worker.idle();
    deepStrictEqual(keysOf(runs), []);
    passTime(5000);
    await worker.idle();
    deepStrictEqual(keysOf(runs), ['nudge']);
  });

  it('runs what was just committed without waiting for its poll', async () => {
    const ran = gate();
    const run = async (): Promise<Outcome> => {
      ran.open();
      return { done: true };
    };
    const { worker } = hire(opened(), { tell: run }, { settings: { pollMs: 60_000 } });
    await worker.idle();
    await enqueue(withWake(opened(), worker.wake), { stream, effects: [inLane('a')] });
    await ran.opened;
  });

  it('runs what was committed to a lane while that lane ran, without waiting for its poll', async () => {
    const [begun, release, second] = [gate(), gate(), gate()];
    const run = async ({ key }: StoredEffect): Promise<Outcome> => {
      if (key === 'b') second.open();
      begun.open();
      await release.opened;
      return { done: true };
    };
    const { worker } = hire(opened(), { tell: run }, { settings: { pollMs: 60_000 } });
    const store = withWake(opened(), worker.wake);
    await enqueue(store, { stream, effects: [inLane('a')] });
    await begun.opened;
    await enqueue(store, { stream, effects: [inLane('b')] });
    release.open();
    await second.opened;
  });

  it('runs the later effect after the one whose place it took, without waiting for its poll', async () => {
    const [begun, release, second] = [gate(), gate(), gate()];
    await enqueue(opened(), { stream, effects: [inLane('card', 'one vote')] });
    const run = async ({ data }: StoredEffect): Promise<Outcome> => {
      if (data['text'] === 'three votes') second.open();
      begun.open();
      await release.opened;
      return { done: true };
    };
    const { runs } = hire(opened(), { tell: run }, { settings: { pollMs: 60_000 } });
    await begun.opened;
    await enqueue(opened(), { stream, effects: [inLane('card', 'two votes')] });
    await enqueue(opened(), { stream, effects: [inLane('card', 'three votes')] });
    release.open();
    await second.opened;
    deepStrictEqual(
      runs.map(({ data }) => data['text']),
      ['one vote', 'three votes'],
    );
  });

  it('parks at once what the runner gives up, and what nobody can run', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a'), effect('new', { kind: 'from-tomorrow' })] });
    const { worker } = hire(store, { tell: async () => ({ done: false, park: true, error: 'no such channel' }) });
    await worker.idle();
    deepStrictEqual(
      (await store.parked(10)).map(({ key, error }) => [key, error]),
      [
        ['a', 'no such channel'],
        ['new', 'no runner for effects of kind "from-tomorrow"'],
      ],
    );
  });

  it('refuses two runners for one kind', () => {
    const runner = { kind: 'tell', run: done };
    throws(() => hire(opened(), {}, { runners: [runner, runner] }), /two runners for one kind/);
  });

  it('refuses runs that may last as long as the lease', () => {
    throws(
      () => hire(opened(), {}, { settings: { leaseMs: 1000, runMs: 1000 } }),
      /runMs \(1000\) must be below leaseMs \(1000\)/,
    );
  });

  it('leaves alone what another worker runs whose clock is half a minute behind', async () => {
    const [begun, release] = [gate(), gate()];
    await enqueue(opened(), { stream, effects: [inLane('a')] });
    const run = async (): Promise<Outcome> => {
      begun.open();
      await release.opened;
      return { done: true };
    };
    const slow = hire(opened(), { tell: run });
    await begun.opened;
    const ahead = hire(opened(), { tell: done }, { owner: 'worker-b', clock: { now: () => moment(30_000) } });
    await ahead.worker.idle();
    release.open();
    await slow.worker.idle();
    deepStrictEqual([slow.runs.length, ahead.runs.length], [1, 0]);
  });

  it('takes over what another worker left at a crash, as ambiguous', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    await beginOf(store, lane, { key: 'a', by: ask(0, 'crashed') });
    const { worker, runs, passTime } = hire(store, { tell: done });
    await worker.idle();
    equal(runs.length, 0);
    passTime(30_001);
    await worker.idle();
    deepStrictEqual(
      runs.map(({ key, ambiguous }) => [key, ambiguous]),
      [['a', true]],
    );
  });

  it('leaves a lane that another holds alone', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    await claimOf(store, lane, ask(0, 'worker-b'));
    const { worker, runs } = hire(store, { tell: done });
    await worker.idle();
    deepStrictEqual(keysOf(runs), []);
    deepStrictEqual(await store.dueLanes(moment(30_001), 10), [lane]);
  });

  it('logs one line for each run, with nothing of its data', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a', 'Wilg moves to Zutphen'), inLane('b')] });
    const run = async ({ key }: StoredEffect): Promise<Outcome> => (key === 'a' ? { done: true } : failure);
    const { worker, logged } = hire(store, { tell: run });
    await worker.idle();
    const line = { level: 30, kind: 'tell', stream: 'case-1', msg: 'effect' };
    deepStrictEqual(
      logged.map(({ ms, ...rest }) => (equal(typeof ms, 'number'), rest)),
      [
        { ...line, key: 'a', outcome: 'done' },
        { ...line, key: 'b', outcome: 'failed' },
      ],
    );
  });

  it('rests, also when the store shows a lane in which everything waits', async () => {
    const store = opened();
    const queue: EffectQueue = { ...store, dueLanes: async () => [lane] };
    const { worker, runs } = hire(store, { tell: done }, { queue });
    await worker.idle();
    deepStrictEqual(keysOf(runs), []);
  });
});
