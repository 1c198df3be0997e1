import type { Condition, EventStore } from '../../store/event-store.ts';
import { type Case, type CaseNumber, isSubmitted, type SubmittedCase } from './case-state.ts';
import { parseCaseNumber } from './numbering.ts';

/** The case with this number, as people type it; undefined when there is none. */
export async function findByNumber(store: EventStore, text: string): Promise<SubmittedCase | undefined> {
  return submitted(await anyByNumber(store, text));
}

/** Also what is left of a deleted case. */
export async function anyByNumber(store: EventStore, text: string): Promise<Case | undefined> {
  const number = parseCaseNumber(text);
  return number === undefined ? undefined : one(store, { field: 'number', equals: number });
}

/** The case that a channel was made for; undefined for every other conversation. */
export async function caseOfChannel(
  store: EventStore,
  channelId: string | undefined,
): Promise<SubmittedCase | undefined> {
  return channelId === undefined ? undefined : submitted(await one(store, { field: 'channel', equals: channelId }));
}

async function one(store: EventStore, where: Condition): Promise<Case | undefined> {
  const order = { field: 'number', direction: 'asc' } as const;
  const { items } = await store.find({ type: 'case', where: [where], order, limit: 1 });
  return items[0]?.state as unknown as Case | undefined;
}

const submitted = (found: Case | undefined): SubmittedCase | undefined =>
  found && isSubmitted(found) ? found : undefined;

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
