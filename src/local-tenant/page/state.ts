import type { ChannelEntry, Conversations, Message, Persona, Thread, Thumb, TenantEvent } from '../api.ts';
import { hasMessage, keepOrder, putMessage } from './threads.ts';

export type Toast = Readonly<{ id: string; conversation: string; title: string; text: string }>;

/** A card out of the message extension, in the message that is being written. */
export type Insert = Readonly<{ title: string; card: object }>;

export type State = Readonly<{
  personas: readonly Persona[];
  me: Persona | undefined;
  conversations: Conversations;
  openId: string | undefined;
  /** Undefined while they are being read. */
  threads: readonly Thread[] | undefined;
  typing: string | undefined;
  toasts: readonly Toast[];
  offsetMs: number;
  connected: boolean;
  /** Why the list or the conversation could not be read. */
  problem: string | undefined;
  /** The thread whose reply box is open. */
  replyingTo: string | undefined;
  inserted: Insert | undefined;
  /** The thumb that was given below a message, by the message's id. */
  given: Readonly<Record<string, Thumb>>;
  /** What a screen reader says next. */
  announcement: string;
}>;

export const initialState: State = {
  personas: [],
  me: undefined,
  conversations: { chats: [], teams: [] },
  openId: undefined,
  threads: undefined,
  typing: undefined,
  toasts: [],
  offsetMs: 0,
  connected: true,
  problem: undefined,
  replyingTo: undefined,
  inserted: undefined,
  given: {},
  announcement: '',
};

export type Entry = Readonly<{
  title: string;
  /** The team's name; undefined in a chat. */
  team: string | undefined;
  kind: 'chat' | ChannelEntry['kind'];
  archived: boolean;
  lastAt: string | undefined;
}>;

export function findEntry({ chats, teams }: Conversations, id: string | undefined): Entry | undefined {
  const chat = chats.find((entry) => entry.id === id);
  if (chat) return { ...chat, team: undefined, kind: 'chat', archived: false };
  const team = teams.find(({ channels }) => channels.some((channel) => channel.id === id));
  const channel = team?.channels.find((entry) => entry.id === id);
  return channel && { ...channel, team: team?.name };
}

export function openConversation(state: State, id: string | undefined): State {
  const closed = {
    threads: undefined,
    replyingTo: undefined,
    inserted: undefined,
    typing: undefined,
    problem: undefined,
  };
  return { ...state, openId: id, ...closed };
}

/** Threads as read, with what was heard while they were being read. */
export function showThreads(state: State, read: readonly Thread[], heard: readonly Message[]): State {
  const known = keepOrder(state.threads ?? [], read);
  return { ...state, threads: heard.reduce(putMessage, known), problem: undefined };
}

export function hear(state: State, event: Exclude<TenantEvent, { type: 'conversations' }>): State {
  if (event.type === 'typing') return event.conversation === state.openId ? { ...state, typing: event.from } : state;
  const { message } = event;
  return message.conversation === state.openId ? hearHere(state, message) : hearElsewhere(state, message);
}

function hearHere(state: State, message: Message): State {
  const threads = state.threads ?? [];
  const fresh = !hasMessage(threads, message.id) && !isFrom(message, state.me);
  const typing = message.from.isBot ? undefined : state.typing;
  const announcement = fresh ? `${message.from.name}: ${summarise(message)}` : state.announcement;
  return { ...state, threads: state.threads && putMessage(threads, message), typing, announcement };
}

const mostToasts = 3;

function hearElsewhere(state: State, message: Message): State {
  if (message.edited || message.deleted || isFrom(message, state.me)) return state;
  const { id, conversation, from } = message;
  const title = findEntry(state.conversations, conversation)?.title ?? 'Nieuw gesprek';
  const toast = { id, conversation, title, text: `${from.name}: ${summarise(message)}` };
  const others = state.toasts.filter((known) => known.id !== id);
  return { ...state, toasts: [...others, toast].slice(-mostToasts) };
}

export function dropToasts(state: State, isGone: (toast: Toast) => boolean): State {
  return { ...state, toasts: state.toasts.filter((toast) => !isGone(toast)) };
}

export const isFrom = ({ from }: Message, person: Persona | undefined): boolean => from.id === person?.id;

function summarise({ text, cards }: Message): string {
  if (text !== '') return text.length > 120 ? `${text.slice(0, 117)}…` : text;
  return cards.length > 0 ? 'een nieuwe kaart' : 'een nieuw bericht';
}
