import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { tellChannelEvent } from '../bot/channel-events.ts';
import { announceChange, channelsOf } from '../conversations.ts';
import { type Call, json, parseBody, type Reply } from '../http/exchange.ts';
import type { ChannelEntity, Membership, TeamEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest } from './answers.ts';
import type { InTeam } from './guards.ts';
import { memberInput, type MemberInput, resolveMember, whyNotInChannel } from './member-input.ts';
import { whyNotName } from './names.ts';
import { channelsInTheMaking, finishLater, startOperation } from './operations.ts';
import { toGraphChannel } from './shapes.ts';

const newChannel = z.looseObject({
  displayName: z.string(),
  description: z.string().nullish(),
  membershipType: z.enum(['standard', 'private', 'shared']).default('standard'),
  members: z.array(memberInput).default([]),
});
type NewChannel = z.output<typeof newChannel>;

/** Microsoft: "Create channel": 201 with the channel, or for a shared one 202 and an operation to poll. */
export function createChannel(tenant: Tenant, { team }: InTeam, { body }: Call): Reply {
  const parsed = parseBody(newChannel, body);
  if (!parsed.ok) return badRequest(parsed.message);
  const refused =
    whyNotThisName(tenant, team.id, { displayName: parsed.value.displayName }) ?? whyNotTheseMembers(parsed.value);
  if (refused) return refused;
  const members = resolveMembers(tenant, team, parsed.value);
  if (!members.ok) return members.reply;
  const channel = buildChannel(tenant, team, { ...parsed.value, memberships: members.memberships });
  return channel.kind === 'shared' ? accept(tenant, channel) : make(tenant, channel, team);
}

/** Why no channel of this team may get this name; `channel` is the one that has it now. */
export function whyNotThisName(
  tenant: Tenant,
  team: string,
  { displayName, channel }: Readonly<{ displayName: string; channel?: string }>,
): Reply | undefined {
  const why = whyNotName(displayName);
  if (why !== undefined) return badRequest(why);
  const others = [...channelsOf(tenant.state, team), ...channelsInTheMaking(tenant, team)];
  const taken = others.some(({ id, name }) => id !== channel && name.toLowerCase() === displayName.toLowerCase());
  return taken ? badRequest('Channel name already existed, please use other name') : undefined;
}

const mostMembers = 200;

function whyNotTheseMembers({ membershipType, members }: NewChannel): Reply | undefined {
  const owners = members.filter(({ roles }) => roles.includes('owner')).length;
  if (membershipType === 'standard')
    return members.length > 0 ? badRequest('Members cannot be given for a standard channel.') : undefined;
  if (membershipType === 'shared')
    return owners === 1 && members.length === 1
      ? undefined
      : badRequest('A shared channel is created with exactly one member, its owner.');
  if (members.length > mostMembers) return badRequest(`At most ${mostMembers} members can be given at creation.`);
  return owners > 0 ? undefined : badRequest('A private channel needs an owner.');
}

type Members = Readonly<{ ok: true; memberships: readonly Membership[] }> | Readonly<{ ok: false; reply: Reply }>;

function resolveMembers(tenant: Tenant, team: TeamEntity, { members, membershipType }: NewChannel): Members {
  const memberships: Membership[] = [];
  for (const member of members) {
    const resolved = resolveIn(tenant, team, { member, membershipType });
    if (!resolved.ok) return resolved;
    if (memberships.some(({ person }) => person === resolved.membership.person))
      return { ok: false, reply: badRequest('The same person is given twice as a member.') };
    memberships.push(resolved.membership);
  }
  return { ok: true, memberships };
}

function resolveIn(
  tenant: Tenant,
  team: TeamEntity,
  { member, membershipType }: Readonly<{ member: MemberInput; membershipType: NewChannel['membershipType'] }>,
): Readonly<{ ok: true; membership: Membership }> | Readonly<{ ok: false; reply: Reply }> {
  const resolved = resolveMember(tenant, member);
  if (!resolved.ok || membershipType === 'standard') return resolved;
  const refused = whyNotInChannel(membershipType, team, resolved.person);
  return refused ? { ok: false, reply: refused } : resolved;
}

function buildChannel(
  { clock }: Tenant,
  team: TeamEntity,
  wanted: NewChannel & Readonly<{ memberships: readonly Membership[] }>,
): ChannelEntity {
  return {
    id: `19:${randomUUID().replaceAll('-', '')}@thread.tacv2`,
    team: team.id,
    name: wanted.displayName,
    description: wanted.description ?? '',
    kind: wanted.membershipType,
    archived: false,
    appEnabled: wanted.membershipType === 'standard',
    members: wanted.memberships,
    createdAt: clock.now().toISOString(),
  };
}

function make(tenant: Tenant, channel: ChannelEntity, team: TeamEntity): Reply {
  tenant.state.channels.put(channel);
  announceChange(tenant, channel.kind === 'standard' ? team.members : channel.members);
  tellChannelEvent(tenant, 'channelCreated', channel);
  return json(201, toGraphChannel(tenant, channel));
}

function accept(tenant: Tenant, channel: ChannelEntity): Reply {
  const operation = startOperation(tenant, { type: 'createChannel', channel, done: false });
  finishLater(tenant, operation);
  return {
    status: 202,
    headers: { 'Content-Location': `/teams/${channel.team}/operations/${operation.id}`, 'Content-Length': '0' },
  };
}
