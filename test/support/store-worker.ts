import { type Effect } from '../../src/core/effect.ts';
import { pino } from 'pino';
import { type EffectRunner, type Outcome, type StoredEffect } from '../../src/store/effect-queue.ts';
import { startWorker, type Worker, type WorkerParts } from '../../src/store/effects-worker.ts';
import { type Store } from '../../src/store/store.ts';
import { caseStream, effect, moment } from './store-samples.ts';

export type Hands = Readonly<{
  worker: Worker;
  /** What was run, in order. */
  runs: readonly StoredEffect[];
  logged: readonly Record<string, unknown>[];
  passTime(ms: number): void;
}>;

/** The lane of one case's channel, an effect in it, and what running one comes to on a bad day. */
export const lane = { stream: caseStream(1), lane: 'channel' };
export const inLane = (key: string, text = key): Effect => effect(key, { lane: 'channel', data: { text } });
export const failure: Outcome = { done: false, error: '503 from Graph', ambiguous: false };

type Run = (effect: StoredEffect, signal: AbortSignal) => Promise<Outcome>;
export const done: Run = async () => ({ done: true });

/** Hires workers that are stopped after each spec. */
export function hiring(): typeof hire {
  let hired: Hands[] = [];
  afterEach(async () => {
    for (const { worker } of hired) await worker.stop();
    hired = [];
  });
  return (...given) => {
    const hands = hire(...given);
    hired.push(hands);
    return hands;
  };
}

/** A worker with a clock that stands still until it is moved, and runners for the kinds named. */
export function hire(store: Store, kinds: Readonly<Record<string, Run>>, given: Partial<WorkerParts> = {}): Hands {
  const runs: StoredEffect[] = [];
  const logged: Record<string, unknown>[] = [];
  let ms = 0;
  const runners = Object.entries(kinds).map(([kind, run]): EffectRunner => {
    return {
      kind,
      run: async (effect, signal) => {
        runs.push(effect);
        return run(effect, signal);
      },
    };
  });
  const write = (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>);
  const worker = startWorker({
    queue: store,
    runners,
    clock: { now: () => moment(ms) },
    log: pino({ base: null, timestamp: false }, { write }),
    owner: 'worker-a',
    random: () => 1,
    ...given,
    settings: { pollMs: 5, ...given.settings },
  });
  return { worker, runs, logged, passTime: (more) => void (ms += more) };
}

export const keysOf = (runs: readonly StoredEffect[]): readonly string[] => runs.map(({ key }) => key);

export type Gate = Readonly<{ opened: Promise<void>; open(): void }>;

export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => resolve(undefined) };
}
