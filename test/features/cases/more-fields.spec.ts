import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { type Intake, missingFields } from '../../../src/features/cases/intake.ts';
import { fieldsOf } from '../../../src/features/cases/intake-fields.ts';
import { typedOf } from '../../../src/features/cases/intake-form.ts';
import { type Bench, openBench } from './bench.ts';
import { bringTo, caseIn } from './standing.ts';
import { applicant, chair, id, submitted, supplement, wolf } from './stories.ts';

const optional = {
  authority: 'one-parent',
  ...{ consentNote: 'Moeder, mondeling, 3 november.' },
  ...{ stalledSince: '2026-09-07', currentStay: 'Woongroep', wantsInvolved: 'Opa', earlierTracks: 5 },
} as const;
const without: Intake = Object.fromEntries(Object.entries(wolf).filter(([name]) => !(name in optional)));
const full = { ...wolf, ...optional };

describe('what may be told beside what is needed (domain.md 6.1)', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());
  const send = (step: 'who' | 'question', data: object) =>
    bench.click(applicant, `submit cases/intake-save-${step}`, { case: id, ...data });

  it('stands in the step where it fits', () => {
    const names = Object.keys(optional);
    const steps = (['who', 'question'] as const).map((step) => fieldsOf(step).filter((name) => names.includes(name)));
    deepStrictEqual(steps, [
      ['authority', 'consentNote'],
      ['stalledSince', 'wantsInvolved', 'earlierTracks', 'currentStay'],
    ]);
  });

  it('is kept and shown with the submission', async () => {
    await bringTo(bench.store, supplement());
    await send('who', typedOf('who', full));
    await send('question', typedOf('question', full));
    deepStrictEqual((await caseIn(bench.store)).intake, full);
    const { card } = await bench.click(chair, 'dialog cases/details', { case: id });
    for (const text of ['Eén ouder', 'mondeling, 3 november', 'maandag 7 september', 'Woongroep', 'Opa']) {
      ok(card.includes(text), text);
    }
  });

  it('is not missed when it is left open', async () => {
    deepStrictEqual(missingFields(without), []);
    await bringTo(bench.store, submitted(without));
    const { card } = await bench.click(chair, 'dialog cases/details', { case: id });
    ok(!card.includes('Wie heeft het gezag?') && !card.includes('Nog open'));
  });

  for (const [step, field] of [
    ['who', 'consentNote'],
    ['question', 'wantsInvolved'],
    ['question', 'currentStay'],
  ] as const) {
    it(`refuses personal data and a long story: ${field}`, async () => {
      await bringTo(bench.store, supplement());
      for (const typed of ['Zie bsn 111222333', 'Bel 06-12345678', 'a'.repeat(401)]) {
        const shown = await send(step, { ...typedOf(step, wolf), [field]: typed });
        strictEqual(shown.outcome, 'faults', typed.slice(0, 20));
        ok(!shown.card.includes(typed));
      }
      deepStrictEqual((await caseIn(bench.store)).intake, wolf);
    });
  }

  it('refuses an authority that is not in the list', async () => {
    await bringTo(bench.store, supplement());
    strictEqual((await send('who', { ...typedOf('who', wolf), authority: 'opa' })).outcome, 'faults');
  });
});
