import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import type { PersonId } from '../../../src/core/ids.ts';
import { addDays } from '../../../src/core/working-time.ts';
import { adopt, ask, type Bench, cardOf, guarantee, openBudgets, people, streamOf } from './bench.ts';
import { euros } from './samples.ts';

describe('a decision on a money request', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
  });
  afterEach(() => bench.close());

  const standing = async (request = 'r-1') => {
    const [file, holding] = [await bench.request(request), await bench.holding(request)];
    return [file?.stage, holding?.status, holding?.reserved, holding?.committed];
  };

  it('that adopts commits the money, and tells requester and project leader why', async () => {
    await adopt(bench, 'r-1');
    deepEqual(await standing(), ['adopted', 'committed', 0, euros(24_000)]);
    for (const person of [people.fatima, people.jan]) {
      const card = await cardOf(bench, person, 'decision');
      for (const words of [/Toegekend: LI-G-2026-0001/, /Past bij de criteria/, /LI-B-2026-0001/]) match(card, words);
    }
    match(await cardOf(bench, people.jan, 'status'), /Nog te besteden/);
  });

  it('that adopts less commits that and frees the rest', async () => {
    await ask(bench, 'r-1');
    await bench.decide('r-1', { outcome: 'adopted-amended', amountCents: euros(20_000) });
    await bench.settled();
    deepEqual(await standing(), ['adopted', 'committed', 0, euros(20_000)]);
    equal(freeOf((await bench.budget()).lines.availability), euros(80_000));
    const card = await cardOf(bench, people.fatima, 'decision');
    for (const words of [/Toegekend met een wijziging/, /24\.000/, /20\.000/]) match(card, words);
  });

  it('that adopts more sets the rest apart first', async () => {
    await ask(bench, 'r-1');
    await bench.decide('r-1', { outcome: 'adopted-amended', amountCents: euros(30_000) });
    await bench.settled();
    deepEqual(await standing(), ['adopted', 'committed', 0, euros(30_000)]);
  });

  it('that rejects gives the money back, and names what is possible and who helps', async () => {
    await ask(bench, 'r-1');
    await bench.decide('r-1', {
      ...{ outcome: 'rejected', motivation: 'Regulier aanbod in de buurregio.' },
      ...{ alternative: 'Een aanbieder in de buurregio.', contact: 'Jan Peeters' },
    });
    await bench.settled();
    deepEqual(await standing(), ['rejected', 'released', 0, 0]);
    equal(freeOf((await bench.budget()).lines.availability), euros(100_000));
    const card = await cardOf(bench, people.fatima, 'decision');
    for (const words of [/Afgewezen/, /Wat wel kan: Een aanbieder/, /Neem contact op met Jan Peeters/])
      match(card, words);
  });

  it('that lets it expire gives the money back', async () => {
    await ask(bench, 'r-1');
    await bench.decide('r-1', { outcome: 'expired', motivation: '' });
    await bench.settled();
    deepEqual(await standing(), ['expired', 'released', 0, 0]);
  });

  it('that takes it back gives the money back, and takes nothing back a second time', async () => {
    await ask(bench, 'r-1');
    await bench.decide('r-1', { outcome: 'withdrawn', motivation: 'Door de projectleider.' });
    await bench.settled();
    deepEqual(await standing(), ['withdrawn', 'released', 0, 0]);
    deepEqual(bench.takenBack, []);
  });

  it('that is postponed leaves the money where it is, and may be taken later', async () => {
    await ask(bench, 'r-1');
    await bench.decide('r-1', { outcome: 'postponed', motivation: 'Eerst meer weten.' });
    await bench.settled();
    deepEqual(await standing(), ['asked', 'reserved', euros(24_000), 0]);
    match(await cardOf(bench, people.fatima, 'decision'), /Aangehouden.*Eerst meer weten/);
    match(await cardOf(bench, people.fatima, 'status'), /aangehouden/);
    await bench.decide('r-1', { commandId: 'later' });
    await bench.settled();
    deepEqual(await standing(), ['adopted', 'committed', 0, euros(24_000)]);
  });

  it('counts once when it is told twice, and the first stands', async () => {
    await adopt(bench, 'r-1');
    await bench.decide('r-1');
    await bench.decide('r-1', { outcome: 'rejected', commandId: 'another' });
    await bench.settled();
    deepEqual(await standing(), ['adopted', 'committed', 0, euros(24_000)]);
    equal(freeOf((await bench.budget()).lines.availability), euros(76_000));
  });

  it('about what is not there is refused', async () => {
    deepEqual(await bench.decide('r-9', { subject: streamOf('r-9') }), { ok: false, refused: 'unknown-request' });
  });

  describe('for which the line has too little', () => {
    beforeEach(async () => {
      await ask(bench, 'r-1');
      await bench.decide('r-1', { outcome: 'adopted-amended', amountCents: euros(110_000) });
      await bench.settled();
    });

    it('changes nothing yet, and says to the project leader what to do', async () => {
      deepEqual(await standing(), ['adopted', 'reserved', euros(24_000), 0]);
      equal((await bench.request('r-1'))?.trouble, 'not-enough');
      const card = await cardOf(bench, people.jan, 'status');
      for (const words of [/te weinig vrij/, /budgets\/retry/, /budgets\/override/]) match(card, words);
      ok(!/te weinig vrij|budgets\/retry/.test(await cardOf(bench, people.fatima, 'status')));
    });
    const shift = () =>
      bench.click(people.jan, 'submit budgets/shift-send', {
        ...{ centre: 'LI', year: 2026, from: 'start-up', to: 'availability' },
        ...{ amount: '10.000', reason: 'Besluit van het bestuur.', override: '' },
      });
    it('is carried out when money was shifted and the project leader tries again', async () => {
      equal((await bench.click(people.jan, 'submit budgets/retry-send', { request: 'r-1' })).outcome, 'done');
      deepEqual((await standing())[1], 'reserved');
      equal((await shift()).outcome, 'done');
      const again = await bench.click(people.jan, 'submit budgets/retry-send', { request: 'r-1' });
      match(again.card, /klopt nu met het besluit/);
      deepEqual(await standing(), ['adopted', 'committed', 0, euros(110_000)]);
      equal((await bench.request('r-1'))?.trouble, undefined);
    });
    it('is carried out by itself within the hour after money was shifted', async () => {
      await shift();
      bench.passMs(61 * 60_000);
      await bench.settled();
      deepEqual(await standing(), ['adopted', 'committed', 0, euros(110_000)]);
    });
    it('goes below zero when the project leader allows it by name', async () => {
      const shown = await bench.click(people.jan, 'submit budgets/override-send', {
        request: 'r-1',
        text: 'Het bestuur vult dit aan.',
      });
      equal(shown.outcome, 'done');
      await bench.settled();
      deepEqual(await standing(), ['adopted', 'committed', 0, euros(110_000)]);
      const budget = await bench.budget();
      equal(freeOf(budget.lines.availability), euros(-10_000));
      deepEqual(
        budget.overridden.map(({ by, line, reason }) => [by, line, reason]),
        [[people.jan, 'availability', 'Het bestuur vult dit aan.']],
      );
      const overview = await bench.say(people.jan, 'budget');
      match(overview?.card ?? '', /onder nul/);
      match(overview?.card ?? '', /door Jan Peeters: Het bestuur vult dit aan\./);
    });
    it('goes below zero for nobody else, not without a reason, and not with a BSN in it', async () => {
      const allow = (person: PersonId, text: string) =>
        bench.click(person, 'submit budgets/override-send', { request: 'r-1', text });
      equal((await allow(people.els, 'Ja.')).outcome, 'not-allowed');
      equal((await allow(people.miriam, 'Ja.')).outcome, 'not-allowed');
      equal((await allow(people.jan, '')).outcome, 'faults');
      equal((await allow(people.jan, 'bsn 111222333')).outcome, 'faults');
      deepEqual(await standing(), ['adopted', 'reserved', euros(24_000), 0]);
    });
  });
});

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
        match(await cardOf(bench, person, 'ending'), /loopt af op zondag 28 februari 2027/);
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
