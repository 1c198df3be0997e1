import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { typedOf } from '../../../src/features/cases/intake-form.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo, caseIn } from './standing.ts';
import { applicant, draft, id, supplement, wolf } from './stories.ts';

const { municipality: _, ...who } = { case: id, ...typedOf('who', wolf) };

describe('the municipality of a case that was submitted', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  it('is an input while it is a draft', async () => {
    await bringTo(bench.store, draft());
    const { card } = await bench.click(applicant, 'dialog cases/continue', { case: id });
    ok(card.includes('"id":"municipality"') && !card.includes('Verantwoordelijk is gemeente'));
  });

  it('is a text in the form, and no example can be filled in', async () => {
    await bringTo(bench.store, supplement());
    const { card } = await bench.click(applicant, 'dialog cases/continue', { case: id });
    ok(card.includes('Verantwoordelijk is gemeente Weert.'));
    ok(!card.includes('"id":"municipality"') && !card.includes('"id":"example"'));
  });

  it('stays when the form is saved without it', async () => {
    await bringTo(bench.store, supplement());
    await bench.click(applicant, 'submit cases/intake-next', { ...who, shareScope: 'Met school.' });
    const { intake, municipality } = await caseIn(bench.store);
    deepStrictEqual([intake, municipality], [{ ...wolf, shareScope: 'Met school.' }, 'Weert']);
  });

  it('is refused when another one is sent: the form stays, and says what to do', async () => {
    await bringTo(bench.store, supplement());
    const shown = await bench.click(applicant, 'submit cases/intake-next', { ...who, municipality: 'Venlo' });
    deepStrictEqual([shown.name, shown.outcome], ['cases/intake-who', 'municipality-fixed']);
    ok(shown.card.includes('meld daarna opnieuw aan'));
    strictEqual((await caseIn(bench.store)).intake.municipality, 'Weert');
  });
});
