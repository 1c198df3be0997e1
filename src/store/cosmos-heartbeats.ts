import { streamId } from '../core/ids.ts';
import { type CosmosCalls, remove, upsert } from './cosmos-calls.ts';
import { type HeartbeatDocument, heartbeatDocumentId } from './cosmos-documents.ts';
import { type Heartbeats, heartbeatsKeptMs } from './heartbeats.ts';

/** One partition for all of them: they are few, and read together. */
const partition = streamId('heartbeat', 'all');

export function cosmosHeartbeats(calls: CosmosCalls): Heartbeats {
  return {
    async beat(beat) {
      const id = heartbeatDocumentId(beat.instance);
      const document: HeartbeatDocument = { id, stream: partition, beat, ttl: heartbeatsKeptMs / 1_000 };
      await calls.batch('beat', partition, [upsert(document)]);
    },

    async heartbeats(now) {
      const query = 'SELECT c.beat FROM c ORDER BY c.id';
      const rows = await calls.query<Pick<HeartbeatDocument, 'beat'>>(
        'heartbeats',
        { query, parameters: [] },
        partition,
      );
      const since = now.getTime() - heartbeatsKeptMs;
      return rows.map(({ beat }) => beat).filter(({ at }) => Date.parse(at) > since);
    },

    async farewell(instance) {
      const found = await calls.read<HeartbeatDocument>(partition, heartbeatDocumentId(instance));
      if (found) await calls.batch('farewell', partition, [remove(found.document.id, found.etag)]);
    },
  };
}
