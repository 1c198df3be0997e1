import process from 'node:process';
import { decodeJwt } from 'jose';
import { z } from 'zod/v4';
import { type Config, ConfigProblem, readConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import { createGraphChannels, type GraphSettings } from './graph/graph-channels.ts';
import { tenantPermissions } from './graph/permissions.ts';
import { azureGraph } from './graph-settings.ts';
import { openStore, storeFaults } from './open-store.ts';
import { findAll } from './store/find-all.ts';
import type { Store } from './store/store.ts';

/** `npm run doctor`: looks at everything the bot needs, changes nothing in Teams, and says what to do. */
export type DoctorParts = Readonly<{
  environment: Readonly<Record<string, string | undefined>>;
  /** Undefined where there is no Graph to ask. */
  graph(config: Config): GraphSettings | undefined;
  clock: Clock;
  print(line: string): void;
}>;

/** `fix` when it is not well: what to do about it. */
type Finding = Readonly<{ what: string; fix?: string }>;

const mostSkewMs = 60_000;
const answerMs = 10_000;
const deployed = 'Look at infra/README.md and at the settings.';

/** Answers the exit code: 0 when all is well. */
export async function doctorCommand(parts: DoctorParts): Promise<number> {
  let ill = 0;
  for await (const { what, fix } of findings(parts)) {
    parts.print(fix === undefined ? `✔ ${what}` : `✘ ${what}\n    ${fix}`);
    if (fix !== undefined) ill += 1;
  }
  parts.print(ill === 0 ? 'All is well.' : `${ill} to mend.`);
  return ill === 0 ? 0 : 1;
}

async function* findings(parts: DoctorParts): AsyncIterable<Finding> {
  const config = configOf(parts);
  if (config instanceof ConfigProblem) {
    for (const problem of config.problems) yield { what: 'configuration', fix: problem };
    return;
  }
  yield { what: `configuration (${config.mode})` };
  const store = await attempt(() => openStore(config));
  if (store instanceof Error) yield { what: 'store', fix: `${store.message} ${deployed}` };
  const graph = parts.graph(config);
  try {
    if (!(store instanceof Error)) yield* ofStore(store, config, parts.clock);
    if (graph) yield* ofGraph(graph, store instanceof Error ? undefined : store, parts.clock);
    else yield { what: 'Graph: not asked, the bot brings its own tenant on this machine' };
  } finally {
    if (!(store instanceof Error)) await store.close();
  }
}

function configOf({ environment }: DoctorParts): Config | ConfigProblem {
  try {
    return readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigProblem) return error;
    throw error;
  }
}

async function attempt<Answer>(work: () => Promise<Answer>): Promise<Answer | Error> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function* ofStore(store: Store, config: Config, clock: Clock): AsyncIterable<Finding> {
  const standing = await attempt(() => store.standing(clock.now()));
  if (standing instanceof Error) {
    yield { what: 'store', fix: `${standing.message}. ${deployed}` };
    return;
  }
  const faults = await attempt(() => storeFaults(config));
  const wrong = faults instanceof Error ? faults.message : faults.join('; ');
  yield wrong === ''
    ? { what: 'store' }
    : { what: 'store', fix: `The container differs: ${wrong}. Deploy infra/ again.` };
  const kinds = Object.entries(standing.parkedByKind).map(([kind, count]) => `${count} of ${kind}`);
  const fix = '`npm run effects` shows why, and sets it going again.';
  yield { what: `work given up: ${kinds.join(', ') || 'none'}`, ...(kinds.length === 0 ? {} : { fix }) };
  yield overdue(standing.lagMs, config.monitoring.maxLagSeconds);
}

function overdue(lagMs: number, mostSeconds: number): Finding {
  const seconds = Math.round(lagMs / 1_000);
  const what = `oldest work that is due: ${seconds} s late`;
  if (seconds <= mostSeconds) return { what };
  return { what, fix: 'Does an instance run? Look at /readyz and at its log.' };
}

async function* ofGraph(graph: GraphSettings, store: Store | undefined, clock: Clock): AsyncIterable<Finding> {
  yield await skew(graph.baseUrl, clock);
  const token = await attempt(() => graph.token());
  if (token instanceof Error) {
    const fix = `${token.message}. Check BOT_APP_ID, BOT_HOME_TENANT and its secret or managed identity.`;
    yield { what: 'token for Graph', fix };
    return;
  }
  yield { what: 'token for Graph' };
  yield* grants(token);
  if (store) yield await inTeam(graph, store);
}

async function skew(url: string, clock: Clock): Promise<Finding> {
  // Any answer will do, also a refusal: its date is what counts.
  const answer = await attempt(() => fetch(url, { signal: AbortSignal.timeout(answerMs) }));
  if (answer instanceof Error)
    return { what: 'Graph', fix: `${url} does not answer: is the way out of the network open?` };
  const ms = Math.abs(clock.now().getTime() - Date.parse(answer.headers.get('date') ?? ''));
  const what = `clock: ${Math.round(ms / 1_000)} s from that of Graph`;
  return ms <= mostSkewMs
    ? { what }
    : { what, fix: 'Set the clock of this machine: tokens are refused when it is off.' };
}

function* grants(token: string): Iterable<Finding> {
  const { roles } = z.object({ roles: z.array(z.string()).default([]) }).parse(decodeJwt(token));
  for (const [name, without] of Object.entries(tenantPermissions)) {
    const fix = `Without it ${without}. Run infra/grant-permissions.sh.`;
    yield { what: `permission ${name}`, ...(roles.includes(name) ? {} : { fix }) };
  }
}

const expertTeam = z.object({ team: z.object({ name: z.string(), teamsGroupId: z.string() }) });

/** What a team's owner gives is in no token; a look at the channels of one team tells. */
async function inTeam(graph: GraphSettings, store: Store): Promise<Finding> {
  const [first] = await findAll(store, { type: 'expert-team', where: [], order: { field: 'name', direction: 'asc' } });
  const team = expertTeam.safeParse(first?.state).data?.team;
  if (!team) return { what: 'teams', fix: 'There is no expert team yet: `npm run import`.' };
  const what = `channels of ${team.name}`;
  const look = await attempt(() => createGraphChannels(graph).channels.find(team.teamsGroupId, 'Doorbraak'));
  if (!(look instanceof Error)) return { what };
  return { what, fix: `${look.message}. Install the app in that team again (docs/permissions.md).` };
}

if (import.meta.main) {
  const clock = { now: () => new Date() };
  process.exitCode = await doctorCommand({
    environment: process.env,
    graph: (config) => (config.mode === 'azure' ? azureGraph(config, clock) : undefined),
    clock,
    print: (line) => void process.stdout.write(`${line}\n`),
  });
}
