import { equal, match, ok } from 'node:assert/strict';
import type { PersonId } from '../../../src/core/ids.ts';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { ask, type Bench, openBudgets, people } from './bench.ts';
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
