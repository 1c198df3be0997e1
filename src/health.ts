import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from './core/clock.ts';
import type { Observer } from './core/observer.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Monitoring } from './monitoring.ts';
import type { EffectQueue, Standing } from './store/effect-queue.ts';
import { type Heartbeat, type Heartbeats, lives } from './store/heartbeats.ts';
import type { Page, PageAnswer } from './teams/server.ts';

export type HealthParts = Readonly<{
  store: Pick<EffectQueue, 'standing'> & Heartbeats;
  clock: Clock;
  log: Logger;
  /** This running program, by a name that says nothing. */
  instance: string;
  monitoring: Monitoring;
  /** How long ago the worker of this instance last looked for work. */
  workerSilentMs(): number;
  /** What else is told, without being less ready. */
  told?(): object;
}>;

export type Health = Readonly<{
  observer: Observer;
  /** `/readyz` and `/metrics`. */
  pages: readonly Page[];
  /** A sign of life in the store, for the other instances; none while the worker is silent. */
  beat(): Promise<void>;
  farewell(): Promise<void>;
}>;

/** The worker looks every second, and waits at most ten for the store. */
const silentMs = 60_000;
/** However often somebody asks, the store is asked no more than this. */
const rememberMs = 2_000;
const answerMs = 5_000;

type Look = Readonly<{ standing: Standing; heartbeats: readonly Heartbeat[] }>;

/** Whether the bot does its work, for a machine that watches it. Nothing here tells of a person or a case. */
export function createHealth(parts: HealthParts): Health {
  const { store, clock, instance } = parts;
  const metrics = createMetrics();
  const look = remembering(() => lookAt(parts));
  return {
    observer: metrics.observer,
    pages: [
      { path: '/readyz', answer: async () => ready(parts, await look()) },
      { path: '/metrics', answer: (authorization) => measure(parts, { metrics, look, authorization }) },
    ],
    async beat() {
      if (parts.workerSilentMs() < silentMs) await store.beat({ instance, at: clock.now().toISOString() });
    },
    farewell: () => store.farewell(instance),
  };
}

function remembering(look: () => Promise<Look | undefined>): () => Promise<Look | undefined> {
  let last: Readonly<{ at: number; look: Promise<Look | undefined> }> | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > rememberMs) last = { at: now, look: look() };
    return last.look;
  };
}

/** Undefined when the store does not answer, or not in time. */
async function lookAt({ store, clock, log }: HealthParts): Promise<Look | undefined> {
  const now = clock.now();
  const looking = Promise.all([store.standing(now), store.heartbeats(now)]);
  const late = new AbortController();
  try {
    const answers = await Promise.race([looking, pause(answerMs, undefined, { ref: false, signal: late.signal })]);
    if (!answers) return undefined;
    return { standing: answers[0], heartbeats: answers[1] };
  } catch (err) {
    log.error({ err }, 'health: the store did not answer');
    return undefined;
  } finally {
    late.abort();
  }
}

type Problem =
  | Readonly<{ problem: 'store-unreachable' }>
  | Readonly<{ problem: 'worker-silent'; seconds: number }>
  | Readonly<{ problem: 'work-is-late'; seconds: number; due: number }>;

function ready(parts: HealthParts, look: Look | undefined): PageAnswer {
  const problems = problemsOf(parts, look);
  const body = { ready: problems.length === 0, problems, ...(look ? told(parts, look) : {}) };
  return { status: problems.length === 0 ? 200 : 503, contentType: 'application/json', body: JSON.stringify(body) };
}

function problemsOf(parts: HealthParts, look: Look | undefined): readonly Problem[] {
  const silent = parts.workerSilentMs();
  const { lagMs = 0, due = 0 } = look?.standing ?? {};
  const isLate = lagMs > parts.monitoring.maxLagSeconds * 1_000;
  return [
    ...(look ? [] : [{ problem: 'store-unreachable' } as const]),
    ...(silent > silentMs ? [{ problem: 'worker-silent', seconds: seconds(silent) } as const] : []),
    ...(isLate ? [{ problem: 'work-is-late', seconds: seconds(lagMs), due } as const] : []),
  ];
}

const seconds = (ms: number): number => Math.round(ms / 1_000);

/** What does not make this instance less ready: what was given up, and which other instance died. */
function told(parts: HealthParts, { standing, heartbeats }: Look) {
  const { parkedByKind } = standing;
  const isAlive = lives(parts.clock.now());
  const silent = heartbeats.filter((beat) => !isAlive(beat));
  return {
    instance: parts.instance,
    alive: heartbeats.length - silent.length,
    silent,
    parked: parkedByKind,
    ...parts.told?.(),
  };
}

type Measuring = Readonly<{ metrics: Metrics; look(): Promise<Look | undefined>; authorization: string }>;

async function measure(parts: HealthParts, { metrics, look, authorization }: Measuring): Promise<PageAnswer> {
  const shut = refusal(parts.monitoring, authorization);
  if (shut !== undefined) return { status: shut, contentType: 'text/plain; charset=utf-8', body: '' };
  const seen = await look();
  const alive = seen?.heartbeats.filter(lives(parts.clock.now())).length ?? 0;
  const figures = { standing: seen?.standing, workerSilentMs: parts.workerSilentMs(), alive };
  return { status: 200, contentType: metrics.contentType, body: await metrics.text(figures) };
}

function refusal({ metrics }: Monitoring, authorization: string): number | undefined {
  if (metrics === 'open') return undefined;
  if (metrics === 'shut') return 404;
  return timingSafeEqual(hash(authorization), hash(`Bearer ${metrics.token}`)) ? undefined : 401;
}

/** Of one length, however long what somebody sent. */
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
