import { decodeJwt } from 'jose';
import { z } from 'zod/v4';
import type { Clock } from './core/clock.ts';
import { englishWithout } from './features/operations/index.ts';
import { createGraphChannels, type GraphSettings } from './graph/graph-channels.ts';
import { type Permission, tenantPermissions } from './graph/permissions.ts';
import type { EventStore } from './store/event-store.ts';
import { findAll } from './store/find-all.ts';

/** `fix` when it is not well: what to do about it. `permission`: the one that it is about. */
export type Finding = Readonly<{ what: string; fix?: string; permission?: Permission }>;

const mostSkewMs = 60_000;
const answerMs = 10_000;

export async function attempt<Answer>(work: () => Promise<Answer>): Promise<Answer | Error> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Token, permissions, clock, and the channels of one team. */
export async function* lookAtGraph(
  graph: GraphSettings,
  store: Pick<EventStore, 'find'> | undefined,
  clock: Clock,
): AsyncIterable<Finding> {
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
  const roles = rolesIn(token);
  for (const name of tenantPermissions) {
    const fix = `Without it ${englishWithout[name]}. Run infra/grant-permissions.sh.`;
    yield { what: `permission ${name}`, permission: name, ...(roles.includes(name) ? {} : { fix }) };
  }
}

const expertTeam = z.object({ team: z.object({ name: z.string(), teamsGroupId: z.string() }) });

/** What a team's owner gives is in no token; a look at the channels of one team tells. */
async function inTeam(graph: GraphSettings, store: Pick<EventStore, 'find'>): Promise<Finding> {
  const [first] = await findAll(store, { type: 'expert-team', where: [], order: { field: 'name', direction: 'asc' } });
  const team = expertTeam.safeParse(first?.state).data?.team;
  if (!team) return { what: 'teams', fix: 'There is no expert team yet: `npm run import`.' };
  const what = `channels of ${team.name}`;
  const look = await attempt(() => createGraphChannels(graph).channels.find(team.teamsGroupId, 'Doorbraak'));
  if (!(look instanceof Error)) return { what };
  return { what, fix: `${look.message}. Install the app in that team again (docs/permissions.md).` };
}

/** What an administrator gave, as the token tells. */
export function rolesIn(token: string): readonly string[] {
  return z.object({ roles: z.array(z.string()).default([]) }).parse(decodeJwt(token)).roles;
}
