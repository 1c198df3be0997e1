import type { Effect } from '../core/effect.ts';
import type { StreamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';

export type StoredEffect = Effect &
  Readonly<{
    stream: StreamId;
    lane: string;
    /** UTC instant from which it may run. */
    due: string;
    /** Failed attempts so far; back to 0 when a later effect took its place. */
    attempts: number;
    /**
     * An earlier attempt may have reached the outside world without us knowing (a crash, a time-out, a 5xx): look before
     * doing again what cannot be undone.
     */
    ambiguous: boolean;
    error?: string;
  }>;

export type LaneRef = Readonly<{ stream: StreamId; lane: string }>;

/** The right to run one lane until `until`; every write of the holder is refused once another holds it. `token` belongs to the adapter. */
export type Claim = LaneRef & Readonly<{ until: string; token: string; effects: readonly StoredEffect[] }>;

export type Ask = Readonly<{ owner: string; now: Date; leaseMs: number }>;

/** `lost`: another holds the lane now. `replaced`: a later effect took its place, which still waits. */
export type Settled = Readonly<{ outcome: 'settled' | 'replaced'; claim: Claim }> | Readonly<{ outcome: 'lost' }>;

export type EffectQueue = Readonly<{
  /** Lanes with something due that nobody holds, the longest overdue first. */
  dueLanes(now: Date, limit: number): Promise<readonly LaneRef[]>;
  /** Lanes of one stream with something due: what a commit wakes. */
  dueLanesOf(stream: StreamId, now: Date): Promise<readonly LaneRef[]>;
  /**
   * Takes the lane and gives its runnable effects, in order: due ones, up to the first that waits for a retry.
   * Undefined when another holds it. While the lane is held, the effect being run is noted (`begin`), so that whoever
   * takes over after a crash gets it as `ambiguous`.
   */
  claim(lane: LaneRef, ask: Ask): Promise<Claim | undefined>;
  /** Notes that this effect is about to run, and renews the lease. */
  begin(claim: Claim, effect: StoredEffect, ask: Ask): Promise<Settled>;
  /** Done; `keep` is remembered under its key (`EventStore.kept`) in the same write. */
  complete(claim: Claim, effect: StoredEffect, keep?: Readonly<{ key: string; value: JsonObject }>): Promise<Settled>;
  /** Not done: run again at `due`. `failed` counts an attempt. */
  reschedule(
    claim: Claim,
    effect: StoredEffect,
    next: Readonly<{ due: Date; failed: boolean; ambiguous: boolean; error?: string }>,
  ): Promise<Settled>;
  /** Given up: an operator must look. It holds nothing back any more. */
  park(claim: Claim, effect: StoredEffect, error: string): Promise<Settled>;
  release(claim: Claim): Promise<void>;
  parked(limit: number): Promise<readonly StoredEffect[]>;
  /** Puts a parked effect back in its lane; false when it is not parked (any more). */
  requeue(stream: StreamId, key: string, now: Date): Promise<boolean>;
  /** Whether it is still to be done: it waits, runs, or is parked. */
  has(stream: StreamId, key: string): Promise<boolean>;
  /** How long the longest overdue waiting effect is overdue, in ms; 0 when none is. */
  lag(now: Date): Promise<number>;
  standing(now: Date): Promise<Standing>;
}>;

/**
 * How the queue stands. What waits behind a retry, or in a lane that somebody holds, is left out: that is not late because
 * nobody runs it. Of due and parked at most a thousand are counted.
 */
export type Standing = Readonly<{
  /** How long the oldest is overdue. */
  lagMs: number;
  due: number;
  parkedByKind: Readonly<Record<string, number>>;
}>;

export const mostCounted = 1_000;

export function countKinds(parked: readonly Readonly<{ kind: string }>[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind } of parked) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** What a runner says about one attempt. `ambiguous` when the outside world may have got it all the same. */
export type Outcome =
  | Readonly<{ done: true; keep?: Readonly<{ key: string; value: JsonObject }> }>
  | Readonly<{ done: false; error: string; ambiguous: boolean; afterMs?: number }>
  /** Not an error: there is more to do, at that moment (rate limits, a pending operation). */
  | Readonly<{ done: false; again: true; afterMs: number }>
  | Readonly<{ done: false; park: true; error: string }>;

/** Runs one kind of effect. It must be safe to run twice: see `ambiguous`. */
export type EffectRunner = Readonly<{ kind: string; run(effect: StoredEffect, signal: AbortSignal): Promise<Outcome> }>;
