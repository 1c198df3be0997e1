import type { EventStore } from '../../store/event-store.ts';
import { type Case, type CaseNumber, isSubmitted, type SubmittedCase } from './case-state.ts';
import { parseCaseNumber } from './numbering.ts';

/** The case with this number, as people type it; undefined when there is none. */
export async function findByNumber(store: EventStore, text: string): Promise<SubmittedCase | undefined> {
  const number = parseCaseNumber(text);
  return number === undefined ? undefined : (await findByNumbers(store, [number]))[0];
}

/** What is left of a deleted case with this number. */
export async function purgedByNumber(store: EventStore, text: string): Promise<Case | undefined> {
  const number = parseCaseNumber(text);
  const where = [{ field: 'number', equals: number ?? '' }];
  const { items } = await store.find({ type: 'case', where, order: { field: 'number', direction: 'asc' }, limit: 1 });
  const [state] = items.map((item) => item.state as unknown as Case);
  return state?.stage === 'none' && state.purged ? state : undefined;
}

/** The case that a channel was made for; undefined for every other conversation. */
export async function caseOfChannel(
  store: EventStore,
  channelId: string | undefined,
): Promise<SubmittedCase | undefined> {
  if (channelId === undefined) return undefined;
  const where = [{ field: 'channel', equals: channelId }];
  const { items } = await store.find({ type: 'case', where, order: { field: 'number', direction: 'asc' }, limit: 1 });
  return items.map(({ state }) => state as unknown as Case).find(isSubmitted);
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
