import { tellTeamMember } from '../bot/channel-events.ts';
import { announceChange, isOfHostTenant } from '../conversations.ts';
import { type Call, json, parseBody, type Reply, type TenantRoute, tooMany } from '../http/exchange.ts';
import { addTeamMemberWindows } from '../rates.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest, forbidden } from './answers.ts';
import { type InTeam, onTeam } from './guards.ts';
import { isInTeam, memberInput, resolveMember } from './member-input.ts';
import { listReply } from './odata.ts';
import { toGraphMember, toGraphMembers } from './shapes.ts';

export function buildTeamRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    onTeam(tenant, ['GET', ''], ({ team: { id, name } }) =>
      json(200, { id, displayName: name, visibility: 'private' }),
    ),
    onTeam(tenant, ['GET', '/members'], ({ team }, call) =>
      listReply(tenant, call, toGraphMembers(tenant, team.id, team.members)),
    ),
    onTeam(tenant, ['POST', '/members'], (known, call) => addTeamMember(tenant, known, call)),
  ];
}

/** Microsoft: "Add member to team", and its limit of four a minute on a team. */
function addTeamMember(tenant: Tenant, { team }: InTeam, { body }: Call): Reply {
  const wait = tenant.rates.take(`team members ${team.id}`, addTeamMemberWindows);
  if (wait !== undefined) return tooMany(wait);
  const parsed = parseBody(memberInput, body);
  if (!parsed.ok) return badRequest(parsed.message);
  const resolved = resolveMember(tenant, parsed.value);
  if (!resolved.ok) return resolved.reply;
  const { person, membership } = resolved;
  if (!isOfHostTenant(person))
    return forbidden('A person of another tenant cannot be in a team: invite them as a guest.');
  const isNew = !isInTeam(team, person.id);
  const members = [...team.members.filter((member) => member.person !== person.id), membership];
  if (!members.some(({ owner }) => owner)) return badRequest('The last owner of a team keeps that role.');
  tenant.state.teams.put({ ...team, members });
  announceChange(tenant, members);
  if (isNew) tellTeamMember(tenant, team, person);
  return json(201, toGraphMember(team.id, person, membership));
}
