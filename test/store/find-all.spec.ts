import { deepEqual, equal } from 'node:assert/strict';
import { streamId } from '../../src/core/ids.ts';
import type { Find, Found } from '../../src/store/event-store.ts';
import { findAll } from '../../src/store/find-all.ts';

const found = (n: number): Found => ({ stream: streamId('row', String(n)), version: 1, state: { n } });

/** Gives the rows in pages, and remembers what was asked. */
function pagesOf(count: number) {
  const asked: Find[] = [];
  return {
    asked,
    async find(find: Find) {
      asked.push(find);
      const from = Number(find.after ?? 0);
      const until = Math.min(from + find.limit, count);
      const items = Array.from({ length: until - from }, (_, index) => found(from + index));
      return { items, ...(until < count ? { next: String(until) } : {}) };
    },
  };
}

const find = { type: 'row', where: [], order: { field: 'n', direction: 'asc' } } as const;

describe('finding all', () => {
  for (const [count, pages] of [
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ] as const)
    it(`reads ${count} in ${pages} pages, each once and in order`, async () => {
      const store = pagesOf(count);
      deepEqual(
        (await findAll(store, find)).map(({ state }) => state['n']),
        Array.from({ length: count }, (_, index) => index),
      );
      equal(store.asked.length, pages);
    });

  it('asks every page the same, from where the last one ended', async () => {
    const store = pagesOf(150);
    await findAll(store, find);
    deepEqual(store.asked, [
      { ...find, limit: 100 },
      { ...find, limit: 100, after: '100' },
    ]);
  });
});
