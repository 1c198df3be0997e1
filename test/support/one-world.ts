import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { demoCases } from '../../src/demo/cases.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { channelLinkOf, graphSettings, teamsSettings } from '../../src/local.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { unhurried } from './bot-process.ts';
import { personas } from './persona.ts';
import { openTenant } from './tenant-controls.ts';
import type { World, WorldOptions } from './world-shape.ts';

const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }, pino.destination(2));

/** One bot in this process, on SQLite unless a store is given. */
export async function openOne(options: WorldOptions): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doorbraak-'));
  const { rates = 'off' } = options;
  const tenant = await openTenant({ port: 0, log, rates }, options.now);
  const { clock } = tenant;
  const store = options.store ?? sqliteStore({ file: path.join(folder, 'store.db') });
  await loadDemo({ store, clock });
  const graph = { ...graphSettings(tenant, clock), ...(rates === 'off' ? { limits: unhurried } : {}) };
  const { worker = {}, botLog, botLogLevel = 'info', monitoring, tracing, selfTest, pulseMs, languageModel } = options;
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
    ...{ monitoring, tracing, selfTest, pulseMs, languageModel },
  });
  const bot = `http://127.0.0.1:${app.port}`;
  await tenant.connectBot(`${bot}/api/messages`);
  return {
    tenant,
    store,
    bot,
    instances: 1,
    as: await personas(tenant.url),
    idle: app.idle,
    async close() {
      await app.close();
      await tenant.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
