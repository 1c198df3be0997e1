import { deepStrictEqual, equal, notEqual, rejects } from 'node:assert/strict';
import { type Message } from '../../src/core/decider.ts';
import { type Effect } from '../../src/core/effect.ts';
import { commandId, personId, streamId } from '../../src/core/ids.ts';
import { type Commit, type Loaded, maxStateBytes, type Recorded, StateTooLarge } from '../../src/store/event-store.ts';
import { type Store } from '../../src/store/store.ts';
import { openedStore } from '../support/store-opened.ts';
import {
  caseStream,
  commit,
  commitOf,
  effect,
  instant,
  moment,
  note,
  type OpenedStore,
} from '../support/store-samples.ts';

const stream = caseStream(1);
const byTitle = { type: 'case', where: [], order: { field: 'title', direction: 'asc' }, limit: 10 } as const;

/** Everything that a commit can leave behind. */
async function traces(store: Store, { commandId: id }: Pick<Commit, 'commandId'>) {
  return {
    loaded: await store.load(stream),
    history: await store.history(stream),
    handled: await store.handled(stream, id),
    found: (await store.find(byTitle)).items,
    lanes: await store.dueLanes(moment(60_000), 10),
  };
}

export function commitContract(open: () => Promise<OpenedStore>): void {
  describe('commit', () => {
    const opened = openedStore(open);

    it('records events, state and command, to be read back as they were', async () => {
      const store = opened();
      const by = personId('5f0c6a5e-0000-4000-8000-000000000001');
      const id = commandId('submit-1');
      const read = await store.load(stream);
      deepStrictEqual({ state: read.state, version: read.version }, { state: undefined, version: 0 });
      const events: Recorded[] = [note('één'), note('twee')].map((event, index) => {
        return { event, version: index + 1, at: instant(0), by, commandId: id };
      });
      const state = { title: 'Ree', open: true, count: 2, nested: { list: [1, null, 'ë'] } };
      const whole = await commitOf(store, { stream, read, state, commandId: id });
      equal(await store.commit({ ...whole, events }), 'committed');
      const loaded = await store.load(stream);
      deepStrictEqual({ state: loaded.state, version: loaded.version }, { state, version: 2 });
      deepStrictEqual(await store.history(stream), events);
      deepStrictEqual(await store.handled(stream, id), events);
    });

    it('keeps a state without events, which then has no history', async () => {
      const store = opened();
      const bare = (read: Loaded, title: string) => commit(store, { stream, read, state: { title }, events: [] });
      const first = await store.load(stream);
      equal(await bare(first, 'Ree'), 'committed');
      const second = await store.load(stream);
      equal(await bare(second, 'Das'), 'committed');
      const { state, version } = await store.load(stream);
      deepStrictEqual({ state, version }, { state: { title: 'Das' }, version: 0 });
      deepStrictEqual(await store.history(stream), []);
    });

    it('gives nothing for a stream nobody wrote to, and for a command never accepted', async () => {
      const store = opened();
      deepStrictEqual(await store.history(stream), []);
      equal(await store.handled(stream, commandId('never')), undefined);
      await commit(store, { stream });
      equal(await store.handled(stream, commandId('never')), undefined);
    });

    it('answers conflict when the stream has moved on, and writes nothing', async () => {
      const store = opened();
      const late = await commitOf(store, { stream, state: { late: true }, effects: [effect('late')] });
      await commit(store, { stream, state: { first: true } });
      const before = await traces(store, late);
      equal(await store.commit(late), 'conflict');
      deepStrictEqual(await traces(store, late), before);
    });

    for (const writers of [2, 16]) {
      it(`lets one of ${writers} writers win`, async () => {
        const store = opened();
        await commit(store, { stream });
        const all = Array.from({ length: writers }, (_, writer) => commitOf(store, { stream, state: { writer } }));
        const answers = await Promise.all((await Promise.all(all)).map((each) => store.commit(each)));
        deepStrictEqual(answers.toSorted(), ['committed', ...Array<string>(writers - 1).fill('conflict')]);
        equal((await store.history(stream)).length, 2);
        deepStrictEqual((await store.load(stream)).state, { writer: answers.indexOf('committed') });
      });
    }

    it('lets one of two first writers win', async () => {
      const store = opened();
      const both = await Promise.all([1, 2].map((writer) => commitOf(store, { stream, state: { writer } })));
      const answers = await Promise.all(both.map((each) => store.commit(each)));
      deepStrictEqual(answers.toSorted(), ['committed', 'conflict']);
      equal((await store.load(stream)).version, 1);
    });

    it('answers duplicate for a command that was accepted, also when the stream moved on, and writes nothing', async () => {
      const store = opened();
      const id = commandId('vote-1');
      const first = await commitOf(store, { stream, commandId: id, events: [note('a'), note('b')] });
      await store.commit(first);
      const again = await commitOf(store, { stream, commandId: id, effects: [effect('twice')] });
      const before = await traces(store, again);
      equal(await store.commit(again), 'duplicate');
      deepStrictEqual(await traces(store, again), before);
      await commit(store, { stream });
      equal(await store.commit(first), 'duplicate');
      deepStrictEqual(await store.handled(stream, id), first.events);
    });

    it('knows a command by its stream: the same id elsewhere is another command', async () => {
      const store = opened();
      const id = commandId('same');
      equal(await commit(store, { stream, commandId: id }), 'committed');
      equal(await commit(store, { stream: caseStream(2), commandId: id }), 'committed');
    });

    it('refuses a state above 1 MB, counted in bytes, and writes nothing', async () => {
      const store = opened();
      const text = 'ë'.repeat(maxStateBytes / 2);
      const tooLarge = await commitOf(store, { stream, state: { text }, effects: [effect('never')] });
      const before = await traces(store, tooLarge);
      await rejects(store.commit(tooLarge), StateTooLarge);
      deepStrictEqual(await traces(store, tooLarge), before);
    });

    it('takes a state just below 1 MB', async () => {
      const store = opened();
      const state = { text: 'x'.repeat(maxStateBytes - 100) };
      equal(await commit(store, { stream, state }), 'committed');
      deepStrictEqual((await store.load(stream)).state, state);
    });

    it('writes nothing at all when one of the events has a version that exists', async () => {
      const store = opened();
      await commit(store, { stream, state: { title: 'before' }, fields: { title: 'before' } });
      const changed = { state: { title: 'after' }, fields: { title: 'after' }, effects: [effect('never')] };
      const whole = await commitOf(store, { stream, events: [note('new'), note('old')], ...changed });
      const clash = { ...whole, events: whole.events.map((each, index) => ({ ...each, version: 2 - index })) };
      const before = await traces(store, clash);
      const answer = await store.commit(clash).catch(() => 'thrown');
      notEqual(answer, 'committed');
      deepStrictEqual(await traces(store, clash), before);
    });

    it('keeps 1,000 events of one stream in order', async () => {
      const store = opened();
      for (let batch = 0; batch < 20; batch++) {
        const events = Array.from({ length: 50 }, (_, index) => note(String(batch * 50 + index)));
        await commit(store, { stream, events });
      }
      const history = await store.history(stream);
      const expected = Array.from({ length: 1000 }, (_, index) => ({ version: index + 1, event: note(String(index)) }));
      deepStrictEqual(
        history.map(({ version, event }) => ({ version, event })),
        expected,
      );
      equal((await store.load(stream)).version, 1000);
    });

    it('keeps streams apart, also when one name begins with another', async () => {
      const store = opened();
      await commit(store, { stream: streamId('case', '1'), state: { of: '1' } });
      await commit(store, { stream: streamId('case', '1-1'), state: { of: '1-1' } });
      deepStrictEqual((await store.load(streamId('case', '1'))).state, { of: '1' });
      equal((await store.history(streamId('case', '1'))).length, 1);
    });

    it('reads back what a newer version of the program wrote', async () => {
      const store = opened();
      const event: Message = { type: 'FromTomorrow', data: { deep: { er: [1, { x: null }] }, extra: true } };
      const unknown = { kind: 'from-tomorrow', key: 'k', lane: 'l', data: { a: { b: 1 } }, priority: 3 } as Effect;
      const written = await commitOf(store, { stream, events: [event], effects: [unknown] });
      const events = written.events.map((each) => ({ ...each, trace: 'x' }));
      equal(await store.commit({ ...written, events }), 'committed');
      deepStrictEqual(
        (await store.history(stream)).map((each) => each.event),
        [event],
      );
      const claim = await store.claim({ stream, lane: 'l' }, { owner: 'a', now: moment(0), leaseMs: 1000 });
      const { kind, key, data } = claim!.effects[0]!;
      deepStrictEqual({ kind, key, data }, { kind: 'from-tomorrow', key: 'k', data: { a: { b: 1 } } });
    });
  });
}
