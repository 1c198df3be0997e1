import { deepEqual, equal, match } from 'node:assert/strict';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { ask, type Bench, cardOf, form, guarantee, openBudgets, order, ownCards, people } from './bench.ts';
import { euros } from './samples.ts';

/** The five decisions on money of the made-up cases, each on the budget of Limburg. */
describe('the decisions on money of the made-up cases', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
    await order(bench, {
      type: 'AllocateBudget',
      data: {
        ...({ at: bench.deps.clock.now().toISOString(), by: people.jan, centre: 'LI', year: 2026 } as const),
        lines: { 'fly-in': euros(20_000) },
      },
    });
  });
  afterEach(() => bench.close());
  const held = async (request: string) => {
    const holding = await bench.holding(request);
    return [holding?.line, holding?.status, holding?.committed];
  };

  it('Wolf: € 24,000 for three months of availability, the care by the municipality', async () => {
    const file = await ask(bench, 'wolf');
    await bench.decide('wolf');
    await bench.settled();
    deepEqual(await held('wolf'), ['availability', 'committed', euros(24_000)]);
    equal(file.ask.careCosts, false);
    match(bench.raised.get('money-wolf')?.text ?? '', /De gemeente betaalt zelf €.30\.000 aan zorg/);
  });
  it('Linde: a guarantee of € 15,000 for sixteen weeks, settled as soon as it is known who pays', async () => {
    await ask(bench, 'linde', guarantee);
    await bench.decide('linde');
    await bench.settled();
    const pay = { request: 'linde', amount: '15.000', day: '2026-12-20', text: 'Dagdelen.' };
    await bench.click(people.jan, 'submit budgets/spend-send', pay);
    await bench.click(people.jan, 'submit budgets/settle-send', {
      ...pay,
      day: '2027-02-01',
      text: 'Het zorgkantoor.',
    });
    await bench.settled();
    equal(freeOf((await bench.budget()).lines.guarantee), euros(50_000));
    match(await cardOf(bench, people.fatima, 'status'), /Verrekend/);
  });
  it('Egel: rejected, with an alternative and a contact', async () => {
    await ask(bench, 'egel', { ...guarantee, amount: '8.000' });
    await bench.decide('egel', {
      ...{ outcome: 'rejected', motivation: 'Regulier aanbod is beschikbaar in een buurregio.' },
      ...{ alternative: 'Een aanbieder in een buurregio, start na drie weken.', contact: people.jan },
    });
    await bench.settled();
    deepEqual(await held('egel'), ['guarantee', 'released', 0]);
    match(
      await cardOf(bench, people.fatima, 'decision'),
      /Wat wel kan: Een aanbieder.*Neem contact op met Jan Peeters/,
    );
  });
  it('Kiezel: € 85,000 of start-up costs for nine months', async () => {
    const nineMonths = { case: '', line: 'start-up', amount: '€ 85.000,-', until: '2027-08-31' };
    await bench.click(people.jan, 'submit budgets/ask-send', form('kiezel', nineMonths));
    await bench.settled();
    await bench.decide('kiezel');
    await bench.settled();
    deepEqual(await held('kiezel'), ['start-up', 'committed', euros(85_000)]);
  });
  it('Merel: € 9,800 to fly in an expert for twelve weeks', async () => {
    await ask(bench, 'merel', { line: 'fly-in', amount: '9800', until: '2027-02-22' });
    await bench.decide('merel');
    await bench.settled();
    deepEqual(await held('merel'), ['fly-in', 'committed', euros(9_800)]);
  });

  it('go with the centre when it gets another project leader', async () => {
    await ask(bench, 'wolf');
    await bench.decide('wolf');
    await bench.settled();
    const centres = `code,label,coordinating_municipality,project_leader,staff\nLI,Expertisecentrum Limburg,Roermond,${people.miriam},`;
    const { store, clock, directory } = bench.sources.deps;
    await importFile({ store, clock, territory: await loadTerritory() }, { text: centres });
    directory.forget();
    bench.pass(90);
    await bench.settled();
    equal((await bench.request('wolf'))?.leader, people.miriam);
    const sent = ownCards(bench).filter(({ data }) => (data['to'] as { person?: string }).person === people.miriam);
    deepEqual([...new Set(sent.map(({ data }) => data['card']))].toSorted(), ['budgets/ending', 'budgets/status']);
    equal((await bench.click(people.jan, 'dialog budgets/spend', { request: 'wolf' })).outcome, 'not-allowed');
    equal((await bench.click(people.miriam, 'dialog budgets/spend', { request: 'wolf' })).outcome, 'opened');
  });
});
