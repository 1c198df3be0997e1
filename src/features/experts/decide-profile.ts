import { accept, type Decision, refuse } from '../../core/decider.ts';
import { localDate } from '../../core/working-time.ts';
import { sameFacts } from '../directory/index.ts';
import { evolve } from './evolve.ts';
import type { ExpertCommand, ExpertEvent, ExpertRefusal, ProfileFault } from './expert-messages.ts';
import { type Expert, type ExpertState, isPresent, limits } from './expert-state.ts';

export type ExpertDecision = Decision<ExpertEvent, ExpertRefusal>;
type Data<Type extends ExpertCommand['type']> = Extract<ExpertCommand, { type: Type }>['data'];

/** Also for somebody who left: what they did before stays counted. */
export function registerExpert({ at, expert }: Data<'RegisterExpert'>, state: ExpertState): ExpertDecision {
  if (isPresent(state)) return refuse('already-registered');
  if (isAnother(expert, state)) return refuse('another-expert');
  const fault = findFault(expert);
  return fault ? refuse(fault) : accept({ type: 'ExpertRegistered', data: { at, expert } });
}

/** Offering fewer hours than what runs is allowed: then there is no room until something ends. */
export function changeExpert({ at, expert }: Data<'ChangeExpert'>, state: ExpertState): ExpertDecision {
  if (!isPresent(state)) return refuse('not-registered');
  if (isAnother(expert, state)) return refuse('another-expert');
  if (sameFacts(state.expert, expert)) return accept();
  const fault = findFault(expert);
  return fault ? refuse(fault) : accept({ type: 'ExpertChanged', data: { at, expert } });
}

/** One row of a file says all of it at once. */
export function importExpert({ at, expert, paused }: Data<'ImportExpert'>, state: ExpertState): ExpertDecision {
  const said = isPresent(state) ? changeExpert({ at, expert }, state) : registerExpert({ at, expert }, state);
  if (said.outcome === 'refused' || paused === undefined) return said;
  const after = said.events.reduce(evolve, state);
  if (after.status === (paused ? 'paused' : 'registered')) return said;
  return accept(
    ...said.events,
    paused ? { type: 'ExpertPaused', data: { at } } : { type: 'ExpertResumed', data: { at } },
  );
}

export function pauseExpert({ at, until }: Data<'PauseExpert'>, state: ExpertState): ExpertDecision {
  if (!isPresent(state)) return refuse('not-registered');
  if (until !== undefined && until < localDate(at)) return refuse('until-passed');
  if (state.status === 'paused' && state.pausedUntil === until) return accept();
  return accept({ type: 'ExpertPaused', data: { at, ...(until === undefined ? {} : { until }) } });
}

export function resumeExpert({ at }: Data<'ResumeExpert'>, state: ExpertState): ExpertDecision {
  if (!isPresent(state)) return refuse('not-registered');
  return state.status === 'registered' ? accept() : accept({ type: 'ExpertResumed', data: { at } });
}

/** Open invitations do not hold anybody; a promise that runs does. */
export function leaveExperts({ at }: Data<'LeaveExperts'>, state: ExpertState): ExpertDecision {
  if (state.status === 'none') return refuse('not-registered');
  if (state.status === 'left') return accept();
  if (state.engagements.some(({ accepted }) => accepted)) return refuse('still-advising');
  return accept({ type: 'ExpertLeft', data: { at } });
}

function isAnother({ id }: Expert, state: ExpertState): boolean {
  return state.status !== 'none' && state.expert.id !== id;
}

const faults: readonly Readonly<{ fault: ProfileFault; holds(expert: Expert): boolean }>[] = [
  { fault: 'no-regions', holds: ({ regions }) => regions.length === 0 },
  {
    fault: 'nothing-offered',
    holds: ({ specialisms, ownWords }) => specialisms.length === 0 && ownWords.trim() === '',
  },
  { fault: 'too-many-specialisms', holds: ({ specialisms }) => specialisms.length > limits.specialisms },
  { fault: 'words-too-long', holds: ({ ownWords }) => ownWords.length > limits.ownWords },
  { fault: 'hours-out-of-range', holds: ({ hoursPerMonth }) => !isWholeUpTo(hoursPerMonth, limits.hoursPerMonth) },
  { fault: 'too-many-periods', holds: ({ unavailable }) => unavailable.length > limits.periods },
  { fault: 'period-reversed', holds: ({ unavailable }) => unavailable.some(({ from, to }) => to < from) },
];

/** The first thing that is wrong with a profile; undefined when nothing is. */
export function findFault(expert: Expert): ProfileFault | undefined {
  return faults.find(({ holds }) => holds(expert))?.fault;
}

function isWholeUpTo(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
