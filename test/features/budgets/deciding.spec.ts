import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import type { PersonId } from '../../../src/core/ids.ts';
import { adopt, ask, type Bench, cardOf, openBudgets, people, streamOf } from './bench.ts';
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
      ...{ alternative: 'Een aanbieder in de buurregio.', contact: people.jan },
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

  it('that was just taken is not undone by who withdraws at that moment', async () => {
    await ask(bench, 'r-1');
    const [proposal = ''] = [...bench.raised.keys()];
    bench.decided.add(proposal);
    const withdrawal = { request: 'r-1', text: 'Niet meer nodig.' };
    match((await bench.click(people.fatima, 'submit budgets/withdraw-send', withdrawal)).card, /besloten/);
    deepEqual(await standing(), ['asked', 'reserved', euros(24_000), 0]);
    await bench.decide('r-1', { outcome: 'adopted', motivation: 'Past bij de criteria.' });
    await bench.settled();
    deepEqual(await standing(), ['adopted', 'committed', 0, euros(24_000)]);
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
