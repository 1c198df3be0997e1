import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from './core/observer.ts';
import type { Standing } from './store/effect-queue.ts';

export type Figures = Readonly<{ standing: Standing | undefined; workerSilentMs: number; alive: number }>;

export type Metrics = Readonly<{
  observer: Observer;
  /** In Prometheus' text format. */
  text(figures: Figures): Promise<string>;
  contentType: string;
}>;

/** Answers within three seconds or Teams shows an error (the turn's budget), so that is where it is looked at closely. */
const turnBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

/** Labels are words of the code (kinds, doors, outcomes): never an id, a number of a case, or what somebody typed. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const counted = countersIn(registry);
  const measured = gaugesIn(registry);
  let withDefaults = false;
  return {
    contentType: registry.contentType,
    observer: {
      effectRan: ({ kind, outcome }) => counted.effects.inc({ kind, outcome }),
      modelAsked({ outcome, ms }) {
        counted.model.inc({ outcome });
        counted.modelSeconds.observe(ms / 1_000);
      },
      feedbackGiven: ({ reaction }) => counted.feedback.inc({ reaction }),
      turnEnded({ door, outcome, ms }) {
        counted.turns.inc({ door, outcome });
        counted.seconds.observe({ door }, ms / 1_000);
      },
    },
    text(figures) {
      // They cost something to keep: not before somebody asks.
      if (!withDefaults) collectDefaultMetrics({ register: registry });
      withDefaults = true;
      set(measured, figures);
      return registry.metrics();
    },
  };
}

function countersIn(registry: Registry) {
  const registers = [registry];
  return {
    effects: new Counter({
      ...{ name: 'doorbraak_effects_total', labelNames: ['kind', 'outcome'], registers },
      help: 'Effects run by this instance: done, again, failed (tried again later) or parked (given up)',
    }),
    turns: new Counter({
      ...{ name: 'doorbraak_turns_total', labelNames: ['door', 'outcome'], registers },
      help: 'What people did, by how it came in and what became of it; a refusal by its code',
    }),
    model: new Counter({
      ...{ name: 'doorbraak_model_asked_total', labelNames: ['outcome'], registers },
      help: 'Sentences about which a language model was asked: understood, nothing (it said nothing of use), resting, or why not',
    }),
    feedback: new Counter({
      ...{ name: 'doorbraak_feedback_total', labelNames: ['reaction'], registers },
      help: 'Thumbs below answers that a language model helped to find: like or dislike',
    }),
    modelSeconds: new Histogram({
      ...{ name: 'doorbraak_model_seconds', buckets: turnBuckets, registers },
      help: 'How long a language model took',
    }),
    seconds: new Histogram({
      ...{ name: 'doorbraak_turn_seconds', labelNames: ['door'], buckets: turnBuckets, registers },
      help: 'How long a turn took until its answer was made',
    }),
  };
}

type Gauges = ReturnType<typeof gaugesIn>;

function gaugesIn(registry: Registry) {
  const gauge = (name: string, help: string) => new Gauge({ name: `doorbraak_${name}`, help, registers: [registry] });
  return {
    reachable: gauge('store_reachable', '1 when the store answered, 0 when not'),
    lag: gauge('effects_lag_seconds', 'How long the oldest due effect waits that nothing holds back'),
    due: gauge('effects_due', 'Effects that are due and wait to be run, a thousand at most'),
    parked: new Gauge({
      ...{ name: 'doorbraak_effects_parked', labelNames: ['kind'], registers: [registry] },
      help: 'Effects given up, a thousand at most',
    }),
    silent: gauge('worker_silent_seconds', 'How long ago the worker of this instance last looked for work'),
    alive: gauge('instances_alive', 'Instances with a heartbeat in the last minutes'),
  };
}

function set(gauges: Gauges, { standing, workerSilentMs, alive }: Figures): void {
  gauges.reachable.set(standing === undefined ? 0 : 1);
  gauges.silent.set(workerSilentMs / 1_000);
  if (standing === undefined) return;
  gauges.alive.set(alive);
  gauges.lag.set(standing.lagMs / 1_000);
  gauges.due.set(standing.due);
  gauges.parked.reset();
  for (const [kind, count] of Object.entries(standing.parkedByKind)) gauges.parked.set({ kind }, count);
}
