import { accept, refuse } from '../../core/decider.ts';
import type { CaseCommand } from './case-messages.ts';
import type { Case } from './case-state.ts';
import type { CaseDecision } from './decide-intake.ts';

type Data<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>['data'];

export function startClosing(data: Data<'StartClosing'>, state: Case): CaseDecision {
  if (state.stage !== 'conference') return refuse('not-in-conference');
  const { lessonsCooperation, lessonsContent } = data.closing;
  // Cooperation and content are evaluated both (domain.md D11).
  if (lessonsCooperation.trim() === '' || lessonsContent.trim() === '') return refuse('lessons-missing');
  return accept({ type: 'ClosingStarted', data });
}

export function sendBackClosing(data: Data<'SendBackClosing'>, state: Case): CaseDecision {
  if (state.stage !== 'closing') return refuse('not-closing');
  if (state.processDirector !== data.by) return refuse('not-process-director');
  return data.reason.trim() === '' ? refuse('reason-missing') : accept({ type: 'ClosingSentBack', data });
}

/** A case does not close without its process director (domain.md A15). */
export function signOff(data: Data<'SignOff'>, state: Case): CaseDecision {
  if (state.stage !== 'closing') return refuse('not-closing');
  return state.processDirector === data.by ? accept({ type: 'CaseClosed', data }) : refuse('not-process-director');
}

export function closeAdvice(data: Data<'CloseAdvice'>, state: Case): CaseDecision {
  return state.stage === 'advice-only' ? accept({ type: 'CaseClosed', data }) : refuse('not-running');
}

export function reopenCase(data: Data<'ReopenCase'>, state: Case): CaseDecision {
  if (state.stage !== 'closed' && state.stage !== 'returned') return refuse('not-closed');
  if (data.reason.trim() === '') return refuse('reason-missing');
  const hasChannel = state.channel.status === 'ready' || state.channel.status === 'archived';
  return accept({ type: 'CaseReopened', data: { ...data, to: hasChannel ? 'conference' : 'submitted' } });
}
