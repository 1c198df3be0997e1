import { accept, refuse, unreachable } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import type { CaseCommand } from './case-messages.ts';
import type { Case, SubmittedCase, TriageDecision } from './case-state.ts';
import type { CaseDecision } from './decide-intake.ts';
import type { Participant } from './intake.ts';
import type { ConsentException } from './legal-basis.ts';
import { exceptionApplies, gatesFor, mayJoin, measureOf } from './triage.ts';

type Decide = Extract<CaseCommand, { type: 'DecideTriage' }>['data'];

/** domain.md 6.2: every outcome has a reason, and every outcome but admission says what is done instead, by whom and when. */
export function decideTriage(data: Decide, state: Case): CaseDecision {
  if (state.stage !== 'submitted') return refuse('not-in-triage');
  const { at, decision, today } = data;
  if (isBlank(decision.reason)) return refuse('reason-missing');
  switch (decision.outcome) {
    case 'ask-more':
      return accept({ type: 'SupplementAsked', data: { at, decision } });
    case 'advice-only':
      return handedOver(decision, today) ?? accept({ type: 'AdviceGiven', data: { at, decision } });
    case 'return':
      return handedOver(decision, today) ?? accept({ type: 'CaseReturned', data: { at, decision } });
    case 'admit':
    case 'priority':
      return admit(data, state);
    default:
      return unreachable(decision.outcome);
  }
}

/** Never a bare "no" (domain.md C4): undefined when alternative, owner and date are there. */
function handedOver({ alternative, owner, ownerBy }: TriageDecision, today: string): CaseDecision | undefined {
  if (isBlank(alternative)) return refuse('alternative-missing');
  if (isBlank(owner)) return refuse('owner-missing');
  if (ownerBy === undefined || ownerBy === '') return refuse('owner-date-missing');
  return ownerBy < today ? refuse('owner-date-past') : undefined;
}

/** Undefined when nothing stands in the way of admission. */
function objection(decision: TriageDecision, { intake }: SubmittedCase): CaseDecision | undefined {
  const { outcome, exception } = decision;
  const { age, basis } = gatesFor(intake, exception);
  if (age === 'too-old') return refuse('too-old');
  if (age === 'unknown') return refuse('intake-incomplete');
  if (exception && !isWeighed(exception, decision.by)) return refuse('exception-incomplete');
  if (!basis.complete) return refuse('basis-incomplete');
  return outcome === 'priority' && measureOf(intake) === 'none' ? refuse('no-court-measure') : undefined;
}

/** With its reason, by two people: the one who decides and another (Jeugdwet art. 7.3.4 lid 2). */
function isWeighed({ reason, secondPerson }: ConsentException, by: PersonId): boolean {
  return !isBlank(reason) && secondPerson !== undefined && secondPerson !== by;
}

/** An exception that the law does not offer here is left out, so that none is on record that carries nothing. */
function withFittingException({ exception, ...decision }: TriageDecision, { intake }: SubmittedCase): TriageDecision {
  return exception && exceptionApplies(intake) ? { ...decision, exception } : decision;
}

function admit(data: Decide, state: SubmittedCase): CaseDecision {
  const { at, processDirector, conferenceBy, helpers = [], recipient } = data;
  const hasHelpers = helpers.length > 0;
  const decision = withFittingException(data.decision, state);
  const objected = objection(decision, state);
  if (objected) return objected;
  if (processDirector === undefined) return refuse('process-director-missing');
  if (hasHelpers && !mayJoin(state.intake, recipient)) return refuse('no-share-consent');
  const participants = participantsOf(state, processDirector, data);
  const kind = participants.some(({ tenantId }) => tenantId !== undefined) ? 'shared' : 'private';
  const lane = decision.outcome === 'priority' ? 'priority' : 'regular';
  return accept({
    type: 'CaseAdmitted',
    data: {
      at,
      decision,
      lane,
      processDirector,
      participants,
      conferenceBy,
      kind,
      ...(hasHelpers && recipient ? { recipient } : {}),
    },
  });
}

/** Everybody once, by the weightiest part they have; the chair and the process director own the channel. */
function participantsOf(
  { team, applicant }: SubmittedCase,
  processDirector: PersonId,
  { helpers = [], applicantTenantId }: Decide,
): readonly Participant[] {
  const elsewhere = applicantTenantId === undefined ? {} : { tenantId: applicantTenantId };
  const all: readonly Participant[] = [
    { person: processDirector, part: 'process-director' },
    { person: team.chair, part: 'chair' },
    { person: applicant, part: 'applicant', ...elsewhere },
    ...helpers,
  ];
  return all.filter(({ person }, index) => all.findIndex((other) => other.person === person) === index);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
