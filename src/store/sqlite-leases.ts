import { randomUUID } from 'node:crypto';
import {
  type Ask,
  type Claim,
  type EffectQueue,
  type LaneRef,
  type Settled,
  type StoredEffect,
} from './effect-queue.ts';
import { type Database } from './sqlite-database.ts';
import { effectColumns, type EffectRow, storedEffect } from './sqlite-effect-row.ts';

type Leases = Pick<EffectQueue, 'claim' | 'begin' | 'complete' | 'reschedule' | 'park' | 'release'>;

/** Who may run a lane, and how each of its effects ends. Every write first proves that the claim still holds. */
export function sqliteLeases(db: Database): Leases {
  return {
    claim: async (lane, ask) => db.atomically(() => take(db, lane, ask)),
    begin: async (claim, effect, ask) =>
      settle(db, { claim, effect }, () => {
        db.run(markRunning, effect.key, claim.stream, claim.lane);
        return renew(db, claim, ask);
      }),
    complete: async (claim, effect, keep) =>
      settle(db, { claim, effect, keep, ambiguous: false }, () => {
        db.run('DELETE FROM effects WHERE stream = ? AND key = ?', claim.stream, effect.key);
        return claim;
      }),
    reschedule: async (claim, effect, { due, failed, ambiguous, error }) =>
      settle(db, { claim, effect, ambiguous }, () => {
        db.run(retryLater, due.getTime(), failed ? 1 : 0, ambiguous ? 1 : 0, error ?? null, claim.stream, effect.key);
        return claim;
      }),
    park: async (claim, effect, error) =>
      settle(db, { claim, effect }, () => {
        db.run(parkEffect, error, claim.stream, effect.key);
        return claim;
      }),
    release: async (claim) => db.atomically(() => release(db, claim)),
  };
}

type Lease = Readonly<{ token: string; until: number; running: string | null }>;

function leaseOf(db: Database, { stream, lane }: LaneRef): Lease | undefined {
  const row = db.get('SELECT token, until, running FROM leases WHERE stream = ? AND lane = ?', stream, lane);
  return row as Lease | undefined;
}

function take(db: Database, { stream, lane }: LaneRef, { owner, now, leaseMs }: Ask): Claim | undefined {
  const held = leaseOf(db, { stream, lane });
  if (held && held.until > now.getTime()) return undefined;
  if (held) doubt(db, stream, held);
  const token = randomUUID();
  const until = now.getTime() + leaseMs;
  db.run(takeLease, stream, lane, owner, token, until);
  const waiting = db.all(selectLane, stream, lane, now.getTime()) as unknown as EffectRow[];
  db.run('UPDATE effects SET fresh = 0 WHERE stream = ? AND lane = ? AND fresh = 1', stream, lane);
  const blocked = waiting.findIndex(({ due }) => due > now.getTime());
  const effects = waiting.slice(0, blocked === -1 ? undefined : blocked).map(storedEffect);
  return { stream, lane, until: new Date(until).toISOString(), token, effects };
}

/** The holder stopped while it ran an effect: nobody knows how far it came. */
function doubt(db: Database, stream: string, { running }: Lease): void {
  if (running !== null) db.run('UPDATE effects SET ambiguous = 1 WHERE stream = ? AND key = ?', stream, running);
}

function renew(db: Database, claim: Claim, { now, leaseMs }: Ask): Claim {
  const until = now.getTime() + leaseMs;
  db.run('UPDATE leases SET until = ? WHERE stream = ? AND lane = ?', until, claim.stream, claim.lane);
  return { ...claim, until: new Date(until).toISOString() };
}

function release(db: Database, claim: Claim): void {
  const held = leaseOf(db, claim);
  if (held?.token !== claim.token) return;
  doubt(db, claim.stream, held);
  db.run('DELETE FROM leases WHERE stream = ? AND lane = ?', claim.stream, claim.lane);
}

type Settling = Readonly<{
  claim: Claim;
  effect: StoredEffect;
  keep?: Parameters<EffectQueue['complete']>[2];
  /** Whether the outside world may have got it; undefined when this says nothing new about that. */
  ambiguous?: boolean;
}>;

/** `write` is for the effect as it was claimed: when a later one took its place, that one stays as it is. */
function settle(db: Database, settling: Settling, write: () => Claim): Promise<Settled> {
  const { claim, effect, keep } = settling;
  return db.atomically((): Settled => {
    if (leaseOf(db, claim)?.token !== claim.token) return { outcome: 'lost' };
    db.run('UPDATE leases SET running = NULL WHERE stream = ? AND lane = ?', claim.stream, claim.lane);
    if (keep) db.run(upsertKept, claim.stream, keep.key, JSON.stringify(keep.value));
    if (!wasReplaced(db, claim, effect)) return { outcome: 'settled', claim: write() };
    if (settling.ambiguous !== undefined) {
      db.run(setAmbiguous, settling.ambiguous ? 1 : 0, claim.stream, effect.key);
    }
    return { outcome: 'replaced', claim };
  });
}

function wasReplaced(db: Database, { stream, lane }: Claim, { key }: StoredEffect): boolean {
  const row = db.get('SELECT fresh, lane FROM effects WHERE stream = ? AND key = ?', stream, key);
  return row !== undefined && (row['fresh'] === 1 || row['lane'] !== lane);
}

const takeLease = `INSERT INTO leases (stream, lane, owner, token, until) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (stream, lane) DO UPDATE SET owner = excluded.owner, token = excluded.token, until = excluded.until,
    running = NULL`;
const selectLane = `SELECT ${effectColumns} FROM effects
  WHERE stream = ? AND lane = ? AND parked = 0 AND (retrying = 1 OR due <= ?) ORDER BY place, id`;
const markRunning = 'UPDATE leases SET running = ? WHERE stream = ? AND lane = ?';
const retryLater = `UPDATE effects SET retrying = 1, due = ?, attempts = attempts + ?, ambiguous = ?,
  error = coalesce(?, error) WHERE stream = ? AND key = ?`;
const parkEffect = 'UPDATE effects SET parked = 1, retrying = 0, error = ? WHERE stream = ? AND key = ?';
const setAmbiguous = 'UPDATE effects SET ambiguous = ? WHERE stream = ? AND key = ?';
const upsertKept = `INSERT INTO kept (stream, key, value) VALUES (?, ?, ?)
  ON CONFLICT (stream, key) DO UPDATE SET value = excluded.value`;
