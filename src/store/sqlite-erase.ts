import { type StreamId } from '../core/ids.ts';
import { type Kept } from './event-store.ts';
import { type Database } from './sqlite-database.ts';

export async function eraseStream(db: Database, stream: StreamId, keep?: Kept): Promise<void> {
  await db.atomically(() => {
    const { from = Number.MAX_SAFE_INTEGER, effect = '' } = keep ?? {};
    const { lane = '' } = db.get('SELECT lane FROM effects WHERE stream = ? AND key = ?', stream, effect) ?? {};
    db.run('DELETE FROM events WHERE stream = ? AND version < ?', stream, from);
    db.run('DELETE FROM effects WHERE stream = ? AND key <> ?', stream, effect);
    db.run('DELETE FROM leases WHERE stream = ? AND lane <> ?', stream, lane);
    const whole = ['commands', 'kept', ...(keep ? [] : ['states', 'fields'])];
    for (const table of whole) db.run(`DELETE FROM ${table} WHERE stream = ?`, stream);
  });
  emptyLog(db);
}

/** The log beside the file still has what was: it is written back and cut off. Another reader may hold that up until next time. */
export function emptyLog(db: Database): void {
  db.get('PRAGMA wal_checkpoint(TRUNCATE)');
}
