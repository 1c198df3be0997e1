import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { PersonId } from '../../../src/core/ids.ts';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { adopt, ask, type Bench, cardOf, openBudgets, order, people } from './bench.ts';
import { euros } from './samples.ts';

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
      match(shown?.card ?? '', /Budget LI 2026/);
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
    match(card, /gereserveerd €.10\.000 · vastgelegd €.24\.000 · uitgegeven €.0/);
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
    match(card, /Kwartaal 4","value":"uitgegeven €.6\.000 · verwacht €.6\.200/);
    match(card, /Na dit jaar","value":"€.11\.800/);
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
    match((await bench.say(people.miriam, 'budget'))?.card ?? '', /Budget BZ 2026/);
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

describe('allocating a budget', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openWithBoard();
  });
  afterEach(() => bench.close());
  const amounts = {
    ...{ 'line-consult': '10.000', 'line-fly-in': '0', 'line-availability': '100.000', 'line-guarantee': '50.000' },
    ...{ 'line-add-on': '0', 'line-start-up': '90.000', 'line-subsidy': '0', 'line-learning': '0', override: '' },
  };
  const allocate = (person: PersonId, rest: object = {}) =>
    bench.click(person, 'submit budgets/allocate-send', { ...year, ...amounts, ...rest });

  it('begins with what every line has', async () => {
    const { card } = await bench.click(people.jan, 'dialog budgets/allocate', year);
    match(card, /"id":"line-availability"[^}]*"value":"100000"/);
    match(card, /"id":"line-subsidy"[^}]*"value":"0"/);
  });
  it('records what each line gets, also for a year that is new', async () => {
    equal((await allocate(people.jan, { 'line-learning': '2.500,50' })).outcome, 'done');
    equal((await bench.budget()).lines.learning.allocated, 250_050);
    equal((await allocate(people.jan, { year: 2027 })).outcome, 'done');
    equal((await bench.budget(2027)).lines.consult.allocated, euros(10_000));
  });
  it('asks for an amount for every line', async () => {
    match((await allocate(people.jan, { 'line-consult': '' })).card, /Vul een bedrag in/);
    match((await allocate(people.jan, { 'line-consult': 'veel' })).card, /Vul een bedrag in/);
  });
  it('does not take what is used, but with a reason, under a name', async () => {
    await ask(bench, 'r-1');
    const refused = await allocate(people.jan, { 'line-availability': '20.000' });
    equal(refused.outcome, 'faults');
    match(refused.card, /beschikbaarheid van plekken/);
    equal((await bench.budget()).lines.availability.allocated, euros(100_000));
    equal((await allocate(people.jan, { 'line-availability': '20.000', override: 'Korting.' })).outcome, 'done');
    equal(freeOf((await bench.budget()).lines.availability), euros(-4_000));
  });
  it('refuses a BSN in the reason', async () => {
    const shown = await allocate(people.jan, { 'line-availability': '0', override: 'bsn 111222333' });
    equal(shown.outcome, 'faults');
    ok(!bench.logged().includes('111222333'));
  });
  it('is for the project leader of that centre only', async () => {
    for (const person of [people.els, people.miriam, people.fatima, people.sanne]) {
      equal((await allocate(person, { 'line-consult': '1' })).outcome, 'not-allowed');
      equal((await bench.click(person, 'dialog budgets/allocate', year)).outcome, 'not-allowed');
    }
    equal((await bench.budget()).lines.consult.allocated, euros(10_000));
  });
});

describe('shifting money', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openWithBoard();
  });
  afterEach(() => bench.close());
  const wish = { ...year, from: 'start-up', to: 'consult', amount: '5.000', reason: 'Meer vragen.', override: '' };
  const shift = (person: PersonId, rest: object = {}) =>
    bench.click(person, 'submit budgets/shift-send', { ...wish, ...rest });
  const consult = async () => freeOf((await bench.budget()).lines.consult);

  it('takes from one line what another gets', async () => {
    equal((await bench.click(people.jan, 'dialog budgets/shift', year)).outcome, 'opened');
    match((await shift(people.jan)).card, /€.5\.000 verschoven van opstartkosten naar consultatie/);
    equal(await consult(), euros(15_000));
    equal(freeOf((await bench.budget()).lines['start-up']), euros(85_000));
  });
  it('happens once when the same click comes twice', async () => {
    await bench.clickTwice(people.jan, 'submit budgets/shift-send', wish);
    equal(await consult(), euros(15_000));
  });
  it('says what is left when it is too much', async () => {
    const shown = await shift(people.jan, { amount: '90.001' });
    match(shown.card, /Op opstartkosten is nog €.90\.000 vrij/);
  });
  for (const [what, rest] of Object.entries({
    'no reason': { reason: '' },
    'no amount': { amount: '' },
    'no line': { from: '' },
    'the same line': { to: 'start-up' },
    'a BSN in the reason': { reason: 'bsn 111222333' },
    'a BSN in the allowance': { override: 'bsn 111222333' },
  }))
    it(`is refused with ${what}`, async () => {
      equal((await shift(people.jan, rest)).outcome, 'faults');
      equal(await consult(), euros(10_000));
      ok(!bench.logged().includes('111222333'));
    });
  it('is for the project leader of that centre only', async () => {
    for (const person of [people.els, people.miriam, people.fatima]) {
      equal((await shift(person)).outcome, 'not-allowed');
      equal((await bench.click(person, 'dialog budgets/shift', year)).outcome, 'not-allowed');
    }
    equal(await consult(), euros(10_000));
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

describe('the turn of the year', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openWithBoard();
    await adopt(bench, 'r-1');
    await ask(bench, 'r-2', { amount: '10.000' });
    bench.pass(30);
    await bench.settled();
  });
  afterEach(() => bench.close());
  const close = (person: PersonId) => bench.click(person, 'submit budgets/close-send', year);

  it('brings what is free and what runs to the next year', async () => {
    match((await bench.click(people.jan, 'dialog budgets/close', year)).card, /gaat mee naar 2027/);
    equal((await close(people.jan)).outcome, 'done');
    await bench.settled();
    const [old, next] = [await bench.budget(2026), await bench.budget(2027)];
    deepEqual([old.status, freeOf(old.lines.availability)], ['closed', 0]);
    const { reserved, committed } = next.lines.availability;
    deepEqual([reserved, committed, freeOf(next.lines.availability)], [euros(10_000), euros(24_000), euros(66_000)]);
    equal((await bench.request('r-1'))?.year, 2027);
  });
  it('changes nothing for who spends, and for a decision that comes after it', async () => {
    await close(people.jan);
    await bench.settled();
    await bench.decide('r-2');
    await bench.settled();
    const shown = await bench.click(people.jan, 'submit budgets/spend-send', {
      ...{ request: 'r-1', amount: '4.000', day: '2027-01-05', text: 'Januari.' },
    });
    equal(shown.outcome, 'done');
    const { committed, spent } = (await bench.budget(2027)).lines.availability;
    deepEqual([committed, spent], [euros(30_000), euros(4_000)]);
    deepEqual((await bench.budget(2027)).quarters, [euros(4_000), 0, 0, 0]);
  });
  it('is followed by a decision that comes before the money has arrived', async () => {
    await order(bench, { type: 'CloseYear', data: { at: bench.deps.clock.now().toISOString(), by: people.jan } });
    await bench.decide('r-2', { outcome: 'rejected', alternative: 'Anders.', contact: 'Jan Peeters' });
    await bench.settled();
    bench.passMs(5_000);
    await bench.settled();
    equal((await bench.holding('r-2', 2027))?.status, 'released');
    equal(freeOf((await bench.budget(2027)).lines.availability), euros(76_000));
  });
  it('adds to what was allocated for the next year already', async () => {
    await order(
      bench,
      {
        type: 'AllocateBudget',
        data: {
          ...({ at: bench.deps.clock.now().toISOString(), by: people.jan, centre: 'LI', year: 2027 } as const),
          lines: { availability: euros(50_000) },
        },
      },
      2027,
    );
    await close(people.jan);
    await bench.settled();
    equal(freeOf((await bench.budget(2027)).lines.availability), euros(116_000));
    match(
      (await bench.click(people.jan, 'action budgets/overview', { ...year, year: 2027 })).card,
      /uit vorig jaar €.100\.000/,
    );
  });
  it('happens once', async () => {
    await close(people.jan);
    await close(people.jan);
    await bench.settled();
    equal(freeOf((await bench.budget(2027)).lines.availability), euros(66_000));
    const { card } = await bench.click(people.jan, 'action budgets/overview', year);
    match(card, /afgesloten/);
    ok(!card.includes('budgets/allocate'));
  });
  it('is for the project leader of that centre only', async () => {
    for (const person of [people.els, people.miriam, people.fatima])
      equal((await close(person)).outcome, 'not-allowed');
    equal((await bench.budget()).status, 'open');
  });
});
