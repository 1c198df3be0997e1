import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { PersonId } from '../../../src/core/ids.ts';
import { ask, type Bench, openBudgets, people } from './bench.ts';

describe('withdrawing a money request', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
    await ask(bench, 'r-1');
  });
  afterEach(() => bench.close());
  const withdraw = (person: PersonId, text = 'Niet meer nodig.') =>
    bench.click(person, 'submit budgets/withdraw-send', { request: 'r-1', text });

  it('is for the requester, with a reason; money and proposal come back', async () => {
    match((await bench.click(people.fatima, 'dialog budgets/withdraw', { request: 'r-1' })).card, /Waarom trek je/);
    equal((await withdraw(people.fatima)).outcome, 'done');
    await bench.settled();
    equal((await bench.request('r-1'))?.stage, 'withdrawn');
    equal((await bench.holding('r-1'))?.status, 'released');
    deepEqual(bench.takenBack, ['money-r-1']);
  });
  it('is refused without a reason, and with a BSN in it', async () => {
    equal((await withdraw(people.fatima, '')).outcome, 'faults');
    equal((await withdraw(people.fatima, 'bsn 111222333')).outcome, 'faults');
    equal((await bench.request('r-1'))?.stage, 'asked');
    ok(!bench.logged().includes('111222333'));
  });
  it('is for nobody else', async () => {
    for (const person of [people.jan, people.marieke, people.els, people.miriam, people.tom]) {
      for (const shown of [
        await withdraw(person),
        await bench.click(person, 'dialog budgets/withdraw', { request: 'r-1' }),
      ])
        ok(['not-allowed', 'unknown-request'].includes(shown.outcome), shown.outcome);
    }
    equal((await bench.request('r-1'))?.stage, 'asked');
  });
  it('comes too late after the decision', async () => {
    await bench.decide('r-1');
    await bench.settled();
    match((await withdraw(people.fatima)).card, /al besloten/);
    equal((await bench.holding('r-1'))?.status, 'committed');
  });
  it('before the decision leaves nothing for the decision to do', async () => {
    await withdraw(people.fatima);
    await bench.decide('r-1');
    await bench.settled();
    deepEqual([(await bench.request('r-1'))?.stage, (await bench.holding('r-1'))?.status], ['withdrawn', 'released']);
  });
});

describe('seeing a money request', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
    await ask(bench, 'r-1');
  });
  afterEach(() => bench.close());
  const show = (person: PersonId, request = 'r-1') => bench.click(person, 'action budgets/show', { request });

  it('is for who asked it, and who sees the budget of that centre', async () => {
    for (const person of [people.fatima, people.jan]) equal((await show(person)).outcome, 'shown');
  });
  it('is for nobody else, and says the same as of what is not there', async () => {
    const [other, missing] = [await show(people.miriam), await show(people.jan, 'r-9')];
    deepEqual([other.outcome, missing.outcome, other.text], ['not-allowed', 'unknown-request', missing.text]);
    for (const person of [people.tom, people.lotte, people.marieke, people.sanne])
      equal((await show(person)).outcome, 'not-allowed');
  });
});
