import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { type EffectQueue, type Outcome, type StoredEffect } from '../../src/store/effect-queue.ts';
import { openedStore } from '../support/store-opened.ts';
import { caseStream, effect, enqueue, moment } from '../support/store-samples.ts';
import { openTemporary } from '../support/store-sqlite.ts';
import { done, gate, hiring, inLane, keysOf, lane } from '../support/store-worker.ts';

const streams = Array.from({ length: 20 }, (_, index) => caseStream(String(index).padStart(2, '0')));
const { stream } = lane;

/** Answers with a fault so many times, then with what the store says. */
function down<Given extends unknown[], Answer>(times: number, work: (...given: Given) => Promise<Answer>) {
  let left = times;
  return async (...given: Given): Promise<Answer> => {
    if (left-- > 0) throw new Error('the store is down');
    return work(...given);
  };
}

describe('effects worker, under load and faults', () => {
  const opened = openedStore(openTemporary);
  const hire = hiring();

  it('runs no more lanes at a time than it may, and all of them in the end', async () => {
    const store = opened();
    for (const each of streams) await enqueue(store, { stream: each, effects: [inLane('a')] });
    let [now, most] = [0, 0];
    const run = async (): Promise<Outcome> => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return { done: true };
    };
    const { worker, runs } = hire(store, { tell: run }, { settings: { lanes: 3 } });
    await worker.idle();
    equal(runs.length, 20);
    equal(most, 3);
  });

  it('is not held up by a lane that hangs', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('hangs')] });
    const all = gate();
    let left = streams.length;
    const run = async ({ key }: StoredEffect): Promise<Outcome> => {
      if (key === 'hangs') return new Promise(() => {});
      if (--left === 0) all.open();
      return { done: true };
    };
    const { worker } = hire(store, { tell: run }, { settings: { lanes: 2 } });
    for (const each of streams) await enqueue(store, { stream: each, effects: [effect('goes-on')] });
    await all.opened;
    await worker.stop();
  });

  it('shares the work with another worker: each effect is run once', async () => {
    const store = opened();
    for (const each of streams) await enqueue(store, { stream: each, effects: [inLane('a'), inLane('b')] });
    const one = hire(store, { tell: done });
    const other = hire(store, { tell: done }, { owner: 'worker-b' });
    await Promise.all([one.worker.idle(), other.worker.idle()]);
    const all = [...one.runs, ...other.runs].map((each) => `${each.stream} ${each.key}`);
    const expected = streams.flatMap((each) => [`${each} a`, `${each} b`]);
    deepStrictEqual(all.toSorted(), expected.toSorted());
  });

  it('finishes what runs when it is drained, and begins nothing new', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a'), inLane('b')] });
    const [begun, release] = [gate(), gate()];
    const { worker, runs } = hire(store, {
      tell: async () => {
        begun.open();
        await release.opened;
        return { done: true };
      },
    });
    await begun.opened;
    const drained = worker.drain();
    await enqueue(store, { stream: caseStream(2), effects: [inLane('c')] });
    worker.wake(caseStream(2));
    release.open();
    await drained;
    deepStrictEqual(keysOf(runs), ['a']);
    deepStrictEqual(await store.dueLanesOf(stream, moment(0)), [lane]);
    const claim = await store.claim(lane, { owner: 'worker-b', now: moment(0), leaseMs: 1000 });
    deepStrictEqual(keysOf(claim?.effects ?? []), ['b']);
  });

  it('ends a run that is told to stop, and leaves it for later as ambiguous', async () => {
    const store = opened();
    await enqueue(store, { stream, effects: [inLane('a')] });
    const begun = gate();
    const { worker } = hire(store, { tell: () => (begun.open(), new Promise(() => {})) });
    await begun.opened;
    await worker.stop();
    const claim = await store.claim(lane, { owner: 'worker-b', now: moment(500), leaseMs: 1000 });
    deepStrictEqual(
      claim?.effects.map(({ ambiguous, error }) => ({ ambiguous, error })),
      [{ ambiguous: true, error: 'Error: the worker stopped' }],
    );
  });

  for (const name of ['dueLanes', 'claim', 'begin'] as const) {
    it(`goes on when the store was down for a while at ${name}`, async () => {
      const store = opened();
      const queue: EffectQueue = { ...store, [name]: down(3, store[name] as () => Promise<never>) };
      await enqueue(store, { stream, effects: [inLane('a')] });
      const { worker, runs, logged, passTime } = hire(store, { tell: done }, { queue });
      const faults = () => logged.filter(({ level }) => level === 50).length;
      while (faults() < 3) {
        passTime(60_001);
        await new Promise((resolve) => setImmediate(resolve));
      }
      passTime(60_001);
      await worker.idle();
      deepStrictEqual(keysOf(runs), ['a']);
      equal(faults(), 3);
    });
  }

  it('runs again, as ambiguous, what was done when the store was down at that moment', async () => {
    const store = opened();
    const queue: EffectQueue = { ...store, complete: down(1, store.complete) };
    await enqueue(store, { stream, effects: [inLane('a')] });
    const { worker, runs, passTime } = hire(store, { tell: done }, { queue });
    await worker.idle();
    passTime(60_001);
    await worker.idle();
    deepStrictEqual(
      runs.map(({ key, ambiguous }) => [key, ambiguous]),
      [
        ['a', false],
        ['a', true],
      ],
    );
  });

  it('has nothing to wait for once it has stopped', async () => {
    const store = opened();
    const { worker } = hire(store, { tell: done });
    await worker.stop();
    await enqueue(store, { stream, effects: [inLane('a')] });
    await worker.idle();
    ok((await store.lag(moment(1000))) > 0);
  });
});
