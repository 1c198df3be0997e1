import type { Effect } from '../../core/effect.ts';
import { operatorCard } from '../operations/index.ts';
import type { Keeping, KeepingEvent } from './keeping.ts';

/** One card a day on which there is something to say, to each who must hear it. */
export function react(_event: KeepingEvent, state: Keeping): readonly Effect[] {
  if (state.status === 'none') return [];
  const { day, people } = state;
  return people.map((person) => operatorCard(person, `keeping-${day}`, 'privacy/keeping'));
}
