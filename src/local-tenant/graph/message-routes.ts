import { escapeHtml } from '../escape-html.ts';
import { chatOf } from '../conversations.ts';
import { appId } from '../demo-tenant.ts';
import { json, param, type TenantRoute } from '../http/exchange.ts';
import type { MessageEntity } from '../state/entities.ts';
import type { Tenant } from '../tenant.ts';
import { notFound } from './answers.ts';
import { graphChatId } from './app-routes.ts';
import { graphBase, onChannel } from './guards.ts';
import { listReply } from './odata.ts';
import type { Shape } from './shapes.ts';

/** Reading back what was said. Targeted messages are not among these, as in Graph. Newest first. */
export function buildMessageRoutes(tenant: Tenant): readonly TenantRoute[] {
  return [
    onChannel(tenant, ['GET', '/messages'], ({ channel }, call) => {
      const all = messagesIn(tenant, channel.id);
      const expand = call.query.get('$expand')?.startsWith('replies') === true;
      const roots = all.filter(({ id, thread }) => id === thread);
      return listReply(
        tenant,
        call,
        roots.map((root) => toRoot(root, expand ? repliesTo(all, root.id) : undefined)),
      );
    }),
    onChannel(tenant, ['GET', '/messages/:message'], ({ channel }, call) => {
      const message = messagesIn(tenant, channel.id).find(({ id }) => id === param(call, 'message'));
      return message ? json(200, toGraphMessage(message)) : notFound('No such message in this channel.');
    }),
    onChannel(tenant, ['GET', '/messages/:message/replies'], ({ channel }, call) =>
      listReply(tenant, call, repliesTo(messagesIn(tenant, channel.id), param(call, 'message'))),
    ),
    chatMessagesRoute(tenant),
  ];
}

function chatMessagesRoute(tenant: Tenant): TenantRoute {
  return {
    method: 'GET',
    path: `${graphBase}/chats/:chat/messages`,
    run(call) {
      const person = tenant.state.people.all().find(({ id }) => graphChatId(id) === param(call, 'chat'));
      const chat = person && chatOf(tenant.state, person.id);
      return chat
        ? listReply(tenant, call, messagesIn(tenant, chat.id).map(toGraphMessage))
        : notFound('No such chat.');
    },
  };
}

function messagesIn({ state }: Tenant, conversation: string): readonly MessageEntity[] {
  return state.messages
    .inConversation(conversation)
    .filter(({ onlyFor }) => onlyFor === undefined)
    .reverse();
}

function repliesTo(messages: readonly MessageEntity[], root: string): readonly Shape[] {
  return messages.filter(({ id, thread }) => thread === root && id !== root).map(toGraphMessage);
}

const toRoot = (root: MessageEntity, replies: readonly Shape[] | undefined): Shape => ({
  ...toGraphMessage(root),
  ...(replies ? { replies } : {}),
});

/** microsoft.graph.chatMessage; a card is an attachment whose content is JSON in a string. */
function toGraphMessage(message: MessageEntity): Shape {
  const attachments = message.cards.map((card, index) => ({
    id: `${message.id}-${index}`,
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content: JSON.stringify(card),
    name: null,
  }));
  const placed = attachments.map(({ id }) => `<attachment id="${id}"></attachment>`).join('');
  return {
    id: message.id,
    replyToId: message.thread === message.id ? null : message.thread,
    messageType: 'message',
    createdDateTime: message.at,
    deletedDateTime: message.deleted ? message.at : null,
    from: senderOf(message),
    body: { contentType: 'html', content: escapeHtml(message.text) + placed },
    attachments,
  };
}

function senderOf({ from }: MessageEntity): object {
  return from.isBot
    ? { application: { id: appId, displayName: from.name, applicationIdentityType: 'bot' }, user: null }
    : { application: null, user: { id: from.id, displayName: from.name, userIdentityType: 'aadUser' } };
}
