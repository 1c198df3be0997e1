import { type Effect } from '../core/effect.ts';
import { type Commit } from './event-store.ts';
import { type Database } from './sqlite-database.ts';

/** Part of a commit: each effect waits, or takes the place of the one with its key, whether that waits, runs or is parked. */
export function enqueue(db: Database, { stream, effects, at }: Pick<Commit, 'stream' | 'effects' | 'at'>): void {
  for (const effect of effects) {
    const { kind, key, due, data } = effect;
    const dueMs = Date.parse(due ?? at);
    const moved = due === undefined ? 0 : 1;
    db.run(upsertEffect, stream, key, laneOf(effect), kind, JSON.stringify(data), dueMs, dueMs, moved);
  }
}

/** Without a lane an effect waits for nobody: its lane has a name that no feature gives. */
function laneOf({ lane, key }: Effect): string {
  return lane ?? `only:${key}`;
}

/**
 * The place in the lane stays that of the oldest effect with this key, unless another time is named: otherwise a card
 * with many votes would be put off for ever. `ambiguous` stays: what the effect before this one did is still unknown.
 */
const upsertEffect = `INSERT INTO effects (stream, key, lane, kind, data, due, place) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (stream, key) DO UPDATE SET lane = excluded.lane, kind = excluded.kind, data = excluded.data,
    due = excluded.due, place = CASE ? WHEN 1 THEN excluded.place ELSE min(place, excluded.place) END,
    fresh = 1, retrying = 0, parked = 0, attempts = 0, error = NULL`;
