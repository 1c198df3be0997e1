import { type SQLOutputValue } from 'node:sqlite';
import { countKinds, type EffectQueue, type LaneRef, mostCounted, type Standing } from './effect-queue.ts';
import { type Database } from './sqlite-database.ts';
import { effectColumns, type EffectRow, storedEffect } from './sqlite-effect-row.ts';
import { sqliteLeases } from './sqlite-leases.ts';

export function sqliteEffects(db: Database): EffectQueue {
  return {
    ...sqliteLeases(db),
    dueLanes: async (now, limit) => distinct(db.each(selectDue, now.getTime()), limit),
    dueLanesOf: async (stream, now) => distinct(db.each(selectDueOf, now.getTime(), stream), Infinity),
    async parked(limit) {
      const rows = db.all(selectParked, limit) as unknown as EffectRow[];
      return rows.map(storedEffect);
    },
    requeue: async (stream, key, now) => db.run(requeue, now.getTime(), stream, key) > 0,
    async has(stream, key) {
      return db.get('SELECT 1 FROM effects WHERE stream = ? AND key = ?', stream, key) !== undefined;
    },
    async lag(now) {
      const longest = db.get('SELECT min(due) AS due FROM effects WHERE parked = 0')?.['due'];
      return typeof longest === 'number' ? Math.max(0, now.getTime() - longest) : 0;
    },
    standing: async (now) => standing(db, now.getTime()),
  };
}

function standing(db: Database, now: number): Standing {
  const due = db.all(`${selectDue} LIMIT ${mostCounted}`, now);
  const parked = db.all(`SELECT kind FROM effects WHERE parked = 1 ORDER BY due, id LIMIT ${mostCounted}`);
  const oldest = due[0]?.['due'];
  return {
    lagMs: typeof oldest === 'number' ? now - oldest : 0,
    due: due.length,
    parkedByKind: countKinds(parked as Readonly<{ kind: string }>[]),
  };
}

/** The rows come longest overdue first, so no more of them are read than it takes to see enough lanes. */
function distinct(rows: Iterable<Record<string, SQLOutputValue>>, limit: number): readonly LaneRef[] {
  const lanes = new Map<string, LaneRef>();
  if (limit < 1) return [];
  for (const row of rows) {
    const { stream, lane } = row as LaneRef;
    lanes.set(JSON.stringify([stream, lane]), { stream, lane });
    if (lanes.size >= limit) break;
  }
  return [...lanes.values()];
}

/** Not what waits behind a retry, and not what somebody holds. */
const free = `
  AND NOT EXISTS (SELECT 1 FROM effects b WHERE b.stream = e.stream AND b.lane = e.lane
    AND b.retrying = 1 AND b.parked = 0 AND b.due > ?1 AND (b.place, b.id) < (e.place, e.id))
  AND NOT EXISTS (SELECT 1 FROM leases l WHERE l.stream = e.stream AND l.lane = e.lane AND l.until > ?1)
  ORDER BY e.due, e.id`;
const selectDue = `SELECT e.stream, e.lane, e.due FROM effects e WHERE e.parked = 0 AND e.due <= ?1 ${free}`;
/** The plus keeps SQLite from the index by time: one stream has few effects, the index by time may have many. */
const selectDueOf = `SELECT e.stream, e.lane FROM effects e WHERE e.stream = ?2 AND +e.parked = 0 AND e.due <= ?1 ${free}`;
const selectParked = `SELECT ${effectColumns} FROM effects WHERE parked = 1 ORDER BY due, id LIMIT ?`;
const requeue = `UPDATE effects SET parked = 0, due = ?, attempts = 0, retrying = 0, fresh = 1
  WHERE stream = ? AND key = ? AND parked = 1`;
