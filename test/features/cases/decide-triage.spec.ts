import { caseDecider } from '../../../src/features/cases/case.ts';
import type { CaseCommand, CaseRefusal } from '../../../src/features/cases/case-messages.ts';
import type { Joining } from '../../../src/features/cases/intake.ts';
import { specify } from '../../support/decider-spec.ts';
import { demoIntake } from './demo-cases.ts';
import {
  admission,
  admitted,
  applicant,
  chair,
  command,
  conferenceBy,
  decision,
  director,
  draft,
  foreigner,
  foreignTenant,
  handedOver,
  helper,
  later,
  participants,
  submitted,
  today,
} from './stories.ts';

const given = specify(caseDecider);
type Wish = Partial<Extract<CaseCommand, { type: 'DecideTriage' }>['data']>;

const decide = (wish: Wish): CaseCommand =>
  command('DecideTriage', {
    at: later,
    decision: decision('priority'),
    conferenceBy,
    today,
    processDirector: director,
    ...wish,
  });

describe('deciding triage', () => {
  it('admits with priority, with the process director, the chair and the applicant', () =>
    given(...submitted())
      .when(decide({}))
      .thenEvents({ type: 'CaseAdmitted', data: admission }));

  it('admits by the ordinary lane', () =>
    given(...submitted(demoIntake('merel')))
      .when(decide({ decision: decision('admit') }))
      .thenEvents({ type: 'CaseAdmitted', data: { ...admission, decision: decision('admit'), lane: 'regular' } }));

  it('makes the channel shared when a helper is of another tenant', () => {
    const helpers: readonly Joining[] = [
      { person: helper, part: 'helper' },
      { person: foreigner, part: 'helper', tenantId: foreignTenant },
    ];
    const data = { ...admission, participants: [...participants, ...helpers], kind: 'shared' } as const;
    given(...submitted())
      .when(decide({ helpers }))
      .thenEvents({ type: 'CaseAdmitted', data });
  });

  it('counts everybody once, by the weightiest part', () => {
    const helpers: readonly Joining[] = [
      { person: applicant, part: 'helper' },
      { person: chair, part: 'helper' },
    ];
    given(...submitted())
      .when(decide({ helpers }))
      .thenEvents({ type: 'CaseAdmitted', data: admission });
  });

  it('asks for more', () =>
    given(...submitted())
      .when(decide({ decision: decision('ask-more') }))
      .thenEvents({ type: 'SupplementAsked', data: { at: later, decision: decision('ask-more') } }));

  it('gives advice only, with what is done instead, by whom and when', () =>
    given(...submitted())
      .when(decide({ decision: decision('advice-only', handedOver) }))
      .thenEvents({ type: 'AdviceGiven', data: { at: later, decision: decision('advice-only', handedOver) } }));

  it('returns with what is done instead, by whom and when', () =>
    given(...submitted())
      .when(decide({ decision: decision('return', handedOver) }))
      .thenEvents({ type: 'CaseReturned', data: { at: later, decision: decision('return', handedOver) } }));

  it('takes today as the date', () => {
    const sameDay = decision('return', { ...handedOver, ownerBy: today });
    given(...submitted())
      .when(decide({ decision: sameDay }))
      .thenEvents({ type: 'CaseReturned', data: { at: later, decision: sameDay } });
  });

  const refusals: readonly (readonly [CaseRefusal, Wish])[] = [
    ['reason-missing', { decision: decision('priority', { reason: ' ' }) }],
    ['process-director-missing', { processDirector: undefined }],
    ['alternative-missing', { decision: decision('return') }],
    ['owner-missing', { decision: decision('advice-only', { alternative: 'Advies' }) }],
    ['owner-date-missing', { decision: decision('return', { alternative: 'Advies', owner: 'Wijkteam' }) }],
    ['owner-date-past', { decision: decision('return', { ...handedOver, ownerBy: '2026-11-23' }) }],
  ];
  for (const [code, wish] of refusals) {
    it(`refuses: ${code}`, () =>
      given(...submitted())
        .when(decide(wish))
        .thenRefused(code));
  }

  it('refuses to admit somebody over 21', () =>
    given(...submitted(demoIntake('ravi')))
      .when(decide({ decision: decision('admit') }))
      .thenRefused('too-old'));
  it('refuses to admit without an age', () =>
    given(...submitted({ pseudonym: 'Egel' }))
      .when(decide({}))
      .thenRefused('intake-incomplete'));
  it('refuses to admit without a legal basis', () =>
    given(...submitted(demoIntake('noor')))
      .when(decide({ decision: decision('admit') }))
      .thenRefused('basis-incomplete'));
  it('refuses priority without a court measure', () =>
    given(...submitted(demoIntake('merel')))
      .when(decide({}))
      .thenRefused('no-court-measure'));
  it('refuses a second decision', () =>
    given(...admitted())
      .when(decide({}))
      .thenRefused('not-in-triage'));
  it('refuses a draft', () =>
    given(...draft())
      .when(decide({}))
      .thenRefused('not-in-triage'));
});
