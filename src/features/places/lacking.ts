import { type Around, type Gap, gapsOf, standsStill } from '../../core/gap.ts';
import { isAsked, type PlaceRequest, type RequestStage } from './request-state.ts';

/** Until the youth has moved in, or the request is over. */
export const openStages: readonly RequestStage[] = ['searching', 'held', 'offered', 'accepted'];

/** No search for a place without somebody who leads it, and no place set apart without an end. */
export function placeLacks(state: PlaceRequest, around: Around): readonly Gap[] {
  if (!isAsked(state) || !openStages.includes(state.stage)) return [];
  const { stage, chosen, updatedAt, director } = state;
  const holds = stage !== 'searching';
  return gapsOf({
    owner: !around.isThere(director),
    step: holds && chosen === undefined,
    // What is held ends by itself; what was offered waits for people.
    date: stage === 'held' ? (chosen?.until ?? '') < around.now : holds && standsStill(updatedAt, around),
  });
}
