import { type Effect, showCard } from '../../core/effect.ts';
import type { Digest, DigestEvent } from './gaps-state.ts';
import type { Round, RoundEvent } from './round.ts';

/** Looks at everything that is open. */
export const roundKind = 'watch-round';

export function reactToRound(_event: RoundEvent, state: Round): readonly Effect[] {
  return state.status === 'none' ? [] : [{ kind: roundKind, key: 'round', due: state.next, data: {} }];
}

export function reactToDigest(_event: DigestEvent, state: Digest): readonly Effect[] {
  if (state.status === 'none') return [];
  const { chair, episode } = state;
  return [showCard({ slot: `lacking-${episode}`, card: 'watch/lacking', to: { person: chair } })];
}
