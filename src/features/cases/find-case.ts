import type { EventStore } from '../../store/event-store.ts';
import { type Case, type CaseNumber, isSubmitted, type SubmittedCase } from './case-state.ts';
import { parseCaseNumber } from './numbering.ts';

/** The case with this number, as people type it; undefined when there is none. */
export async function findByNumber(store: EventStore, text: string): Promise<SubmittedCase | undefined> {
  const number = parseCaseNumber(text);
  return number === undefined ? undefined : (await findByNumbers(store, [number]))[0];
}

/** Those of these numbers that exist, in this order. */
export async function findByNumbers(
  store: EventStore,
  numbers: readonly CaseNumber[],
): Promise<readonly SubmittedCase[]> {
  const { items } = await store.find({
    type: 'case',
    where: [{ field: 'number', in: numbers }],
    order: { field: 'number', direction: 'asc' },
    limit: numbers.length,
  });
  const files = items.map(({ state }) => state as unknown as Case).filter(isSubmitted);
  return numbers.flatMap((number) => files.find((file) => file.number === number) ?? []);
}
