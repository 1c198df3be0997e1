import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { type Outcome, type StoredEffect } from '../../src/store/effect-queue.ts';
import { openedStore } from '../support/store-opened.ts';
import { ask, claimOf, effect, effectOf, enqueue } from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { failure, hiring, inLane, keysOf, lane } from '../support/store-worker.ts';

const { stream } = lane;

describe('effects worker, when it fails', () => {
  const opened = openedStore(openTemporary);
  const hire = hiring();

  it('tries again later, ever later, and meanwhile holds back that lane and no other', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a'), inLane('b'), effect('elsewhere')] });
    let broken = true;
    const run = async ({ key }: StoredEffect): Promise<Outcome> => (broken && key === 'a' ? failure : { done: true });
    const { worker, runs, passTime } = hire(store, { tell: run });
    const waits = [500, 1000, 2000];
    for (const wait of waits) {
      await worker.idle();
      passTime(wait - 1);
      await worker.idle();
      passTime(1);
    }
    broken = false;
    await worker.idle();
    deepStrictEqual(keysOf(runs).toSorted(), ['a', 'a', 'a', 'a', 'b', 'elsewhere']);
    deepStrictEqual(keysOf(runs).slice(-2), ['a', 'b']);
    deepStrictEqual(
      runs.filter(({ key }) => key === 'a').map(({ attempts }) => attempts),
      [0, 1, 2, 3],
    );
  });

  it('waits as long as it was asked to', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    const { worker, runs, passTime } = hire(store, { tell: async () => ({ ...failure, afterMs: 7000 }) });
    await worker.idle();
    passTime(6999);
    await worker.idle();
    equal(runs.length, 1);
    passTime(1);
    await worker.idle();
    equal(runs.length, 2);
  });

  it('gives up after so many attempts, keeps the error for the operator, and goes on with the lane', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a'), inLane('b')] });
    const run = async ({ key }: StoredEffect): Promise<Outcome> => (key === 'a' ? failure : { done: true });
    const { worker, runs, passTime } = hire(store, { tell: run }, { settings: { maxAttempts: 3 } });
    for (const wait of [500, 1000, 2000]) {
      await worker.idle();
      passTime(wait);
    }
    deepStrictEqual(keysOf(runs), ['a', 'a', 'a', 'b']);
    deepStrictEqual(
      (await store.parked(10)).map(({ key, error }) => ({ key, error })),
      [{ key: 'a', error: '503 from Graph' }],
    );
  });

  it('counts no attempt when there is only more to do', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    let left = 5;
    const run = async (): Promise<Outcome> =>
      left-- > 0 ? { done: false, again: true, afterMs: 1000 } : { done: true };
    const { worker, runs, passTime } = hire(store, { tell: run }, { settings: { maxAttempts: 2 } });
    for (let round = 0; round < 6; round++) {
      await worker.idle();
      passTime(1000);
    }
    deepStrictEqual(
      runs.map(({ attempts }) => attempts),
      [0, 0, 0, 0, 0, 0],
    );
    deepStrictEqual(await store.parked(10), []);
  });

  it('takes a runner that throws as failed, and looks before it does it again, until it is done', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    const answers: Outcome[] = [failure, { done: false, again: true, afterMs: 500 }, { done: true }];
    let first = true;
    const run = async (): Promise<Outcome> => {
      if (first) {
        first = false;
        throw new TypeError('socket hang up');
      }
      return answers.shift() ?? failure;
    };
    const { worker, runs, passTime } = hire(store, { tell: run });
    for (let round = 0; round < 4; round++) {
      await worker.idle();
      passTime(1000);
    }
    deepStrictEqual(
      runs.map(({ ambiguous, attempts, error }) => ({ ambiguous, attempts, error })),
      [
        { ambiguous: false, attempts: 0, error: undefined },
        { ambiguous: true, attempts: 1, error: 'TypeError: socket hang up' },
        { ambiguous: true, attempts: 2, error: '503 from Graph' },
        { ambiguous: true, attempts: 2, error: '503 from Graph' },
      ],
    );
  });

  it('waits no longer than the lease allows for a runner that does not answer', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    let told: AbortSignal | undefined;
    const { worker } = hire(
      store,
      { tell: (_, signal) => ((told = signal), new Promise(() => {})) },
      { settings: { runMs: 20 } },
    );
    await worker.idle();
    ok(told?.aborted);
    const { ambiguous, error } = effectOf(await claimOf(store, lane, ask(500)), 'a');
    deepStrictEqual({ ambiguous, error }, { ambiguous: true, error: 'Error: no answer within 20 ms' });
  });
});
