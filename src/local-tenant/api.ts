/**
 * The local tenant's own API, which its page uses and any script may use (docs/local-tenant.md). JSON over HTTP on
 * loopback; `:p` is a persona's Entra object id, `:c` a conversation id, `:m` a message id. Errors: `{ error: { code, message } }`.
 *
 * GET  /api/personas                                  → Persona[]
 * GET  /api/as/:p/conversations                       → Conversations
 * GET  /api/as/:p/conversations/:c/threads            → Thread[]          newest activity last
 * POST /api/as/:p/conversations/:c/messages           NewMessage → Message
 * POST /api/as/:p/conversations/:c/read               → 204
 * POST /api/as/:p/messages/:m/action                  CardAction → CardAnswer     Action.Execute (adaptiveCard/action)
 * POST /api/as/:p/messages/:m/submit                  { data } → 204              Action.Submit (a message with a value)
 * POST /api/as/:p/messages/:m/feedback                Feedback → DialogAnswer         message/submitAction
 * POST /api/as/:p/messages/:m/dialog                  { data } → DialogAnswer     task/fetch
 * POST /api/as/:p/messages/:m/dialog/submit           { data } → DialogAnswer     task/submit
 * POST /api/as/:p/search                              Search → SearchAnswer           composeExtension/query
 * POST /api/as/:p/messages/:m/command                 { command } → DialogAnswer      composeExtension/fetchTask
 * POST /api/as/:p/messages/:m/command/submit          { command, data } → DialogAnswer   composeExtension/submitAction
 * GET  /api/as/:p/events                              server-sent events: TenantEvent
 * GET  /api/tenant/clock                              → { now, offsetMs }
 * POST /api/tenant/clock                              { advanceMs } or { now } → { now, offsetMs }
 * GET  /api/tenant/faults | PUT /api/tenant/faults    Faults → Faults
 * GET  /api/tenant/log                                → CallLogEntry[]    calls received and made, newest last (no bodies)
 * POST /api/tenant/reset                              → 204      back to the demo start; asks the bot to reset too
 */
export type Persona = Readonly<{
  id: string;
  name: string;
  role: string;
  organisation: string;
  tenant: string;
  guest: boolean;
}>;

export type ChatEntry = Readonly<{ id: string; title: string; unread: number; lastAt: string | undefined }>;
export type ChannelEntry = ChatEntry & Readonly<{ kind: 'standard' | 'private' | 'shared'; archived: boolean }>;
export type TeamEntry = Readonly<{ id: string; name: string; channels: readonly ChannelEntry[] }>;
export type Conversations = Readonly<{ chats: readonly ChatEntry[]; teams: readonly TeamEntry[] }>;

export type Message = Readonly<{
  id: string;
  conversation: string;
  /** The root message of its thread; its own id when it is one. In a chat every message is its own thread. */
  thread: string;
  from: Readonly<{ id: string; name: string; isBot: boolean }>;
  text: string;
  /** Adaptive Cards as JSON. */
  cards: readonly object[];
  /** UTC instant. */
  at: string;
  edited: boolean;
  deleted: boolean;
  /** The bot says that AI made it. */
  aiGenerated?: boolean;
  /** There are thumbs below it. */
  thumbs?: boolean;
}>;
export type Thread = Readonly<{ root: Message; replies: readonly Message[] }>;

/** In a channel the bot hears only messages that mention it: `mention` says so (the page reads `@Doorbraak`). */
export type NewMessage = Readonly<{
  text: string;
  replyTo?: string;
  mention?: boolean;
  /** Out of the message extension; with it the text may be empty. */
  card?: object;
}>;

/** A thumb below a message of the bot, and what is written with it. */
export type Feedback = Readonly<{ reaction: Thumb; text: string }>;
export type Thumb = 'like' | 'dislike';

/** `data` is the action's data with the inputs merged in, as a Teams client does. */
export type CardAction = Readonly<{ verb: string; data: object; trigger?: 'manual' | 'automatic' }>;
/** `text` under the card; `card` in its place for this person; `error` shown as such; `nothing` when the bot gave none. */
export type CardAnswer =
  | Readonly<{ type: 'card'; card: object }>
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'error'; text: string; status: number }>
  | Readonly<{ type: 'nothing' }>;
/** `open`: show this card in the dialog; `text`: show it and leave the dialog; `close`: done; `insert`: done, with a card for a message. */
export type DialogAnswer =
  | Readonly<{ type: 'open'; title: string; card: object }>
  | Readonly<{ type: 'text'; text: string }>
  | Readonly<{ type: 'close' }>
  | Readonly<{ type: 'insert'; title: string; card: object }>
  | Readonly<{ type: 'error'; text: string; status: number }>;
/** `conversation`: where the person writes; their chat with the bot unless told. `skip`: so many were seen already. */
export type Search = Readonly<{ command: string; query: string; conversation?: string; skip?: number }>;
export type SearchAnswer = Readonly<{
  results: readonly Readonly<{ title: string; text: string; card: object }>[];
  /** What the bot says instead of results, or why there are none. */
  text?: string;
}>;

export type TenantEvent =
  | Readonly<{ type: 'message'; message: Message }>
  | Readonly<{ type: 'typing'; conversation: string; from: string }>
  /** Channels, membership, unread counts or the clock changed: read the lists again. */
  | Readonly<{ type: 'conversations' }>;

/** What goes wrong on purpose. Each is off when absent. `every: 2` means every second matching call. */
export type Faults = Readonly<{
  /** Answers wait this long. */
  latencyMs?: number;
  connector?: CallFault;
  graph?: CallFault;
  /** Permissions that the bot was not given. */
  without?: readonly string[];
  /** Deliver each activity to the bot this many times in all; with `newId` the copies carry new activity ids. */
  deliver?: Readonly<{ times: number; newId?: boolean }>;
}>;
export type CallFault = Readonly<{
  every: number;
  /** The status to answer, or `drop`: the connection is cut; before or after the call has had its effect. */
  answer: number | 'drop-before' | 'drop-after';
  retryAfterSeconds?: number;
  /** Only calls whose method and path match this regular expression, e.g. `^POST .*channels$`. */
  match?: string;
}>;

/** `from-bot`: the bot called the connector or Graph; `to-bot`: an activity was delivered. Status 0: no answer came. */
export type CallLogEntry = Readonly<{
  at: string;
  direction: 'from-bot' | 'to-bot';
  /** Method and path, or the type and name of the activity. */
  call: string;
  status: number;
  ms: number;
}>;
