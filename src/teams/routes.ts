import type { z } from 'zod/v4';
import type { CommandId, PersonId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import type { Locale, Text } from '../core/locale.ts';

/** Who acts: from the signed activity, never from card data. */
export type Actor = Readonly<{ id: PersonId; tenantId: string; locale: Locale }>;

export type Conversation = Readonly<{
  id: string;
  kind: 'personal' | 'channel' | 'groupChat';
  /** The Entra group id of the team, for Graph. */
  teamId?: string;
  channelId?: string;
  /** The message that began the thread. */
  threadRootId?: string;
}>;

/** What comes in, freed from the bot SDK. `commandId` is the same for every redelivery of the same click. */
export type Inbound<Data = unknown> = Readonly<{
  data: Data;
  actor: Actor;
  conversation: Conversation;
  at: Date;
  commandId: CommandId;
}>;

/** A card to render for whoever reads it: see cards.ts. */
export type Card = Readonly<{ name: string; state: JsonObject; extra?: JsonObject }>;

export type SearchResult = Readonly<{ title: string; text: string; card: Card }>;

/**
 * What a person gets back. `card` takes the place of the clicked card for this person (after a message: is posted);
 * `dialog` opens a dialog or shows its next step; `close` ends it; `text` is shown under the card, in the dialog, or as a reply;
 * `results` are what a search found, or the card with which a dialog that a message extension opened ends.
 */
export type Answer =
  | Readonly<{ type: 'card'; card: Card }>
  | Readonly<{ type: 'dialog'; title: Text; card: Card }>
  | Readonly<{ type: 'text'; text: Text }>
  | Readonly<{ type: 'close' }>
  | Readonly<{ type: 'results'; results: readonly SearchResult[] }>;

/**
 * How it comes in: a card button, a button (or a command in the menu of a message) that opens a dialog, a dialog's own
 * button, or a message-extension query.
 */
export type Door = 'action' | 'dialog' | 'submit' | 'search';

/** What somebody now has before them, so that what they say next can be about that: numbers and ids only. */
export type Shown = Readonly<{
  /** The number of a case. */
  case?: string;
  /** In the order in which it is shown. */
  list?: Readonly<{ of: 'case' | 'deadline' | 'expert'; ids: readonly string[] }>;
  /** The one of the list before them that is spoken of. */
  item?: string;
}>;

/**
 * What it changed or looked at, for the log line of the turn; ids only. `locale`: the language to answer in, when that is
 * not the actor's own. `assisted`: a language model helped to understand what was typed, and the answer says so. `note`: a
 * line of ours above the answer to a sentence.
 */
export type Ran = Readonly<{
  answer: Answer;
  stream?: string;
  outcome: string;
  locale?: Locale;
  shown?: Shown;
  assisted?: boolean;
  note?: Text;
}>;

/**
 * `run` gives undefined when the data is not of the route's shape: a broken or outdated card. The same click within two
 * minutes gets the answer of the first, unless the route only `looks`: then every click looks again. (Opening a dialog and
 * searching always do.) In `data`, a search has the query's parameters by name, with `skip` and `count`.
 */
export type Route = Readonly<{
  on: Door;
  verb: string;
  looks?: boolean;
  run(inbound: Inbound): Promise<Ran | undefined>;
}>;

/** What the bot reads of a sentence that was typed, and what is to be said about the difference. Never rejects. */
export type Cover = (typed: string, by: Omit<Inbound, 'data'>) => Promise<Readonly<{ read: string; note?: Text }>>;

/**
 * A sentence typed to the bot. `match` gives the route's data, or undefined when the sentence is not for it. It gets the
 * sentence with what is personal covered; `asTyped`: as it was typed, and nothing is said about what would have been covered.
 */
export type MessageRoute = Readonly<{
  name: string;
  asTyped?: boolean;
  match(text: string): JsonObject | undefined;
  run(inbound: Inbound<JsonObject>): Promise<Ran>;
}>;

type Taken = Readonly<{ route: MessageRoute; data: JsonObject }>;

/** The first that takes it, with what it takes out of it; those that see it as it was typed go before all others. */
export function takerOf(messages: readonly MessageRoute[], text: string, read = text): Taken | undefined {
  const typed = messages.filter(({ asTyped = false }) => asTyped);
  return firstOf(typed, text) ?? firstOf(messages, read);
}

function firstOf(messages: readonly MessageRoute[], text: string): Taken | undefined {
  for (const each of messages) {
    const data = each.match(text);
    if (data !== undefined) return { route: each, data };
  }
  return undefined;
}

export type TeamsEvent = Readonly<{
  type: 'installed' | 'uninstalled' | 'members-added' | 'members-removed';
  conversation: Conversation;
  tenantId: string;
  /** Who installed it, or who came or went; the bot itself is left out. */
  people: readonly PersonId[];
  botIncluded: boolean;
  at: Date;
}>;

/** Undefined when it says nothing. */
export type EventRoute = Readonly<{ name: string; run(event: TeamsEvent, actor: Actor): Promise<Answer | undefined> }>;

/** A route with its data parsed once, here. */
export function route<Schema extends z.ZodType>(
  definition: Omit<Route, 'run'> & Readonly<{ data: Schema; run(inbound: Inbound<z.output<Schema>>): Promise<Ran> }>,
): Route {
  const { data: schema, run, ...known } = definition;
  return {
    ...known,
    async run(inbound) {
      const parsed = schema.safeParse(inbound.data);
      return parsed.success ? run({ ...inbound, data: parsed.data }) : undefined;
    },
  };
}
