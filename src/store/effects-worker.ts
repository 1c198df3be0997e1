import { type Logger } from 'pino';
import { type Clock } from '../core/clock.ts';
import { type StreamId } from '../core/ids.ts';
import { type Observer } from '../core/observer.ts';
import { type Tracing } from '../core/tracing.ts';
import { type Bell, newBell } from './bell.ts';
import { type EffectQueue, type EffectRunner, type LaneRef } from './effect-queue.ts';
import { runnersByKind } from './run-effect.ts';
import { type LaneParts, runLane, type LaneSettings } from './run-lane.ts';

export type WorkerSettings = LaneSettings & Readonly<{ pollMs: number; lanes: number }>;

/**
 * `runMs` stays below `leaseMs`: who has not answered by then may not hold the lane any more. What is between both is how far
 * the clocks of two instances may be apart, before one takes what the other still sends.
 */
const workerDefaults: WorkerSettings = {
  pollMs: 1000,
  lanes: 8,
  leaseMs: 60_000,
  runMs: 20_000,
  // With the growing pauses some forty minutes of Teams not answering; then an operator sees it.
  maxAttempts: 24,
  baseMs: 500,
  maxMs: 5 * 60_000,
};

export type WorkerParts = Readonly<{
  queue: EffectQueue;
  runners: readonly EffectRunner[];
  clock: Clock;
  log: Logger;
  observer?: Pick<Observer, 'effectRan'>;
  tracing?: Tracing;
  /** Names this instance in the leases. */
  owner: string;
  settings?: Partial<WorkerSettings>;
  /** 0 to 1, for the back-off. */
  random?: () => number;
}>;

export type Worker = Readonly<{
  /** How long ago it last looked for work and the store answered, in ms. */
  silentMs(): number;
  /** Something was committed to this stream: look there at once. */
  wake(stream: StreamId): void;
  /** Resolves when nothing is due and nothing runs. For tests: in production there is always more. */
  idle(): Promise<void>;
  /** Finishes what runs and begins nothing new. */
  drain(): Promise<void>;
  /** As `drain`, but tells the runs to end now. */
  stop(): Promise<void>;
}>;

type Work = {
  readonly parts: LaneParts;
  readonly settings: WorkerSettings;
  readonly bell: Bell;
  readonly woken: Set<StreamId>;
  /** Woken while one of their lanes ran here: what was committed meanwhile shows only once that lane is free. */
  readonly missed: Set<StreamId>;
  readonly running: Map<string, LaneRef & Readonly<{ ended: Promise<void> }>>;
  candidates: LaneRef[];
  /** On the machine's own steady clock: the tenant's may be moved. */
  pollAt: number;
  lookedAt: number;
  lastPoll: Readonly<{ found: string; activity: number; full: boolean }>;
  /** Effects run and faults met so far: tells a look that led nowhere. */
  activity: number;
  idlers: (() => void)[];
};

/** Runs due effects, some lanes at a time, from now until `drain`; goes on through faults of the store. */
export function startWorker(given: WorkerParts): Worker {
  const draining = new AbortController();
  const stopping = new AbortController();
  const work = newWork(given, { draining: draining.signal, stopping: stopping.signal });
  const looping = loop(work);
  const drain = async () => {
    draining.abort();
    work.bell.ring();
    await looping;
    await Promise.all([...work.running.values()].map(({ ended }) => ended));
    for (const resolve of work.idlers.splice(0)) resolve();
  };
  return {
    silentMs: () => performance.now() - work.lookedAt,
    wake(stream) {
      work.woken.add(stream);
      work.bell.ring();
    },
    idle: async () => (draining.signal.aborted ? drain() : idle(work)),
    drain,
    async stop() {
      stopping.abort();
      await drain();
    },
  };
}

function newWork(
  { runners, settings: changed, random = Math.random, ...rest }: WorkerParts,
  signals: Pick<LaneParts, 'draining' | 'stopping'>,
): Work {
  const settings = { ...workerDefaults, ...changed };
  const { runMs, leaseMs } = settings;
  if (runMs >= leaseMs) throw new Error(`runMs (${runMs}) must be below leaseMs (${leaseMs})`);
  return {
    parts: { ...rest, ...signals, random, runners: runnersByKind(runners), settings },
    settings,
    bell: newBell(),
    woken: new Set(),
    missed: new Set(),
    running: new Map(),
    candidates: [],
    pollAt: 0,
    lookedAt: performance.now(),
    lastPoll: { found: '', activity: 0, full: false },
    activity: 0,
    idlers: [],
  };
}

async function loop(work: Work): Promise<void> {
  const { parts, settings, bell, running } = work;
  while (!parts.draining.aborted) {
    await look(work);
    startLanes(work);
    const full = running.size >= settings.lanes;
    await bell.sleep(full ? settings.pollMs : Math.max(0, work.pollAt - performance.now()));
  }
}

async function look(work: Work): Promise<void> {
  try {
    if (work.running.size < work.settings.lanes) await lookAtWoken(work);
    if (work.candidates.length === 0 && performance.now() >= work.pollAt) await poll(work);
    work.lookedAt = performance.now();
  } catch (error) {
    work.activity++;
    work.pollAt = performance.now() + work.settings.pollMs;
    work.parts.log.error({ err: error }, 'effects: the store did not answer; looking again later');
  }
}

async function lookAtWoken({ parts, woken, missed, running, candidates }: Work): Promise<void> {
  const streams = [...woken];
  woken.clear();
  for (const { stream } of running.values()) if (streams.includes(stream)) missed.add(stream);
  const due = await Promise.all(streams.map((stream) => parts.queue.dueLanesOf(stream, parts.clock.now())));
  candidates.unshift(...due.flat());
}

async function poll(work: Work): Promise<void> {
  const { parts, settings, lastPoll, activity } = work;
  const quiet = work.running.size === 0;
  const idlers = work.idlers.splice(0);
  const limit = settings.lanes * 8;
  try {
    work.candidates = [...(await parts.queue.dueLanes(parts.clock.now(), limit))];
  } catch (error) {
    work.idlers.push(...idlers);
    throw error;
  }
  const found = JSON.stringify(work.candidates);
  work.pollAt = performance.now() + settings.pollMs;
  work.lastPoll = { found, activity, full: work.candidates.length === limit };
  // A store may show lanes in which everything waits behind a retry: the same ones twice, and nothing came of it.
  const inVain = found === lastPoll.found && activity === lastPoll.activity;
  if (quiet && (work.candidates.length === 0 || inVain)) for (const resolve of idlers) resolve();
  else work.idlers.push(...idlers);
}

function idle(work: Work): Promise<void> {
  return new Promise((resolve) => {
    work.idlers.push(resolve);
    work.pollAt = 0;
    work.bell.ring();
  });
}

function startLanes(work: Work): void {
  const { parts, settings, running } = work;
  while (!parts.draining.aborted && running.size < settings.lanes) {
    const lane = work.candidates.shift();
    if (!lane) return;
    const id = JSON.stringify([lane.stream, lane.lane]);
    if (!running.has(id)) running.set(id, { ...lane, ended: run(work, id, lane) });
  }
}

async function run(work: Work, id: string, lane: LaneRef): Promise<void> {
  try {
    const { begun, more } = await runLane(work.parts, lane);
    work.activity += begun;
    if (more) work.woken.add(lane.stream);
    if (work.idlers.length > 0 || (work.lastPoll.full && work.candidates.length === 0)) work.pollAt = 0;
  } catch (error) {
    work.activity++;
    work.parts.log.error(
      { err: error, ...lane },
      'effects: the store did not answer; the lane is free when its lease ends',
    );
  }
  work.running.delete(id);
  if (work.missed.delete(lane.stream)) work.woken.add(lane.stream);
  work.bell.ring();
}
