import { accept, refuse } from '../../core/decider.ts';
import type { ExpertDecision } from './decide-profile.ts';
import type { ExpertCommand } from './expert-messages.ts';
import { type Engagement, type ExpertState, freeHours, isAwayOn, isPausedOn, isPresent } from './expert-state.ts';

type Data<Type extends ExpertCommand['type']> = Extract<ExpertCommand, { type: Type }>['data'];

/**
 * Hours are set apart when somebody is asked, not when they accept: two who want the last hours of one expert at the same
 * moment meet here. Asked again for the same consultation, nothing more is taken.
 */
export function reserveHours(
  { at, consultation, hours, today }: Data<'ReserveHours'>,
  state: ExpertState,
): ExpertDecision {
  if (!isPresent(state)) return refuse('not-registered');
  if (engagementOf(state, consultation)) return accept();
  if (isPausedOn(state, today)) return refuse('paused');
  if (isAwayOn(state, today)) return refuse('unavailable');
  if (!Number.isInteger(hours) || hours < 1) return refuse('hours-out-of-range');
  if (hours > freeHours(state)) return refuse('no-room');
  return accept({ type: 'HoursReserved', data: { at, consultation, hours } });
}

export function acceptEngagement({ at, consultation }: Data<'AcceptEngagement'>, state: ExpertState): ExpertDecision {
  const engagement = engagementOf(state, consultation);
  if (!engagement) return refuse('not-engaged');
  return engagement.accepted ? accept() : accept({ type: 'EngagementAccepted', data: { at, consultation } });
}

export function releaseHours({ at, consultation, because }: Data<'ReleaseHours'>, state: ExpertState): ExpertDecision {
  if (!engagementOf(state, consultation)) return accept();
  return accept({ type: 'HoursReleased', data: { at, consultation, because } });
}

function engagementOf(state: ExpertState, consultation: string): Engagement | undefined {
  if (state.status === 'none') return undefined;
  return state.engagements.find((engagement) => engagement.consultation === consultation);
}
