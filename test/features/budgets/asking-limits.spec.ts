import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { criteria, mustCriteria } from '../../../src/features/budgets/criteria.ts';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import { requestId } from '../../../src/features/budgets/index.ts';
import { ask, type Bench, cardOf, form, guarantee, openBudgets, order, ownCards, people } from './bench.ts';
import { euros } from './samples.ts';

describe('asking for money: what stands in the way', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
  });
  afterEach(() => bench.close());

  const next = (rest: object = {}) => bench.click(people.fatima, 'submit budgets/ask-next', form('r-1', rest));
  const send = (rest: object = {}) => bench.click(people.fatima, 'submit budgets/ask-send', form('r-1', rest));
  const nothingHappened = async () => {
    deepEqual([await bench.request('r-1'), await bench.holding('r-1')], [undefined, undefined]);
  };

  describe('with criteria', () => {
    for (const [index, criterion] of criteria.entries()) {
      const isMust = mustCriteria.some((must) => must === criterion);
      it(`${isMust ? 'stops at' : 'goes on with'} “no” at number ${index + 1}`, async () => {
        const shown = await send({ [`score${index + 1}`]: 'not' });
        equal(shown.outcome, isMust ? 'faults' : 'done');
        if (!isMust) return;
        match(shown.card, /moet\. .*\((Kamerbrief|plan|Kamerbrieven)/);
        await nothingHappened();
      });
    }
    it('asks for an answer and a reason with each', async () => {
      match((await send({ score7: '' })).card, /Kies bij elk criterium/);
      match((await send({ reason11: '' })).card, /Kies bij elk criterium/);
      await nothingHappened();
    });
    it('names the weak ones in the proposal', async () => {
      await ask(bench, 'r-1', { score8: 'partly', reason8: 'Onderwijs doet nog niet mee.' });
      match(bench.raised.get('money-r-1')?.text ?? '', /domeinen heen: deels\. Onderwijs doet nog niet mee\./);
    });
  });

  describe('with words that may not be there', () => {
    const fields = ['purpose', 'guarantor', 'settlement', 'place', 'reason1', 'reason6', 'reason11'];
    for (const field of fields) {
      it(`refuses a BSN in ${field}, empties it and logs nothing of it`, async () => {
        for (const button of [
          'submit budgets/ask-next',
          'submit budgets/ask-send',
          'submit budgets/ask-back',
        ] as const) {
          const shown = await bench.click(
            people.fatima,
            button,
            form('r-1', { ...guarantee, [field]: 'bsn 111222333' }),
          );
          equal(shown.outcome, 'faults');
          ok(!shown.card.includes('111222333'));
        }
        await nothingHappened();
        ok(!bench.logged().includes('111222333'));
      });
      it(`refuses the municipality in ${field}`, async () => {
        const shown = await send({ ...guarantee, [field]: 'De gemeente Weert.' });
        match(shown.card, /naam of plaats uit de casus/);
        await nothingHappened();
      });
    }
    for (const word of ['Wolf', 'Fatima El Amrani'])
      it(`refuses ${word} in the purpose`, async () => {
        match((await next({ purpose: `Een plek voor ${word}.` })).card, /naam of plaats uit de casus/);
      });
  });

  describe('of a line with too little', () => {
    it('says what is left and who could shift how much', async () => {
      const shown = await next({ line: 'consult', amount: '10.001' });
      equal(shown.outcome, 'faults');
      match(shown.card, /Op consultatie is nog €.10\.000 vrij/);
      match(
        shown.card,
        /beschikbaarheid van plekken \(€.100\.000\), opstartkosten \(€.90\.000\) en garantiebudget \(€.50\.000\)/,
      );
    });
    it('finds out at sending too, when another took it meanwhile', async () => {
      await order(bench, {
        type: 'ReserveMoney',
        data: {
          ...{ at: '2026-11-23T09:00:00.000Z', by: people.fatima, request: requestId('other') },
          ...({ line: 'availability', cents: euros(90_000) } as const),
        },
      });
      match((await send()).card, /Op beschikbaarheid van plekken is nog €.10\.000 vrij/);
      await nothingHappened();
    });
    it('is refused for a year without a budget', async () => {
      match((await next({ from: '2027-01-02' })).card, /nog geen budget verdeeld/);
      match((await send({ from: '2027-01-02' })).card, /nog geen budget verdeeld/);
    });
    it('gives the last money to one of two who ask at the same moment', async () => {
      const outcomes = await Promise.all(
        ['r-1', 'r-2', 'r-3'].map((id) =>
          bench.click(people.fatima, 'submit budgets/ask-send', form(id, { amount: '60.000' })),
        ),
      );
      deepEqual(outcomes.map(({ outcome }) => outcome).toSorted(), ['done', 'faults', 'faults']);
      equal(freeOf((await bench.budget()).lines.availability), euros(40_000));
    });
  });

  describe('without a case', () => {
    const general = { case: '', line: 'start-up', amount: '85.000', from: '2026-12-01', until: '2027-08-31' };

    it('is for the project leader, for three lines', async () => {
      const opened = await bench.click(people.jan, 'dialog budgets/ask', {});
      match(opened.card, /opstartkosten/);
      ok(!opened.card.includes('invliegen') && !opened.card.includes('Wie staat garant'));
      const shown = await bench.click(people.jan, 'submit budgets/ask-send', form('r-1', general));
      equal(shown.outcome, 'done');
      await bench.settled();
      const file = await bench.request('r-1');
      deepEqual([file?.requester, file?.case, file?.ask.cents], [people.jan, undefined, euros(85_000)]);
      equal(bench.raised.get('money-r-1')?.case, undefined);
    });
    it('is a subsidy when that is asked', async () => {
      await order(bench, {
        type: 'AllocateBudget',
        data: {
          ...({ at: '2026-11-23T09:00:00.000Z', by: people.jan, centre: 'LI', year: 2026 } as const),
          lines: { subsidy: euros(90_000) },
        },
      });
      await bench.click(people.jan, 'submit budgets/ask-send', form('r-1', { ...general, line: 'subsidy' }));
      await bench.settled();
      equal(bench.raised.get('money-r-1')?.subject, 'subsidy');
    });
    it('does not take a line that is for cases', async () => {
      const shown = await bench.click(
        people.jan,
        'submit budgets/ask-send',
        form('r-1', { ...general, line: 'fly-in' }),
      );
      equal(shown.outcome, 'faults');
      await nothingHappened();
    });
    it('is not for an alderman, a process director or a chair', async () => {
      for (const person of [people.els, people.fatima, people.marieke])
        equal((await bench.click(person, 'submit budgets/ask-send', form('r-1', general))).outcome, 'not-allowed');
      await nothingHappened();
    });
    it('has one card for who is requester and project leader', async () => {
      await bench.click(people.jan, 'submit budgets/ask-send', form('r-1', general));
      await bench.settled();
      equal(
        new Set(ownCards(bench).flatMap(({ key, data }) => (data['card'] === 'budgets/status' ? [key] : []))).size,
        1,
      );
      equal((await cardOf(bench, people.jan, 'status')).includes('budgets/withdraw'), true);
    });
  });
});
