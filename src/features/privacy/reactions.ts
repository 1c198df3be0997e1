import { type Effect, showCard } from '../../core/effect.ts';
import { operatorCardKind } from '../operations/index.ts';
import type { Keeping, KeepingEvent } from './keeping.ts';

/** One card a day on which there is something to say, to each who must hear it. */
export function react(_event: KeepingEvent, state: Keeping): readonly Effect[] {
  if (state.status === 'none') return [];
  const { day, people } = state;
  return people.map((person) => ({
    ...showCard({ slot: `keeping-${day}-${person}`, card: 'privacy/keeping', to: { person } }),
    kind: operatorCardKind,
  }));
}
