import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { type App, startApp } from './app.ts';
import type { LocalConfig } from './config.ts';
import { termsOf } from './terms.ts';
import type { Clock } from './core/clock.ts';
import type { Tracing } from './core/tracing.ts';
import { demoCases, examples } from './demo/cases.ts';
import { loadDemo, loadDemoPlanning } from './demo/load-demo.ts';
import { appToken } from './identity/app-token.ts';
import { type LocalTenant, startLocalTenant } from './local-tenant/local-tenant.ts';
import { localStoreFile, openStore } from './open-store.ts';
import type { GraphSettings } from './graph/graph-channels.ts';
import type { TeamsSettings } from './teams/settings.ts';

export type Local = Readonly<{
  tenant: LocalTenant;
  /** Resolves when the bot has nothing to do; for tests. */
  idle(): Promise<void>;
  close(): Promise<void>;
}>;

const loopback = '127.0.0.1';
const graphScope = 'https://graph.microsoft.com/.default';

/** The bot, a local tenant to talk to it, and the demo's people and cases: all on this machine, nothing from outside. */
export async function startLocal(config: LocalConfig, log: Logger, tracing?: Tracing): Promise<Local> {
  mkdirSync(config.dataFolder, { recursive: true });
  const bot: { app?: App } = {};
  const tenant: LocalTenant = await startLocalTenant({
    port: config.tenantPort,
    file: path.join(config.dataFolder, 'tenant.db'),
    log,
    async resetBot() {
      await bot.app?.close();
      const file = localStoreFile(config.dataFolder);
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      bot.app = await startBot(config, tenant, { log, tracing });
    },
  });
  bot.app = await startBot(config, tenant, { log, tracing });
  await tenant.connectBot(`http://${loopback}:${bot.app.port}/api/messages`);
  return {
    tenant,
    idle: () => bot.app?.idle() ?? Promise.resolve(),
    async close() {
      await bot.app?.close();
      await tenant.close();
    },
  };
}

type Watching = Readonly<{ log: Logger; tracing: Tracing | undefined }>;

async function startBot(config: LocalConfig, tenant: LocalTenant, { log, tracing }: Watching): Promise<App> {
  const { clock } = tenant;
  const store = await openStore(config);
  await loadDemo({ store, clock });
  await loadDemoPlanning({ store, clock });
  return startApp({
    ...{ store, clock, log, demoCases, examples },
    teams: teamsSettings(tenant),
    graph: graphSettings(tenant, clock),
    port: config.botPort,
    host: loopback,
    monitoring: config.monitoring,
    ...(config.languageModel === undefined ? {} : { languageModel: config.languageModel }),
    ...(tracing === undefined ? {} : { tracing }),
    ...termsOf(config),
    address: (port) => `http://${loopback}:${port}`,
    channelLink: channelLinkOf(tenant),
  });
}

/** What a bot must know of a local tenant, in this process or another. */
export type Addresses = Omit<LocalTenant, 'clock' | 'connectBot' | 'reset' | 'close'>;

export function teamsSettings(tenant: Addresses): TeamsSettings {
  const { appId, appSecret, issuer, openIdMetadataUrl, tokenUrl, connectorUrl, tenantId } = tenant;
  return {
    appId,
    tenants: [tenantId],
    serviceUrlHosts: [loopback],
    serviceUrl: connectorUrl,
    auth: { kind: 'local', openIdMetadataUrl, issuer, tokenUrl, appSecret },
    maxBodyBytes: 256 * 1024,
  };
}

/** The page opens it for the persona who pressed it. */
export function channelLinkOf({ url }: Addresses): (teamId: string, channelId: string) => string {
  return (_teamId, channelId) => `${url}/?gesprek=${encodeURIComponent(channelId)}`;
}

export function graphSettings(tenant: Addresses, clock: Clock): GraphSettings {
  const { appId, appSecret, tokenUrl, graphUrl, teamsAppId, tenantId } = tenant;
  const token = appToken({ kind: 'local', appId, tokenUrl, appSecret }, graphScope, clock);
  return { baseUrl: graphUrl, token, tenantId, appCatalogId: teamsAppId };
}
