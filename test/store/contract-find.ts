import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { type StreamId } from '../../src/core/ids.ts';
import { type Condition, type EventStore, type Find, type IndexedFields } from '../../src/store/event-store.ts';
import { openedStore } from '../support/store-opened.ts';
import { caseStream, commit, type OpenedStore } from '../support/store-samples.ts';

const byTitle: Find = { type: 'case', where: [], order: { field: 'title', direction: 'asc' }, limit: 100 };

async function put(store: EventStore, id: string | number, fields: IndexedFields): Promise<void> {
  await putAs(store, 'case', { id, fields });
}

async function putAs(
  store: EventStore,
  type: string,
  { id, fields }: Readonly<{ id: string | number; fields: IndexedFields }>,
): Promise<void> {
  const answer = await commit(store, { stream: caseStream(id), type, state: { id: String(id) }, fields });
  equal(answer, 'committed');
}

async function ids(store: EventStore, find: Partial<Find>): Promise<readonly unknown[]> {
  const { items } = await store.find({ ...byTitle, ...find });
  return items.map(({ state }) => state['id']);
}

/** All pages; `between` runs after each page but the last. */
async function pages(store: EventStore, find: Find, between: (page: number) => Promise<void>): Promise<StreamId[]> {
  const streams: StreamId[] = [];
  let after: string | undefined;
  for (let page = 1; ; page++) {
    const { items, next } = await store.find({ ...find, ...(after === undefined ? {} : { after }) });
    ok(items.length <= find.limit);
    streams.push(...items.map(({ stream }) => stream));
    if (next === undefined) return streams;
    after = next;
    await between(page);
  }
}

const samples: Readonly<Record<string, IndexedFields>> = {
  beuk: { title: 'a', status: 'open', places: 1, urgent: true, people: ['ann', 'bob'], started: '2026-01-01' },
  eik: { title: 'b', status: 'closed', places: 2, urgent: false, people: ['bob'], started: '2026-02-01' },
  iep: { title: 'c', status: 'open', places: 10, urgent: 1, people: [], started: '2026-03-01' },
  wilg: { title: 'd', status: undefined, people: 'ann' },
};

const conditions: readonly (readonly [string, readonly Condition[], readonly string[]])[] = [
  ['nothing asked', [], ['beuk', 'eik', 'iep', 'wilg']],
  ['a string that equals', [{ field: 'status', equals: 'open' }], ['beuk', 'iep']],
  ['a number that equals', [{ field: 'places', equals: 10 }], ['iep']],
  ['a boolean that equals, and not the number 1', [{ field: 'urgent', equals: true }], ['beuk']],
  ['false, and not what is absent', [{ field: 'urgent', equals: false }], ['eik']],
  ['a number, and not the same digits as text', [{ field: 'places', equals: '10' }], []],
  ['one of several', [{ field: 'places', in: [1, 10, 99] }], ['beuk', 'iep']],
  ['one of none', [{ field: 'places', in: [] }], []],
  ['a list that contains', [{ field: 'people', contains: 'bob' }], ['beuk', 'eik']],
  ['a list, and not a scalar, that contains', [{ field: 'people', contains: 'ann' }], ['beuk']],
  ['a scalar, and not a list, that equals', [{ field: 'people', equals: 'ann' }], ['wilg']],
  ['numbers from and to, both included, as numbers', [{ field: 'places', from: 2, to: 10 }], ['eik', 'iep']],
  ['from alone', [{ field: 'started', from: '2026-02-01' }], ['eik', 'iep']],
  ['to alone', [{ field: 'started', to: '2026-02-01' }], ['beuk', 'eik']],
  ['a number range that skips texts', [{ field: 'started', from: 0 }], []],
  ['a text range that skips numbers', [{ field: 'places', to: 'z' }], []],
  [
    'all of several conditions',
    [
      { field: 'status', equals: 'open' },
      { field: 'people', contains: 'bob' },
      { field: 'places', from: 1 },
    ],
    ['beuk'],
  ],
  ['a field nobody has', [{ field: 'unknown', equals: 'x' }], []],
  ['a value with quotes', [{ field: 'status', equals: "' OR 1=1 --" }], []],
];

export function findContract(open: () => Promise<OpenedStore>): void {
  describe('find', () => {
    const opened = openedStore(open);

    it('finds by every kind of condition', async () => {
      const store = opened();
      for (const [id, fields] of Object.entries(samples)) await put(store, id, fields);
      for (const [what, where, expected] of conditions) {
        deepStrictEqual({ what, found: await ids(store, { where }) }, { what, found: expected });
      }
    });

    it('finds states of one type only, with their version', async () => {
      const store = opened();
      await put(store, 'beuk', { title: 'x' });
      await putAs(store, 'person', { id: 'eik', fields: { title: 'x' } });
      await put(store, 'beuk', { title: 'y' });
      deepStrictEqual((await store.find(byTitle)).items, [
        { stream: caseStream('beuk'), version: 2, state: { id: 'beuk' } },
      ]);
      deepStrictEqual(await ids(store, { where: [{ field: 'title', equals: 'x' }] }), []);
    });

    it('forgets the fields that a later state no longer has', async () => {
      const store = opened();
      await put(store, 'beuk', { title: 'x', people: ['ann', 'bob'], status: 'open' });
      await put(store, 'beuk', { title: 'x', people: ['bob'] });
      deepStrictEqual(await ids(store, { where: [{ field: 'people', contains: 'ann' }] }), []);
      deepStrictEqual(await ids(store, { where: [{ field: 'status', equals: 'open' }] }), []);
      deepStrictEqual(await ids(store, { where: [{ field: 'people', contains: 'bob' }] }), ['beuk']);
    });

    it('orders up and down; the stream breaks ties; a missing field sorts as the empty text', async () => {
      const store = opened();
      await put(store, 'z', { title: 'An' });
      await put(store, 'a', { title: 'An B' });
      await put(store, 'b', { title: 'Anna' });
      await put(store, 'y', { title: 'An' });
      await put(store, 'n', {});
      deepStrictEqual(await ids(store, {}), ['n', 'y', 'z', 'a', 'b']);
      const order = { field: 'title', direction: 'desc' } as const;
      deepStrictEqual(await ids(store, { order }), ['b', 'a', 'z', 'y', 'n']);
    });

    for (const direction of ['asc', 'desc'] as const) {
      it(`pages ${direction} through ties and missing fields without gaps or doubles`, async () => {
        const store = opened();
        const titles = ['a', 'a', undefined, 'b', undefined, 'a', 'c'];
        for (const [id, title] of titles.entries()) await put(store, id, { title, status: 'open' });
        const where = [{ field: 'status', equals: 'open' }];
        const find: Find = { ...byTitle, where, order: { field: 'title', direction }, limit: 2 };
        const up = [2, 4, 0, 1, 5, 3, 6].map((id) => caseStream(id));
        deepStrictEqual(await pages(store, find, async () => {}), direction === 'asc' ? up : up.toReversed());
      });
    }

    it('gives no next page after the last one', async () => {
      const store = opened();
      await put(store, 1, { title: 'a' });
      await put(store, 2, { title: 'b' });
      equal((await store.find({ ...byTitle, limit: 2 })).next, undefined);
    });

    it('pages over 1,000 states without gaps or doubles while others come in', async () => {
      const store = opened();
      const numbers = Array.from({ length: 1000 }, (_, index) => String(index).padStart(4, '0'));
      for (let from = 0; from < 1000; from += 50) {
        await Promise.all(numbers.slice(from, from + 50).map((id) => put(store, id, { title: `t${id}` })));
      }
      const seen = await pages(store, byTitle, async (page) => {
        if (page !== 3) return;
        await put(store, 'passed', { title: 't0100-' });
        await put(store, 'ahead', { title: 't0900-' });
      });
      const expected = numbers.map((id) => caseStream(id));
      expected.splice(901, 0, caseStream('ahead'));
      deepStrictEqual(seen, expected);
    }).timeout(60_000);
  });
}
