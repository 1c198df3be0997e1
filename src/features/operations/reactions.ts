import { type Effect, showCard } from '../../core/effect.ts';
import type { Trouble, TroubleEvent } from './trouble.ts';

/** Shows a card as `show-card` does, but is never given up itself: that would be trouble about trouble. */
export const operatorCardKind = 'operator-card';

export function react(_event: TroubleEvent, state: Trouble): readonly Effect[] {
  if (state.status === 'none') return [];
  const { episode, operators } = state;
  return operators.map((person) => ({
    ...showCard({ slot: `trouble-${episode}-${person}`, card: 'operations/trouble', to: { person } }),
    kind: operatorCardKind,
  }));
}
