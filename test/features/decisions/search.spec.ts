import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { decisionsFeature } from '../../../src/features/decisions/index.ts';
import { searching } from '../../support/searching.ts';
import { type Bench, decision, money, openBench, people } from './bench.ts';

describe('decisions: the search of the message extension', () => {
  let bench: Bench;
  const ids: Awaited<ReturnType<Bench['write']>>[] = [];
  before(async () => {
    bench = await openBench();
    for (const verdict of ['adopt', 'reject']) {
      const id = await bench.write(people.jan, money);
      await bench.press(people.jan, 'action decisions/put-forward', id);
      const data = { proposal: id, ...decision, verdict };
      equal((await bench.click(people.judith, 'submit decisions/decide-send', data)).outcome, 'done', verdict);
      ids.push(id);
    }
    ids.push(await bench.write(people.jan, money));
  });
  after(() => bench.close());

  const search = (query: string, actor = people.wim) =>
    searching(decisionsFeature(bench.deps).routes, actor, { verb: 'searchDecisions', query });
  const look = (actor = people.wim) => bench.click(actor, 'dialog decisions/look', { proposal: ids[0] });

  for (const query of ['', 'woning', 'budget', 'LI-V-2026-001']) {
    it(`finds by “${query}” what was adopted in somebody’s centre, and not what was rejected or is not decided`, async () => {
      deepEqual((await search(query)).titles, ['LI-V-2026-001: Woning voor overbrugging']);
    });
  }

  it('gives a card with number, subject and outcome, without a word that somebody typed', async () => {
    const { cards } = await search('');
    match(cards[0] ?? '', /Besluit LI-V-2026-001.*Budget.*Aangenomen op/);
    doesNotMatch(cards[0] ?? '', /Woning/);
  });

  it('opens for who may see the decision, and for nobody else', async () => {
    match((await look()).card, /Woning voor overbrugging/);
    deepEqual(
      [(await look(people.miriam)).outcome, (await look(people.hanna)).outcome],
      ['unknown-proposal', 'unknown-proposal'],
    );
  });

  it('finds nothing in another centre, and refuses who works for none', async () => {
    deepEqual((await search('woning', people.miriam)).outcome, 'nothing-found');
    const { outcome, titles } = await search('', people.hanna);
    deepEqual([outcome, titles], ['not-allowed', []]);
  });
});
