import { z } from 'zod/v4';
import { tellBotAdded } from '../bot/channel-events.ts';
import { chatOf, findPerson, isOfHostTenant } from '../conversations.ts';
import { appId, hostTenantId, teamsAppId } from '../demo-tenant.ts';
import { type Call, empty, json, param, parseBody, type Reply, type TenantRoute } from '../http/exchange.ts';
import type { PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest, notFound } from './answers.ts';
import { graphBase, type InChannel, onChannel } from './guards.ts';
import { listReply } from './odata.ts';
import { graphApp, toGraphUser } from './shapes.ts';

export function buildAppRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    { method: 'GET', path: `${graphBase}/appCatalogs/teamsApps`, run: (call) => listReply(tenant, call, [graphApp]) },
    onChannel(tenant, ['GET', '/enabledApps'], ({ channel }, call) =>
      listReply(tenant, call, channel.appEnabled ? [graphApp] : []),
    ),
    onChannel(tenant, ['POST', '/enabledApps/$ref'], (known, call) => enableApp(tenant, known, call)),
    onUser(tenant, '', (person) => json(200, toGraphUser(person))),
    { method: 'GET', path: `${graphBase}/users`, run: (call) => listReply(tenant, call, hostUsers(tenant)) },
    onUser(tenant, '/teamwork/installedApps', (person, call) => listReply(tenant, call, installedApps(tenant, person))),
    onUser(tenant, '/teamwork/installedApps/:installation/chat', (person, call) => showChat(tenant, person, call)),
  ];
}

const reference = z.looseObject({ '@odata.id': z.string() });

/** Microsoft: "Add app to channel": the bot is in a private or shared channel only after this. */
function enableApp(tenant: Tenant, { team, channel }: InChannel, { body }: Call): Reply {
  const parsed = parseBody(reference, body);
  if (!parsed.ok) return badRequest(parsed.message);
  if (!parsed.value['@odata.id'].endsWith(`/appCatalogs/teamsApps/${teamsAppId}`))
    return notFound('The app was not found in the catalog of the organisation.');
  if (channel.kind === 'standard') return badRequest('Apps are enabled in private and shared channels only.');
  if (channel.appEnabled) return empty(204);
  const enabled = { ...channel, appEnabled: true };
  tenant.state.channels.put(enabled);
  tellBotAdded(tenant, { kind: 'channel', id: channel.id, channel: enabled, team });
  return empty(204);
}

function onUser(tenant: Tenant, path: string, run: (person: PersonEntity, call: Call) => Reply): TenantRoute {
  return {
    method: 'GET',
    path: `${graphBase}/users/:user${path}`,
    run(call) {
      const person = findPerson(tenant.state, param(call, 'user'));
      return person && isOfHostTenant(person) ? run(person, call) : notFound('This user does not exist in the tenant.');
    },
  };
}

function hostUsers({ state }: Tenant): readonly Readonly<Record<string, unknown>>[] {
  return state.people.all().filter(isOfHostTenant).map(toGraphUser);
}

const installationId = (person: string): string => Buffer.from(`${person}##${teamsAppId}`).toString('base64');

/** `externalId` and `teamsAppId` stand for the fields of the expanded app that a `$filter` names. */
function installedApps({ state }: Tenant, { id }: PersonEntity): readonly Readonly<Record<string, unknown>>[] {
  if (!chatOf(state, id)) return [];
  return [{ id: installationId(id), externalId: appId, teamsApp: graphApp }];
}

function showChat({ state }: Tenant, { id }: PersonEntity, call: Call): Reply {
  if (!chatOf(state, id) || param(call, 'installation') !== installationId(id))
    return notFound('No such installation.');
  return json(200, { id: graphChatId(id), chatType: 'oneOnOne', topic: null, tenantId: hostTenantId });
}

/** Graph and the connector have different ids for the same chat. */
export const graphChatId = (person: string): string => `19:${person}_${appId}@unq.gbl.spaces`;
