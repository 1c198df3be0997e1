import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { CaseEvent } from '../../../src/features/cases/case-messages.ts';
import type { Intake } from '../../../src/features/cases/intake.ts';
import type { Recipient } from '../../../src/features/cases/legal-basis.ts';
import { type Bench, openBench } from './bench.ts';
import { given, sample, triage } from './samples.ts';
import { bringTo, caseIn } from './standing.ts';
import { admission, chair, director, helper, id, later, submitted, wolf } from './stories.ts';

const participant = { person: helper, part: 'helper' } as const;
const open: Intake = { ...wolf, measure: 'none', consentShare: 'not-asked' };
const underOrder: Intake = { ...wolf, consentShare: 'refused' };
const admittedWith = (intake: Intake): CaseEvent[] => [...submitted(intake), { type: 'CaseAdmitted', data: admission }];

describe('sharing with who joins later (Jeugdwet art. 7.3.11)', () => {
  const add = (intake: Intake, recipient?: Recipient) =>
    given(...admittedWith(intake)).when(
      sample('AddParticipant', { participant, ...(recipient === undefined ? {} : { recipient }) }),
    );
  const added = (recipient: Recipient): CaseEvent => ({
    type: 'ParticipantAdded',
    data: { at: later, participant, recipient },
  });

  it('adds who gives this help, whatever was asked', () =>
    add(open, 'directly-involved').thenEvents(added('directly-involved')));
  it('adds the certified institution of a supervision order, whoever refused', () =>
    add(underOrder, 'gi').thenEvents(added('gi')));
  it('adds somebody else with consent', () => add(wolf, 'other').thenEvents(added('other')));
  it('refuses somebody else without consent', () => add(open, 'other').thenRefused('no-share-consent'));
  it('refuses the certified institution without consent or order', () =>
    add(open, 'gi').thenRefused('no-share-consent'));
  it('asks consent when it was not said who somebody is', () => add(open).thenRefused('no-share-consent'));
});

describe('sharing with helpers from the start', () => {
  const decide = (recipient: Recipient, helpers = [participant]) =>
    given(...submitted(open)).when(sample('DecideTriage', { ...triage('admit'), helpers, recipient }));

  it('refuses others without consent', () => decide('other').thenRefused('no-share-consent'));
  it('asks nothing without helpers', () => {
    const { decision } = triage('admit');
    const data = { ...admission, lane: 'regular', decision } as const;
    decide('other', []).thenEvents({ type: 'CaseAdmitted', data });
  });
});

describe('sharing in the dialogs', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.store.close());
  const about = { case: id };

  it('asks who somebody is before adding them, and says what to do when that may not be', async () => {
    await bringTo(bench.store, admittedWith(underOrder));
    ok((await bench.click(director, 'dialog cases/people', about)).card.includes('"id":"recipient"'));
    const add = (recipient: string) =>
      bench.click(director, 'submit cases/person-add', { ...about, person: helper, recipient });
    const refused = await add('other');
    deepStrictEqual([refused.name, refused.outcome], ['cases/people', 'no-share-consent']);
    ok(refused.card.includes('Vraag die eerst'));
    strictEqual((await add('gi')).outcome, 'done');
    deepStrictEqual((await caseIn(bench.store)).participants.at(-1), participant);
  });

  it('takes helpers at triage as directly involved unless said otherwise', async () => {
    await bringTo(bench.store, submitted(underOrder));
    const form = await bench.click(chair, 'dialog cases/triage-form', about);
    ok(form.card.includes('"value":"directly-involved"'));
    const admit = { ...about, outcome: 'priority', reason: 'Snel nodig.', processDirector: director, helpers: helper };
    const send = (data: object) => bench.click(chair, 'submit cases/triage-decide', { ...admit, ...data });
    strictEqual((await send({ recipient: 'other' })).outcome, 'no-share-consent');
    strictEqual((await caseIn(bench.store)).stage, 'submitted');
    strictEqual((await send({})).outcome, 'done');
  });
});
