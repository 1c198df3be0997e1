import process from 'node:process';
import { type Config, ConfigProblem, readConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { GraphSettings } from './graph/graph-channels.ts';
import { attempt, type Finding, lookAtGraph } from './graph-checks.ts';
import { azureGraph } from './graph-settings.ts';
import { openStore, storeFaults } from './open-store.ts';
import type { Store } from './store/store.ts';

/** `npm run doctor`: looks at everything the bot needs, changes nothing in Teams, and says what to do. */
export type DoctorParts = Readonly<{
  environment: Readonly<Record<string, string | undefined>>;
  /** Undefined where there is no Graph to ask. */
  graph(config: Config): GraphSettings | undefined;
  clock: Clock;
  print(line: string): void;
}>;

const deployed = 'Look at docs/operating.md and at the settings.';

/** Answers the exit code: 0 when all is well. */
export async function doctorCommand(parts: DoctorParts): Promise<number> {
  let ill = 0;
  for await (const { what, fix } of findings(parts)) {
    parts.print(fix === undefined ? `✔ ${what}` : `✘ ${what}\n    ${fix}`);
    if (fix !== undefined) ill += 1;
  }
  parts.print(ill === 0 ? 'All is well.' : `${ill} to mend.`);
  return ill === 0 ? 0 : 1;
}

async function* findings(parts: DoctorParts): AsyncIterable<Finding> {
  const config = configOf(parts);
  if (config instanceof ConfigProblem) {
    for (const problem of config.problems) yield { what: 'configuration', fix: problem };
    return;
  }
  yield { what: `configuration (${config.mode})` };
  const store = await attempt(() => openStore(config));
  if (store instanceof Error) yield { what: 'store', fix: `${store.message} ${deployed}` };
  const graph = parts.graph(config);
  try {
    if (!(store instanceof Error)) yield* ofStore(store, config, parts.clock);
    if (graph) yield* lookAtGraph(graph, store instanceof Error ? undefined : store, parts.clock);
    else yield { what: 'Graph: not asked, the bot brings its own tenant on this machine' };
  } finally {
    if (!(store instanceof Error)) await store.close();
  }
}

function configOf({ environment }: DoctorParts): Config | ConfigProblem {
  try {
    return readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigProblem) return error;
    throw error;
  }
}

async function* ofStore(store: Store, config: Config, clock: Clock): AsyncIterable<Finding> {
  const standing = await attempt(() => store.standing(clock.now()));
  if (standing instanceof Error) {
    yield { what: 'store', fix: `${standing.message}. ${deployed}` };
    return;
  }
  const faults = await attempt(() => storeFaults(config));
  const wrong = faults instanceof Error ? faults.message : faults.join('; ');
  yield wrong === ''
    ? { what: 'store' }
    : { what: 'store', fix: `The container differs: ${wrong}. Deploy infra/ again.` };
  const kinds = Object.entries(standing.parkedByKind).map(([kind, count]) => `${count} of ${kind}`);
  const fix = '`npm run effects` shows why, and sets it going again.';
  yield { what: `work given up: ${kinds.join(', ') || 'none'}`, ...(kinds.length === 0 ? {} : { fix }) };
  yield overdue(standing.lagMs, config.monitoring.maxLagSeconds);
}

function overdue(lagMs: number, mostSeconds: number): Finding {
  const seconds = Math.round(lagMs / 1_000);
  const what = `oldest work that is due: ${seconds} s late`;
  if (seconds <= mostSeconds) return { what };
  return { what, fix: 'Does an instance run? Look at /readyz and at its log.' };
}

if (import.meta.main) {
  const clock = { now: () => new Date() };
  process.exitCode = await doctorCommand({
    environment: process.env,
    graph: (config) => (config.mode === 'azure' ? azureGraph(config, clock) : undefined),
    clock,
    print: (line) => void process.stdout.write(`${line}\n`),
  });
}
