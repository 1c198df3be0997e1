import { streamId } from '../core/ids.ts';
import { type CosmosCalls, remove, upsert } from './cosmos-calls.ts';
import { type HeartbeatDocument, heartbeatDocumentId } from './cosmos-documents.ts';
import { type Heartbeats, heartbeatsKeptMs } from './heartbeats.ts';

/** One partition for all of them: they are few, and read together. */
export const heartbeatPartition = streamId('heartbeat', 'all');

export function cosmosHeartbeats(calls: CosmosCalls): Heartbeats {
  return {
    async beat(beat) {
      const id = heartbeatDocumentId(beat.instance);
      const document: HeartbeatDocument = { id, stream: heartbeatPartition, beat, ttl: heartbeatsKeptMs / 1_000 };
      await calls.batch('beat', heartbeatPartition, [upsert(document)]);
    },

    async heartbeats(now) {
      const query = 'SELECT c.beat FROM c ORDER BY c.id';
      const rows = await calls.query<Pick<HeartbeatDocument, 'beat'>>(
        'heartbeats',
        { query, parameters: [] },
        heartbeatPartition,
      );
      const since = now.getTime() - heartbeatsKeptMs;
      return rows.map(({ beat }) => beat).filter(({ at }) => Date.parse(at) > since);
    },

    async farewell(instance) {
      const found = await calls.read<HeartbeatDocument>(heartbeatPartition, heartbeatDocumentId(instance));
      if (found) await calls.batch('farewell', heartbeatPartition, [remove(found.document.id, found.etag)]);
    },
  };
}
