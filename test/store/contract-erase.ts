import { deepStrictEqual, equal } from 'node:assert/strict';
import { personId } from '../../src/core/ids.ts';
import { openedStore } from '../support/store-opened.ts';
import {
  ask,
  beginOf,
  caseStream,
  commit,
  effect,
  instant,
  note,
  type OpenedStore,
  settled,
} from '../support/store-samples.ts';

const stream = caseStream(1);
const other = caseStream(2);
const find = { type: 'case', where: [], order: { field: 'title', direction: 'asc' }, limit: 10 } as const;

export function eraseContract(open: () => Promise<OpenedStore>): void {
  describe('erase', () => {
    const opened = openedStore(open);

    /** Events, state, an effect that waits, one that is parked, and something kept, in each of two streams. */
    async function fill() {
      const store = opened();
      for (const each of [stream, other]) {
        const effects = ['waits', 'purge', 'shown'].map((key) => effect(key, { lane: key }));
        await commit(store, { stream: each, events: [note('Linde'), note('Tiel')], fields: { title: 'a' }, effects });
        const { claim, effect: run } = await beginOf(
          store,
          { stream: each, lane: 'shown' },
          { key: 'shown', by: ask(0) },
        );
        await store.release(settled(await store.complete(claim, run, { key: 'card', value: { message: 'Linde' } })));
      }
      await store.access.append(stream, {
        ...{
          occurredAt: instant(0),
          eventType: 'case.details',
          action: 'read',
          outcome: 'allowed',
          caseKey: 'LI-2026-0001',
        },
        ...{ dataCategory: 'case', userId: personId('ann'), userRole: 'chair', organisation: 'Noord' },
        ...{ authorisationRule: 'case:chair', breakGlass: false, sourceSystem: 'doorbraak' },
      });
      return store;
    }

    it('deletes all of one stream, and nothing of another', async () => {
      const store = await fill();
      const before = await store.history(other);
      await store.erase(stream);
      deepStrictEqual([(await store.load(stream)).version, await store.history(stream)], [0, []]);
      equal(await store.kept(stream, 'card'), undefined);
      equal(await store.has(stream, 'waits'), false);
      deepStrictEqual(
        (await store.find(find)).items.map((item) => item.stream),
        [other],
      );
      deepStrictEqual(await store.history(other), before);
      equal((await store.kept(other, 'card'))?.['message'], 'Linde');
      equal(await store.has(other, 'waits'), true);
    });

    it('leaves the access log, which goes by itself', async () => {
      const store = await fill();
      await store.erase(stream);
      equal((await store.access.read(stream)).length, 1);
      await store.access.erase(stream);
      deepStrictEqual(await store.access.read(stream), []);
    });

    it('leaves the state, the last event and the effect that asks for it, which then ends as usual', async () => {
      const store = await fill();
      await commit(store, { stream, events: [note('gone')], state: { gone: true }, fields: { title: 'b' } });
      const running = await beginOf(store, { stream, lane: 'purge' }, { key: 'purge', by: ask(0) });
      await store.erase(stream, { from: 3, effect: 'purge' });
      const { state, version } = await store.load(stream);
      deepStrictEqual([state, version], [{ gone: true }, 3]);
      deepStrictEqual(
        (await store.history(stream)).map(({ event }) => event),
        [note('gone')],
      );
      equal(await store.kept(stream, 'card'), undefined);
      deepStrictEqual([await store.has(stream, 'waits'), await store.has(stream, 'purge')], [false, true]);
      settled(await store.complete(running.claim, running.effect));
      equal(await commit(store, { stream, events: [note('after')] }), 'committed');
    });

    it('refuses a command that read the stream before', async () => {
      const store = await fill();
      const read = await store.load(stream);
      await store.erase(stream);
      equal(await commit(store, { stream, read }), 'conflict');
    });

    it('takes the lane from whoever runs an effect of it', async () => {
      const store = await fill();
      const { claim, effect: running } = await beginOf(store, { stream, lane: 'waits' }, { key: 'waits', by: ask(0) });
      await store.erase(stream);
      equal((await store.complete(claim, running, { key: 'late', value: {} })).outcome, 'lost');
      equal(await store.kept(stream, 'late'), undefined);
    });

    it('does nothing to a stream that is not there, or gone already', async () => {
      const store = await fill();
      await store.erase(caseStream(3));
      await store.erase(stream);
      await store.erase(stream);
      equal((await store.load(stream)).version, 0);
    });
  });
}
