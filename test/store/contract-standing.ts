import { deepStrictEqual } from 'node:assert/strict';
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
  settled,
} from '../support/store-samples.ts';

const stream = caseStream(1);
const lane = { stream, lane: 'channel' };
const inLane = (key: string, due: number) => effect(key, { lane: 'channel', due: instant(due) });
const quiet = { lagMs: 0, due: 0, parkedByKind: {} };
const dayMs = 24 * 60 * 60 * 1_000;

/** How the work stands, and which programs live: what a watchman asks. */
export function standingContract(open: () => Promise<OpenedStore>): void {
  describe('standing', () => {
    const opened = openedStore(open);

    it('says since when the oldest is due, and how many are', async () => {
      await enqueue(opened(), { stream, effects: [inLane('a', 1_000), inLane('b', 3_000), inLane('later', 9_000)] });
      deepStrictEqual(await opened().standing(moment(5_000)), { ...quiet, lagMs: 4_000, due: 2 });
    });

    it('says nothing of what is not due yet', async () => {
      await enqueue(opened(), { stream, effects: [inLane('later', 9_000)] });
      deepStrictEqual(await opened().standing(moment(5_000)), quiet);
    });

    it('leaves out what is being run, and what waits behind a retry', async () => {
      await enqueue(opened(), { stream, effects: [inLane('a', 1_000), inLane('b', 3_000)] });
      const { claim, effect: begun } = await beginOf(opened(), lane, { key: 'a', by: ask(5_000) });
      deepStrictEqual(await opened().standing(moment(5_000)), quiet);
      const next = { due: moment(60_000), failed: true, ambiguous: false };
      await opened().release(settled(await opened().reschedule(claim, begun, next)));
      deepStrictEqual(await opened().standing(moment(5_000)), quiet);
      deepStrictEqual(await opened().standing(moment(61_000)), { ...quiet, lagMs: 58_000, due: 2 });
    });

    it('knows what is still to be done, whatever it waits for, and not what is done or was never there', async () => {
      await enqueue(opened(), { stream, effects: [inLane('a', 0), inLane('b', 0), inLane('later', 9_000)] });
      let claim = await claimOf(opened(), lane, ask(0));
      const [done, given] = claim.effects;
      claim = settled(await opened().complete(settled(await opened().begin(claim, done!, ask(0))), done!));
      await opened().park(settled(await opened().begin(claim, given!, ask(0))), given!, 'no such channel');
      const keys = ['a', 'b', 'later', 'never'];
      deepStrictEqual(await Promise.all(keys.map((key) => opened().has(stream, key))), [false, true, true, false]);
      deepStrictEqual(await opened().has(caseStream(2), 'b'), false);
    });

    it('counts what was given up by its kind, until it is put back', async () => {
      await enqueue(opened(), { stream, effects: [inLane('a', 0), effect('b', { lane: 'channel', kind: 'link' })] });
      let claim = await claimOf(opened(), lane, ask(0));
      for (const each of claim.effects) {
        claim = settled(await opened().begin(claim, each, ask(0)));
        claim = settled(await opened().park(claim, each, 'no such channel'));
      }
      await opened().release(claim);
      deepStrictEqual(await opened().standing(moment(0)), { ...quiet, parkedByKind: { tell: 1, link: 1 } });
      await opened().requeue(stream, 'a', moment(0));
      deepStrictEqual(await opened().standing(moment(0)), { ...quiet, due: 1, parkedByKind: { link: 1 } });
    });
  });

  describe('heartbeats', () => {
    const opened = openedStore(open);

    it('are kept by program, the last of each', async () => {
      await opened().beat({ instance: 'b', at: instant(0) });
      await opened().beat({ instance: 'a', at: instant(1_000) });
      await opened().beat({ instance: 'b', at: instant(60_000) });
      deepStrictEqual(await opened().heartbeats(moment(60_000)), [
        { instance: 'a', at: instant(1_000) },
        { instance: 'b', at: instant(60_000) },
      ]);
    });

    it('go with a program that stops, and with nothing when it is not known', async () => {
      await opened().beat({ instance: 'a', at: instant(0) });
      await opened().farewell('b');
      deepStrictEqual(await opened().heartbeats(moment(0)), [{ instance: 'a', at: instant(0) }]);
      await opened().farewell('a');
      deepStrictEqual(await opened().heartbeats(moment(0)), []);
    });

    it('of a dead program are forgotten after a day', async () => {
      await opened().beat({ instance: 'dead', at: instant(0) });
      await opened().beat({ instance: 'alive', at: instant(dayMs - 1) });
      deepStrictEqual((await opened().heartbeats(moment(dayMs - 1))).length, 2);
      deepStrictEqual(await opened().heartbeats(moment(dayMs)), [{ instance: 'alive', at: instant(dayMs - 1) }]);
    });
  });
}
