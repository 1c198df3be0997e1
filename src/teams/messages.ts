import type { Activity } from 'botframework-schema';
import type { CardActivity, Label } from './answers.ts';
import type { Connectors } from './connectors.ts';

export type Place = Readonly<{ serviceUrl: string; conversationId: string }>;
export type Posted = Readonly<{ conversationId: string; activityId: string }>;
type Channel = Readonly<{ serviceUrl: string; channelId: string; tenantId: string }>;
/** `id` is Teams' own (`29:…`) when we know it, otherwise the Entra object id. */
type Correspondent = Readonly<{ serviceUrl: string; id: string; tenantId: string }>;
export type Outgoing = (CardActivity | Readonly<{ type: 'message'; locale: string; text: string }>) & Label;

/** Sends and updates messages of the bot; each call is exactly one request. Throws the SDK's error: see connector-failure.ts. */
export type Messages = Readonly<{
  /** For an answer that is never updated. */
  say(place: Place, message: Outgoing, signal: AbortSignal): Promise<void>;
  post(place: Place, message: Outgoing, signal: AbortSignal): Promise<Posted>;
  update(message: Place & Posted, to: Outgoing, signal: AbortSignal): Promise<void>;
  openThread(channel: Channel, message: Outgoing, signal: AbortSignal): Promise<Posted>;
  /** The same chat every time it is asked for. */
  openChat(person: Correspondent, signal: AbortSignal): Promise<Place>;
}>;

export function messagesOf(connect: Connectors, appId: string): Messages {
  const bot = { id: `28:${appId}`, name: 'Doorbraak' };

  function send({ serviceUrl, conversationId }: Place, message: Outgoing, signal: AbortSignal) {
    const activity = activityOf(message, conversationId);
    return connect(serviceUrl).conversations.sendToConversation(conversationId, activity, { abortSignal: signal });
  }

  async function post(place: Place, message: Outgoing, signal: AbortSignal): Promise<Posted> {
    const { id } = await send(place, message, signal);
    return { conversationId: place.conversationId, activityId: idGiven(id) };
  }

  async function update({ serviceUrl, conversationId, activityId }: Place & Posted, to: Outgoing, signal: AbortSignal) {
    const activity = { ...activityOf(to, conversationId), id: activityId };
    const options = { abortSignal: signal };
    await connect(serviceUrl).conversations.updateActivity(conversationId, activityId, activity, options);
  }

  /** `isGroup` with a channel begins a new thread; its id is `<channel id>;messageid=<root>` (Microsoft: Send proactive messages). */
  async function openThread({ serviceUrl, channelId, tenantId }: Channel, message: Outgoing, signal: AbortSignal) {
    const channelData = { channel: { id: channelId }, tenant: { id: tenantId } };
    const parameters = { isGroup: true, bot, tenantId, channelData, activity: activityOf(message, channelId) };
    const made = await connect(serviceUrl).conversations.createConversation(parameters, { abortSignal: signal });
    return { conversationId: made.id, activityId: idGiven(made.activityId) };
  }

  async function openChat({ serviceUrl, id, tenantId }: Correspondent, signal: AbortSignal): Promise<Place> {
    const channelData = { tenant: { id: tenantId } };
    const parameters = { isGroup: false, bot, tenantId, members: [{ id, name: '' }], channelData };
    const made = await connect(serviceUrl).conversations.createConversation(parameters, { abortSignal: signal });
    return { serviceUrl, conversationId: made.id };
  }

  async function say(place: Place, message: Outgoing, signal: AbortSignal): Promise<void> {
    await send(place, message, signal);
  }

  return { say, post, update, openThread, openChat };
}

function activityOf(message: Outgoing, conversationId: string): Activity {
  return { ...message, channelId: 'msteams', conversation: { id: conversationId } } as unknown as Activity;
}

/** Teams may answer 202 without an id. That counts as no answer, so that the message is looked for before it is posted again. */
function idGiven(id: string | undefined): string {
  if (id === undefined || id === '') throw new Error('Teams took the message but gave no id for it');
  return id;
}
