import { type Around, type Gap, gapsOf, standsStill } from '../../core/gap.ts';
import { type Case, isRunning, isSubmitted, type Stage, type SubmittedCase } from './case-state.ts';
import { nextStep } from './next-step.ts';

/** The stages of an open case; a draft is its writer's own. */
export const openStages: readonly Stage[] = [
  ...(['submitted', 'supplement', 'advice-only', 'returned', 'admitted', 'conference', 'closing'] as const),
];

/** No case without owner and next step (domain.md H5). */
export function caseLacks(state: Case, around: Around): readonly Gap[] {
  if (!isSubmitted(state) || !openStages.includes(state.stage)) return [];
  const isDateless = state.stage === 'supplement' || state.stage === 'closing';
  const hasDue = nextStep(state).due !== undefined;
  return gapsOf({
    owner: !hasOwner(state, around),
    // A conference in which nothing is planned: no meeting, no look back, no answer that is waited for.
    step: state.stage === 'conference' && !hasDue,
    date: isDateless ? standsStill(state.updatedAt, around) : state.stage !== 'conference' && !hasDue,
  });
}

/** Before triage it is the chair, who is asked of the directory; after a "no" somebody outside takes it up (domain.md C4). */
function hasOwner(file: SubmittedCase, { isThere }: Around): boolean {
  const { stage, applicant, processDirector, triage } = file;
  if (stage === 'supplement') return isThere(applicant);
  if (stage === 'advice-only' || stage === 'returned') return (triage?.owner ?? '').trim() !== '';
  return !isRunning(file) || isThere(processDirector);
}
