import type { EventStore } from '../../store/event-store.ts';
import { type Case, isSubmitted, type SubmittedCase } from './case-state.ts';
import { parseCaseNumber } from './numbering.ts';

/** The case with this number, as people type it; undefined when there is none. */
export async function findByNumber(store: EventStore, text: string): Promise<SubmittedCase | undefined> {
  const number = parseCaseNumber(text);
  if (number === undefined) return undefined;
  const { items } = await store.find({
    type: 'case',
    where: [{ field: 'number', equals: number }],
    order: { field: 'number', direction: 'asc' },
    limit: 1,
  });
  const state = items[0]?.state as unknown as Case | undefined;
  return state && isSubmitted(state) ? state : undefined;
}
