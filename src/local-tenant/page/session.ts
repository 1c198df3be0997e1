import type { Message, Search, SearchAnswer, TenantEvent } from '../api.ts';
import { type PersonaApi, TenantError, advanceClock, readClock, resetTenant } from './api-client.ts';
import { coalesce } from './coalesce.ts';
import { reportFault } from './cards/card-context.ts';
import {
  type Insert,
  type State,
  type Toast,
  dropToasts,
  findEntry,
  hear,
  isFrom,
  openConversation,
  showThreads,
} from './state.ts';
import type { Store } from './store.ts';
import { lastActivity } from './threads.ts';

export type Where = Readonly<{ replyTo?: string; mention: boolean }>;

/** What a person can do on the page. A failure is given back, or kept in the state, as a text to show. */
export type Session = Readonly<{
  open(id: string | undefined): void;
  send(text: string, where: Where): Promise<string | undefined>;
  openReply(thread: string | undefined): void;
  dismiss(toast: string): void;
  search(asked: Search): Promise<SearchAnswer | string>;
  /** Puts a card in the message that is being written, or takes it out. */
  insert(card: Insert | undefined): void;
  advanceClock(ms: number): Promise<void>;
  reset(): Promise<void>;
  readAll(): Promise<void>;
  hear(event: TenantEvent): void;
}>;

type Ground = Readonly<{
  api: PersonaApi;
  store: Store<State>;
  /** Messages heard while the conversation is being read: what was read may be older than they are. */
  heard: Set<Message[]>;
  readLists: () => Promise<void>;
}>;

const toastMs = 8000;
const typingMs = 5000;

export function createSession(api: PersonaApi, store: Store<State>): Session {
  const ground: Ground = { api, store, heard: new Set(), readLists: coalesce(() => readLists(ground)) };
  return {
    open(id) {
      store.update((state) => dropToasts(openConversation(state, id), ({ conversation }) => conversation === id));
      if (id !== undefined) void readThreads(ground, id);
    },
    send: (text, where) => send(ground, text, where),
    openReply: (thread) => store.update((state) => ({ ...state, replyingTo: thread })),
    dismiss: (toast) => dropToast(store, ({ id }) => id === toast),
    search: (asked) => api.search({ ...asked, ...whereOf(store) }).catch(reportFault),
    insert: (inserted) => store.update((state) => ({ ...state, inserted })),
    async advanceClock(ms) {
      await attempt(store, async () => showClock(store, await advanceClock(ms)));
    },
    reset: () => attempt(store, resetTenant),
    readAll: () => readAll(ground),
    hear: (event) => hearEvent(ground, event),
  };
}

/** A search is done where one writes; without an open conversation in the chat with the bot. */
function whereOf(store: Store<State>): Pick<Search, 'conversation'> {
  const { openId } = store.get();
  return openId === undefined ? {} : { conversation: openId };
}

async function attempt(store: Store<State>, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const problem = reportFault(error);
    store.update((state) => ({ ...state, problem }));
  }
}

const showClock = (store: Store<State>, { offsetMs }: Readonly<{ offsetMs: number }>): void =>
  store.update((state) => ({ ...state, offsetMs }));

async function readAll(ground: Ground): Promise<void> {
  await ground.readLists();
  const { openId } = ground.store.get();
  if (openId !== undefined) await readThreads(ground, openId);
}

async function readLists(ground: Ground): Promise<void> {
  const { api, store } = ground;
  await attempt(store, async () => {
    const [conversations, clock] = await Promise.all([api.readConversations(), readClock()]);
    store.update((state) => ({ ...state, conversations, offsetMs: clock.offsetMs }));
    followLists(ground);
  });
}

/** The open conversation may be gone, or have another past than is shown: after a reset, or after time away. */
function followLists(ground: Ground): void {
  const { conversations, openId, threads } = ground.store.get();
  if (openId === undefined || threads === undefined) return;
  const entry = findEntry(conversations, openId);
  if (entry === undefined) ground.store.update((state) => openConversation(state, undefined));
  else if (entry.lastAt !== lastActivity(threads)) void readThreads(ground, openId);
}

async function readThreads(ground: Ground, id: string): Promise<void> {
  const { api, store, heard } = ground;
  const meanwhile: Message[] = [];
  heard.add(meanwhile);
  try {
    const read = await api.readThreads(id);
    if (store.get().openId !== id) return;
    const here = meanwhile.filter(({ conversation }) => conversation === id);
    store.update((state) => showThreads(state, read, here));
    await markRead(ground, id);
  } catch (error) {
    const problem = reportFault(error);
    if (store.get().openId === id) store.update((state) => ({ ...state, problem, threads: state.threads ?? [] }));
  } finally {
    heard.delete(meanwhile);
  }
}

async function markRead({ api, store }: Ground, id: string): Promise<void> {
  const entry = [store.get().conversations.chats, ...store.get().conversations.teams.map(({ channels }) => channels)]
    .flat()
    .find((known) => known.id === id);
  if (document.hidden || entry?.unread === 0) return;
  await api.markRead(id);
}

async function send({ api, store }: Ground, text: string, where: Where): Promise<string | undefined> {
  const { openId, inserted } = store.get();
  if (openId === undefined) return undefined;
  try {
    const message = await api.send(openId, {
      ...where,
      text,
      ...(inserted === undefined ? {} : { card: inserted.card }),
    });
    store.update((state) => ({ ...state, inserted: undefined }));
    hearMessage(store, message);
    return undefined;
  } catch (error) {
    return reportFault(error);
  }
}

function hearEvent(ground: Ground, event: TenantEvent): void {
  const { store, heard } = ground;
  if (event.type === 'conversations') return void ground.readLists();
  if (event.type === 'typing') {
    hearTyping(store, event);
    return;
  }
  for (const meanwhile of heard) meanwhile.push(event.message);
  hearMessage(store, event.message);
  if (event.message.conversation !== store.get().openId || isFrom(event.message, store.get().me)) return;
  // Not by the unread count in the list: that one is older than this message.
  if (!document.hidden) void ground.api.markRead(event.message.conversation).catch(ignoreRefusal);
}

/** Reading goes on without the mark; the count in the list stays as it is, which is what it then should say. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof TenantError)) reportError(error);
}

function hearMessage(store: Store<State>, message: Message): void {
  store.update((state) => hear(state, { type: 'message', message }));
  setTimeout(() => {
    dropToast(store, ({ id }) => id === message.id && !isToastInUse());
  }, toastMs);
}

function hearTyping(store: Store<State>, event: Extract<TenantEvent, { type: 'typing' }>): void {
  store.update((state) => hear(state, event));
  setTimeout(() => store.update((state) => ({ ...state, typing: undefined })), typingMs);
}

const dropToast = (store: Store<State>, isGone: (toast: Toast) => boolean): void =>
  store.update((state) => dropToasts(state, isGone));

const isToastInUse = (): boolean => document.querySelector('.toasts:is(:hover, :focus-within)') !== null;
