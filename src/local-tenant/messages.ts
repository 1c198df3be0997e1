import type { Message } from './api.ts';
import { announceChange, isMember, membersOf, type Place } from './conversations.ts';
import type { MessageEntity } from './state/entities.ts';
import type { TenantState } from './state/tenant-state.ts';
import type { Tenant } from './tenant.ts';

type Draft = Readonly<{
  from: MessageEntity['from'];
  text: string;
  cards: readonly object[];
  thread?: string;
  onlyFor?: string;
}> &
  Labels;
/** Of what the bot said with the help of AI. */
export type Labels = Pick<MessageEntity, 'aiGenerated' | 'thumbs'>;

export function postMessage(tenant: Tenant, place: Place, draft: Draft): MessageEntity {
  const { from, text, cards, thread, onlyFor, aiGenerated, thumbs } = draft;
  const id = nextMessageId(tenant);
  const message: MessageEntity = {
    id,
    conversation: place.id,
    thread: thread ?? id,
    from,
    text,
    cards,
    at: tenant.clock.now().toISOString(),
    edited: false,
    deleted: false,
    aiGenerated,
    thumbs,
    ...(onlyFor === undefined ? {} : { onlyFor }),
  };
  save(tenant, place, message);
  return message;
}

/** Teams' message ids are the milliseconds of their time; two in one millisecond still differ. */
function nextMessageId({ state, clock }: Tenant): string {
  return String(Math.max(clock.now().getTime(), state.messages.newestId() + 1));
}

export type Edit = Readonly<{ text: string; cards: readonly object[] }> & Labels;

export function editMessage(
  tenant: Tenant,
  place: Place,
  edited: Readonly<{ message: MessageEntity; to: Edit }>,
): void {
  save(tenant, place, { ...edited.message, ...edited.to, edited: true });
}

const nothingLeft: Edit = { text: '', cards: [], aiGenerated: undefined, thumbs: undefined };

export function deleteMessage(tenant: Tenant, place: Place, message: MessageEntity): void {
  save(tenant, place, { ...message, ...nothingLeft, deleted: true });
}

function save(tenant: Tenant, place: Place, message: MessageEntity): void {
  tenant.state.messages.put(message);
  const mayHear = (person: string): boolean => isMember(place, person) && maySee(message, person);
  tenant.live.publish({ type: 'message', message: toMessage(message) }, mayHear);
  announceChange(
    tenant,
    membersOf(place).filter(({ person }) => maySee(message, person)),
  );
}

export function maySee({ onlyFor }: MessageEntity, person: string): boolean {
  return onlyFor === undefined || onlyFor === person;
}

export function toMessage({ onlyFor: _hidden, ...message }: MessageEntity): Message {
  return message;
}

const markId = (person: string, conversation: string): string => `${person} ${conversation}`;

export function countUnread(state: TenantState, conversation: string, person: string): number {
  const upTo = Number(state.readMarks.get(markId(person, conversation))?.upTo ?? 0);
  return state.messages
    .inConversation(conversation)
    .filter(
      (message) =>
        Number(message.id) > upTo && message.from.id !== person && !message.deleted && maySee(message, person),
    ).length;
}

export function markRead({ state }: Tenant, conversation: string, person: string): void {
  const newest = state.messages.inConversation(conversation).at(-1);
  if (newest) state.readMarks.put({ id: markId(person, conversation), upTo: newest.id });
}
