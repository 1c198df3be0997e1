import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { expertsFeature } from '../../../src/features/experts/index.ts';
import { searching } from '../../support/searching.ts';
import { type Bench, openBench } from './bench.ts';
import { anouk, chair, hanna } from './samples.ts';

describe('experts: the search of the message extension', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench.store.close());

  const search = (query: string, actor = chair, page: object = {}) =>
    searching(expertsFeature(bench.deps).routes, actor, { verb: 'searchExperts', query, ...page });

  it('shows all of them before anything is typed, a page at a time', async () => {
    const { titles } = await search('');
    equal(titles.length, 10);
    deepEqual((await search('', chair, { skip: 8, count: 5 })).titles, titles.slice(8));
  });

  it('finds by name first, and by what they know about', async () => {
    const name = await bench.deps.directory.nameOf(anouk);
    equal((await search(name.toUpperCase())).titles[0], name);
    ok((await search('eetstoornis')).titles.length > 0);
  });

  it('says so when nobody fits', async () => {
    match((await search('qqqq')).said, /Ik vind hiermee geen expert/);
  });

  it('gives a card with name and organisation only: what they know about is behind its button', async () => {
    const { cards, texts } = await search('eetstoornis');
    match(cards[0] ?? '', /"verb":"experts\/profile"/);
    match(texts[0] ?? '', /uur vrij|Even niet|Afwezig/);
    doesNotMatch(cards.join(''), /eetstoornis|uur vrij|Afwezig|Ervaringsdeskundige/i);
  });

  it('refuses who may not see the list, with the same words as the list', async () => {
    const { outcome, titles, said } = await search('', hanna);
    deepEqual([outcome, titles], ['not-allowed', []]);
    equal(said, (await bench.click(hanna, 'action experts/list')).text);
  });

  it('does not look for personal data, nor log it', async () => {
    equal((await search('jan@voorbeeld.nl')).outcome, 'personal-data');
    ok(!bench.logged().includes('jan@voorbeeld.nl'));
  });
});
