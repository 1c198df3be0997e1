import { accept, refuse } from '../../core/decider.ts';
import type { CaseCommand } from './case-messages.ts';
import { type Case, endedStages, isSubmitted, type SubmittedCase } from './case-state.ts';
import type { CaseDecision } from './decide-intake.ts';

type Data<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>['data'];

/** Also a case that still runs: what is known of it must then outlast its closing. */
export function holdCase({ today, ...data }: Data<'HoldCase'>, state: Case): CaseDecision {
  if (!isSubmitted(state)) return notThere(state);
  if (data.reason.trim() === '') return refuse('reason-missing');
  return data.until < today ? refuse('until-past') : accept({ type: 'CaseHeld', data });
}

export function releaseCase(data: Data<'ReleaseCase'>, state: Case): CaseDecision {
  if (!isSubmitted(state)) return notThere(state);
  return state.hold === undefined ? refuse('not-held') : accept({ type: 'CaseReleased', data });
}

/** Only what was exported goes: a case that changed since, or that was opened again, stays. */
export function purgeCase({ asOf, today, ...data }: Data<'PurgeCase'>, state: Case): CaseDecision {
  if (state.stage === 'none' && state.purged) return accept();
  if (!isSubmitted(state)) return refuse('not-started');
  if (!endedStages.includes(state.stage)) return refuse('not-closed');
  if (isHeld(state, today)) return refuse('held');
  if (state.updatedAt !== asOf) return refuse('changed-since');
  return accept({ type: 'CasePurged', data: { ...data, id: state.id, number: state.number } });
}

export function eraseAccess(data: Data<'EraseAccess'>, state: Case): CaseDecision {
  if (state.stage !== 'none' || !state.purged) return refuse('not-closed');
  return state.purged.accessErased === true ? accept() : accept({ type: 'AccessErased', data });
}

/** Nobody but its applicant saw it and nobody decided on it, so that it needs no export. One that was changed since stays. */
export function dropDraft({ asOf, at }: Data<'DropDraft'>, state: Case): CaseDecision {
  if (state.stage === 'none') return state.dropped ? accept() : refuse('not-started');
  if (state.stage !== 'draft') return refuse('already-submitted');
  if (state.updatedAt !== asOf) return refuse('changed-since');
  return accept({ type: 'DraftDropped', data: { at, id: state.id } });
}

export function isHeld({ hold }: Pick<SubmittedCase, 'hold'>, today: string): boolean {
  return hold !== undefined && hold.until >= today;
}

function notThere(state: Case): CaseDecision {
  return refuse(state.stage === 'none' && state.purged ? 'purged' : 'not-started');
}
