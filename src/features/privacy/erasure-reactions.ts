import { type Effect, showCard } from '../../core/effect.ts';
import type { Erasure, ErasureEvent } from './erasure.ts';

/** Exports and deletes what two people agreed to delete. */
export const eraseKind = 'case-erase';
/** One after another: whoever agreed sees that on the card before the case goes, and this stream with it. */
const lane = 'erasure';

export function reactToErasure(event: ErasureEvent, state: Erasure): readonly Effect[] {
  if (state.status === 'none') return [];
  const { id, by, people } = state.request;
  const cards = [by, ...people].map((person, index) =>
    showCard({ slot: `erasure-${id}-${index}`, card: 'privacy/erasure', to: { person }, lane }),
  );
  if (event.type !== 'ErasureAgreed') return cards;
  return [...cards, { kind: eraseKind, key: `erase-${id}`, lane, data: {} }];
}
