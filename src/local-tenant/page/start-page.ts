import { render } from 'lit-html';
import type { Message, Persona, Thumb } from '../api.ts';
import type { Clock } from '../../core/clock.ts';
import type { PersonaApi } from './api-client.ts';
import { type CardContext, reportFault } from './cards/card-context.ts';
import { type CardFrames, createCardFrames } from './cards/card-frames.ts';
import { createTaskDialog, type Way } from './cards/task-dialog.ts';
import { listen } from './live.ts';
import { createScrollKeeper } from './scroll.ts';
import { type Session, createSession } from './session.ts';
import { type Insert, type State, findEntry, initialState } from './state.ts';
import { type Store, createStore } from './store.ts';
import { thumbGiver } from './thumbs.ts';
import { type ThemeChoice, readThemeChoice, resolveTheme, watchSystemTheme } from './theme.ts';
import { type AppContext, showApp } from './views/app.ts';

export type PageStart = Readonly<{
  place: HTMLElement;
  personas: readonly Persona[];
  me: Persona;
  api: PersonaApi;
  clock: Clock;
  keepThemeChoice(choice: ThemeChoice): void;
}>;

type Page = PageStart &
  Readonly<{
    store: Store<State>;
    session: Session;
    cards: CardFrames;
    show(): void;
    openHere: Session['open'];
    runCommand(message: Message, command: string): Promise<void>;
    giveThumb(message: Message, thumb: Thumb): Promise<void>;
  }>;

const minuteMs = 60_000;

/** Puts the page of one persona together and keeps it alive until the tab closes. */
export async function startPage(start: PageStart): Promise<void> {
  const page = assemble(start);
  const { session } = page;
  watchSystemTheme(() => {
    applyTheme(page);
  });
  addEventListener('popstate', () => {
    openFromAddress(page);
  });
  setInterval(page.show, minuteMs);
  await session.readAll();
  openFromAddress(page);
  stayConnected(page);
}

/**
 * Only a tab in sight keeps its line open: a browser opens no more than six to one server, and a person who plays
 * a whole expert team has more tabs than that. Coming back, the tab reads what it missed.
 */
function stayConnected({ store, session, api }: Page): void {
  const setConnected = (connected: boolean) => {
    store.update((state) => ({ ...state, connected }));
  };
  const line = listen(api.events, {
    hear: session.hear,
    lost: () => {
      setConnected(false);
    },
    connected() {
      setConnected(true);
      void session.readAll();
    },
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) line.pause();
    else line.resume();
  });
}

function assemble(start: PageStart): Page {
  const scroll = createScrollKeeper();
  const store = createStore<State>({ ...initialState, personas: start.personas, me: start.me }, show);
  const bare = createSession(start.api, store);
  const session = keepAddress(bare, store);
  const openTask = createTask(start, store);
  const cards = createCardFrames(createCardContext(start, store, openTask));
  const runCommand = commandRunner(start, store, openTask);
  const giveThumb = thumbGiver({ ...start, store, openTask });
  const page: Page = { ...start, store, session, cards, show, runCommand, giveThumb, openHere: bare.open };
  let openId: string | undefined;
  return page;

  function show(): void {
    const state = store.get();
    if (state.openId !== openId) cards.forget();
    const moved = state.openId !== openId;
    openId = state.openId;
    scroll.before();
    render(showApp(describe(page)), start.place);
    scroll.after(state);
    if (moved) document.getElementById('conversation-title')?.focus({ preventScroll: true });
    document.querySelector<HTMLElement>('.thread textarea:not([data-met])')?.focus();
    for (const area of document.querySelectorAll<HTMLElement>('.thread textarea')) area.dataset['met'] = '';
  }
}

type OpenTask = (way: Way) => Promise<string | undefined>;

const announcing = (store: Store<State>) => (announcement: string) => {
  store.update((state) => ({ ...state, announcement }));
};

function createTask({ personas: people }: PageStart, store: Store<State>): OpenTask {
  const insert = (inserted: Insert) => {
    store.update((state) => ({ ...state, inserted, announcement: `De kaart ${inserted.title} staat in je bericht.` }));
  };
  return createTaskDialog({ people, announce: announcing(store), insert });
}

/** A card for the conversation goes into an answer to the message; what went wrong is said above the messages. */
function commandRunner({ api }: PageStart, store: Store<State>, openTask: OpenTask): Page['runCommand'] {
  return async ({ id, thread, conversation }, command) => {
    const inChannel = findEntry(store.get().conversations, conversation)?.kind !== 'chat';
    const submit = async (data: object) => {
      const answer = await api.submitCommand(id, command, data);
      if (answer.type === 'insert' && inChannel) store.update((state) => ({ ...state, replyingTo: thread }));
      return answer;
    };
    const problem = await openTask({ open: () => api.openCommand(id, command), submit }).catch(reportFault);
    store.update((state) => ({ ...state, problem }));
  };
}

function createCardContext(
  { api, me, personas, clock }: PageStart,
  store: Store<State>,
  openTask: OpenTask,
): CardContext {
  const announce = announcing(store);
  const openDialog: CardContext['openDialog'] = ({ id }, data) =>
    openTask({ open: () => api.openDialog(id, data), submit: (sent) => api.submitDialog(id, sent) });
  return { api, me, people: personas, clock, announce, openDialog, answers: new Map(), refreshed: new Map() };
}

function describe(page: Page): AppContext {
  const state = page.store.get();
  const theme = readThemeChoice();
  return {
    ...page,
    state,
    theme,
    now: new Date(page.clock.now().getTime() + state.offsetMs),
    surface: { headingLevel: 3, people: page.personas },
    chooseTheme(choice) {
      page.keepThemeChoice(choice);
      applyTheme(page);
    },
  };
}

function applyTheme({ show }: Page): void {
  document.documentElement.dataset['theme'] = resolveTheme(readThemeChoice());
  show();
}

/** The open conversation is part of the address: the browser's back button leaves it, and a link leads to it. */
function keepAddress(session: Session, store: Store<State>): Session {
  return {
    ...session,
    open(id) {
      if (id === store.get().openId) return;
      const address = new URL(location.href);
      if (id === undefined) address.searchParams.delete('gesprek');
      else address.searchParams.set('gesprek', id);
      history.pushState(null, '', address);
      session.open(id);
    },
  };
}

function openFromAddress({ store, openHere }: Page): void {
  const wanted = new URLSearchParams(location.search).get('gesprek') ?? undefined;
  openHere(findEntry(store.get().conversations, wanted) === undefined ? undefined : wanted);
}
