/**
 * All checks: types, lint and format, then every spec, in groups of which some run side by side. Journeys run on two instances,
 * of which one at a time is killed, but for those that are about one. `--fast` leaves out journeys, browser, the crash at every
 * write, the contract on Cosmos DB and the container. Exits non-zero when anything failed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onOneOnly } from './one-world.ts';

type Step = Readonly<{ name: string; args: readonly string[]; env?: Readonly<Record<string, string>> }>;
type Done = Step & Readonly<{ ok: boolean; output: string }>;

const fast = process.argv.includes('--fast');
/** Groups side by side: a third one makes each of them wait longer than a spec may. */
const atOnce = 2;

const tsc: Step = { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] };
const eslint: Step = { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'] };
const prettier: Step = {
  name: 'format',
  args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
};

const faults = ['test/journeys/kill*.spec.ts', 'test/journeys/storm*.spec.ts', 'test/journeys/two-*.spec.ts'];
const journeys = 'test/journeys/**/*.spec.ts';
const flows = 'test/browser/*-flow.spec.ts';
const browser = 'test/browser/**/*.spec.ts';
const stores = 'test/store/**/*.spec.ts';
const cosmos = 'test/store/cosmos-*.spec.ts';
const crashes = 'test/governance/crash.spec.ts';
const container = 'test/container/*.spec.ts';
/** What says how long something may take is run when nothing else is. */
const timed = [
  'test/core/personal-data-time.spec.ts',
  'test/graph/pace.spec.ts',
  'test/store/cosmos-faults.spec.ts',
  'test/teams/language-model.spec.ts',
];
const rest = ['test/**/*.spec.ts', 'tools/**/*.spec.ts'];
const onOne = Object.keys(onOneOnly).map((name) => `test/journeys/${name}`);

const quick = specs('rules', rest, [journeys, browser, cosmos, crashes, container, ...timed]);
/** The longest first, but never two side by side in which bots are killed: they wait for each other's processes. */
const every: readonly Step[] = [
  specs('journeys under faults', faults),
  specs('browser: flows', [flows]),
  { ...specs('journeys on two instances', [journeys], onOne), env: { DOORBRAAK_WORLD: 'two' } },
  specs('stores', [stores], timed),
  specs('rules', rest, [journeys, browser, stores, ...timed]),
  specs('browser: pages', [browser], [flows]),
  specs('journeys on one instance', onOne, faults),
];
const alone: readonly Step[] = [specs('what measures time', timed)];

function specs(name: string, files: readonly string[], except: readonly string[] = []): Step {
  const ignore = except.flatMap((pattern) => ['--ignore', pattern]);
  // A spec that failed may have left a server running: that keeps nobody waiting for the rest.
  return { name, args: ['node_modules/mocha/bin/mocha.js', '--exit', ...ignore, ...files] };
}

/** A spec starts dozens of programs: what Node compiled of them is kept. */
const compiled = path.resolve('node_modules/.cache/compiled');
/** A group that takes longer hangs: it is ended, so that what it printed shows where. */
const longestMs = 15 * 60_000;
const lastWordsMs = 2_000;

/** Runs one program; what it printed is shown when it has ended, so that groups do not mix. */
async function run(step: Step): Promise<Done> {
  const started = performance.now();
  const child = spawn(process.execPath, step.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...step.env },
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const read = once(child, 'close');
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  // What a killed group started may hold on to its output.
  await Promise.race([read, pause(lastWordsMs)]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const hung = signal === null ? '' : `, ended by ${signal}`;
  console.log(`${output}${code === 0 ? '✔' : '✘'} ${step.name} (${seconds} s${hung})`);
  return { ...step, ok: code === 0, output };
}

async function runAll(steps: readonly Step[], atOnce: number): Promise<readonly Done[]> {
  const waitingSteps = [...steps];
  const done: Done[] = [];
  const work = async (): Promise<void> => {
    for (let step = waitingSteps.shift(); step; step = waitingSteps.shift()) done.push(await run(step));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}

function count(output: string, word: string): number {
  return Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
}

const checked = await runAll([tsc, eslint, prettier], 3);
const tested = [...(await runAll(fast ? [quick] : every, atOnce)), ...(await runAll(alone, 1))];
const sum = (word: string): number => tested.reduce((total, { output }) => total + count(output, word), 0);
const broken = (steps: readonly Done[]): number => steps.filter(({ ok }) => !ok).length;

const passed = checked.length - broken(checked) + sum('passing');
const failed = broken(checked) + Math.max(sum('failing'), broken(tested));
const skipped = sum('pending');
if (skipped > 0) console.log('Skipped: the reason stands where it happened.');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
