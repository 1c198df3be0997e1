import { z } from 'zod/v4';
import { buildActivity } from '../bot/activities.ts';
import { toDialogAnswer, toSearchAnswer } from '../bot/invoke-answers.ts';
import { findPlace, isMember, parseConversationId, type Place } from '../conversations.ts';
import { escapeHtml } from '../escape-html.ts';
import { type Call, json, param, parseBody, refusal, type TenantRoute } from '../http/exchange.ts';
import type { MessageEntity, PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { type Clicked, clickActivity } from './card-routes.ts';
import { asPersona, onMessage } from './guards.ts';
import { ownChat } from './lists.ts';

const search = z.object({
  command: z.string(),
  query: z.string(),
  conversation: z.string().optional(),
  skip: z.number().int().min(0).default(0),
});
const opened = z.object({ command: z.string() });
const submitted = opened.extend({ data: z.record(z.string(), z.unknown()) });

/** What people do with the app's message extension (Microsoft: Message extensions). */
export function buildExtensionRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    searchRoute(tenant),
    commandRoute(tenant, { path: '/messages/:m/command', name: 'composeExtension/fetchTask', schema: opened }),
    commandRoute(tenant, {
      path: '/messages/:m/command/submit',
      name: 'composeExtension/submitAction',
      schema: submitted,
    }),
    { method: 'GET', path: '/l/message/:c/:m', run: (call) => ({ status: 302, headers: { Location: pageOf(call) } }) },
  ];
}

/** A link to a message leads to its conversation, as whoever followed it. */
function pageOf(call: Call): string {
  const as = call.query.get('als');
  return `/?${new URLSearchParams({ gesprek: param(call, 'c'), ...(as === null ? {} : { als: as }) })}`;
}

const pageSize = 25;

function searchRoute(tenant: Tenant): TenantRoute {
  return asPersona(tenant, ['POST', '/search'], async ({ person }, { body }) => {
    const parsed = parseBody(search, body);
    if (!parsed.ok) return refusal(400, 'BadSearch', parsed.message);
    const { command, query, conversation, skip } = parsed.value;
    const place = placeOf(tenant, person, conversation);
    if (!place) return refusal(403, 'NoChat', 'This person has no chat with the app, or is not in this conversation.');
    const parameter = query === '' ? { name: 'initialRun', value: 'true' } : { name: 'query', value: query };
    const value = { commandId: command, parameters: [parameter], queryOptions: { skip, count: pageSize } };
    const content = {
      type: 'invoke',
      name: 'composeExtension/query',
      value,
      channelData: { source: { name: 'compose' } },
    };
    return json(200, toSearchAnswer(await tenant.bot.invoke(buildActivity(tenant, { place, person }, content))));
  });
}

function placeOf({ state }: Tenant, { id }: PersonEntity, conversation: string | undefined): Place | undefined {
  if (conversation === undefined) return ownChat(state, id);
  const place = findPlace(state, parseConversationId(conversation).id);
  return place && isMember(place, id) ? place : undefined;
}

type Step = Readonly<{ path: string; name: string; schema: typeof opened | typeof submitted }>;

/** Both steps carry the message: a bot keeps nothing in between. */
function commandRoute(tenant: Tenant, { path, name, schema }: Step): TenantRoute {
  return onMessage(tenant, ['POST', path], async (clicked, { body }) => {
    const parsed = parseBody(schema, body);
    if (!parsed.ok) return refusal(400, 'BadCommand', parsed.message);
    const { command, ...rest } = parsed.value;
    const context = {
      commandContext: 'message',
      messagePayload: payloadOf(tenant, clicked),
      context: { theme: 'default' },
    };
    const content = { type: 'invoke', name, value: { commandId: command, ...context, ...rest } };
    return json(200, toDialogAnswer(await tenant.bot.invoke(clickActivity(tenant, clicked, content))));
  });
}

/** Microsoft: "Define message extension action commands", the message that a command was chosen for. */
function payloadOf({ url }: Tenant, { message, place }: Clicked): object {
  return {
    id: message.id,
    replyToId: message.thread === message.id ? null : message.thread,
    linkToMessage: `${url}/l/message/${encodeURIComponent(place.id)}/${message.id}`,
    createdDateTime: message.at,
    deleted: message.deleted,
    from: { user: { userIdentityType: 'aadUser', id: message.from.id, displayName: message.from.name } },
    body: { contentType: 'html', content: htmlOf(message) },
  };
}

const htmlOf = ({ text }: MessageEntity): string => `<div>${escapeHtml(text).replaceAll('\n', '<br>')}</div>`;
