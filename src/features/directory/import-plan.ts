import { createHash } from 'node:crypto';
import type { Message } from '../../core/decider.ts';
import { commandId, type PersonId, type StreamId } from '../../core/ids.ts';
import type { EventStore } from '../../store/event-store.ts';
import { type Aggregate, handle, stateOf } from '../../store/handle.ts';
import type { Problem } from './import-csv.ts';
import type { MunicipalityName, Person, RegionCode, Territory, TerritoryRow } from './directory.ts';
import { canonical } from './same-facts.ts';

/** What is known at the moment of the import. */
export type ImportContext = Readonly<{
  store: EventStore;
  shipped: Territory;
  at: Date;
  /** Leave what is there as it is, also where the file says otherwise: for demo data. */
  keepExisting: boolean;
  people: ReadonlyMap<PersonId, Person>;
  regions: readonly RegionCode[];
  municipalities: ReadonlySet<MunicipalityName>;
  /** The municipalities of one centre. */
  areaOf(centre: TerritoryRow['centre']): readonly MunicipalityName[];
}>;

export type CellProblem = Omit<Problem, 'row'>;
export type Counts = Readonly<{ added: number; changed: number; unchanged: number; closed: number }>;
export const noCounts: Counts = { added: 0, changed: 0, unchanged: 0, closed: 0 };

/** What an import would do: nothing is written before every row was found right. */
export type Plan = Readonly<{ problems: readonly Problem[]; counts: Counts; writes: readonly (() => Promise<void>)[] }>;

/** One stream's part in it; `events` are what its decider says would happen. */
export type PlannedChange<Event> =
  | Readonly<{ problems: readonly CellProblem[] }>
  | Readonly<{ outcome: 'added' | 'changed' | 'unchanged'; events: readonly Event[]; write(): Promise<void> }>;

type Wish<State, Command, Code extends string> = Readonly<{
  stream: StreamId;
  commandFor(state: State): Command;
  problemOf: Readonly<Record<Code, CellProblem>>;
}>;

export async function planChange<
  State extends object,
  Command extends Message,
  Event extends Message,
  Code extends string,
>(
  { store, at }: Pick<ImportContext, 'store' | 'at'>,
  aggregate: Aggregate<State, Command, Event, Code>,
  { stream, commandFor, problemOf }: Wish<State, Command, Code>,
): Promise<PlannedChange<Event>> {
  const read = await store.load(stream);
  const state = stateOf(aggregate, read);
  const command = commandFor(state);
  const decision = aggregate.decider.decide(command, state);
  if (decision.outcome === 'refused') return { problems: [problemOf[decision.code]] };
  const { events } = decision;
  if (events.length === 0) return { outcome: 'unchanged', events, write: async () => {} };
  const id = commandIdOf(stream, read.version, events);
  return {
    outcome: read.version === 0 ? 'added' : 'changed',
    events,
    async write() {
      const handled = await handle(store, aggregate, { stream, command, by: 'system', at, commandId: id });
      if (handled.decision.outcome === 'accepted') return;
      throw new Error(`${stream} changed during the import (${handled.decision.code}); import the file again`);
    },
  };
}

/**
 * From the content, so that the same import done twice at the same time is done once; and from the version, so that a
 * value may come back that was there before.
 */
function commandIdOf(stream: StreamId, version: number, events: readonly Message[]): ReturnType<typeof commandId> {
  const content = canonical([stream, version, events]);
  return commandId(`import-${createHash('sha256').update(content).digest('hex').slice(0, 32)}`);
}

export function unknownPeople(
  { people }: Pick<ImportContext, 'people'>,
  column: string,
  ids: readonly PersonId[],
): readonly CellProblem[] {
  return ids
    .filter((id) => !people.has(id))
    .map((id) => ({ column, expected: 'somebody in the directory; import people first', found: id }));
}
