import { type SqlQuerySpec } from '@azure/cosmos';
import { type StreamId } from '../core/ids.ts';
import { type CosmosCalls, replace } from './cosmos-calls.ts';
import { type EffectDocument, effectDocumentId, freshWrite, storedEffect } from './cosmos-documents.ts';
import { countKinds, type EffectQueue, type LaneRef, mostCounted, type Standing } from './effect-queue.ts';

type DueRow = Required<Pick<EffectDocument, 'stream' | 'lane' | 'place' | 'waits'>>;
/** A held lane has no place: it holds back all of the lane. A waiting retry holds back what comes after its place. */
type HoldRow = LaneRef & Readonly<{ place?: string }>;
type Asked = Readonly<{ now: Date; limit: number; stream?: StreamId }>;

const firstLook = 100;
const lookFurther = 4;
const requeueAttempts = 5;

/** What waits, where, since when: questions that the worker and the operator ask over all streams. */
export function cosmosLanes(
  calls: CosmosCalls,
): Pick<EffectQueue, 'dueLanes' | 'dueLanesOf' | 'parked' | 'requeue' | 'has' | 'lag' | 'standing'> {
  return {
    dueLanes: (now, limit) => dueLanes(calls, { now, limit }),
    dueLanesOf: (stream, now) => dueLanes(calls, { now, limit: Infinity, stream }),

    async parked(limit) {
      const query = 'SELECT TOP @limit * FROM c WHERE c.parked = true ORDER BY c.stream';
      const parameters = [{ name: '@limit', value: limit }];
      const rows = await calls.query<EffectDocument>('parked', { query, parameters });
      return rows.map((row) => storedEffect(row, row.ambiguous));
    },

    requeue: (stream, key, now) => requeue(calls, { stream, key, now }),

    async has(stream, key) {
      return (await calls.read<EffectDocument>(stream, effectDocumentId(key))) !== undefined;
    },

    async lag(now) {
      const query = 'SELECT TOP 1 c.waits FROM c WHERE c.waits <= @now ORDER BY c.waits';
      const parameters = [{ name: '@now', value: now.toISOString() }];
      const [oldest] = await calls.query<Required<Pick<EffectDocument, 'waits'>>>('lag', { query, parameters });
      return oldest ? now.getTime() - Date.parse(oldest.waits) : 0;
    },

    standing: (now) => standing(calls, now),
  };
}

async function standing(calls: CosmosCalls, now: Date): Promise<Standing> {
  const at = now.toISOString();
  const due = await calls.query<DueRow>('due', dueQuery(at, mostCounted));
  const holds = due.length === 0 ? [] : await calls.query<HoldRow>('held lanes', holdsQuery(at));
  const query = 'SELECT TOP @top c.effect.kind FROM c WHERE c.parked = true ORDER BY c.stream';
  const parameters = [{ name: '@top', value: mostCounted }];
  const parked = await calls.query<Readonly<{ kind: string }>>('parked kinds', { query, parameters });
  const free = freeRows(due, holds);
  const [oldest] = free;
  return {
    lagMs: oldest ? now.getTime() - Date.parse(oldest.waits) : 0,
    due: free.length,
    parkedByKind: countKinds(parked),
  };
}

/** Looks further when so much is held back that the first due effects do not give enough lanes. */
async function dueLanes(calls: CosmosCalls, { now, limit, stream }: Asked): Promise<readonly LaneRef[]> {
  const at = now.toISOString();
  for (let top = firstLook; ; top *= lookFurther) {
    const due = await calls.query<DueRow>('due lanes', dueQuery(at, top), stream);
    if (due.length === 0) return [];
    const holds = await calls.query<HoldRow>('held lanes', holdsQuery(at), stream);
    const lanes = freeLanes(due, holds);
    if (lanes.length >= limit || due.length < top) return lanes.slice(0, limit);
  }
}

function dueQuery(now: string, top: number): SqlQuerySpec {
  return {
    query: 'SELECT TOP @top c.stream, c.lane, c.place, c.waits FROM c WHERE c.waits <= @now ORDER BY c.waits',
    parameters: [
      { name: '@top', value: top },
      { name: '@now', value: now },
    ],
  };
}

function holdsQuery(now: string): SqlQuerySpec {
  const query = 'SELECT c.stream, c.lane, c.place FROM c WHERE c.holds > @now';
  return { query, parameters: [{ name: '@now', value: now }] };
}

function freeRows(due: readonly DueRow[], holds: readonly HoldRow[]): readonly DueRow[] {
  const heldFrom = new Map<string, string>();
  for (const { place = '', ...lane } of holds) {
    const before = heldFrom.get(nameOf(lane));
    if (before === undefined || place < before) heldFrom.set(nameOf(lane), place);
  }
  return due.filter((row) => row.place < (heldFrom.get(nameOf(row)) ?? '~'));
}

function freeLanes(due: readonly DueRow[], holds: readonly HoldRow[]): readonly LaneRef[] {
  const free = freeRows(due, holds).map(({ stream, lane }) => ({ stream, lane }));
  return [...new Map(free.map((lane) => [nameOf(lane), lane])).values()];
}

const nameOf = ({ stream, lane }: LaneRef): string => JSON.stringify([stream, lane]);

async function requeue(
  calls: CosmosCalls,
  { stream, key, now }: Readonly<{ stream: StreamId; key: string; now: Date }>,
): Promise<boolean> {
  const write = freshWrite();
  for (let attempt = 0; attempt < requeueAttempts; attempt++) {
    const found = await calls.read<EffectDocument>(stream, effectDocumentId(key));
    // Our own write, of which the answer was lost, is a success.
    if (found?.document.write === write) return true;
    if (found?.document.parked !== true) return false;
    const { id, effect, lane, place, ambiguous } = found.document;
    const due = now.toISOString();
    const back: EffectDocument = { id, stream, effect, lane, place, due, waits: due, attempts: 0, ambiguous, write };
    const result = await calls.batch('requeue', stream, [replace(back, found.etag)]);
    if (result.outcome === 'done') return true;
  }
  return false;
}
