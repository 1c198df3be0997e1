import { setTimeout as pause } from 'node:timers/promises';
import type {
  CardAnswer,
  Conversations,
  DialogAnswer,
  Message,
  Persona as PersonaEntry,
  Thread,
} from '../../src/local-tenant/api.ts';

type Node = Readonly<Record<string, unknown>>;
export type Inputs = Readonly<Record<string, string>>;
/** A card as somebody sees it: the message that holds it, and the card (their own view of it, or a dialog's). */
export type Seen = Readonly<{ message: Message; card: object }>;

/** Somebody who uses the local tenant by its HTTP API, as the page does. */
export type Persona = Readonly<{
  id: string;
  name: string;
  conversations(): Promise<Conversations>;
  /** The conversation with this title: `Doorbraak` for the chat with the bot, or a channel's name. */
  conversation(title: string): Promise<string | undefined>;
  threads(title: string): Promise<readonly Thread[]>;
  say(text: string, where?: string): Promise<Message>;
  /** The newest card that holds all of these texts, waited for (10 s). */
  card(...texts: readonly string[]): Promise<Seen>;
  /** All cards in a conversation that hold these texts, now. */
  cards(where: string, ...texts: readonly string[]): Promise<readonly Seen[]>;
  /** Clicks an Action.Execute by its title, with inputs. */
  click(seen: Seen, title: string, inputs?: Inputs): Promise<CardAnswer>;
  /** Opens the dialog behind a button. */
  open(seen: Seen, title: string): Promise<Seen>;
  /** Presses a button in a dialog: the next step as a card, or the answer that ended it. */
  press(dialog: Seen, title: string, inputs?: Inputs): Promise<DialogAnswer>;
  /** Presses a button that must lead to another dialog. */
  next(dialog: Seen, title: string, inputs?: Inputs): Promise<Seen>;
}>;

/** Below a spec's own minute, so that the failure says what was waited for. */
const patienceMs = 45_000;

/** Looks less often the longer it waits: a look at everybody's chats takes time from what is waited for. */
const pauseMs = (waitedMs: number): number => Math.min(200, 25 + waitedMs / 10);

/** Waits until `look` gives something; what it waited for is in the error. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  withinMs = patienceMs,
): Promise<Found> {
  const from = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    const waitedMs = performance.now() - from;
    if (waitedMs > withinMs) throw new Error(`waited ${withinMs} ms for ${what}`);
    await pause(pauseMs(waitedMs));
  }
}

/** Does again what fails, as people do while the bot is away, for at most a minute; then the last failure is thrown. */
export async function insist<Found>(act: () => Promise<Found>): Promise<Found> {
  const until = performance.now() + 60_000;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(50);
    }
  }
}

export async function call<Answer>(url: string, body?: object): Promise<Answer> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${url}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** Everybody of the tenant, by name. `ask`: how they send what they press; once, unless told. */
export async function personas(url: string, ask: typeof call = call): Promise<(name: string) => Persona> {
  const entries = await call<readonly PersonaEntry[]>(`${url}/api/personas`);
  const known = new Map(entries.map((entry) => [entry.name, personaOf(url, entry, ask)]));
  return (name) => {
    const persona = known.get(name);
    if (!persona) throw new Error(`nobody is called ${name}`);
    return persona;
  };
}

/** As people who press again when Teams says that the app did not answer: the channel gives up on a click at once. */
export const askAgain: typeof call = <Answer>(url: string, body?: object) =>
  eventually(`an answer from ${url}`, async () => {
    const answer = await call<Answer & Readonly<{ type?: string; status?: number }>>(url, body);
    return answer.type === 'error' && [502, 504].includes(answer.status ?? 0) ? undefined : answer;
  });

function personaOf(url: string, { id, name }: PersonaEntry, ask: typeof call): Persona {
  const base = `${url}/api/as/${id}`;
  const conversations = (): Promise<Conversations> => call(`${base}/conversations`);

  async function conversation(title: string): Promise<string | undefined> {
    const { chats, teams } = await conversations();
    return [...chats, ...teams.flatMap(({ channels }) => channels)].find((entry) => entry.title === title)?.id;
  }

  async function threads(title: string): Promise<readonly Thread[]> {
    const found = await conversation(title);
    return found === undefined ? [] : call(`${base}/conversations/${encodeURIComponent(found)}/threads`);
  }

  async function cards(where: string, ...texts: readonly string[]): Promise<readonly Seen[]> {
    const messages = (await threads(where)).flatMap(({ root, replies }) => [root, ...replies]);
    return messages
      .filter(({ deleted }) => !deleted)
      .flatMap((message) => message.cards.map((card) => ({ message, card })))
      .filter(({ card }) => texts.every((text) => JSON.stringify(card).includes(JSON.stringify(text).slice(1, -1))));
  }

  async function everywhere(texts: readonly string[]): Promise<Seen | undefined> {
    const { chats, teams } = await conversations();
    const titles = [...chats, ...teams.flatMap(({ channels }) => channels)].map(({ title }) => title);
    const found = (await Promise.all([...new Set(titles)].map((title) => cards(title, ...texts)))).flat();
    return found.toSorted((one, other) => one.message.at.localeCompare(other.message.at)).at(-1);
  }

  const post = <Answer>(seen: Seen, path: string, body: object): Promise<Answer> =>
    ask(`${base}/messages/${encodeURIComponent(seen.message.id)}/${path}`, body);

  async function press(dialog: Seen, title: string, inputs: Inputs = {}): Promise<DialogAnswer> {
    const { data } = actionOf(dialog.card, title);
    return post(dialog, 'dialog/submit', { data: { ...data, ...defaults(dialog.card), ...inputs } });
  }

  return {
    id,
    name,
    conversations,
    conversation,
    threads,
    cards,
    async say(text, where = 'Doorbraak') {
      const found = await eventually(`${where} of ${name}`, () => conversation(where));
      return call(`${base}/conversations/${encodeURIComponent(found)}/messages`, { text });
    },
    card: (...texts) => eventually(`${name} sees a card with ${texts.join(', ')}`, () => everywhere(texts)),
    click(seen, title, inputs = {}) {
      const { verb, data } = actionOf(seen.card, title);
      return post(seen, 'action', { verb, data: { ...data, ...defaults(seen.card), ...inputs } });
    },
    async open(seen, title) {
      const { data } = actionOf(seen.card, title);
      const answer = await post<DialogAnswer>(seen, 'dialog', { data });
      if (answer.type !== 'open') throw new Error(`${title} opened no dialog: ${JSON.stringify(answer)}`);
      return { message: seen.message, card: answer.card };
    },
    press,
    async next(dialog, title, inputs = {}) {
      const answer = await press(dialog, title, inputs);
      if (answer.type !== 'open') throw new Error(`${title}: expected a dialog, got ${JSON.stringify(answer)}`);
      return { message: dialog.message, card: answer.card };
    },
  };
}

type Pressable = Readonly<{ verb: string; data: object }>;

/** The action with this title, wherever it stands in the card. */
export function actionOf(card: object, title: string): Pressable {
  const action = nodes(card).find((node) => isAction(node) && node['title'] === title);
  if (!action) throw new Error(`no button "${title}"; there are: ${titlesOf(card).join(', ')}`);
  const data = (action['data'] ?? {}) as Node;
  return { verb: textOf(action['verb'] ?? data['verb']), data };
}

/** Everything in the card that leads to the bot when it is pressed. */
export function pressablesIn(card: object): readonly Pressable[] {
  const actions = nodes(card).filter((node) => isAction(node) && typeof node['data'] === 'object');
  return actions.map((action) => {
    const data = action['data'] as Node;
    return { verb: textOf(action['verb'] ?? data['verb']), data };
  });
}

export function titlesOf(card: object): readonly string[] {
  return nodes(card)
    .filter(isAction)
    .map((node) => String(node['title']));
}

function isAction(node: Node): boolean {
  return String(node['type']).startsWith('Action.');
}

/** What a client sends for inputs nobody touched: their preset values. */
function defaults(card: object): Inputs {
  const inputs = nodes(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(inputs.map((node) => [String(node['id']), presetOf(node)]));
}

function presetOf(node: Node): string {
  const value = node['value'];
  if (node['type'] === 'Input.Toggle') return textOf(value ?? node['valueOff'] ?? 'false');
  return textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Every object in the card that has a type; a fallback is what a client shows only when it must. */
function nodes(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const inner = Object.entries(node).flatMap(([key, child]) => (key === 'fallback' ? [] : nodes(child)));
  return 'type' in node ? [node, ...inner] : inner;
}
