import { z } from 'zod/v4';
import { chatOf, findPerson, findPlace, isOfHostTenant, type Place } from '../conversations.ts';
import { type Call, json, parseBody, type Reply, type TenantRoute, tooMany } from '../http/exchange.ts';
import { perTenantWindows, sendWindows } from '../rates.ts';
import type { Tenant } from '../tenant.ts';
import { badArgument, conversationNotFound, otherTenant } from './answers.ts';
import { botActivity, type BotActivity } from './bot-activity.ts';
import { sendInto } from './send.ts';

const parameters = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: botActivity.nullish(),
});

/** Microsoft: "Send proactive messages": a chat with one person, or a new thread in a channel. */
export function createConversationRoute(tenant: Tenant): TenantRoute {
  return { method: 'POST', path: '/connector/v3/conversations', run: (call) => createConversation(tenant, call) };
}

function createConversation(tenant: Tenant, { body }: Call): Reply {
  const parsed = parseBody(parameters, body);
  if (!parsed.ok) return badArgument(parsed.message);
  const { channelData, members, activity } = parsed.value;
  if (channelData?.channel) return createThread(tenant, channelData.channel.id, activity ?? undefined);
  const [first, ...others] = members ?? [];
  if (!first || others.length > 0) return badArgument('Name one member, or a channel in channelData.channel.id.');
  return createChat(tenant, first.id, activity ?? undefined);
}

function createThread(tenant: Tenant, channel: string, activity: BotActivity | undefined): Reply {
  const place = findPlace(tenant.state, channel);
  if (place?.kind !== 'channel') return conversationNotFound;
  if (!activity) return badArgument('A new thread needs its first activity.');
  const wait = takeCreate(tenant, place);
  if (wait !== undefined) return tooMany(wait);
  const sent = sendInto(tenant, { place, activity });
  return sent.ok
    ? json(201, { id: `${channel};messageid=${sent.message.id}`, activityId: sent.message.id })
    : sent.reply;
}

function createChat(tenant: Tenant, member: string, activity: BotActivity | undefined): Reply {
  const person = findPerson(tenant.state, member);
  if (!person) return badArgument('Nobody in this tenant has that id.');
  const chat = chatOf(tenant.state, person.id);
  if (!isOfHostTenant(person) || !chat) return otherTenant;
  const place: Place = { kind: 'chat', id: chat.id, chat };
  const wait = takeCreate(tenant, place);
  if (wait !== undefined) return tooMany(wait);
  if (!activity) return json(201, { id: chat.id });
  const sent = sendInto(tenant, { place, activity });
  return sent.ok ? json(201, { id: chat.id, activityId: sent.message.id }) : sent.reply;
}

function takeCreate({ rates }: Tenant, { id }: Place): number | undefined {
  return rates.take('tenant', perTenantWindows) ?? rates.take(`create ${id}`, sendWindows);
}
