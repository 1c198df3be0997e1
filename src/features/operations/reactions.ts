import { type Effect, showCard } from '../../core/effect.ts';
import type { PersonId } from '../../core/ids.ts';
import type { PermissionEvent, PermissionState } from './permission.ts';
import type { Trouble, TroubleEvent } from './trouble.ts';

/** Shows a card as `show-card` does, but is never given up itself: that would be trouble about trouble. */
export const operatorCardKind = 'operator-card';

export function react(_event: TroubleEvent, state: Trouble): readonly Effect[] {
  if (state.status === 'none') return [];
  const { episode, operators } = state;
  return operators.map((person) => operatorCard(person, `trouble-${episode}`, 'operations/trouble'));
}

export function reactToPermission(_event: PermissionEvent, state: PermissionState): readonly Effect[] {
  if (state.status === 'none') return [];
  const { episode, operators } = state;
  return operators.map((person) => operatorCard(person, `permission-${episode}`, 'operations/permission'));
}

/** A card for one of those who look after the bot. */
export function operatorCard(person: PersonId, about: string, card: string): Effect {
  return { ...showCard({ slot: `${about}-${person}`, card, to: { person } }), kind: operatorCardKind };
}
