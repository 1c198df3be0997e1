import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import type { PersonId } from '../../../src/core/ids.ts';
import { addDays } from '../../../src/core/working-time.ts';
import { adopt, ask, type Bench, cardOf, guarantee, openBudgets, people } from './bench.ts';
import { euros } from './samples.ts';

describe('money that was granted', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
  });
  afterEach(() => bench.close());

  const spend = (person: PersonId, rest: object = {}) =>
    bench.click(person, 'submit budgets/spend-send', {
      ...{ request: 'r-1', amount: '8.000', day: '2026-12-05', text: 'Eerste maand.', ...rest },
    });

  describe('is spent', () => {
    beforeEach(() => adopt(bench, 'r-1'));

    it('by the project leader, as far as it goes', async () => {
      match((await bench.click(people.jan, 'dialog budgets/spend', { request: 'r-1' })).card, /2026-11-23/);
      match((await spend(people.jan)).card, /€.8\.000 geboekt\. Er is nog €.16\.000/);
      await bench.settled();
      const holding = await bench.holding('r-1');
      deepEqual([holding?.committed, holding?.spent], [euros(16_000), euros(8_000)]);
      match((await spend(people.jan, { amount: '16.001' })).card, /meer dan er nog is/);
      match(await cardOf(bench, people.fatima, 'status'), /Uitgegeven.*8\.000/);
    });
    it('once when the same click comes twice', async () => {
      const sent = { request: 'r-1', amount: '8.000', day: '2026-12-05', text: 'Eerste maand.' };
      const both = await bench.clickTwice(people.jan, 'submit budgets/spend-send', sent);
      deepEqual(
        both.map(({ outcome }) => outcome),
        ['done', 'done'],
      );
      equal((await bench.holding('r-1'))?.spent, euros(8_000));
    });
    it('by nobody else', async () => {
      for (const person of [people.fatima, people.marieke, people.els, people.miriam, people.tom])
        equal((await spend(person)).outcome, 'not-allowed');
      equal((await bench.holding('r-1'))?.spent, 0);
    });
    for (const [what, rest] of Object.entries({
      'no amount': { amount: '' },
      'words for an amount': { amount: 'veel' },
      nothing: { amount: '0' },
      'no day': { day: '' },
      'no words': { text: '' },
      'a BSN': { text: 'bsn 111222333' },
    }))
      it(`not with ${what}`, async () => {
        equal((await spend(people.jan, rest)).outcome, 'faults');
        equal((await bench.holding('r-1'))?.spent, 0);
        ok(!bench.logged().includes('111222333'));
      });
    it('not settled: that is for a guarantee', async () => {
      await spend(people.jan);
      const shown = await bench.click(people.jan, 'submit budgets/settle-send', {
        ...{ request: 'r-1', amount: '1', day: '2026-12-20', text: 'Het zorgkantoor.' },
      });
      match(shown.card, /Alleen een garantiebudget/);
    });
  });

  it('is not spent before the decision', async () => {
    await ask(bench, 'r-1');
    match((await spend(people.jan)).card, /geen geld vastgelegd/);
  });

  describe('as a guarantee', () => {
    beforeEach(async () => {
      await adopt(bench, 'r-1', guarantee);
      await spend(people.jan);
      await bench.settled();
    });
    const settle = (amount: string) =>
      bench.click(people.jan, 'submit budgets/settle-send', {
        ...{ request: 'r-1', amount, day: '2027-01-20', text: 'Het zorgkantoor.' },
      });

    it('comes back to the budget when it is settled', async () => {
      match(await cardOf(bench, people.jan, 'status'), /budgets\/settle/);
      equal((await settle('8.000')).outcome, 'done');
      await bench.settled();
      const budget = await bench.budget();
      equal(freeOf(budget.lines.guarantee), euros(43_000));
      ok(!(await cardOf(bench, people.jan, 'status')).includes('budgets/settle'));
    });
    it('does not come back more than it went out', async () => {
      match((await settle('8.001')).card, /niet meer terugkomen/);
    });
    it('is also settled after it was completed', async () => {
      await bench.click(people.jan, 'submit budgets/end-send', {
        request: 'r-1',
        text: 'De plek blijft.',
        yield: 'partly',
      });
      await bench.settled();
      equal((await settle('8.000')).outcome, 'done');
      equal(freeOf((await bench.budget()).lines.guarantee), euros(50_000));
    });
  });

  describe('comes to its end', () => {
    beforeEach(() => adopt(bench, 'r-1'));
    const passTo = async (day: string) => {
      const from = bench.deps.clock.now().toISOString().slice(0, 10);
      for (let today = from; today < day; today = addDays(today, 1)) bench.pass(1);
      await bench.settled();
    };

    it('with a card two weeks before', async () => {
      await passTo('2027-02-13');
      equal(bench.cardsTo(people.jan).includes('budgets/ending'), false);
      await passTo('2027-02-14');
      for (const person of [people.jan, people.fatima])
        match(await cardOf(bench, person, 'ending'), /loopt af op 28 februari 2027/);
    });
    it('with a card that the project leader completes it by, and frees what is left', async () => {
      await spend(people.jan);
      await passTo('2027-03-01');
      equal((await bench.request('r-1'))?.stage, 'ending');
      const card = await cardOf(bench, people.jan, 'ending');
      match(card, /Er is nog €.16\.000 niet uitgegeven/);
      match(card, /budgets\/end/);
      ok(!(await cardOf(bench, people.fatima, 'ending')).includes('"budgets/end"'));
      equal((await bench.holding('r-1'))?.committed, euros(16_000), 'nothing is freed before a person says so');

      match((await bench.click(people.jan, 'dialog budgets/end', { request: 'r-1' })).card, /Wat bleef er staan/);
      const shown = await bench.click(people.jan, 'submit budgets/end-send', {
        ...{ request: 'r-1', text: 'De plek blijft bestaan.', yield: 'fitting' },
      });
      match(shown.card, /€.16\.000 is weer vrij/);
      await bench.settled();
      const holding = await bench.holding('r-1');
      deepEqual([holding?.status, holding?.committed, holding?.spent], ['finished', 0, euros(8_000)]);
      equal((await bench.request('r-1'))?.ending?.yield, 'fitting');
      match(await cardOf(bench, people.fatima, 'ending'), /afgerond.*passende oplossing/);
    });
    it('not twice, not without words or outcome, and by nobody else', async () => {
      const end = (person: PersonId, rest: object = {}) =>
        bench.click(person, 'submit budgets/end-send', { request: 'r-1', text: 'De plek.', yield: 'fitting', ...rest });
      for (const person of [people.fatima, people.els, people.miriam])
        equal((await end(person)).outcome, 'not-allowed');
      equal((await end(people.jan, { text: '' })).outcome, 'faults');
      equal((await end(people.jan, { yield: '' })).outcome, 'faults');
      equal((await end(people.jan, { text: 'bsn 111222333' })).outcome, 'faults');
      equal((await bench.request('r-1'))?.stage, 'adopted');
      equal((await end(people.jan)).outcome, 'done');
      match((await end(people.jan)).card, /al afgerond/);
    });
    it('without a card when it was completed before', async () => {
      await bench.click(people.jan, 'submit budgets/end-send', { request: 'r-1', text: 'De plek.', yield: 'not' });
      await bench.settled();
      const sent = bench.cardsTo(people.fatima).length;
      await passTo('2027-03-02');
      equal(bench.cardsTo(people.fatima).length, sent);
    });
  });
});
