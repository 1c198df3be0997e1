import { caseDecider } from '../../../src/features/cases/case.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  admitted,
  adviceOnly,
  applicant,
  at,
  closed,
  command,
  draft,
  id,
  later,
  number,
  returned,
  sibling,
  submission,
  submitted,
  supplement,
  wolf,
} from './stories.ts';

const given = specify(caseDecider);
const triageBy = '2026-12-01T16:00:00.000Z';

describe('starting a draft', () => {
  const start = command('StartDraft', { at, id, applicant });
  it('starts', () => given().when(start).thenEvents({ type: 'DraftStarted', data: { at, id, applicant } }));
  it('refuses to start twice', () =>
    given(...draft())
      .when(start)
      .thenRefused('already-started'));
});

describe('saving the intake', () => {
  const save = command('SaveIntake', { at: later, intake: wolf });
  const saved = { type: 'IntakeSaved', data: { at: later, intake: wolf } } as const;
  it('saves a draft', () =>
    given(...draft())
      .when(save)
      .thenEvents(saved));
  it('saves what is to be completed', () =>
    given(...supplement())
      .when(save)
      .thenEvents(saved));
  it('saves while there is only advice', () =>
    given(...adviceOnly())
      .when(save)
      .thenEvents(saved));
  const elsewhere = command('SaveIntake', { at: later, intake: { ...wolf, municipality: 'Venlo' } });
  it('takes another municipality while it is a draft', () =>
    given(...draft())
      .when(elsewhere)
      .thenEvents({ type: 'IntakeSaved', data: { at: later, intake: { ...wolf, municipality: 'Venlo' } } }));
  it('refuses another municipality once it was submitted: responsibility never moves silently (domain.md A1)', () =>
    given(...supplement())
      .when(elsewhere)
      .thenRefused('municipality-fixed'));
  it('refuses before the draft was started', () => given().when(save).thenRefused('not-started'));
  it('saves while the team decides', () =>
    given(...submitted())
      .when(save)
      .thenEvents(saved));
  it('refuses after admission', () =>
    given(...admitted())
      .when(save)
      .thenRefused('not-editable'));
  it('refuses after closing', () =>
    given(...closed())
      .when(save)
      .thenRefused('not-editable'));
});

describe('submitting a case', () => {
  const submit = command('SubmitCase', submission);
  it('submits', () =>
    given(...draft())
      .when(submit)
      .thenEvents({ type: 'CaseSubmitted', data: submission }));
  it('submits an incomplete form', () =>
    given(...draft({ pseudonym: 'Egel', age: 14, municipality: 'Venlo' }))
      .when(submit)
      .thenEvents({ type: 'CaseSubmitted', data: submission }));
  it('refuses an empty form', () =>
    given(...draft({}))
      .when(submit)
      .thenRefused('nothing-filled-in'));
  it('refuses without an age', () =>
    given(...draft({ pseudonym: 'Egel', municipality: 'Venlo' }))
      .when(submit)
      .thenRefused('nothing-filled-in'));
  it('refuses what was not started', () => given().when(submit).thenRefused('not-started'));
  it('refuses a second submission', () =>
    given(...submitted())
      .when(submit)
      .thenRefused('already-submitted'));
});

describe('submitting again', () => {
  const again = command('ResubmitCase', { at: later, triageBy });
  const resubmitted = { type: 'CaseResubmitted', data: { at: later, triageBy } } as const;
  it('submits what was completed', () =>
    given(...supplement())
      .when(again)
      .thenEvents(resubmitted));
  it('submits when the basis of an advice-only case has come', () =>
    given(...adviceOnly())
      .when(again)
      .thenEvents(resubmitted));
  it('refuses a draft', () =>
    given(...draft())
      .when(again)
      .thenRefused('nothing-to-resubmit'));
  it('refuses what was returned', () =>
    given(...returned())
      .when(again)
      .thenRefused('nothing-to-resubmit'));
});

describe('linking brother and sister', () => {
  const link = command('LinkCase', { at: later, number: sibling });
  const linked = { type: 'CaseLinked', data: { at: later, number: sibling } } as const;
  it('links', () =>
    given(...submitted())
      .when(link)
      .thenEvents(linked));
  it('refuses its own number', () =>
    given(...submitted())
      .when(command('LinkCase', { at: later, number }))
      .thenRefused('own-number'));
  it('refuses a draft', () =>
    given(...draft())
      .when(link)
      .thenRefused('not-running'));
  it('does nothing when they are linked', () =>
    given(...submitted(), linked)
      .when(link)
      .thenNothing());
});
