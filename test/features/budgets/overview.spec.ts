import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { PersonId } from '../../../src/core/ids.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { adopt, ask, type Bench, cardOf, openBudgets, people } from './bench.ts';

const year = { centre: 'LI', year: 2026 };

async function openWithBoard(): Promise<Bench> {
  const bench = await openBudgets();
  const { store, clock } = bench.sources.deps;
  const board = `id,kind,centre,name,members,valid_from\nli-board,administrative-board,LI,Bestuurlijk overleg,${people.els},2026-01-01`;
  await importFile({ store, clock, territory: await loadTerritory() }, { text: board });
  bench.sources.deps.directory.forget();
  return bench;
}

describe('the budget card', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openWithBoard();
  });
  afterEach(() => bench.close());

  for (const sentence of [
    'budget',
    'Budget?',
    'Hoeveel budget is er nog',
    'hoeveel budget is er nog over',
    'budget left',
  ])
    it(`answers “${sentence}”`, async () => {
      const shown = await bench.say(people.jan, sentence.replace('?', ''));
      equal(shown?.outcome, 'shown');
      match(shown.card, /Budget 2026: Expertisecentrum Limburg/);
    });
  it('answers no other sentence', async () => {
    for (const sentence of ['budgetten', 'mijn casussen', 'hoi'])
      equal(await bench.say(people.jan, sentence), undefined);
  });

  it('shows each line as a chart, as a simpler one, and as text', async () => {
    await adopt(bench, 'r-1');
    await ask(bench, 'r-2', { amount: '10.000' });
    const { card } = await bench.click(people.jan, 'action budgets/overview');
    const parsed = JSON.parse(card) as object;
    ok(card.includes('Chart.HorizontalBar.Stacked') && card.includes('"Chart.HorizontalBar"'));
    match(card, /€.66\.000 vrij van €.100\.000/);
    match(card, /gereserveerd €.10\.000 · vastgelegd €.24\.000\"/);
    match(card, /€.216\.000 vrij van €.250\.000/);
    match(card, /Landelijk is er in 2026 €.26\.000\.000/);
    ok(parsed);
    ok(!card.includes('subsidie'), 'a line without money is left out');
  });
  it('shows what was spent and what is expected in each quarter', async () => {
    await adopt(bench, 'r-1');
    await bench.click(people.jan, 'submit budgets/spend-send', {
      ...{ request: 'r-1', amount: '6.000', day: '2026-11-20', text: 'Voorschot.' },
    });
    const { card } = await bench.click(people.jan, 'action budgets/overview', year);
    match(card, /jan–mrt","value":"niets/);
    match(card, /okt–dec","value":"uitgegeven €.6\.000 · verwacht €.6\.200/);
    match(card, /later","value":"verwacht €.11\.800/);
  });
  it('shows the requests that run, without a word that was typed', async () => {
    await ask(bench, 'r-1');
    await ask(bench, 'r-2', { amount: '1' });
    await bench.click(people.fatima, 'submit budgets/withdraw-send', { request: 'r-2', text: 'Niet nodig.' });
    await bench.settled();
    const { card } = await bench.click(people.jan, 'action budgets/overview', year);
    ok(card.includes('LI-G-2026-0001') && !card.includes('LI-G-2026-0002'));
    ok(!card.includes('maatwerkplek'));
  });
  it('has “Verdelen” and “Verschuiven” for the project leader only', async () => {
    const has = async (person: PersonId) => {
      const { card } = await bench.click(person, 'action budgets/overview', year);
      return [card.includes('budgets/allocate'), card.includes('budgets/shift'), card.includes('budgets/close')];
    };
    deepEqual(await has(people.jan), [true, true, false]);
    deepEqual(await has(people.els), [false, false, false]);
    bench.pass(20);
    deepEqual(await has(people.jan), [true, true, true]);
  });
  it('says that nothing was allocated for a year', async () => {
    const { card } = await bench.click(people.jan, 'action budgets/overview', { ...year, year: 2028 });
    match(card, /nog niets verdeeld/);
    ok(!card.includes('Chart'));
  });

  it('is for who works for that centre or governs it', async () => {
    for (const person of [people.jan, people.els])
      equal((await bench.click(person, 'action budgets/overview', year)).outcome, 'shown');
  });
  it('is for nobody of another centre, and for no other role', async () => {
    for (const person of [people.miriam, people.sanne, people.fatima, people.marieke, people.lotte, people.tom])
      equal((await bench.click(person, 'action budgets/overview', year)).outcome, 'not-allowed');
    match((await bench.say(people.miriam, 'budget'))?.card ?? '', /Budget 2026: BEN Brabant Zeeland/);
    equal((await bench.say(people.fatima, 'budget'))?.outcome, 'not-allowed');
  });
  it('is shown in the chat with the bot only', async () => {
    const shown = await bench.say(people.jan, 'budget', 'channel');
    deepEqual([shown?.outcome, shown?.card], ['only-in-chat', '']);
  });
});

describe('how to ask for money', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBudgets();
  });
  after(() => bench.close());

  for (const sentence of ['geld aanvragen', 'Ik wil geld aanvragen.', 'ask for money'])
    it(`is told after “${sentence}”`, async () => {
      const shown = await bench.say(people.fatima, sentence);
      match(shown?.card ?? '', /op de kaart van de casus/);
      ok(!shown?.card.includes('budgets/ask'));
    });
  it('has a button for who may ask without a case', async () => {
    match((await bench.say(people.jan, 'geld aanvragen'))?.card ?? '', /budgets\/ask/);
  });
});

describe('a line that is nearly used up', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
  });
  afterEach(() => bench.close());
  const warnings = () => bench.cardsTo(people.jan).filter((name) => name === 'budgets/warning').length;

  it('is told to the project leader, once for each level', async () => {
    await ask(bench, 'r-1', { amount: '79.000' });
    equal(warnings(), 0);
    await ask(bench, 'r-2', { amount: '1.000' });
    equal(warnings(), 1);
    match(await cardOf(bench, people.jan, 'warning'), /beschikbaarheid van plekken: 80% .*Er is nog €.20\.000 vrij/);
    await bench.click(people.fatima, 'submit budgets/withdraw-send', { request: 'r-2', text: 'Niet nodig.' });
    await ask(bench, 'r-3', { amount: '1.000' });
    equal(warnings(), 1);
    await ask(bench, 'r-4', { amount: '15.000' });
    equal(warnings(), 2);
    match(await cardOf(bench, people.jan, 'warning'), /95%/);
    match((await bench.say(people.jan, 'budget'))?.card ?? '', /plekken ⚠ 95%/);
  });
});
