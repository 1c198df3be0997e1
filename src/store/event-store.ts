import type { Message } from '../core/decider.ts';
import type { Effect } from '../core/effect.ts';
import type { CommandId, PersonId, StreamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';

export type Recorded<Event extends Message = Message> = Readonly<{
  event: Event;
  /** 1 for the first event of the stream. */
  version: number;
  /** UTC instant. */
  at: string;
  by: PersonId | 'system';
  commandId: CommandId;
}>;

export type FieldValue = string | number | boolean;
/** What can be searched for: scalars, or a list of strings for `contains`. */
export type IndexedFields = Readonly<Record<string, FieldValue | readonly string[] | undefined>>;

/** Version 0 with no state: nobody wrote to the stream yet. `tag` is the adapter's own proof of what was read; hand it back in `commit`. */
export type Loaded = Readonly<{ state: JsonObject | undefined; version: number; tag: string | undefined }>;

export type Commit = Readonly<{
  stream: StreamId;
  /** The kind of aggregate: `case`, `person`. One type's states are found together. */
  type: string;
  read: Loaded;
  events: readonly Recorded[];
  state: JsonObject;
  fields: IndexedFields;
  effects: readonly Effect[];
  commandId: CommandId;
  /** UTC instant. */
  at: string;
}>;

export type Condition = Readonly<
  { field: string } & (
    | { equals: FieldValue }
    | { in: readonly FieldValue[] }
    | { contains: string }
    /** Both ends belong to it; a value of another kind than the ends (a text, a number) never does. */
    | { from?: FieldValue; to?: FieldValue }
  )
>;

export type Find = Readonly<{
  type: string;
  where: readonly Condition[];
  /** A string field; the stream id breaks ties. A state without the field sorts as ''. */
  order: Readonly<{ field: string; direction: 'asc' | 'desc' }>;
  /** 1 to 100. */
  limit: number;
  /** `next` of the page before. */
  after?: string;
}>;

export type Found = Readonly<{ stream: StreamId; version: number; state: JsonObject }>;
export type Page = Readonly<{ items: readonly Found[]; next?: string }>;

/** What is left of a stream: events from this version on, and the effect with this key. */
export type Kept = Readonly<{ from: number; effect: string }>;

export type EventStore = Readonly<{
  load(stream: StreamId): Promise<Loaded>;
  /** All events, oldest first. */
  history(stream: StreamId): Promise<readonly Recorded[]>;
  /** The events that this command caused, or undefined when it was never accepted (or longer ago than the store remembers). */
  handled(stream: StreamId, command: CommandId): Promise<readonly Recorded[] | undefined>;
  /**
   * Records events, state, effects and command id: all or nothing. `conflict` when the stream has moved on since `read`,
   * `duplicate` when the command was accepted before. Throws StateTooLarge above 1 MB.
   */
  commit(commit: Commit): Promise<'committed' | 'conflict' | 'duplicate'>;
  find(find: Find): Promise<Page>;
  /** What an effect's runner wanted remembered under `key` (the message a card is in); see EffectQueue.complete. */
  kept(stream: StreamId, key: string): Promise<JsonObject | undefined>;
  /**
   * Deletes for good what a stream holds: events, state, effects and what was kept; only its access log stays. With `keep`
   * the state stays, the events from that version on, and the effect that asks for it. Again changes nothing.
   */
  erase(stream: StreamId, keep?: Kept): Promise<void>;
  close(): Promise<void>;
}>;

export const maxStateBytes = 1_000_000;

export class StateTooLarge extends Error {
  constructor(stream: StreamId, bytes: number) {
    super(
      `The state of ${stream} would be ${bytes} bytes; the most is ${maxStateBytes}. Keep long texts and files elsewhere.`,
    );
    this.name = 'StateTooLarge';
  }
}
