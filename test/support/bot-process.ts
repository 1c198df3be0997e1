/**
 * The bot as a process of its own, so that a spec can kill it. Each line that it reads is settings as JSON: the bot starts
 * by them, and its port is printed when it listens. An empty line ends the bot and not the process; 0 is printed then.
 */
import { Agent } from 'node:https';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { type App, startApp } from '../../src/app.ts';
import type { Clock } from '../../src/core/clock.ts';
import { demoCases } from '../../src/demo/cases.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { type Addresses, channelLinkOf, graphSettings, teamsSettings } from '../../src/local.ts';
import type { Monitoring } from '../../src/monitoring.ts';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import type { WorkerSettings } from '../../src/store/effects-worker.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';

/** Graph's pace has its own specs; here it would only make each run of an effect longer than the short lease. */
export const unhurried = { windowMs: 100, perTeam: 1_000, perChannel: 1_000, teamAdditionsPerMinute: 1_000 };

export type CosmosSettings = Readonly<{ endpoint: string; key: string; certificate: string; container: string }>;
export type BotSettings = Readonly<{
  tenant: Addresses;
  port: number;
  store: Readonly<{ file: string }> | Readonly<{ cosmos: CosmosSettings }>;
  leaseMs?: number;
  worker?: Partial<WorkerSettings>;
  /** The tenant's database: its clock is the bot's, and the people are there already. Otherwise the machine's time. */
  tenantFile?: string;
  /** The port that people reach it by, when something stands before it. */
  front?: number;
  /** Writes its log after the port, this much of it. */
  logLevel?: string;
  monitoring?: Monitoring;
  pulseMs?: number;
}>;

async function open(store: BotSettings['store']): Promise<Store> {
  if ('file' in store) return sqliteStore(store);
  const { endpoint, key, certificate, container } = store.cosmos;
  const agent = new Agent({ ca: certificate, keepAlive: true });
  return cosmosStore({ container: await cosmosContainer({ endpoint, key, agent, database: 'spec', container }) });
}

/** The tenant's time at every look, also right after it was moved. */
function clockOf(tenantFile: string | undefined): Clock {
  if (tenantFile === undefined) return { now: () => new Date() };
  const database = new DatabaseSync(tenantFile, { readOnly: true });
  const moved = database.prepare("SELECT entity ->> 'offsetMs' AS ms FROM settings WHERE id = 'clock'");
  return { now: () => new Date(Date.now() + Number(moved.get()?.['ms'] ?? 0)) };
}

function workerOf({ leaseMs, worker }: BotSettings): Partial<WorkerSettings> {
  return leaseMs === undefined
    ? { ...worker }
    : { leaseMs, runMs: leaseMs * 0.8, pollMs: 200, maxMs: 1_500, ...worker };
}

async function start(settings: BotSettings): Promise<App> {
  const { tenant, tenantFile, port, front, logLevel, monitoring, pulseMs } = settings;
  const clock = clockOf(tenantFile);
  const store = await open(settings.store);
  if (tenantFile === undefined) await loadDemo({ store, clock });
  const own = logLevel === undefined ? undefined : pino({ base: null, level: logLevel }, pino.destination(1));
  return startApp({
    store,
    teams: teamsSettings(tenant),
    graph: { ...graphSettings(tenant, clock), limits: unhurried },
    clock,
    log: own ?? pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }, pino.destination(2)),
    port,
    host: '127.0.0.1',
    demoCases,
    channelLink: channelLinkOf(tenant),
    worker: workerOf(settings),
    ...(front === undefined ? {} : { address: () => `http://127.0.0.1:${front}` }),
    ...(monitoring === undefined ? {} : { monitoring }),
    ...(pulseMs === undefined ? {} : { pulseMs }),
  });
}

if (import.meta.main) {
  let app: App | undefined;
  // Whoever started it is gone.
  process.stdin.once('end', () => process.exit(0));
  process.once('SIGTERM', () => {
    void Promise.resolve(app?.close()).then(() => process.exit(0));
  });
  for await (const line of createInterface({ input: process.stdin })) {
    await app?.close();
    app = line === '' ? undefined : await start(JSON.parse(line) as BotSettings);
    process.stdout.write(`${app?.port ?? 0}\n`);
  }
}
