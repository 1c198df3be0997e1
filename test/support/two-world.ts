import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { loadDemo } from '../../src/demo/load-demo.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import type { Store } from '../../src/store/store.ts';
import { untilIdle } from '../../src/store/until-idle.ts';
import { type BotProcess, botProcess } from './bot-launch.ts';
import type { BotSettings } from './bot-process.ts';
import type { Account } from './cosmos-double/account.ts';
import { startCosmosDouble } from './cosmos-double/cosmos-double.ts';
import { planDeaths } from './deaths.ts';
import { freePort } from './free-port.ts';
import { askAgain, personas } from './persona.ts';
import { type RoundRobin, roundRobin } from './round-robin.ts';
import { openTenant } from './tenant-controls.ts';
import type { World, WorldOptions } from './world-shape.ts';

/** Two instances on one Cosmos DB (double) behind a proxy, in processes of their own; now one is killed, now the other. */
export async function openTwo(options: WorldOptions): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-two-'));
  const tenantFile = path.join(folder, 'tenant.db');
  const tenant = await openTenant(
    { port: 0, log: pino({ level: 'silent' }), rates: 'off', file: tenantFile },
    options.now,
  );
  const { store, where, close } = await openStore(tenant, options.now);
  const deaths = planDeaths();
  const ports = [await freePort(), await freePort()];
  const front = await roundRobin(ports, deaths.count);
  const settings = { ...settingsFrom(options), tenant, tenantFile, front: front.port, store: where };
  const bots = ports.map((port) => botProcess({ ...settings, port }, options.botLog));
  const bot = await connect(tenant, front, bots);
  if (!options.calm) deaths.begin(bots);
  return {
    ...{ tenant, store, bot, instances: bots.length },
    as: await personas(tenant.url, askAgain),
    idle: () => untilIdle(elsewhere, store, tenant.clock),
    async close() {
      await deaths.over();
      await Promise.all(bots.map((each) => each.rest()));
      await front.close();
      await tenant.close();
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Opened = Readonly<{ store: Store; where: BotSettings['store']; close(): Promise<void> }>;

const container = 'two';
/** An account with the demo's people, by when they came: to bring them takes longer than to copy them. */
const brought = new Map<string, Account>();

/** With the demo's people. A small account has one physical partition. */
async function openStore({ clock }: LocalTenant, now = ''): Promise<Opened> {
  const contents = brought.get(now);
  const double = await startCosmosDouble({ ranges: 1, ...(contents === undefined ? {} : { contents }) });
  const { endpoint, key, certificate, agent } = double;
  const place = { endpoint, key, agent, database: 'spec', container };
  const store = cosmosStore({ container: await cosmosContainer(place) });
  if (contents === undefined) {
    await loadDemo({ store, clock });
    brought.set(now, double.contents());
  }
  const close = async (): Promise<void> => {
    await store.close();
    await double.close();
  };
  return { store, where: { cosmos: { endpoint, key, certificate, container } }, close };
}

/** A lane of one that was killed is soon free, and what failed meanwhile soon runs again. */
const worker = { leaseMs: 3_000, runMs: 2_400, pollMs: 300, maxMs: 1_500 };

function settingsFrom(options: WorldOptions): Pick<BotSettings, 'worker' | 'logLevel' | 'monitoring' | 'pulseMs'> {
  const { store, rates, tracing, selfTest, languageModel, botLog, botLogLevel = 'info', monitoring, pulseMs } = options;
  if (store ?? rates ?? tracing ?? selfTest ?? languageModel)
    throw new Error('two instances have a store of their own, no rates, and tell no traces');
  return {
    worker: { ...worker, ...options.worker },
    ...(botLog === undefined ? {} : { logLevel: botLogLevel }),
    ...(monitoring === undefined ? {} : { monitoring }),
    ...(pulseMs === undefined ? {} : { pulseMs }),
  };
}

async function connect(tenant: LocalTenant, { port }: RoundRobin, bots: readonly BotProcess[]): Promise<string> {
  await Promise.all(bots.map((bot) => bot.start()));
  const bot = `http://127.0.0.1:${port}`;
  await tenant.connectBot(`${bot}/api/messages`);
  return bot;
}

/** What an instance runs stays due until it is done. */
const elsewhere = { idle: async () => undefined };
