import { deepStrictEqual, equal } from 'node:assert/strict';
import { type Claim, type LaneRef, type StoredEffect } from '../../src/store/effect-queue.ts';
import { type Store } from '../../src/store/store.ts';
import { openedStore } from '../support/store-opened.ts';
import {
  ask,
  beginOf,
  caseStream,
  claimOf,
  effect,
  effectOf,
  enqueue,
  moment,
  type OpenedStore,
  replaced,
  runnable,
  settled,
  textsIn,
} from '../support/store-samples.ts';

const stream = caseStream(1);
const lane: LaneRef = { stream, lane: 'channel' };
const inLane = (key: string, text = key) => effect(key, { lane: 'channel', data: { text } });
const retry = { due: moment(10_000), failed: true, ambiguous: true, error: 'no answer' };

const settlements: Readonly<
  Record<string, (store: Store, claim: Claim, begun: StoredEffect) => ReturnType<Store['complete']>>
> = {
  complete: (store, claim, begun) => store.complete(claim, begun),
  reschedule: (store, claim, begun) => store.reschedule(claim, begun, retry),
  park: (store, claim, begun) => store.park(claim, begun, 'gave up'),
};

/** How an effect that ran ends: done, again, given up, overtaken or lost. */
export function settleContract(open: () => Promise<OpenedStore>): void {
  describe('settling', () => {
    const opened = openedStore(open);
    const begin = async (key: string, ms = 0, owner = 'worker-a') =>
      beginOf(opened(), lane, { key, by: ask(ms, owner) });

    it('runs the effects of a lane one after another under one claim', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a'), inLane('b')] });
      let claim = await claimOf(store, lane, ask(0));
      for (const each of claim.effects) {
        claim = settled(await store.begin(claim, each, ask(1000)));
        claim = settled(await store.complete(claim, each));
      }
      await store.release(claim);
      deepStrictEqual(await store.dueLanes(moment(99_000), 10), []);
    });

    it('remembers what a done effect wants kept, the last under each key', async () => {
      const store = opened();
      equal(await store.kept(stream, 'message'), undefined);
      for (const id of ['m-1', 'm-2']) {
        await enqueue(store, { stream, effects: [inLane('a')] });
        const { claim, effect: begun } = await begin('a');
        const keep = { key: 'message', value: { id, at: { channel: 'c' } } };
        await store.release(settled(await store.complete(claim, begun, keep)));
        deepStrictEqual(await store.kept(stream, 'message'), keep.value);
      }
      equal(await store.kept(caseStream(2), 'message'), undefined);
    });

    it('counts a failed attempt, notes its error, and gives it again when it is due', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      const { claim, effect: begun } = await begin('a');
      await store.release(settled(await store.reschedule(claim, begun, retry)));
      deepStrictEqual(await store.dueLanes(moment(9999), 10), []);
      const again = effectOf(await claimOf(store, lane, ask(10_000)), 'a');
      const { attempts, ambiguous, error, due } = again;
      const expected = { attempts: 1, ambiguous: true, error: 'no answer', due: retry.due.toISOString() };
      deepStrictEqual({ attempts, ambiguous, error, due }, expected);
    });

    it('starts afresh, and at once, with a later effect that takes the place of one that waits for a retry', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a', 'old')] });
      const { claim, effect: begun } = await begin('a');
      await store.release(settled(await store.reschedule(claim, begun, retry)));
      await enqueue(store, { stream, effects: [inLane('a', 'new')], atMs: 1000 });
      const { data, attempts } = effectOf(await claimOf(store, lane, ask(1000)), 'a');
      deepStrictEqual({ data, attempts }, { data: { text: 'new' }, attempts: 0 });
    });

    it('counts no attempt for an effect that only has more to do', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      const { claim, effect: begun } = await begin('a');
      const next = { due: moment(1000), failed: false, ambiguous: false };
      await store.release(settled(await store.reschedule(claim, begun, next)));
      const { attempts, ambiguous } = effectOf(await claimOf(store, lane, ask(1000)), 'a');
      deepStrictEqual({ attempts, ambiguous }, { attempts: 0, ambiguous: false });
    });

    for (const [name, settle] of Object.entries(settlements)) {
      it(`answers replaced to ${name} when a later effect came while it ran, which then waits from the start`, async () => {
        const store = opened();
        await enqueue(store, { stream, effects: [inLane('card', 'one vote')] });
        const { claim, effect: begun } = await begin('card');
        await enqueue(store, { stream, effects: [inLane('card', 'two votes')], atMs: 500 });
        const answer = await settle(store, claim, begun);
        await store.release(replaced(answer));
        deepStrictEqual(await store.dueLanesOf(stream, moment(1000)), [lane]);
        const waiting = effectOf(await claimOf(store, lane, ask(1000)), 'card');
        deepStrictEqual([waiting.data, waiting.attempts], [{ text: 'two votes' }, 0]);
        deepStrictEqual(await store.parked(10), []);
      });

      it(`answers lost to ${name} when another worker holds the lane, and changes nothing`, async () => {
        const store = opened();
        await enqueue(store, { stream, effects: [inLane('a')] });
        const stale = await begin('a');
        const holder = await claimOf(store, lane, ask(30_001, 'worker-b'));
        deepStrictEqual(await settle(store, stale.claim, stale.effect), { outcome: 'lost' });
        await store.release(stale.claim);
        equal(await store.claim(lane, ask(31_000, 'worker-c')), undefined);
        deepStrictEqual(await store.parked(10), []);
        const renewed = settled(await store.begin(holder, effectOf(holder, 'a'), ask(31_000, 'worker-b')));
        settled(await store.complete(renewed, effectOf(holder, 'a')));
      });
    }

    it('answers lost to begin when another worker holds the lane', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      const stale = await claimOf(store, lane, ask(0));
      await claimOf(store, lane, ask(30_001, 'worker-b'));
      deepStrictEqual(await store.begin(stale, effectOf(stale, 'a'), ask(30_002)), { outcome: 'lost' });
    });

    it('answers replaced to begin when a later effect came since the claim', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('card', 'one vote')] });
      const claim = await claimOf(store, lane, ask(0));
      await enqueue(store, { stream, effects: [inLane('card', 'two votes')], atMs: 500 });
      const answer = await store.begin(claim, effectOf(claim, 'card'), ask(600));
      await store.release(replaced(answer));
      deepStrictEqual(await textsIn(store, lane, 1000), ['two votes']);
    });

    it('keeps what a replaced effect brought back: the message is there, whatever it should say now', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('card', 'one vote')] });
      const { claim, effect: begun } = await begin('card');
      await enqueue(store, { stream, effects: [inLane('card', 'two votes')], atMs: 500 });
      await store.complete(claim, begun, { key: 'message', value: { id: 'm-1' } });
      deepStrictEqual(await store.kept(stream, 'message'), { id: 'm-1' });
    });

    it('gives the effect that was running at a crash to the next holder as ambiguous, and only that one', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a'), inLane('b')] });
      await begin('a');
      const { effects } = await claimOf(store, lane, ask(30_001, 'worker-b'));
      deepStrictEqual(
        effects.map(({ key, ambiguous }) => [key, ambiguous]),
        [
          ['a', true],
          ['b', false],
        ],
      );
    });

    it('stays ambiguous when a later effect took the place of one whose end is unknown', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('card', 'one vote')] });
      await begin('card');
      await enqueue(store, { stream, effects: [inLane('card', 'two votes')], atMs: 500 });
      const { data, ambiguous } = effectOf(await claimOf(store, lane, ask(30_001, 'worker-b')), 'card');
      deepStrictEqual({ data, ambiguous }, { data: { text: 'two votes' }, ambiguous: true });
    });

    it('parks an effect with its error; it holds back nothing until an operator puts it back', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a'), inLane('b')] });
      const { claim, effect: begun } = await begin('a');
      await store.release(settled(await store.park(claim, begun, 'no such channel')));
      deepStrictEqual(await runnable(store, lane, 1000), ['b']);
      deepStrictEqual(
        (await store.parked(10)).map(({ key, error, data, stream: of }) => ({ key, error, data, of })),
        [{ key: 'a', error: 'no such channel', data: { text: 'a' }, of: stream }],
      );
      equal(await store.requeue(stream, 'a', moment(2000)), true);
      deepStrictEqual(await store.parked(10), []);
      const back = effectOf(await claimOf(store, lane, ask(2000)), 'a');
      deepStrictEqual(back.attempts, 0);
    });

    it('parks under the same claim what was just put off, as when its last attempt failed', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      const { claim, effect: begun } = await begin('a');
      const later = settled(await store.reschedule(claim, begun, retry));
      const failed = { ...begun, attempts: 1, ambiguous: true };
      await store.release(settled(await store.park(later, failed, 'no answer')));
      deepStrictEqual(
        (await store.parked(10)).map(({ key, attempts, ambiguous, error }) => ({ key, attempts, ambiguous, error })),
        [{ key: 'a', attempts: 1, ambiguous: true, error: 'no answer' }],
      );
      deepStrictEqual(await store.dueLanes(moment(99_000), 10), []);
    });

    it('parks nothing that a later effect replaced after it was put off', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a', 'old')] });
      const { claim, effect: begun } = await begin('a');
      const later = settled(await store.reschedule(claim, begun, retry));
      await enqueue(store, { stream, effects: [inLane('a', 'new')], atMs: 500 });
      await store.release(replaced(await store.park(later, begun, 'no answer')));
      deepStrictEqual(await store.parked(10), []);
      deepStrictEqual(await textsIn(store, lane, 1000), ['new']);
    });

    it('puts back nothing that is not parked', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a')] });
      equal(await store.requeue(stream, 'a', moment(0)), false);
      equal(await store.requeue(stream, 'unknown', moment(0)), false);
      deepStrictEqual(await runnable(store, lane, 0), ['a']);
    });

    it('lets a later effect take the place of a parked one', async () => {
      const store = opened();
      await enqueue(store, { stream, effects: [inLane('a', 'old')] });
      const { claim, effect: begun } = await begin('a');
      await store.release(settled(await store.park(claim, begun, 'gave up')));
      await enqueue(store, { stream, effects: [inLane('a', 'new')], atMs: 1000 });
      deepStrictEqual(await store.parked(10), []);
      deepStrictEqual(await textsIn(store, lane, 1000), ['new']);
    });

    it('measures how long the longest overdue effect has waited: not what is parked or comes later', async () => {
      const store = opened();
      equal(await store.lag(moment(9000)), 0);
      await enqueue(store, { stream, effects: [inLane('a')], atMs: 1000 });
      await enqueue(store, { stream, effects: [effect('later', { due: moment(20_000).toISOString() })], atMs: 1000 });
      equal(await store.lag(moment(9000)), 8000);
      const { claim, effect: begun } = await begin('a', 9000);
      await store.release(settled(await store.park(claim, begun, 'gave up')));
      equal(await store.lag(moment(9000)), 0);
    });
  });
}
