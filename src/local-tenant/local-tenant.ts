import process from 'node:process';
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { openDelivery } from './bot/delivery.ts';
import { announceInstalls } from './bot/installs.ts';
import { type MovableClock, openClock } from './clock.ts';
import { buildConnectorRoutes } from './connector/index.ts';
import { announceChange } from './conversations.ts';
import { appId, hostTenantId, seedDemoTenant, teamsAppId } from './demo-tenant.ts';
import { buildGraphRoutes, finishLeftovers } from './graph/index.ts';
import { openCallLog } from './http/call-log.ts';
import { openFaultInjector } from './http/faults.ts';
import { pageFileRoute } from './http/page-files.ts';
import { type HttpServer, openServer } from './http/server.ts';
import { buildAnswering } from './http/surfaces.ts';
import { openIdentity } from './identity.ts';
import { openLiveEvents } from './live-events.ts';
import { buildPersonaRoutes } from './persona/index.ts';
import { openRateLimits, type RateMode } from './rates.ts';
import { openState } from './state/tenant-state.ts';
import { faultsOf } from './state/faults-of.ts';
import type { Tenant } from './tenant.ts';

export type LocalTenantOptions = Readonly<{
  /** 0 takes a free port. Tokens name the address, so only a tenant on the same port accepts yesterday's. */
  port: number;
  /** SQLite file that keeps everything; in memory without. */
  file?: string;
  /** The bot's messaging endpoint, when it is known already: see `connectBot`. */
  botUrl?: string;
  log: Logger;
  /** The machine's time. */
  now?: () => Date;
  /** `strict` adds Graph's one call a second on a channel and four on a team; `off` lets everything through. */
  rates?: RateMode;
  /** Called by a reset, before the bot is told again where it is installed. */
  resetBot?: () => Promise<void>;
}>;

export type LocalTenant = Readonly<{
  url: string;
  appId: string;
  appSecret: string;
  /** The app's id in the catalog, for Graph's `enabledApps`. */
  teamsAppId: string;
  tenantId: string;
  issuer: string;
  openIdMetadataUrl: string;
  tokenUrl: string;
  /** The service URL: without `v3`, ending in a slash. */
  connectorUrl: string;
  /** Without the version (`/v1.0`) and without a slash at the end. */
  graphUrl: string;
  clock: Clock;
  /** Where activities go from now on. Resolves when the bot was told where it is installed, in as far as it listens. */
  connectBot(botUrl: string): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
}>;

/** A Microsoft 365 tenant on one machine, for development, tests and practice. Throws in production. */
export async function startLocalTenant(options: LocalTenantOptions): Promise<LocalTenant> {
  if (process.env['NODE_ENV'] === 'production')
    throw new Error('The local tenant lets anybody be anybody: it does not start when NODE_ENV is production.');
  const server = await openServer(options.port, options.log);
  const stop = new AbortController();
  const tenant = await openTenant(options, server.url, stop.signal).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  seedDemoTenant(tenant.state, tenant.clock.now().toISOString());
  const reset = (): Promise<void> => resetTenant(tenant, options.resetBot);
  finishLeftovers(tenant);
  serve(tenant, server, reset);
  const connectBot = async (botUrl: string): Promise<void> => {
    tenant.bot.connect(botUrl);
    await announceInstalls(tenant);
  };
  if (options.botUrl !== undefined) void connectBot(options.botUrl);
  const close = async (): Promise<void> => {
    stop.abort();
    await server.close();
    tenant.state.close();
  };
  return { ...addressesOf(tenant), clock: tenant.clock, connectBot, reset, close };
}

async function openTenant(options: LocalTenantOptions, url: string, stopped: AbortSignal): Promise<Tenant> {
  const { file, log, now = () => new Date(), rates = 'usual' } = options;
  const state = openState(file);
  const clock: MovableClock = openClock(state, now);
  const identity = await openIdentity(state, url);
  const serviceUrl = `${url}/connector/`;
  const calls = openCallLog();
  const bot = openDelivery({
    sign: () => identity.signForBot(serviceUrl),
    faults: () => faultsOf(state),
    calls,
    now: () => clock.now(),
    log,
    stopped,
  });
  const live = openLiveEvents();
  return { url, serviceUrl, state, clock, identity, live, bot, rates: openRateLimits(rates), calls, log, stopped };
}

function serve(tenant: Tenant, server: HttpServer, reset: () => Promise<void>): void {
  const faults = openFaultInjector(() => faultsOf(tenant.state));
  const guarded = [
    { name: 'connector', prefix: '/connector/', routes: buildConnectorRoutes(tenant) },
    { name: 'graph', prefix: '/graph/', routes: buildGraphRoutes(tenant) },
  ] as const;
  const open = [...tenant.identity.routes, ...buildPersonaRoutes(tenant, { faults, reset }), pageFileRoute()];
  server.answerWith(buildAnswering(tenant, { guarded, open, faults }));
}

async function resetTenant(tenant: Tenant, resetBot: (() => Promise<void>) | undefined): Promise<void> {
  tenant.state.clear();
  tenant.rates.clear();
  tenant.calls.clear();
  seedDemoTenant(tenant.state, tenant.clock.now().toISOString());
  await resetBot?.();
  announceChange(tenant);
  await announceInstalls(tenant);
}

function addressesOf({
  url,
  serviceUrl,
  identity,
}: Tenant): Omit<LocalTenant, 'clock' | 'connectBot' | 'reset' | 'close'> {
  const { appSecret, issuer, openIdMetadataUrl, tokenUrl } = identity;
  return {
    url,
    appId,
    appSecret,
    teamsAppId,
    tenantId: hostTenantId,
    issuer,
    openIdMetadataUrl,
    tokenUrl,
    connectorUrl: serviceUrl,
    graphUrl: `${url}/graph`,
  };
}
