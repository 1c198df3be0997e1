import { type Heartbeat, type Heartbeats, heartbeatsKeptMs } from './heartbeats.ts';
import { type Database } from './sqlite-database.ts';

export function sqliteHeartbeats(db: Database): Heartbeats {
  return {
    beat: ({ instance, at }) =>
      db.atomically(() => {
        const now = Date.parse(at);
        db.run('DELETE FROM heartbeats WHERE at <= ?', now - heartbeatsKeptMs);
        db.run(upsertBeat, instance, now);
      }),
    async heartbeats(now) {
      const rows = db.all(selectBeats, now.getTime() - heartbeatsKeptMs) as { instance: string; at: number }[];
      return rows.map(({ instance, at }): Heartbeat => ({ instance, at: new Date(at).toISOString() }));
    },
    farewell: (instance) =>
      db.atomically(() => {
        db.run('DELETE FROM heartbeats WHERE instance = ?', instance);
      }),
  };
}

const upsertBeat = `INSERT INTO heartbeats (instance, at) VALUES (?, ?)
  ON CONFLICT (instance) DO UPDATE SET at = excluded.at`;
const selectBeats = 'SELECT instance, at FROM heartbeats WHERE at > ? ORDER BY instance';
