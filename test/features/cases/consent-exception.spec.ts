import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { Intake } from '../../../src/features/cases/intake.ts';
import type { ConsentException } from '../../../src/features/cases/legal-basis.ts';
import { exceptionApplies, gatesFor, propose } from '../../../src/features/cases/triage.ts';
import { type Bench, openBench } from './bench.ts';
import { demoIntake } from './demo-cases.ts';
import { given, sample, triage } from './samples.ts';
import { bringTo, caseIn } from './standing.ts';
import { admission, chair, decision, director, helper, id, submitted, wolf } from './stories.ts';

const noor = demoIntake('noor');
const weighed: ConsentException = {
  ground: 'persistent-wish',
  reason: 'Blijft het weloverwogen willen.',
  secondPerson: helper,
};

describe('the exception of art. 7.3.4 lid 2 Jeugdwet', () => {
  const table: readonly (readonly [string, Intake, boolean])[] = [
    ['13, one parent refuses', noor, true],
    ['15, both parents refuse', { ...noor, age: 15, consentGuardians: 'none' }, true],
    ['13, the parents agree', { ...noor, consentGuardians: 'all' }, false],
    ['13, the parents were not asked', { ...noor, consentGuardians: 'not-asked' }, false],
    ['11: the parents decide', { ...noor, age: 11 }, false],
    ['16: the youth decides', { ...noor, age: 16 }, false],
    ['13 and incapable', { ...noor, incapable: true }, false],
    ['13 with a court measure', { ...noor, measure: 'out-of-home' }, false],
    ['without an age', { ...noor, age: undefined }, false],
  ];
  for (const [name, intake, expected] of table) {
    it(`${expected ? 'is offered' : 'is not offered'}: ${name}`, () => strictEqual(exceptionApplies(intake), expected));
  }

  it('makes the basis complete, and without it the proposal stays advice only', () => {
    deepStrictEqual(gatesFor(noor, weighed).basis, { complete: true, refused: false, missing: [] });
    deepStrictEqual(propose(noor), { outcome: 'advice-only', because: 'basis-refused' });
  });
});

describe('admitting with the exception', () => {
  const decide = (exception: ConsentException, intake = noor) =>
    given(...submitted(intake)).when(
      sample('DecideTriage', { ...triage('admit'), decision: decision('admit', { exception }) }),
    );
  const admittedWith = (kept: Partial<ReturnType<typeof decision>>) =>
    ({ type: 'CaseAdmitted', data: { ...admission, lane: 'regular', decision: decision('admit', kept) } }) as const;

  it('admits, and the decision keeps it', () => decide(weighed).thenEvents(admittedWith({ exception: weighed })));
  it('refuses without a reason', () => decide({ ...weighed, reason: ' ' }).thenRefused('exception-incomplete'));
  it('refuses without a second person', () =>
    decide({ ...weighed, secondPerson: undefined }).thenRefused('exception-incomplete'));
  it('refuses the chair as their own second person', () =>
    decide({ ...weighed, secondPerson: chair }).thenRefused('exception-incomplete'));
  it('refuses the wish of a youth who does not consent', () =>
    decide(weighed, { ...noor, consentYouth: 'refused' }).thenRefused('basis-incomplete'));
  it('keeps nothing of it where nobody refuses', () =>
    decide(weighed, { ...noor, consentGuardians: 'all' }).thenEvents(admittedWith({})));
});

describe('the exception in the dialog of triage', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());
  const about = { case: id };
  const admit = {
    ...about,
    ...{ outcome: 'admit', reason: 'Er is meer nodig.', processDirector: director },
    ...{ exceptionGround: 'persistent-wish', exceptionReason: weighed.reason, secondPerson: helper },
  };
  const send = (data: object) => bench.click(chair, 'submit cases/triage-decide', { ...admit, ...data });

  it('is offered when a parent refuses, and not otherwise', async () => {
    await bringTo(bench.store, submitted(noor));
    ok((await bench.click(chair, 'dialog cases/triage-form', about)).card.includes('"id":"secondPerson"'));
    await bench.store.close();
    bench = await openBench();
    await bringTo(bench.store, submitted(wolf));
    ok(!(await bench.click(chair, 'dialog cases/triage-form', about)).card.includes('"id":"secondPerson"'));
  });

  it('admits, and the submission shows ground, reason and second person', async () => {
    await bringTo(bench.store, submitted(noor));
    strictEqual((await send({})).outcome, 'done');
    const { stage, triage: decided } = await caseIn(bench.store);
    deepStrictEqual([stage, decided?.exception], ['admitted', weighed]);
    const { card } = await bench.click(chair, 'dialog cases/details', about);
    for (const text of ['blijft het na de weigering weloverwogen willen', weighed.reason ?? '', 'Anouk Smits']) {
      ok(card.includes(text), text);
    }
  });

  it('keeps the form and says what is missing', async () => {
    await bringTo(bench.store, submitted(noor));
    const shown = await send({ exceptionReason: '' });
    deepStrictEqual([shown.name, shown.outcome], ['cases/triage-form', 'exception-incomplete']);
    ok(shown.card.includes('een tweede persoon'));
    strictEqual((await send({ secondPerson: 'somebody' })).outcome, 'unknown-person');
    strictEqual((await send({ exceptionReason: 'Zie bsn 111222333' })).outcome, 'faults');
    strictEqual((await send({ exceptionReason: 'a'.repeat(401) })).outcome, 'faults');
    strictEqual((await caseIn(bench.store)).stage, 'submitted');
  });

  it('is left out with any other outcome', async () => {
    await bringTo(bench.store, submitted(noor));
    await send({ outcome: 'ask-more' });
    deepStrictEqual((await caseIn(bench.store)).triage, {
      ...{ outcome: 'ask-more', reason: 'Er is meer nodig.', by: chair },
      at: '2026-11-23T09:00:00.000Z',
    });
  });
});
