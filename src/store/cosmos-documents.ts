import { createHash, randomUUID } from 'node:crypto';
import { type Effect } from '../core/effect.ts';
import { type CommandId, type StreamId } from '../core/ids.ts';
import { type JsonObject } from '../core/json.ts';
import { type AccessLine } from './access-log.ts';
import { type StoredEffect } from './effect-queue.ts';
import { type IndexedFields, type Recorded } from './event-store.ts';
import { type Heartbeat } from './heartbeats.ts';

/** Raise it when a shape changes so that this program cannot read what an older one wrote, or the other way round. */
export const documentsVersion = 1;

/** The shapes that are stored (docs/cosmos.md). `stream` is the partition key. */
export type StateDocument = Readonly<{
  id: 'state';
  stream: StreamId;
  type: string;
  version: number;
  state: JsonObject;
  fields: IndexedFields;
  /** Per text field what it is ordered by: the text, then the stream. Empty texts are left out, like missing ones. */
  sort: Readonly<Record<string, string>>;
}>;
export type EventDocument = Readonly<{ id: string; stream: StreamId; recorded: Recorded }>;
export type CommandDocument = Readonly<{
  id: string;
  stream: StreamId;
  commandId: CommandId;
  /** Versions of the events it caused. */
  first: number;
  last: number;
  /** Random for each commit: tells our own write, of which the answer was lost, from another's. */
  write: string;
  ttl: number;
}>;
export type KeptDocument = Readonly<{ id: string; stream: StreamId; key: string; value: JsonObject }>;
export type EffectDocument = Readonly<{
  id: string;
  stream: StreamId;
  effect: Pick<Effect, 'kind' | 'key' | 'data'>;
  lane: string;
  /** Its turn in the lane: when it was first to run, then the event that caused it. */
  place: string;
  due: string;
  /** `due`, while it waits to run: what the queries look for. A parked effect has none. */
  waits?: string;
  /** `due`, while it waits for a retry: until then what comes after it in its lane is held back. */
  holds?: string;
  parked?: true;
  attempts: number;
  ambiguous: boolean;
  error?: string;
  write?: string;
}>;
export type LaneDocument = Readonly<{
  id: string;
  stream: StreamId;
  lane: string;
  owner: string;
  /** The lease: until then the lane is held. */
  holds: string;
  /** Keys of effects that were begun and of which the end is not known. */
  unsure: readonly string[];
  write: string;
  /** What a crash leaves behind goes by itself, unless it tells of a doubt. */
  ttl?: number;
}>;
export type AccessDocument = Readonly<{ id: string; stream: string; line: AccessLine; write: string }>;

export type HeartbeatDocument = Readonly<{ id: string; stream: StreamId; beat: Heartbeat; ttl: number }>;

export const dayInSeconds = 24 * 60 * 60;
/** How long a redelivered command is recognised: Teams and the worker redeliver within hours. */
export const commandTtl = 7 * dayInSeconds;

const versionDigits = 10;
const pad = (number: number): string => String(number).padStart(versionDigits, '0');

/** Ids may not hold `/ \ ? #` and are at most 1023 bytes; whatever is not plain is named by its hash. */
function safe(name: string): string {
  if (/^[\w.:@=+-]{1,200}$/.test(name)) return name;
  return `~${createHash('sha256').update(name).digest('base64url')}`;
}

export const stateDocumentId = 'state';
export const eventDocumentId = (version: number): string => `event-${pad(version)}`;
export const lastEventDocumentId = `event-${'9'.repeat(versionDigits)}`;
export const commandDocumentId = (id: CommandId): string => `command-${safe(id)}`;
export const keptDocumentId = (key: string): string => `kept-${safe(key)}`;
export const effectDocumentId = (key: string): string => `effect-${safe(key)}`;
export const laneDocumentId = (lane: string): string => `lane-${safe(lane)}`;
export const accessDocumentId = (seq: number): string => `access-${pad(seq)}`;
export const heartbeatDocumentId = (instance: string): string => `beat-${safe(instance)}`;
export const accessHeadId = 'access-head';
/** Its own partition: the log outlives a purge of the stream. No stream id holds a colon before its type. */
export const accessPartition = (stream: StreamId): string => `access:${stream}`;

export const freshWrite = (): string => randomUUID();
export const placeOf = (due: string, version: number, index: number): string => `${due} ${pad(version)} ${pad(index)}`;

export function storedEffect(document: EffectDocument, ambiguous: boolean): StoredEffect {
  const { stream, effect, lane, due, attempts, error } = document;
  const { kind, key, data } = effect;
  return { stream, kind, key, lane, due, data, attempts, ambiguous, ...(error === undefined ? {} : { error }) };
}
