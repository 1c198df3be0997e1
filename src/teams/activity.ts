import { z } from 'zod/v4';
import { type PersonId, personId } from '../core/ids.ts';
import { localeOf } from '../core/locale.ts';
import type { Actor, Conversation } from './routes.ts';

const account = z.object({ id: z.string(), aadObjectId: z.string().min(1).optional() });

/** What we read of a Bot Framework activity; the rest is left alone. */
export const activitySchema = z.object({
  type: z.string(),
  name: z.string().optional(),
  id: z.string().min(1),
  timestamp: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  text: z.string().optional(),
  locale: z.string().optional(),
  value: z.unknown(),
  action: z.string().optional(),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    tenantId: z.string().optional(),
    // What we do not know is taken for a place where others read along: lists are shown in a chat only.
    conversationType: z.enum(['personal', 'channel', 'groupChat']).catch('groupChat'),
  }),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  entities: z.array(z.looseObject({ type: z.string(), locale: z.string().optional() })).optional(),
  channelData: z
    .object({
      team: z.object({ aadGroupId: z.string().optional() }).optional(),
      channel: z.object({ id: z.string() }).optional(),
    })
    .nullish(),
});

export type TeamsActivity = z.output<typeof activitySchema>;

/** The person's language: Teams gives it on the activity or in its client info, and sometimes not at all. */
export function languageOf({ locale, entities }: TeamsActivity): string | undefined {
  return locale ?? entities?.find(({ type }) => type === 'clientInfo')?.locale;
}

/** Undefined when the activity does not say who: then nothing may be done in their name. */
export function actorOf(activity: TeamsActivity): Actor | undefined {
  const { from, conversation } = activity;
  if (from.aadObjectId === undefined || conversation.tenantId === undefined) return undefined;
  return {
    id: personId(from.aadObjectId),
    tenantId: conversation.tenantId,
    locale: localeOf(languageOf(activity)),
  };
}

/**
 * A chat between two people is `personal` to Teams as well, when one of them uses the message extension there. It is not
 * the chat with the bot (`a:…`): whatever the bot shows there, somebody else reads too.
 */
const betweenPeople = /@unq\.gbl\.spaces$/;

function kindOf({ id, conversationType }: TeamsActivity['conversation']): Conversation['kind'] {
  return betweenPeople.test(id) ? 'groupChat' : conversationType;
}

/** A channel's conversation id is `<channel id>;messageid=<root of the thread>` (Microsoft: Channel and group conversations). */
export function conversationOf({ conversation, channelData }: TeamsActivity): Conversation {
  const { id } = conversation;
  const kind = kindOf(conversation);
  const [channel, rootId] = id.split(';messageid=');
  const teamId = channelData?.team?.aadGroupId;
  const channelId = kind === 'channel' ? (channelData?.channel?.id ?? channel) : undefined;
  return {
    id,
    kind,
    ...(teamId === undefined ? {} : { teamId }),
    ...(channelId === undefined ? {} : { channelId }),
    ...(rootId === undefined ? {} : { threadRootId: rootId }),
  };
}

/** Who came or went, the bot left out; people whom Teams gives no Entra id for cannot be known. */
export function peopleIn(accounts: TeamsActivity['membersAdded'], botId: string): readonly PersonId[] {
  return (accounts ?? [])
    .filter(({ id, aadObjectId }) => id !== botId && aadObjectId !== undefined)
    .map(({ aadObjectId }) => personId(aadObjectId ?? ''));
}
