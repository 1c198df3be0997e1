import { mriOf } from '../bot/activities.ts';
import {
  channelsOf,
  findPerson,
  findPlace,
  isMember,
  membersOf,
  parseConversationId,
  type Place,
} from '../conversations.ts';
import { hostTenantId } from '../demo-tenant.ts';
import { type Call, json, param, refusal, type Reply, type TenantRoute, tooMany } from '../http/exchange.ts';
import { perTenantWindows, readMembersWindows } from '../rates.ts';
import type { PersonEntity, TeamEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { conversationNotFound, notInRoster } from './answers.ts';

const conversation = '/connector/v3/conversations/:conversation';

export function buildRosterRoutes(tenant: Tenant): readonly TenantRoute[] {
  const inPlace = (run: (place: Place, call: Call) => Reply) => (call: Call) => withPlace(tenant, call, run);
  return [
    { method: 'GET', path: `${conversation}/members`, run: inPlace((place) => json(200, accounts(tenant, place))) },
    { method: 'GET', path: `${conversation}/pagedmembers`, run: inPlace((place, call) => page(tenant, place, call)) },
    {
      method: 'GET',
      path: `${conversation}/members/:member`,
      run: inPlace((place, call) => oneMember(tenant, place, call)),
    },
    { method: 'GET', path: '/connector/v3/teams/:team', run: (call) => withTeam(tenant, call, showTeam) },
    {
      method: 'GET',
      path: '/connector/v3/teams/:team/conversations',
      run: (call) => withTeam(tenant, call, listChannels),
    },
  ];
}

function withPlace(tenant: Tenant, call: Call, run: (place: Place, call: Call) => Reply): Reply {
  const place = findPlace(tenant.state, parseConversationId(param(call, 'conversation')).id);
  if (!place) return conversationNotFound;
  if (place.kind === 'channel' && !place.channel.appEnabled) return notInRoster;
  const wait =
    tenant.rates.take('tenant', perTenantWindows) ?? tenant.rates.take(`members ${place.id}`, readMembersWindows);
  return wait === undefined ? run(place, call) : tooMany(wait);
}

function accounts({ state }: Tenant, place: Place): readonly object[] {
  return membersOf(place).flatMap(({ person }) => {
    const found = state.people.get(person);
    return found ? [toAccount(found)] : [];
  });
}

/** TeamsChannelAccount. */
function toAccount({ id, name, email, tenant, guest }: PersonEntity): object {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: mriOf(id),
    name,
    aadObjectId: id,
    objectId: id,
    givenName,
    surname: rest.join(' '),
    email,
    userPrincipalName: email,
    tenantId: tenant,
    userRole: guest ? 'guest' : 'user',
  };
}

const largestPage = 500;

/** The continuation token is where the next page begins; Teams' own is opaque. */
function page(tenant: Tenant, place: Place, { query }: Call): Reply {
  const all = accounts(tenant, place);
  const size = Math.min(Number(query.get('pageSize') ?? largestPage) || largestPage, largestPage);
  const start = Number(query.get('continuationToken') ?? 0) || 0;
  const next = start + size < all.length ? { continuationToken: String(start + size) } : {};
  return json(200, { members: all.slice(start, start + size), ...next });
}

function oneMember({ state }: Tenant, place: Place, call: Call): Reply {
  const person = findPerson(state, param(call, 'member'));
  if (person && isMember(place, person.id)) return json(200, toAccount(person));
  return refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
}

/** The connector names a team by its general channel, Graph by its group. */
function withTeam(tenant: Tenant, call: Call, run: (tenant: Tenant, team: TeamEntity) => Reply): Reply {
  const team = tenant.state.teams.all().find(({ thread }) => thread === param(call, 'team'));
  if (!team) return refusal(404, 'TeamNotFound', 'Team not found.');
  const wait = tenant.rates.take('tenant', perTenantWindows);
  return wait === undefined ? run(tenant, team) : tooMany(wait);
}

function showTeam({ state }: Tenant, { id, thread, name, members }: TeamEntity): Reply {
  const channelCount = channelsOf(state, id).length;
  const counts = { channelCount, memberCount: members.length };
  return json(200, { id: thread, name, aadGroupId: id, tenantId: hostTenantId, type: 'standard', ...counts });
}

/** The general channel has no name here, because clients translate it. Only channels that the bot is in. */
function listChannels({ state }: Tenant, { id, thread }: TeamEntity): Reply {
  const channels = channelsOf(state, id).filter(({ appEnabled }) => appEnabled);
  const conversations = channels.map(({ id: channel, name, kind }) => ({
    id: channel,
    name: channel === thread ? null : name,
    type: kind,
  }));
  return json(200, { conversations });
}
