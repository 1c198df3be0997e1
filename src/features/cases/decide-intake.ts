import { accept, type Decision, refuse } from '../../core/decider.ts';
import type { CaseCommand, CaseEvent, CaseRefusal } from './case-messages.ts';
import { type Case, isSubmitted } from './case-state.ts';

export type CaseDecision = Decision<CaseEvent, CaseRefusal>;
type Data<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>['data'];

/** An incomplete submission is completed while the team has it (domain.md 6.1): it need not be sent anew. */
export const editable: readonly Case['stage'][] = ['draft', 'submitted', 'supplement', 'advice-only'];
const waitingForApplicant: readonly Case['stage'][] = ['supplement', 'advice-only'];

export function startDraft(data: Data<'StartDraft'>, state: Case): CaseDecision {
  if (state.stage === 'none' && state.purged) return refuse('purged');
  return state.stage === 'none' ? accept({ type: 'DraftStarted', data }) : refuse('already-started');
}

export function saveIntake(data: Data<'SaveIntake'>, state: Case): CaseDecision {
  if (state.stage === 'none') return refuse('not-started');
  if (!editable.includes(state.stage)) return refuse('not-editable');
  // The responsible municipality never moves silently (domain.md A1).
  const moves = isSubmitted(state) && data.intake.municipality !== state.municipality;
  return moves ? refuse('municipality-fixed') : accept({ type: 'IntakeSaved', data });
}

/** An incomplete form is welcome; an empty one is not. */
export function submitCase(data: Data<'SubmitCase'>, state: Case): CaseDecision {
  if (state.stage === 'none') return refuse('not-started');
  if (state.stage !== 'draft') return refuse('already-submitted');
  const { pseudonym, age, municipality } = state.intake;
  if (pseudonym === undefined || age === undefined || municipality === undefined) return refuse('nothing-filled-in');
  return accept({ type: 'CaseSubmitted', data });
}

export function resubmitCase(data: Data<'ResubmitCase'>, state: Case): CaseDecision {
  if (!waitingForApplicant.includes(state.stage)) return refuse('nothing-to-resubmit');
  return accept({ type: 'CaseResubmitted', data });
}

export function linkCase(data: Data<'LinkCase'>, state: Case): CaseDecision {
  if (!isSubmitted(state)) return refuse('not-running');
  if (state.number === data.number) return refuse('own-number');
  return state.linked.includes(data.number) ? accept() : accept({ type: 'CaseLinked', data });
}
