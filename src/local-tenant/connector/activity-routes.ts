import { botAccount } from '../bot/activities.ts';
import { findPlace, isMember, parseConversationId, type Place } from '../conversations.ts';
import { type Call, empty, json, param, parseBody, type Reply, type TenantRoute, tooMany } from '../http/exchange.ts';
import { deleteMessage, editMessage } from '../messages.ts';
import { perTenantWindows, sendWindows } from '../rates.ts';
import type { MessageEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { activityNotFound, badArgument, conversationNotFound, tooBig } from './answers.ts';
import { botActivity, type BotActivity, contentOf, isTooBig } from './bot-activity.ts';
import { sendInto, whyNotWrite } from './send.ts';

const activities = '/connector/v3/conversations/:conversation/activities';

export function buildActivityRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    { method: 'POST', path: activities, run: (call) => send(tenant, call) },
    { method: 'POST', path: `${activities}/:activity`, run: (call) => send(tenant, call) },
    { method: 'PUT', path: `${activities}/:activity`, run: (call) => update(tenant, call) },
    { method: 'DELETE', path: `${activities}/:activity`, run: (call) => remove(tenant, call) },
  ];
}

function placeOf({ state }: Tenant, call: Call): Readonly<{ place: Place; thread: string | undefined }> | undefined {
  const { id, thread } = parseConversationId(param(call, 'conversation'));
  const place = findPlace(state, id);
  const root = thread === undefined ? undefined : state.messages.get(thread);
  return place && (thread === undefined || root?.conversation === id) ? { place, thread } : undefined;
}

/** `replyToId` does not choose the thread: the conversation id does (Microsoft: "Threads in Teams SDK"). */
function send(tenant: Tenant, call: Call): Reply {
  const found = placeOf(tenant, call);
  if (!found) return conversationNotFound;
  const parsed = parseBody(botActivity, call.body);
  if (!parsed.ok) return badArgument(parsed.message);
  const wait = tenant.rates.take('tenant', perTenantWindows) ?? tenant.rates.take(found.place.id, sendWindows);
  if (wait !== undefined) return tooMany(wait);
  if (parsed.value.type === 'typing') return showTyping(tenant, found.place);
  if (parsed.value.type !== 'message') return badArgument(`An activity of type ${parsed.value.type} cannot be shown.`);
  return post(tenant, call, { ...found, activity: parsed.value });
}

type Posting = Readonly<{ place: Place; thread: string | undefined; activity: BotActivity }>;

function post(tenant: Tenant, { query }: Call, { place, thread, activity }: Posting): Reply {
  const targeted = query.get('isTargetedActivity') === 'true';
  const sent = sendInto(tenant, { place, activity, targeted, ...(thread === undefined ? {} : { thread }) });
  return sent.ok ? json(201, { id: sent.message.id }) : sent.reply;
}

function showTyping({ live }: Tenant, place: Place): Reply {
  const refused = whyNotWrite(place);
  if (refused) return refused;
  const event = { type: 'typing', conversation: place.id, from: botAccount.name } as const;
  live.publish(event, (person) => isMember(place, person));
  return json(201, {});
}

function update(tenant: Tenant, call: Call): Reply {
  const parsed = parseBody(botActivity, call.body);
  if (!parsed.ok) return badArgument(parsed.message);
  return changeOwn(tenant, call, (place, message) => {
    if (isTooBig(parsed.value)) return tooBig;
    editMessage(tenant, place, { message, to: contentOf(parsed.value) });
    return json(200, { id: message.id });
  });
}

function remove(tenant: Tenant, call: Call): Reply {
  return changeOwn(tenant, call, (place, message) => {
    deleteMessage(tenant, place, message);
    return empty(200);
  });
}

/** The bot may change what it said itself; a person's message is not found by it. */
function changeOwn(tenant: Tenant, call: Call, change: (place: Place, message: MessageEntity) => Reply): Reply {
  const found = placeOf(tenant, call);
  if (!found) return conversationNotFound;
  const wait = tenant.rates.take('tenant', perTenantWindows);
  if (wait !== undefined) return tooMany(wait);
  const message = tenant.state.messages.get(param(call, 'activity'));
  if (message?.conversation !== found.place.id || message.deleted || !message.from.isBot) return activityNotFound;
  return whyNotWrite(found.place) ?? change(found.place, message);
}
