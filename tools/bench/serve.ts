import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { settingsFor } from '../../test/support/teams-bot.ts';
import { startWorker, type Worker } from '../../src/store/effects-worker.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { withWake } from '../../src/store/with-wake.ts';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import { renderCard } from '../../src/teams/render.ts';
import { startBare } from './bare.ts';
import { answering } from './child.ts';
import { counterCard, counterRoutes } from './counters.ts';

/** One bot of the bench: `bare-click`, `bare-send`, `our-click` or `our-send`. */
const [kind = '', url = ''] = process.argv.slice(2);
const clock = { now: () => new Date() };
let worker: Worker | undefined;

const port = kind.startsWith('bare') ? await bare() : await ours();
answering(async (question: 'port' | 'spent') => {
  if (question === 'port') return port;
  // What a click set in motion belongs to its cost.
  await worker?.idle();
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system, rssMb: Math.round(process.memoryUsage.rss() / 1_048_576) };
});

async function bare(): Promise<number> {
  const reader = { locale: 'nl' as const, person: undefined, now: clock.now() };
  const card = await renderCard(counterCard.definition, { state: { count: 1 }, reader });
  return startBare(card ?? {}, kind === 'bare-send');
}

async function ours(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.on('SIGTERM', () => process.exit());
  const queue = sqliteStore({ file: path.join(folder, 'bench.db') });
  const store = withWake(queue, (stream) => worker?.wake(stream));
  const log = pino(
    { level: 'info' },
    pino.destination({ dest: path.join(folder, 'bench.log'), sync: false, minLength: 4_096 }),
  );
  const edge = createTeamsEdge({
    settings: settingsFor({ url }),
    routes: counterRoutes(store, kind === 'our-send'),
    messages: [],
    events: [],
    cards: [counterCard.definition],
    store,
    clock,
    log,
    // What is measured is the work, not the waiting.
    limits: { take: async () => 0, takeUpdate: async () => 0, count: async () => {} },
  });
  worker = startWorker({ queue, runners: edge.runners, clock, log, owner: 'bench' });
  return (await edge.listen(0, '127.0.0.1')).port;
}
