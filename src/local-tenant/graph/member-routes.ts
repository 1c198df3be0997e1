import { z } from 'zod/v4';
import { tellChannelMember } from '../bot/channel-events.ts';
import { announceChange } from '../conversations.ts';
import { type Call, empty, json, param, parseBody, type Reply, type TenantRoute } from '../http/exchange.ts';
import type { ChannelEntity, Membership, PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest, notFound } from './answers.ts';
import { type InChannel, onChannel } from './guards.ts';
import { memberInput, resolveMember, whyNotInChannel } from './member-input.ts';
import { listReply } from './odata.ts';
import { personOfMembership, toGraphMember, toGraphMembers } from './shapes.ts';

export function buildMemberRoutes(tenant: Tenant): readonly TenantRoute[] {
  const list = (known: InChannel, call: Call): Reply =>
    listReply(tenant, call, toGraphMembers(tenant, known.channel.id, membersOf(known)));
  return [
    onChannel(tenant, ['GET', '/members'], list),
    onChannel(tenant, ['GET', '/allMembers'], list),
    onChannel(tenant, ['POST', '/members'], (known, call) => addMember(tenant, known, call)),
    onChannel(tenant, ['PATCH', '/members/:membership'], (known, call) => changeRole(tenant, known, call)),
    onChannel(tenant, ['DELETE', '/members/:membership'], (known, call) => removeMember(tenant, known, call)),
  ];
}

const membersOf = ({ team, channel }: InChannel): readonly Membership[] =>
  channel.kind === 'standard' ? team.members : channel.members;

/** Somebody who is in already stays in, with the role given now. An archived channel takes members too. */
function addMember(tenant: Tenant, { team, channel }: InChannel, { body }: Call): Reply {
  if (channel.kind === 'standard') return notForStandard;
  const parsed = parseBody(memberInput, body);
  if (!parsed.ok) return badRequest(parsed.message);
  const resolved = resolveMember(tenant, parsed.value);
  if (!resolved.ok) return resolved.reply;
  const { person, membership } = resolved;
  const refused = whyNotInChannel(channel.kind, team, person);
  if (refused) return refused;
  const isNew = !channel.members.some((member) => member.person === person.id);
  saveMembers(tenant, channel, [...without(channel, person.id), membership]);
  if (isNew) tell(tenant, { channel, person, change: 'Added' });
  return json(201, toGraphMember(channel.id, person, membership));
}

const notForStandard = badRequest('Members are managed on private and shared channels only.');

const roleChange = z.looseObject({ roles: z.array(z.enum(['owner', 'guest'])) });

function changeRole(tenant: Tenant, { channel }: InChannel, call: Call): Reply {
  const parsed = parseBody(roleChange, call.body);
  if (!parsed.ok) return badRequest(parsed.message);
  return onMembership(tenant, channel, {
    call,
    run: (person) => {
      const membership = { person: person.id, owner: parsed.value.roles.includes('owner') };
      const members = [...without(channel, person.id), membership];
      if (!hasOwner(members)) return lastOwner;
      saveMembers(tenant, channel, members);
      return json(200, toGraphMember(channel.id, person, membership));
    },
  });
}

function removeMember(tenant: Tenant, { channel }: InChannel, call: Call): Reply {
  return onMembership(tenant, channel, {
    call,
    run: (person) => {
      const members = without(channel, person.id);
      if (!hasOwner(members)) return lastOwner;
      saveMembers(tenant, channel, members);
      tell(tenant, { channel, person, change: 'Removed' });
      return empty(204);
    },
  });
}

const lastOwner = badRequest('The last owner of a channel cannot be removed: make somebody else an owner first.');

type OnMembership = Readonly<{ call: Call; run(person: PersonEntity): Reply }>;

function onMembership({ state }: Tenant, channel: ChannelEntity, { call, run }: OnMembership): Reply {
  if (channel.kind === 'standard') return notForStandard;
  const id = personOfMembership(channel.id, param(call, 'membership'));
  const person = channel.members.some((member) => member.person === id) ? state.people.get(id ?? '') : undefined;
  return person ? run(person) : notFound('No member found with this membership id.');
}

const hasOwner = (members: readonly Membership[]): boolean => members.some(({ owner }) => owner);

const without = ({ members }: ChannelEntity, person: string): readonly Membership[] =>
  members.filter((member) => member.person !== person);

function saveMembers(tenant: Tenant, channel: ChannelEntity, members: readonly Membership[]): void {
  tenant.state.channels.put({ ...channel, members });
  announceChange(tenant, [...channel.members, ...members]);
}

function tell(
  tenant: Tenant,
  { channel, ...change }: Readonly<{ channel: ChannelEntity; person: PersonEntity; change: 'Added' | 'Removed' }>,
): void {
  const now = tenant.state.channels.get(channel.id) ?? channel;
  const team = tenant.state.teams.get(channel.team);
  if (team) tellChannelMember(tenant, { kind: 'channel', id: channel.id, channel: now, team }, change);
}
