import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { demoCases } from '../../src/demo/cases.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { channelLinkOf, graphSettings, teamsSettings } from '../../src/local.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import type { Monitoring } from '../../src/monitoring.ts';
import type { Tracing } from '../../src/core/tracing.ts';
import { type WorkerSettings } from '../../src/store/effects-worker.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type BotSettings, unhurried } from './bot-process.ts';
import { type Persona, personas } from './persona.ts';
import { setClock } from './tenant-controls.ts';

const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }, pino.destination(2));

/** The whole bot and a local tenant in this process, with the demo's people. */
export type World = Readonly<{
  tenant: LocalTenant;
  store: Store;
  /** Where the bot listens. */
  bot: string;
  as(name: string): Persona;
  /** Resolves when everything that is due has been done, also what waits for its turn to be sent. */
  idle(): Promise<void>;
  close(): Promise<void>;
}>;

export type WorldOptions = Readonly<{
  store?: Store;
  rates?: 'usual' | 'strict' | 'off';
  worker?: Partial<WorkerSettings>;
  /** Where the bot writes its log, one JSON line at a time. */
  botLog?: (line: string) => void;
  /** How much of it; `info` unless told. */
  botLogLevel?: string;
  monitoring?: Monitoring;
  tracing?: Tracing;
  pulseMs?: number;
  /** What the tenant's clock shows before the bot starts. */
  now?: string;
}>;

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-'));
  const { rates = 'off' } = options;
  const tenant = await openTenant(rates, options.now);
  const { clock } = tenant;
  const store = options.store ?? sqliteStore({ file: path.join(folder, 'store.db') });
  await loadDemo({ store, clock });
  const graph = { ...graphSettings(tenant, clock), ...(rates === 'off' ? { limits: unhurried } : {}) };
  const { worker = {}, botLog, botLogLevel = 'info', monitoring, tracing, pulseMs } = options;
  const given = Object.entries({ monitoring, tracing, pulseMs }).filter(([, value]) => value !== undefined);
  const ownLog = botLog ? pino({ base: null, level: botLogLevel }, { write: botLog }) : log;
  const settings = { teams: teamsSettings(tenant), graph, clock, log: ownLog, worker };
  const app = await startApp({
    ...settings,
    store,
    port: 0,
    host: '127.0.0.1',
    demoCases,
    channelLink: channelLinkOf(tenant),
    address: (port) => `http://127.0.0.1:${port}`,
    ...(Object.fromEntries(given) as Pick<WorldOptions, 'monitoring' | 'tracing' | 'pulseMs'>),
  });
  const bot = `http://127.0.0.1:${app.port}`;
  await tenant.connectBot(`${bot}/api/messages`);
  return {
    tenant,
    store,
    bot,
    as: await personas(tenant.url),
    idle: app.idle,
    async close() {
      await app.close();
      await tenant.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openTenant(rates: 'usual' | 'strict' | 'off', now: string | undefined): Promise<LocalTenant> {
  const tenant = await startLocalTenant({ port: 0, log, rates });
  if (now !== undefined) await setClock(tenant.url, now);
  return tenant;
}

/** A bot that can be killed and started again on the same port and store. */
export type BotProcess = Readonly<{
  /** Its port. */
  start(): Promise<number>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}>;

export function botProcess(settings: BotSettings): BotProcess {
  let child: ChildProcess | undefined;
  return {
    async start() {
      const env = { ...process.env, BOT_SETTINGS: JSON.stringify(settings) };
      const file = path.join(import.meta.dirname, 'bot-process.ts');
      const started = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      child = started;
      const ended = once(started, 'exit').then(() => {
        throw new Error('the bot ended before it listened');
      });
      const listening = once(createInterface({ input: started.stdout }), 'line');
      ended.catch(() => undefined);
      const [port] = (await Promise.race([listening, ended])) as [string];
      return Number(port);
    },
    async kill(signal = 'SIGKILL') {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}
