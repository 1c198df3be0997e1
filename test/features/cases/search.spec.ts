import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { caseStream } from '../../../src/features/cases/case.ts';
import { searching } from '../../support/searching.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo } from './standing.ts';
import { applicant, centreWorker, chair, id, inConference, member, number } from './stories.ts';

describe('cases: the search of the message extension', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
    await bringTo(bench.store, inConference());
  });
  after(() => bench.store.close());

  const search = (query: string, actor = chair) =>
    searching(bench.feature.routes, actor, { verb: 'searchCases', query });
  const looks = async () =>
    (await bench.store.access.read(caseStream(id))).map(({ outcome, userId }) => [outcome, userId]);

  for (const query of ['', 'LI-2026-0001', 'li 2026 0001', 'LI-2026-1', '0001', 'overleg']) {
    it(`finds by “${query}” what somebody takes part in`, async () => {
      deepEqual((await search(query)).titles, [number]);
    });
  }

  it('finds it for the applicant and for a member of the team, who may ask how it stands', async () => {
    deepEqual((await search('', applicant)).titles, [number]);
    deepEqual((await search('', member)).titles, [number]);
  });

  it('gives a card with number, stage and whose turn it is, and nothing else of the case', async () => {
    const { cards, texts } = await search(number);
    match(cards[0] ?? '', /Casus .*Procesregisseur houdt het casusoverleg/);
    match(cards[0] ?? '', /"verb":"cases\/details"/);
    ok((texts[0] ?? '').length > 0);
    doesNotMatch(cards[0] ?? '', /gemeente|Merel|eetstoornis/i);
  });

  it('says nothing of a case to whoever has nothing to do with it, and keeps that they looked', async () => {
    const before = await looks();
    const stranger = await search(number, centreWorker);
    deepEqual([stranger.titles, stranger.outcome], [[], 'nothing-found']);
    equal(stranger.said, (await search('LI-2026-9999', centreWorker)).said);
    deepEqual((await looks()).slice(before.length), [['refused', centreWorker]]);
  });

  it('takes a number that is still being typed for a look at nobody’s case', async () => {
    const before = await looks();
    for (const query of ['LI-2026-1', 'LI-2026-00', 'LI-2026-001'])
      deepEqual((await search(query, centreWorker)).titles, []);
    deepEqual(await looks(), before);
  });

  it('finds nothing for them by any words either', async () => {
    for (const query of ['', '2026', 'overleg']) deepEqual((await search(query, centreWorker)).titles, []);
  });

  it('does not look for personal data, nor log it', async () => {
    const { outcome, titles } = await search('123456782');
    deepEqual([outcome, titles], ['personal-data', []]);
    ok(!bench.logged().includes('123456782'));
  });
});
