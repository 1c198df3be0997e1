import { type Logger } from 'pino';
import { type Clock } from '../core/clock.ts';
import { type Observer } from '../core/observer.ts';
import { type Tracing, untraced } from '../core/tracing.ts';
import {
  type Ask,
  type Claim,
  type EffectQueue,
  type LaneRef,
  type Outcome,
  type Settled,
  type StoredEffect,
} from './effect-queue.ts';
import { retryDelay, type RetrySettings } from './retry-delay.ts';
import { runEffect, type Runners } from './run-effect.ts';
import { tracedFrom } from './with-traces.ts';

export type LaneSettings = RetrySettings & Readonly<{ leaseMs: number; runMs: number; maxAttempts: number }>;

export type LaneParts = Readonly<{
  queue: EffectQueue;
  runners: Runners;
  clock: Clock;
  random(): number;
  log: Logger;
  observer?: Pick<Observer, 'effectRan'>;
  tracing?: Tracing;
  owner: string;
  settings: LaneSettings;
  /** No further effect is begun once this ends. */
  draining: AbortSignal;
  /** Ends the runs themselves. */
  stopping: AbortSignal;
}>;

/** `begun`: how many effects were run. `more`: the lane may have something due that was not in the claim, or was not begun. */
type LaneRun = Readonly<{ begun: number; more: boolean }>;

/** Runs what may run in the lane, one after another, until one of them waits for a retry. Throws when the store does. */
export async function runLane(parts: LaneParts, lane: LaneRef): Promise<LaneRun> {
  const claim = await parts.queue.claim(lane, askOf(parts));
  if (!claim) return { begun: 0, more: false };
  let held = claim;
  let [begun, more] = [0, false];
  for (const effect of claim.effects) {
    if (parts.draining.aborted) break;
    const step = await followed(parts, held, effect);
    if (step.begun) begun++;
    if (step.settled.outcome === 'lost') return { begun, more: false };
    held = step.settled.claim;
    more ||= step.holdsBack || step.settled.outcome === 'replaced';
    if (step.holdsBack) break;
  }
  await parts.queue.release(held);
  return { begun, more };
}

type Step = Readonly<{ settled: Settled; begun: boolean; holdsBack: boolean }>;

function followed(parts: LaneParts, claim: Claim, effect: StoredEffect): Promise<Step> {
  const { kind, attempts, data } = effect;
  const work = { name: 'effect', from: data[tracedFrom], facts: { kind, tries: attempts + 1 } } as const;
  return (parts.tracing ?? untraced).follow(work, () => runNext(parts, claim, effect));
}

async function runNext(parts: LaneParts, claim: Claim, effect: StoredEffect): Promise<Step> {
  const noted = await parts.queue.begin(claim, effect, askOf(parts));
  if (noted.outcome !== 'settled') return { settled: noted, begun: false, holdsBack: true };
  const since = performance.now();
  const outcome = await runInTime(parts, effect);
  const settled = await settle(parts, { claim: noted.claim, effect, outcome });
  const { kind, stream, key } = effect;
  const ms = Math.round(performance.now() - since);
  const word = wordFor(outcome, settled, isLast(parts, effect));
  parts.log.info({ kind, stream, key, outcome: word, ms }, 'effect');
  parts.observer?.effectRan({ kind, outcome: word, ms });
  parts.tracing?.note({ outcome: word });
  return { settled, begun: true, holdsBack: !outcome.done && !('park' in outcome) };
}

async function runInTime({ runners, settings, stopping }: LaneParts, effect: StoredEffect): Promise<Outcome> {
  const run = new AbortController();
  const timer = setTimeout(() => run.abort(new Error(`no answer within ${settings.runMs} ms`)), settings.runMs);
  const stop = () => run.abort(new Error('the worker stopped'));
  stopping.addEventListener('abort', stop);
  try {
    return await runEffect(runners, effect, run.signal);
  } finally {
    stopping.removeEventListener('abort', stop);
    clearTimeout(timer);
  }
}

type Attempt = Readonly<{ claim: Claim; effect: StoredEffect; outcome: Outcome }>;

async function settle(parts: LaneParts, { claim, effect, outcome }: Attempt): Promise<Settled> {
  const { queue, clock } = parts;
  if (outcome.done) return queue.complete(claim, effect, outcome.keep);
  if ('park' in outcome) return queue.park(claim, effect, outcome.error);
  if (!('again' in outcome)) return fail(parts, { claim, effect, outcome });
  const due = new Date(clock.now().getTime() + outcome.afterMs);
  return queue.reschedule(claim, effect, { due, failed: false, ambiguous: effect.ambiguous });
}

type Failure = Readonly<{ claim: Claim; effect: StoredEffect; outcome: Extract<Outcome, { ambiguous: boolean }> }>;

async function fail(parts: LaneParts, { claim, effect, outcome }: Failure): Promise<Settled> {
  const { queue, clock, settings, random } = parts;
  const { error, afterMs } = outcome;
  const delay = retryDelay(settings, { attempts: effect.attempts, random: random(), afterMs });
  const due = new Date(clock.now().getTime() + delay);
  // Once unsure, unsure until it is done: a later attempt that surely failed says nothing about the earlier one.
  const ambiguous = effect.ambiguous || outcome.ambiguous;
  const again = await queue.reschedule(claim, effect, { due, failed: true, ambiguous, error });
  if (again.outcome !== 'settled' || !isLast(parts, effect)) return again;
  return queue.park(again.claim, { ...effect, attempts: effect.attempts + 1, ambiguous }, error);
}

function isLast({ settings }: LaneParts, { attempts }: StoredEffect): boolean {
  return attempts + 1 >= settings.maxAttempts;
}

function wordFor(outcome: Outcome, settled: Settled, last: boolean): string {
  if (settled.outcome !== 'settled') return settled.outcome;
  if (outcome.done) return 'done';
  if ('again' in outcome) return 'again';
  return 'park' in outcome || last ? 'parked' : 'failed';
}

function askOf({ owner, clock, settings }: LaneParts): Ask {
  return { owner, now: clock.now(), leaseMs: settings.leaseMs };
}
