import { z } from 'zod/v4';
import { tellChannelEvent } from '../bot/channel-events.ts';
import { announceChange, channelsOf } from '../conversations.ts';
import { type Call, empty, json, parseBody, type Reply, type TenantRoute } from '../http/exchange.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest } from './answers.ts';
import { createChannel, whyNotThisName } from './create-channel.ts';
import { type InChannel, onChannel, onTeam } from './guards.ts';
import { listReply } from './odata.ts';
import { startOperation } from './operations.ts';
import { toGraphChannel } from './shapes.ts';

export function buildChannelRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    onTeam(tenant, ['GET', '/channels'], ({ team }, call) =>
      listReply(
        tenant,
        call,
        channelsOf(tenant.state, team.id).map((channel) => toGraphChannel(tenant, channel)),
      ),
    ),
    onTeam(tenant, ['POST', '/channels'], (known, call) => createChannel(tenant, known, call)),
    onChannel(tenant, ['GET', ''], ({ channel }) => json(200, toGraphChannel(tenant, channel))),
    onChannel(tenant, ['PATCH', ''], (known, call) => changeChannel(tenant, known, call)),
    onChannel(tenant, ['POST', '/archive'], (known) => setArchived(tenant, known, true)),
    onChannel(tenant, ['POST', '/unarchive'], (known) => setArchived(tenant, known, false)),
  ];
}

const channelPatch = z.looseObject({ displayName: z.string().optional(), description: z.string().nullish() });

function changeChannel(tenant: Tenant, { team, channel }: InChannel, { body }: Call): Reply {
  const parsed = parseBody(channelPatch, body);
  if (!parsed.ok) return badRequest(parsed.message);
  const { displayName: name = channel.name, description } = parsed.value;
  const renamed = name !== channel.name;
  if (renamed && channel.id === team.thread) return badRequest('The general channel cannot be renamed.');
  const refused = whyNotThisName(tenant, team.id, { displayName: name, channel: channel.id });
  if (refused) return refused;
  const changed = { ...channel, name, description: description ?? channel.description };
  tenant.state.channels.put(changed);
  announceChange(tenant);
  if (renamed) tellChannelEvent(tenant, 'channelRenamed', changed);
  return empty(204);
}

/** Microsoft: "channel: archive": 202 and an operation; not without an owner, never the general channel. */
function setArchived(tenant: Tenant, { team, channel }: InChannel, archived: boolean): Reply {
  if (channel.id === team.thread) return badRequest('The general channel cannot be archived.');
  const owners = channel.kind === 'standard' ? team.members : channel.members;
  if (archived && !owners.some(({ owner }) => owner))
    return badRequest('A channel without an owner cannot be archived: give it an owner first.');
  const changed = { ...channel, archived };
  tenant.state.channels.put(changed);
  announceChange(tenant);
  const type = archived ? 'archiveChannel' : 'unarchiveChannel';
  const operation = startOperation(tenant, { type, channel: changed, done: true });
  return { status: 202, headers: { Location: `/teams/${team.id}/operations/${operation.id}`, 'Content-Length': '0' } };
}
