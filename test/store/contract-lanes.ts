import { deepStrictEqual, equal } from 'node:assert/strict';
import { type StreamId } from '../../src/core/ids.ts';
import { type LaneRef } from '../../src/store/effect-queue.ts';
import { openedStore } from '../support/store-opened.ts';
import {
  ask,
  beginOf,
  caseStream,
  claimOf,
  effect,
  enqueue,
  instant,
  moment,
  type OpenedStore,
  runnable,
  settled,
  textsIn,
} from '../support/store-samples.ts';

const stream = caseStream(1);
const lane: LaneRef = { stream, lane: 'channel' };
const inLane = (key: string, text = key, due?: string) =>
  effect(key, { lane: 'channel', data: { text }, ...(due === undefined ? {} : { due }) });

/** Which effects run and when: lanes, due times and claims. */
export function laneContract(open: () => Promise<OpenedStore>): void {
  describe('lanes', () => {
    const opened = openedStore(open);

    it('gives an effect as it was committed, at once when no time was named', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')], atMs: 5000 });
      const claim = await claimOf(store, lane, ask(6000));
      const plain = { stream, kind: 'tell', key: 'a', lane: 'channel', due: instant(5000), data: { text: 'a' } };
      deepStrictEqual(
        { stream: claim.stream, lane: claim.lane, until: claim.until },
        { ...lane, until: instant(36_000) },
      );
      const [given] = claim.effects;
      deepStrictEqual({ ...given }, { ...plain, attempts: 0, ambiguous: false });
      equal(claim.effects.length, 1);
    });

    it('gives the effects of a lane oldest first', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('b'), inLane('a')], atMs: 0 });
      await enqueue(store, { stream, effects: [inLane('0')], atMs: 1000 });
      deepStrictEqual(await runnable(store, lane, 2000), ['b', 'a', '0']);
    });

    it('lets an effect without a lane wait for nobody', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [effect('a'), effect('b')] });
      const lanes = await store.dueLanesOf(stream, moment(0));
      const claims = await Promise.all(lanes.map((each) => claimOf(store, each, ask(0))));
      deepStrictEqual(claims.map(({ effects }) => effects.map(({ key }) => key)).toSorted(), [['a'], ['b']]);
    });

    it('gives scheduled effects when they are due, by their time, and meanwhile they hold back nothing', async () => {
      const store = opened();
      await enqueue(store, {
        stream,
        effects: [inLane('noon', 'noon', instant(9000)), inLane('later', 'later', instant(20_000))],
      });
      await enqueue(store, { stream, effects: [inLane('early', 'early', instant(6000)), inLane('now')], atMs: 1000 });
      deepStrictEqual(await runnable(store, lane, 2000), ['now']);
      deepStrictEqual(await runnable(store, lane, 8999), ['now', 'early']);
      deepStrictEqual(await runnable(store, lane, 9000), ['now', 'early', 'noon']);
    });

    it('shows no lane before something in it is due', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('later', 'later', instant(5000))] });
      deepStrictEqual(await store.dueLanes(moment(4999), 10), []);
      deepStrictEqual(await store.dueLanesOf(stream, moment(4999)), []);
      deepStrictEqual(await store.dueLanes(moment(5000), 10), [lane]);
      deepStrictEqual(await store.dueLanesOf(stream, moment(5000)), [lane]);
    });

    it('shows the longest overdue lanes first, no more than asked, and those of one stream apart', async () => {
      const store = opened();
      const laneOf = (of: StreamId, name: string) => ({ stream: of, lane: name });
      await enqueue(store, { stream: caseStream(3), effects: [effect('x', { lane: 'l3', due: instant(3000) })] });
      await enqueue(store, { stream: caseStream(1), effects: [effect('x', { lane: 'l1', due: instant(1000) })] });
      const two = { lane: 'l2', due: instant(2000) };
      await enqueue(store, { stream: caseStream(2), effects: [effect('x', two), effect('y', two), effect('z', two)] });
      const all = [laneOf(caseStream(1), 'l1'), laneOf(caseStream(2), 'l2'), laneOf(caseStream(3), 'l3')];
      deepStrictEqual(await store.dueLanes(moment(9000), 10), all);
      deepStrictEqual(await store.dueLanes(moment(9000), 2), all.slice(0, 2));
      deepStrictEqual(await store.dueLanesOf(caseStream(2), moment(9000)), [all[1]]);
    });

    it('takes the place of a waiting effect with the same key: the last one wins', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('card', 'one vote'), inLane('other')] });
      await enqueue(store, { stream, effects: [inLane('card', 'two votes')], atMs: 1000 });
      await enqueue(store, { stream, effects: [inLane('card', 'three votes')], atMs: 2000 });
      deepStrictEqual(await textsIn(store, lane, 3000), ['three votes', 'other']);
    });

    it('moves a scheduled effect when a later one names another time', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('nudge', 'first', instant(5000))] });
      await enqueue(store, { stream, effects: [inLane('nudge', 'moved', instant(9000))] });
      deepStrictEqual(await runnable(store, lane, 8999), []);
      deepStrictEqual(await textsIn(store, lane, 9000), ['moved']);
    });

    it('keeps the same key in two streams apart', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a', 'of 1')] });
      await enqueue(store, { stream: caseStream(2), effects: [inLane('a', 'of 2')] });
      deepStrictEqual(await textsIn(store, lane, 0), ['of 1']);
    });

    it('lets a waiting retry hold back what comes after it in its lane, and nothing else', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a'), inLane('b'), inLane('c')] });
      await enqueue(store, { stream, effects: [effect('elsewhere', { lane: 'other' })] });
      const begun = await beginOf(store, lane, { key: 'a', by: ask(0) });
      const next = { due: moment(60_000), failed: true, ambiguous: false, error: 'no answer' };
      await store.release(settled(await store.reschedule(begun.claim, begun.effect, next)));
      deepStrictEqual(await runnable(store, lane, 59_999), []);
      deepStrictEqual(await runnable(store, { stream, lane: 'other' }, 59_999), ['elsewhere']);
      deepStrictEqual(await runnable(store, lane, 60_000), ['a', 'b', 'c']);
    });

    it('lets a waiting retry not hold back what comes before it', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a'), inLane('b'), inLane('c')] });
      const begun = await beginOf(store, lane, { key: 'b', by: ask(0) });
      const next = { due: moment(60_000), failed: false, ambiguous: false };
      await store.release(settled(await store.reschedule(begun.claim, begun.effect, next)));
      deepStrictEqual(await store.dueLanes(moment(1000), 10), [lane]);
      deepStrictEqual(await runnable(store, lane, 1000), ['a']);
    });

    it('is held by one worker until it is released', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      const claim = await claimOf(store, lane, ask(0, 'worker-a'));
      equal(await store.claim(lane, ask(29_999, 'worker-b')), undefined);
      deepStrictEqual(await store.dueLanes(moment(29_999), 10), []);
      await store.release(claim);
      deepStrictEqual(await store.dueLanes(moment(1), 10), [lane]);
      deepStrictEqual(await runnable(store, lane, 1), ['a']);
    });

    it('is free again when the lease has run out', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      await claimOf(store, lane, ask(0, 'worker-a'));
      deepStrictEqual(await store.dueLanes(moment(30_001), 10), [lane]);
      const taken = await claimOf(store, lane, ask(30_001, 'worker-b'));
      deepStrictEqual(
        taken.effects.map(({ key, ambiguous }) => ({ key, ambiguous })),
        [{ key: 'a', ambiguous: false }],
      );
    });

    it('is held longer from each begin on', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      const claim = await claimOf(store, lane, ask(0, 'worker-a'));
      settled(await store.begin(claim, claim.effects[0]!, ask(20_000, 'worker-a')));
      equal(await store.claim(lane, ask(45_000, 'worker-b')), undefined);
    });

    it('goes to one of two workers, so that each effect is given once', async () => {
      const store = opened();
      const keys = Array.from({ length: 20 }, (_, index) => `e${String(index).padStart(2, '0')}`);
      for (const key of keys) await enqueue(store, { stream: caseStream(key), effects: [effect(key, { lane: 'l' })] });
      const take = async (owner: string) => {
        const lanes = await store.dueLanes(moment(0), 100);
        return Promise.all(lanes.map((each) => store.claim(each, ask(0, owner))));
      };
      const claims = (await Promise.all([take('worker-a'), take('worker-b')])).flat();
      const given = claims.flatMap((claim) => claim?.effects ?? []).map(({ key }) => key);
      deepStrictEqual(given.toSorted(), keys);
    });
  });
}
