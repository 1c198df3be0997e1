/**
 * The bot as a process of its own, so that a spec can kill it. Settings come as JSON in BOT_SETTINGS; it prints its port
 * when it listens. Its time is the machine's.
 */
import { Agent } from 'node:https';
import process from 'node:process';
import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { demoCases } from '../../src/demo/cases.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { type Addresses, channelLinkOf, graphSettings, teamsSettings } from '../../src/local.ts';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
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
}>;

async function open(store: BotSettings['store']): Promise<Store> {
  if ('file' in store) return sqliteStore(store);
  const { endpoint, key, certificate, container } = store.cosmos;
  const agent = new Agent({ ca: certificate, keepAlive: true });
  return cosmosStore({ container: await cosmosContainer({ endpoint, key, agent, database: 'spec', container }) });
}

if (import.meta.main) {
  const clock = { now: () => new Date() };
  const { tenant, port, store: where, leaseMs } = JSON.parse(process.env['BOT_SETTINGS'] ?? '') as BotSettings;
  const store = await open(where);
  await loadDemo({ store, clock });
  const app = await startApp({
    store,
    teams: teamsSettings(tenant),
    graph: { ...graphSettings(tenant, clock), limits: unhurried },
    clock,
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }, pino.destination(2)),
    port,
    host: '127.0.0.1',
    demoCases,
    channelLink: channelLinkOf(tenant),
    ...(leaseMs === undefined ? {} : { worker: { leaseMs, runMs: leaseMs * 0.8, pollMs: 200, maxMs: 1_500 } }),
  });
  process.stdout.write(`${app.port}\n`);
  process.once('SIGTERM', () => {
    void app.close().then(() => process.exit(0));
  });
}
