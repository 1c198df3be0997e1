import type { Decider, Decision, Message } from '../core/decider.ts';
import type { Effect } from '../core/effect.ts';
import type { CommandId, PersonId, StreamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import type { EventStore, IndexedFields, Loaded, Recorded } from './event-store.ts';
import { takingTurns } from './in-turn.ts';

/** One kind of stream: its rules, what its events set in motion, and what it can be found by. Its state must survive JSON. */
export type Aggregate<
  State extends object,
  Command extends Message,
  Event extends Message,
  Code extends string,
> = Readonly<{
  type: string;
  decider: Decider<State, Command, Event, Code>;
  react(event: Event, state: State): readonly Effect[];
  fields(state: State): IndexedFields;
}>;

export type Order<Command extends Message> = Readonly<{
  stream: StreamId;
  command: Command;
  by: PersonId | 'system';
  at: Date;
  commandId: CommandId;
}>;

export type Handled<State, Event extends Message, Code extends string> = Readonly<{
  decision: Decision<Event, Code>;
  state: State;
  version: number;
  /** This command was accepted before: nothing was written now; `decision` holds the events it caused then. */
  repeated: boolean;
}>;

const attempts = 12;
const pauseMs = 15;
/** One instance's turns: two instances on one database race as they do in production. */
const turns = new WeakMap<EventStore, ReturnType<typeof takingTurns>>();

function turnsOf(store: EventStore): ReturnType<typeof takingTurns> {
  const known = turns.get(store) ?? takingTurns();
  turns.set(store, known);
  return known;
}

/**
 * Reads the stream, decides, and records the facts with what they set in motion. Decides again when another writer was
 * first (bounded, with a growing random pause); does nothing for a command that was accepted before.
 */
export async function handle<State extends object, Command extends Message, Event extends Message, Code extends string>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event, Code>,
  order: Order<Command>,
): Promise<Handled<State, Event, Code>> {
  const inTurn = turnsOf(store);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const handled = await inTurn(order.stream, () => tryOnce(store, aggregate, order));
    if (handled !== 'conflict') return handled;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * pauseMs * (attempt + 1)));
  }
  throw new Error(`stream ${order.stream} kept changing: ${attempts} attempts`);
}

async function tryOnce<State extends object, Command extends Message, Event extends Message, Code extends string>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event, Code>,
  order: Order<Command>,
): Promise<Handled<State, Event, Code> | 'conflict'> {
  const read = await store.load(order.stream);
  const before = stateOf(aggregate, read);
  const decision = aggregate.decider.decide(order.command, before);
  const nothingNew = decision.outcome === 'refused' || decision.events.length === 0;
  // A refusal may only mean that this very command was accepted before: an answer that got lost is asked for again.
  const earlier = nothingNew ? await store.handled(order.stream, order.commandId) : undefined;
  if (earlier) return repeated(before, read, earlier);
  if (nothingNew) return { decision, state: before, version: read.version, repeated: false };

  const { state, effects } = applyAll(aggregate, before, decision.events);
  const events = record(order, read.version, decision.events);
  const { stream, at, commandId } = order;
  const result = await store.commit({
    stream,
    type: aggregate.type,
    read,
    events,
    state: state as unknown as JsonObject,
    fields: aggregate.fields(state),
    effects,
    commandId,
    at: at.toISOString(),
  });
  if (result === 'conflict') return 'conflict';
  if (result === 'committed') return { decision, state, version: read.version + events.length, repeated: false };
  const now = await store.load(stream);
  return repeated(stateOf(aggregate, now), now, (await store.handled(stream, commandId)) ?? []);
}

function repeated<State, Event extends Message>(
  state: State,
  { version }: Loaded,
  earlier: readonly Recorded[],
): Handled<State, Event, never> {
  const events = earlier.map(({ event }) => event as Event);
  return { decision: { outcome: 'accepted', events }, state, version, repeated: true };
}

function record<Command extends Message, Event extends Message>(
  { at, by, commandId }: Order<Command>,
  version: number,
  events: readonly Event[],
): readonly Recorded<Event>[] {
  return events.map((event, index) => ({ event, version: version + index + 1, at: at.toISOString(), by, commandId }));
}

/** The state document is the fold of the events, so it is the state itself that is read. */
export function stateOf<State extends object, Command extends Message, Event extends Message, Code extends string>(
  { decider }: Aggregate<State, Command, Event, Code>,
  { state }: Readonly<{ state: JsonObject | undefined }>,
): State {
  return state === undefined ? decider.initial : (state as unknown as State);
}

function applyAll<State extends object, Command extends Message, Event extends Message, Code extends string>(
  { decider, react }: Aggregate<State, Command, Event, Code>,
  before: State,
  events: readonly Event[],
): { state: State; effects: readonly Effect[] } {
  let state = before;
  const effects = new Map<string, Effect>();
  for (const event of events) {
    state = decider.evolve(state, event);
    for (const effect of react(event, state)) effects.set(effect.key, effect);
  }
  return { state, effects: [...effects.values()] };
}
