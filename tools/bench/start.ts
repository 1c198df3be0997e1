/**
 * How long the first and later starts take, and how much memory the bot with its local tenant holds after people have
 * taken cases to their channels. Whole process, on loopback; prints one JSON line a figure.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decide, submitExample } from '../../test/support/case-walk.ts';
import { eventually, type Persona, personas } from '../../test/support/persona.ts';

const rounds = 5;
/** As in `npm start`: a larger nursery only makes the process larger (about 90 MB), not quicker. */
const flags = ['--max-semi-space-size=8'];
const cases = ['merel', 'linde', 'sterre'];

type Running = Readonly<{ url: string; readyMs: number; rssMb(): number; stop(): Promise<void> }>;

async function start(folder: string): Promise<Running> {
  const began = performance.now();
  const env = { ...process.env, DATA_FOLDER: folder, BOT_PORT: '0', TENANT_PORT: '0' };
  const child = spawn(process.execPath, [...flags, 'src/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const url = await eventually('the address', async () => /http:\/\/\S+/.exec(printed)?.[0]);
  const status = (): string => readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  return {
    url,
    readyMs: Math.round(performance.now() - began),
    rssMb: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(status())?.[1]) / 1024),
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function walkCases(url: string): Promise<void> {
  const as = await personas(url);
  const tom: Persona = as('Tom Bakker');
  for (const example of cases) {
    const { number } = await submitExample(as('Hanna Bosman'), example);
    await decide(as('Kees Willems'), number, { reason: 'Past bij het team.', processDirector: tom.id });
    await tom.card(number, 'casusoverleg');
  }
}

function report(figure: string, values: readonly number[]): void {
  const sorted = values.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.log(JSON.stringify({ figure, median, min: sorted[0], max: sorted.at(-1), runs: values.length }));
}

const first: number[] = [];
const later: number[] = [];
const rss: number[] = [];
for (let round = 0; round < rounds; round++) {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-start-'));
  const fresh = await start(folder);
  first.push(fresh.readyMs);
  if (round === 0) {
    await walkCases(fresh.url);
    rss.push(fresh.rssMb());
  }
  await fresh.stop();
  const again = await start(folder);
  later.push(again.readyMs);
  await again.stop();
  rmSync(folder, { recursive: true, force: true });
}
report('first start to ready, ms', first);
report('later start to ready, ms', later);
report(`RSS after ${cases.length} cases, MB`, rss);
