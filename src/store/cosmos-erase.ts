import { type CosmosCalls, remove } from './cosmos-calls.ts';
import {
  effectDocumentId,
  eventDocumentId,
  laneDocumentId,
  lastEventDocumentId,
  stateDocumentId,
} from './cosmos-documents.ts';
import { maxBatchOperations } from './cosmos-fault.ts';
import { type Kept } from './event-store.ts';

type Row = Readonly<{ id: string; _etag: string; lane?: string }>;

const attempts = 20;
const query = 'SELECT c.id, c._etag, c.lane FROM c';

/** Batch after batch: what a crash leaves is deleted by the next attempt, and what changed meanwhile is looked at again. */
export async function erasePartition(calls: CosmosCalls, partition: string, keep?: Kept): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const rows = await calls.query<Row>('erase', { query, parameters: [] }, partition);
    const isKept = keeping(rows, keep);
    const going = rows.filter(({ id }) => !isKept(id));
    if (going.length === 0) return;
    for (let from = 0; from < going.length; from += maxBatchOperations) {
      const batch = going.slice(from, from + maxBatchOperations);
      await calls.batch(
        'erase',
        partition,
        batch.map(({ id, _etag }) => remove(id, _etag)),
      );
    }
  }
  throw new Error(`${partition} kept changing while it was erased: ${attempts} attempts`);
}

function keeping(rows: readonly Row[], keep: Kept | undefined): (id: string) => boolean {
  if (!keep) return () => false;
  const [effect, first] = [effectDocumentId(keep.effect), eventDocumentId(keep.from)];
  const lane = rows.find(({ id }) => id === effect)?.lane;
  const named = new Set([stateDocumentId, effect, ...(lane === undefined ? [] : [laneDocumentId(lane)])]);
  return (id) => named.has(id) || (id >= first && id <= lastEventDocumentId);
}
