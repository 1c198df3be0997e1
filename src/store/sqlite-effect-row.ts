import { type StreamId } from '../core/ids.ts';
import { type JsonObject } from '../core/json.ts';
import { type StoredEffect } from './effect-queue.ts';

export type EffectRow = Readonly<{
  stream: StreamId;
  key: string;
  lane: string;
  kind: string;
  data: string;
  due: number;
  retrying: number;
  attempts: number;
  ambiguous: number;
  error: string | null;
}>;

export const effectColumns = 'stream, key, lane, kind, data, due, retrying, attempts, ambiguous, error';

export function storedEffect({ stream, key, lane, kind, data, ...row }: EffectRow): StoredEffect {
  return {
    stream,
    kind,
    key,
    lane,
    due: new Date(row.due).toISOString(),
    data: JSON.parse(data) as JsonObject,
    attempts: row.attempts,
    ambiguous: row.ambiguous === 1,
    ...(row.error === null ? {} : { error: row.error }),
  };
}
