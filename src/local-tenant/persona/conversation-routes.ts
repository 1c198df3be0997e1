import { z } from 'zod/v4';
import { announceChange } from '../conversations.ts';
import { buildActivity, messageContent } from '../bot/activities.ts';
import { type Call, empty, json, parseBody, refusal, type Reply, type TenantRoute } from '../http/exchange.ts';
import { markRead, maySee, postMessage, toMessage } from '../messages.ts';
import type { Place } from '../conversations.ts';
import type { MessageEntity, PersonEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { asPersona, inConversation } from './guards.ts';
import { listConversations, listThreads, toPersona } from './lists.ts';

export function buildConversationRoutes(tenant: Tenant): readonly TenantRoute[] {
  const { state } = tenant;
  return [
    { method: 'GET', path: '/api/personas', run: () => json(200, state.people.all().map(toPersona)) },
    asPersona(tenant, ['GET', '/conversations'], ({ person }) => json(200, listConversations(state, person.id))),
    inConversation(tenant, ['GET', '/conversations/:c/threads'], ({ person, place }) =>
      json(200, listThreads(state, place.id, person.id)),
    ),
    inConversation(tenant, ['POST', '/conversations/:c/messages'], (known, call) => say(tenant, known, call)),
    inConversation(tenant, ['POST', '/conversations/:c/read'], ({ person, place }) => {
      markRead(tenant, place.id, person.id);
      announceChange(tenant, [{ person: person.id, owner: false }]);
      return empty(204);
    }),
  ];
}

/** Teams takes no more than this of what people post. */
const longestPost = 28_000;

const newMessage = z
  .object({
    text: z.string().trim().max(longestPost),
    replyTo: z.string().optional(),
    mention: z.boolean().optional(),
    card: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({ text, card }) => text !== '' || card !== undefined, { message: 'a message needs a text or a card' })
  .refine(({ card = {} }) => JSON.stringify(card).length <= longestPost, { message: 'the card is too large' });

type Speaker = Readonly<{ person: PersonEntity; place: Place }>;

function say(tenant: Tenant, { person, place }: Speaker, { body }: Call): Reply {
  const parsed = parseBody(newMessage, body);
  if (!parsed.ok) return refusal(400, 'BadMessage', parsed.message);
  if (place.kind === 'channel' && place.channel.archived)
    return refusal(403, 'ChannelArchived', 'Nobody can write in an archived channel.');
  const { text, replyTo, mention = false, card } = parsed.value;
  const thread = threadFor(tenant, { person, place }, replyTo);
  if (thread === 'unknown') return refusal(404, 'UnknownMessage', 'The message to reply to is not in this channel.');
  const from = { id: person.id, name: person.name, isBot: false };
  const message = postMessage(tenant, place, { from, text, cards: card === undefined ? [] : [card], ...thread });
  if (text !== '' && botHears(place, mention)) tellBot(tenant, { person, place }, message);
  return json(200, toMessage(message));
}

/** A chat has no threads. */
function threadFor({ state }: Tenant, { person, place }: Speaker, replyTo?: string): { thread?: string } | 'unknown' {
  if (replyTo === undefined || place.kind === 'chat') return {};
  const root = state.messages.get(replyTo);
  return root?.conversation === place.id && maySee(root, person.id) ? { thread: root.thread } : 'unknown';
}

const botHears = (place: Place, mention: boolean): boolean =>
  place.kind === 'chat' || (mention && place.channel.appEnabled);

function tellBot(tenant: Tenant, { person, place }: Speaker, message: MessageEntity): void {
  const inChannel = place.kind === 'channel';
  const scene = { place, person, ...(inChannel ? { thread: message.thread } : {}) };
  // What the bot answers is a message of its own; a delivery that keeps failing is logged there.
  void tenant.bot.send(buildActivity(tenant, scene, messageContent(message, inChannel)));
}
