import { randomUUID } from 'node:crypto';
import type { Place } from '../conversations.ts';
import { appId, botName, hostTenantId } from '../demo-tenant.ts';
import type { ChannelEntity, MessageEntity, PersonEntity, TeamEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import type { Activity } from './activity.ts';

export const botAccount = { id: `28:${appId}`, name: botName } as const;
export const botSender: MessageEntity['from'] = { ...botAccount, isBot: true };

/** Where an activity happens and who causes it; `thread` only in a channel. */
type Scene = Readonly<{ place: Place; person: PersonEntity; thread?: string }>;

export type ActivityContent = Readonly<{ type: string; name?: string; id?: string; channelData?: object }> &
  Readonly<Record<string, unknown>>;

/** Microsoft: "Activity object" and "Get Teams specific context for your bot". */
export function buildActivity(tenant: Tenant, { place, person, thread }: Scene, content: ActivityContent): Activity {
  const { channelData, ...rest } = content;
  const at = tenant.clock.now().toISOString();
  return {
    id: `f:${randomUUID()}`,
    timestamp: at,
    localTimestamp: at,
    localTimezone: 'Europe/Amsterdam',
    channelId: 'msteams',
    serviceUrl: tenant.serviceUrl,
    locale: 'nl-NL',
    from: accountOf(person),
    recipient: botAccount,
    conversation: conversationOf(place, thread),
    entities: [clientInfo],
    channelData: { tenant: { id: hostTenantId }, ...placeData(place), ...channelData },
    ...rest,
  };
}

const clientInfo = {
  type: 'clientInfo',
  locale: 'nl-NL',
  country: 'NL',
  platform: 'Web',
  timezone: 'Europe/Amsterdam',
} as const;

export const mriOf = (person: string): string => `29:${person}`;

export function accountOf({ id, name }: PersonEntity): object {
  return { id: mriOf(id), name, aadObjectId: id };
}

function conversationOf(place: Place, thread: string | undefined): object {
  if (place.kind === 'chat') return { id: place.id, conversationType: 'personal', tenantId: hostTenantId };
  const id = thread === undefined ? place.id : `${place.id};messageid=${thread}`;
  return { id, conversationType: 'channel', isGroup: true, tenantId: hostTenantId, name: place.channel.name };
}

function placeData(place: Place): object {
  if (place.kind === 'chat') return {};
  const { team, channel } = place;
  return { team: teamData(team), channel: channelData(channel), teamsTeamId: team.thread, teamsChannelId: channel.id };
}

const teamData = ({ id, thread, name }: TeamEntity): object => ({ id: thread, name, aadGroupId: id });

export const channelData = ({ id, name, kind }: ChannelEntity): object => ({ id, name, type: kind });

/** What a person says; in a channel the bot's name stands before it, as Teams writes a mention. */
export function messageContent(message: MessageEntity, mention: boolean): ActivityContent {
  const said = message.text.replace(new RegExp(`^@${botName}\\s*`, 'i'), '');
  const at = `<at>${botName}</at>`;
  return {
    type: 'message',
    id: message.id,
    text: mention ? `${at} ${said}` : message.text,
    textFormat: 'plain',
    entities: mention ? [{ type: 'mention', mentioned: botAccount, text: at }, clientInfo] : [clientInfo],
  };
}
