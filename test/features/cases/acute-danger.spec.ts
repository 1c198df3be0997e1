import { ok, strictEqual } from 'node:assert/strict';
import { typedOf } from '../../../src/features/cases/intake-form.ts';
import { type Bench, openBench, type Shown } from './bench.ts';
import { bringTo } from './standing.ts';
import { applicant, draft, id, supplement, wolf } from './stories.ts';

const who = { case: id, ...typedOf('who', wolf) };
const question = { case: id, ...typedOf('question', wolf) };
const acute = { ...question, acuteDanger: 'yes' };

describe('acute danger in the form', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());

  /** Before everything else in the dialog, faults too. */
  function showsRouteFirst({ card }: Shown): void {
    const { body } = JSON.parse(card) as { body: readonly object[] };
    ok(JSON.stringify(body[0]).includes('0800-2000'), card);
  }

  it('shows the crisis route when the step comes back with faults, though nothing was kept', async () => {
    await bringTo(bench.store, draft());
    const shown = await bench.click(applicant, 'submit cases/intake-submit', { ...acute, moves: 'veel' });
    strictEqual(shown.outcome, 'faults');
    showsRouteFirst(shown);
  });

  it('shows it in the other step of a draft, and when the draft is opened again', async () => {
    await bringTo(bench.store, draft({ ...wolf, acuteDanger: true }));
    showsRouteFirst(await bench.click(applicant, 'submit cases/intake-back', acute));
    showsRouteFirst(await bench.click(applicant, 'dialog cases/continue', { case: id }));
    showsRouteFirst(await bench.click(applicant, 'submit cases/intake-next', who));
  });

  it('shows it when a case is to be completed', async () => {
    await bringTo(bench.store, supplement());
    await bench.click(applicant, 'submit cases/intake-save-question', acute);
    showsRouteFirst(await bench.click(applicant, 'dialog cases/continue', { case: id }));
  });

  it('shows nothing of it while there is none, or no more', async () => {
    await bringTo(bench.store, draft({ ...wolf, acuteDanger: true }));
    const shown = await bench.click(applicant, 'submit cases/intake-submit', { ...question, moves: 'veel' });
    ok(!shown.card.includes('0800-2000'));
  });
});
