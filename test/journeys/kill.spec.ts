import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { type LocalTenant, startLocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { BotSettings } from '../support/bot-process.ts';
import { startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { freePort } from '../support/free-port.ts';
import { type Persona, personas } from '../support/persona.ts';
import { addsUp, admit, close, finished } from '../support/stubborn-walk.ts';
import { type BotProcess, botProcess } from '../support/world.ts';

const kills = 10;
const leaseMs = 6_000;
type Kept = Readonly<{ where: BotSettings['store']; open(): Promise<Store>; end(): Promise<void> }>;

async function onSqlite(): Promise<Kept> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-kill-'));
  const file = path.join(folder, 'store.db');
  const end = async () => rmSync(folder, { recursive: true, force: true });
  return { where: { file }, open: async () => sqliteStore({ file }), end };
}

async function onCosmos(): Promise<Kept> {
  const { endpoint, key, certificate, agent, close } = await startCosmosDouble();
  const container = 'kill';
  const open = async () =>
    cosmosStore({ container: await cosmosContainer({ endpoint, key, agent, database: 'spec', container }) });
  return { where: { cosmos: { endpoint, key, certificate, container } }, open, end: close };
}

async function walk(as: (name: string) => Persona): Promise<string> {
  const number = await admit(as);
  await close(as, number);
  return number;
}

for (const [name, keep] of [
  ['SQLite', onSqlite],
  ['Cosmos DB (double)', onCosmos],
] as const) {
  describe(`a bot that is killed at ${kills} moments, on ${name}`, function () {
    this.timeout(480_000);
    let kept: Kept;
    let tenant: LocalTenant;
    let bot: BotProcess;
    let as: (name: string) => Persona;

    before(async () => {
      kept = await keep();
      tenant = await startLocalTenant({ port: 0, log: pino({ level: 'silent' }), rates: 'off' });
      bot = botProcess({ tenant, port: await freePort(), store: kept.where, leaseMs });
      await tenant.connectBot(`http://127.0.0.1:${await bot.start()}/api/messages`);
      as = await personas(tenant.url);
    });
    after(async () => {
      await bot.kill();
      await tenant.close();
      await kept.end();
    });

    it('finishes every case: one channel, one card each, no event lost', async () => {
      let killed = 0;
      const numbers: string[] = [];
      while (killed < kills) {
        const done = { yet: false };
        const walking = walk(as).finally(() => (done.yet = true));
        walking.catch(() => undefined);
        // Moments from right after a click to well into the making of the channel.
        while (!done.yet && killed < kills) {
          await pause(100 + Math.random() * 1_500);
          await bot.kill();
          killed++;
          await bot.start();
        }
        numbers.push(await walking);
      }
      for (const number of numbers) await finished(as, number);
      const store = await kept.open();
      await addsUp(store, numbers);
      await store.close();
    });
  });
}
