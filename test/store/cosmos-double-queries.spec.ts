import { deepStrictEqual, equal, ok, rejects } from 'node:assert/strict';
import { unknown } from '../support/cosmos-double/answer.ts';
import { drivenDouble, indexingPolicy, refused } from '../support/cosmos-double/driven.ts';

describe('Cosmos DB double', () => {
  const driven = drivenDouble();
  const { freshContainer, ids, put } = driven;

  describe('queries (Microsoft: "Query an Azure Cosmos DB container", "ORDER BY clause")', () => {
    const words = ['beuk', 'eik', 'iep', 'wilg', 'els', 'linde'];
    beforeEach(() => put(...words.map((word, n) => ({ id: `i${n}`, stream: `s${n}`, word, n: n % 3 }))));

    it('looks at one partition only when one is named', async () => {
      deepStrictEqual(await ids('SELECT c.id FROM c', [], { partitionKey: 's1' }), ['i1']);
      const other = { name: '@s', value: 's2' };
      deepStrictEqual(await ids('SELECT c.id FROM c WHERE c.stream = @s', [other], { partitionKey: 's1' }), []);
    });

    it('filters over all partitions by itself', async () => {
      const found = await ids('SELECT c.id FROM c WHERE c.n = @n', [{ name: '@n', value: 1 }]);
      deepStrictEqual(found.toSorted(), ['i1', 'i4']);
      ok(!driven.double.answered.some(({ kind }) => kind === 'ranges'));
    });

    for (const forceQueryPlan of [false, true]) {
      it(`lets the SDK merge an ordered query, ${forceQueryPlan ? 'by its plan' : 'after a refusal'}`, async () => {
        driven.double.calm();
        const options = { forceQueryPlan, maxItemCount: 2 };
        const up = await ids('SELECT c.id, c.word FROM c ORDER BY c.word', [], options);
        deepStrictEqual(up, ['i0', 'i1', 'i4', 'i2', 'i5', 'i3']);
        const top = 'SELECT TOP @top c.id FROM c WHERE c.n > 0 ORDER BY c.word DESC';
        deepStrictEqual(await ids(top, [{ name: '@top', value: 3 }], options), ['i5', 'i2', 'i4']);
        const refusals = driven.double.answered.filter(({ kind, status }) => kind === 'query' && status === 400).length;
        equal(refusals, forceQueryPlan ? 0 : 2);
      });
    }

    it('orders by two properties when a composite index says so, and refuses it otherwise', async () => {
      const query = 'SELECT c.id FROM c ORDER BY c.n ASC, c.word DESC';
      deepStrictEqual(await refused(ids(query, [], { forceQueryPlan: true })), [400]);
      const order = [
        [
          { path: '/n', order: 'ascending' },
          { path: '/word', order: 'descending' },
        ],
      ];
      driven.container = await freshContainer({ ...indexingPolicy, compositeIndexes: order });
      await put(...words.map((word, n) => ({ id: `i${n}`, stream: `s${n}`, word, n: n % 3 })));
      deepStrictEqual(await ids(query, [], { forceQueryPlan: true }), ['i3', 'i0', 'i4', 'i1', 'i5', 'i2']);
    });

    it('refuses to order by what is not indexed (Microsoft: "Indexing policies")', async () => {
      deepStrictEqual(await refused(ids('SELECT c.id FROM c ORDER BY c.ttl', [], { partitionKey: 's1' })), [400]);
    });

    it('gives items without the property first when they are ordered by it', async () => {
      await put({ id: 'none', stream: 's1' });
      deepStrictEqual(await ids('SELECT c.id FROM c ORDER BY c.n', [], { partitionKey: 's1' }), ['none', 'i1']);
    });

    it('pages, and goes on where a page ended', async () => {
      await put(...Array.from({ length: 25 }, (_, n) => ({ id: `p${String(n).padStart(2, '0')}`, stream: 'p', n })));
      const query = 'SELECT c.id FROM c ORDER BY c.n DESC';
      const pages = driven.container.items.query<{ id: string }>(query, { partitionKey: 'p', maxItemCount: 10 });
      const first = await pages.fetchNext();
      const { continuationToken } = first;
      const rest = await ids(query, [], { partitionKey: 'p', maxItemCount: 10, continuationToken });
      deepStrictEqual([first.resources.length, rest.length, rest.at(-1)], [10, 15, 'p00']);
    });

    for (const query of [
      'SELECT DISTINCT c.word FROM c',
      'SELECT c.n, COUNT(1) FROM c GROUP BY c.n',
      'SELECT c.id FROM c OFFSET 1 LIMIT 1',
      'SELECT VALUE t FROM c JOIN t IN c.tags',
      'SELECT c.id FROM c WHERE',
    ]) {
      it(`refuses what it does not know: ${query}`, async () => {
        deepStrictEqual(await refused(ids(query, [], { partitionKey: 's1' })), [400]);
      });
    }

    it('refuses the change feed', async () => {
      const feed = driven.container.items.getChangeFeedIterator({ maxItemCount: 1 });
      await rejects(feed.readNext(), new RegExp(unknown('').message));
    });
  });
});
