import type { OwnMessages } from '../graph/channels.ts';
import { GraphError, outcomeOf as outcomeOfGraph } from '../graph/graph-error.ts';
import type { Outcome } from '../store/effect-queue.ts';
import { failureOf } from './connector-failure.ts';
import type { Contacts } from './contacts.ts';
import type { Address } from './destinations.ts';
import type { Messages, Outgoing, Place, Posted } from './messages.ts';
import type { SendingLimits } from './sending-limits.ts';

/** A message to bring to its destination. */
export type Delivery = Readonly<{
  /** The stream and slot, as one name. */
  id: string;
  marker: string;
  message: Outgoing;
  address: Address;
  /** The message that it takes the place of. */
  shown: Posted | undefined;
  /** An earlier attempt may have posted it. */
  uncertain: boolean;
  /** The thread to reply in; undefined for a new one, or a chat. */
  thread: string | undefined;
}>;

export type DeliveryParts = Readonly<{
  messages: Messages;
  limits: SendingLimits;
  contacts: Contacts;
  /** Without it an uncertain post is posted again: rather twice than never. */
  ownMessages?: OwnMessages;
}>;

/** Where it is now, or why not. */
type Delivered = Readonly<{ posted: Posted }> | Outcome;

const notFound = 404;
const forbidden = 403;
const tooManyRequests = 429;

export async function deliver(delivery: Delivery, parts: DeliveryParts, signal: AbortSignal): Promise<Delivered> {
  try {
    const earlier = delivery.shown ?? (delivery.uncertain ? await lookFor(delivery, parts, signal) : undefined);
    if (earlier === undefined) return await post(delivery, parts, signal);
    return await update(earlier, delivery, { ...parts, signal });
  } catch (error) {
    // The look failed, not the post: Graph's own limits say when to look again, and what was uncertain stays so.
    return error instanceof GraphError ? outcomeOfGraph(error) : outcomeOf(error);
  }
}

async function update(
  earlier: Posted,
  delivery: Delivery,
  { signal, ...parts }: DeliveryParts & Readonly<{ signal: AbortSignal }>,
): Promise<Delivered> {
  const wait = (await parts.limits.takeUpdate(delivery.id)) || (await parts.limits.take(earlier.conversationId));
  if (wait > 0) return later(wait);
  try {
    const { serviceUrl } = delivery.address;
    await parts.messages.update({ ...earlier, serviceUrl }, delivery.message, signal);
    return { posted: earlier };
  } catch (error) {
    // Somebody deleted the message: people still need the card.
    if (failureOf(error).status === notFound) return post(delivery, parts, signal);
    throw error;
  }
}

async function post(delivery: Delivery, parts: DeliveryParts, signal: AbortSignal): Promise<Delivered> {
  const { address, message, thread } = delivery;
  const { to, serviceUrl, tenantId } = address;
  if ('person' in to) {
    const place = await chatWith(delivery, parts, signal);
    return 'done' in place ? place : postIn(place, message, { ...parts, signal });
  }
  if (thread !== undefined) return postIn({ serviceUrl, conversationId: thread }, message, { ...parts, signal });
  const wait = await parts.limits.take(to.channelId);
  if (wait > 0) return later(wait);
  return {
    posted: await parts.messages.openThread({ serviceUrl, tenantId, channelId: to.channelId }, message, signal),
  };
}

async function postIn(
  place: Place,
  message: Outgoing,
  { limits, messages, signal }: DeliveryParts & Readonly<{ signal: AbortSignal }>,
): Promise<Delivered> {
  const wait = await limits.take(place.conversationId);
  if (wait > 0) return later(wait);
  return { posted: await messages.post(place, message, signal) };
}

/** Somebody who never spoke to the bot has no chat yet; Teams gives the same one however often it is asked. */
async function chatWith(
  { address, id }: Delivery,
  parts: DeliveryParts,
  signal: AbortSignal,
): Promise<Place | Outcome> {
  const { serviceUrl, contact, tenantId, to } = address;
  if (!('person' in to)) throw new TypeError('a channel is no chat');
  if (contact.conversationId !== undefined) return { serviceUrl, conversationId: contact.conversationId };
  const wait = await parts.limits.take(to.person);
  if (wait > 0) return later(wait);
  const person = { serviceUrl, tenantId, id: contact.teamsUserId ?? to.person };
  const place = await parts.messages.openChat(person, signal);
  await parts.contacts.see(to.person, { conversationId: place.conversationId }, id);
  return place;
}

async function lookFor(
  { address, marker, thread }: Delivery,
  { ownMessages, messages }: DeliveryParts,
  signal: AbortSignal,
): Promise<Posted | undefined> {
  const found = await ownMessages?.find(address.to, marker);
  if (found?.found !== 'yes') return undefined;
  const conversationId = thread ?? (await conversationFor(address, found.messageId, { messages, signal }));
  return { conversationId, activityId: found.messageId };
}

async function conversationFor(
  { to, serviceUrl, tenantId, contact }: Address,
  messageId: string,
  { messages, signal }: Readonly<{ messages: Messages; signal: AbortSignal }>,
): Promise<string> {
  if (!('person' in to)) return `${to.channelId};messageid=${messageId}`;
  if (contact.conversationId !== undefined) return contact.conversationId;
  return (await messages.openChat({ serviceUrl, tenantId, id: contact.teamsUserId ?? to.person }, signal))
    .conversationId;
}

const later = (afterMs: number): Outcome => ({ done: false, again: true, afterMs });

function outcomeOf(error: unknown): Outcome {
  const { status, ambiguous, message, retryAfterMs } = failureOf(error);
  if (status === tooManyRequests && retryAfterMs !== undefined) return later(retryAfterMs);
  const hint =
    status === forbidden
      ? ' The app is not in this channel (an owner must add it), or the person has not installed it.'
      : '';
  const after = retryAfterMs === undefined ? {} : { afterMs: retryAfterMs };
  return { done: false, error: message + hint, ambiguous, ...after };
}
