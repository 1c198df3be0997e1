import { type Around, type Gap, gapsOf } from '../../core/gap.ts';
import { localDate } from '../../core/working-time.ts';
import {
  type Consultation,
  type ConsultationFile,
  type ConsultationStage,
  counts,
  isAsked,
} from './consultation-state.ts';

/** Advice that was given is followed by the case itself. */
export const openStages: readonly ConsultationStage[] = ['requested', 'proposed', 'inviting', 'advising'];

/** No request for advice without somebody who decides on it, somebody to ask, and a day that is still to come. */
export function consultationLacks(state: Consultation, around: Around): readonly Gap[] {
  if (!isAsked(state) || !openStages.includes(state.stage)) return [];
  return gapsOf({
    owner: !around.isThere(state.director),
    step: state.stage === 'proposed' && isStuck(state),
    date: state.request.by < localDate(around.now),
  });
}

/** Nobody was found, and nobody is asked. */
function isStuck({ proposal, invitations }: ConsultationFile): boolean {
  return (proposal?.team.length ?? 0) === 0 && !invitations.some(counts);
}
