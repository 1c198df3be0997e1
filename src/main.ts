import { randomUUID } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { startApp } from './app.ts';
import { type AzureConfig, ConfigProblem, readConfig } from './config.ts';
import { termsOf } from './terms.ts';
import { azureGraph } from './graph-settings.ts';
import { startLocal } from './local.ts';
import type { Tracing } from './core/tracing.ts';
import { openStore, storeFaults } from './open-store.ts';
import { openTraces } from './tracing/traces.ts';

const teamsServiceUrl = 'https://smba.trafficmanager.net/teams/';

type Parts = Readonly<{ log: pino.Logger; tracing: Tracing }>;

async function startAzure(config: AzureConfig, { log, tracing }: Parts): Promise<() => Promise<void>> {
  const clock = { now: () => new Date() };
  const { bot, tenants, serviceUrlHosts, host, port, publicUrl, monitoring, languageModel } = config;
  const { homeTenant: tenantId, credential, appId } = bot;
  const app = await startApp({
    store: await openStore(config, (ru) => tracing.note({ ru })),
    teams: {
      appId,
      tenants,
      serviceUrlHosts,
      serviceUrl: teamsServiceUrl,
      auth: { kind: 'azure', tenantId, credential },
      maxBodyBytes: 256 * 1024,
    },
    graph: azureGraph(config, clock),
    selfTest: { storeFaults: () => storeFaults(config) },
    // Microsoft: "Create deep links to a channel".
    channelLink: (teamId, channelId) =>
      `https://teams.microsoft.com/l/channel/${encodeURIComponent(channelId)}/casus?groupId=${teamId}&tenantId=${tenants[0] ?? tenantId}`,
    ...{ clock, log, tracing, port, host, monitoring, ...termsOf(config) },
    ...(languageModel === undefined ? {} : { languageModel }),
    ...(publicUrl === undefined ? {} : { address: () => publicUrl }),
  });
  log.info({ port: app.port }, 'Doorbraak listens');
  return app.close;
}

async function start(): Promise<() => Promise<void>> {
  const config = readConfig(process.env);
  const options = { level: config.logLevel, base: null };
  const { tracing, close: endTraces } = await openTraces({ ...config.monitoring.traces, instance: randomUUID() });
  const thenTraces = (close: () => Promise<void>) => async (): Promise<void> => {
    await close();
    await endTraces();
  };
  if (config.mode === 'azure') return thenTraces(await startAzure(config, { log: pino(options), tracing }));
  // On one machine the terminal is for the address; the log is a file beside the data.
  const file = pino.destination({ dest: path.join(config.dataFolder, 'doorbraak.log'), mkdir: true, sync: true });
  const local = await startLocal(config, pino(options, file), tracing);
  process.stdout.write(`\n  Doorbraak draait. Open ${local.tenant.url}\n\n`);
  return thenTraces(local.close);
}

/** What somebody can mend, in a sentence; anything else is a fault and shows where it came from. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof ConfigProblem) return error.message;
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') return undefined;
  return `${error.message}. Is Doorbraak running already? Stop it, or choose other ports: BOT_PORT and TENANT_PORT (here), PORT (Azure).`;
}

try {
  const close = await start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close().then(() => process.exit(0));
    });
  }
} catch (error) {
  const problem = problemOf(error);
  if (problem === undefined) throw error;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
