/**
 * All checks: types, lint and format, then every spec in four groups. `--fast`
 * leaves out journeys, browser, the crash at every write, the contract on Cosmos DB and the container. Exits non-zero when anything failed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

type Step = Readonly<{ name: string; args: readonly string[] }>;
type Done = Step & Readonly<{ ok: boolean; output: string }>;

const fast = process.argv.includes('--fast');

const tsc: Step = { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] };
const eslint: Step = { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'] };
const prettier: Step = {
  name: 'format',
  args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
};

const waiting = ['test/journeys/kill*.spec.ts', 'test/journeys/storm*.spec.ts'];
const journeys = 'test/journeys/**/*.spec.ts';
const browser = 'test/browser/**/*.spec.ts';
const cosmos = 'test/store/cosmos-*.spec.ts';
const crashes = 'test/governance/crash.spec.ts';
const container = 'test/container/*.spec.ts';
const rest = ['test/**/*.spec.ts', 'tools/**/*.spec.ts'];

/** Groups of one list run side by side. */
const groups: readonly (readonly Step[])[] = fast
  ? [[specs('rules', rest, [journeys, browser, cosmos, crashes, container])]]
  : [
      // Most of what they do is waiting, and they measure nothing.
      [specs('journeys under faults', waiting), specs('journeys', [journeys], waiting)],
      [specs('browser', [browser])],
      [specs('rules and contracts', rest, [journeys, browser])],
    ];

function specs(name: string, files: readonly string[], except: readonly string[] = []): Step {
  const ignore = except.flatMap((pattern) => ['--ignore', pattern]);
  // A spec that failed may have left a server running: that keeps nobody waiting for the rest.
  return { name, args: ['node_modules/mocha/bin/mocha.js', '--exit', ...ignore, ...files] };
}

/** A group that takes longer hangs: it is ended, so that what it printed shows where. */
const longestMs = 15 * 60_000;
const lastWordsMs = 2_000;

/** Runs one program; what it printed is shown when it has ended, so that groups do not mix. */
async function run(step: Step): Promise<Done> {
  const started = performance.now();
  const child = spawn(process.execPath, step.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
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
// One list after another: what is measured in seconds must not wait for another group's browser.
const tested: Done[] = [];
for (const together of groups) tested.push(...(await runAll(together, together.length)));
const sum = (word: string): number => tested.reduce((total, { output }) => total + count(output, word), 0);
const broken = (steps: readonly Done[]): number => steps.filter(({ ok }) => !ok).length;

const passed = checked.length - broken(checked) + sum('passing');
const failed = broken(checked) + Math.max(sum('failing'), broken(tested));
const skipped = sum('pending');
if (skipped > 0) console.log('Skipped: the reason stands where it happened.');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
