import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import type { Observer } from '../core/observer.ts';
import { type Tracing, untraced } from '../core/tracing.ts';
import { personId } from '../core/ids.ts';
import { type Locale, localeOf } from '../core/locale.ts';
import type { OwnMessages } from '../graph/channels.ts';
import type { EffectRunner } from '../store/effect-queue.ts';
import type { EventStore } from '../store/event-store.ts';
import { languageOf, type TeamsActivity } from './activity.ts';
import { cardActivity, labelOf, type Rendered } from './answers.ts';
import { botAuthentication } from './authentication.ts';
import { botToken } from './bot-token.ts';
import { cardRegistry } from './card-registry.ts';
import type { CardDefinition } from './cards.ts';
import { connectors } from './connectors.ts';
import { type Contacts, contacts } from './contacts.ts';
import type { LanguageOf } from './destinations.ts';
import type { Downloading, DownloadRoute, Downloads } from './downloads.ts';
import { type EdgeTexts, edgeTexts } from './edge-texts.ts';
import { type Messages, messagesOf, type Outgoing } from './messages.ts';
import type { Cover, EventRoute, MessageRoute, Route } from './routes.ts';
import { sayReply } from './say-reply.ts';
import { type OnTurn, receiving } from './sdk.ts';
import { type SendingLimits, sendingLimits } from './sending-limits.ts';
import { edgeServer, type Page } from './server.ts';
import { checkSettings, type TeamsSettings } from './settings.ts';
import { showCardRunner } from './show-card.ts';
import { tracedMessages } from './traced-messages.ts';
import { createTurns, type TurnParts } from './turns.ts';

export type TeamsEdgeOptions = Readonly<{
  settings: TeamsSettings;
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  /** Every sentence is read as it was typed without. */
  cover?: Cover;
  events: readonly EventRoute[];
  cards: readonly CardDefinition[];
  store: EventStore;
  clock: Clock;
  log: Logger;
  /** Of its own unless others work with them too. */
  contacts?: Contacts;
  ownMessages?: OwnMessages;
  texts?: Partial<EdgeTexts>;
  /** Teams' own by default. */
  limits?: SendingLimits;
  /** In which language somebody reads, when they chose one. */
  languageOf?: LanguageOf;
  /** Files behind a link of ten minutes; none without. */
  downloads?: Readonly<{ links: Downloads; routes: readonly DownloadRoute[] }>;
  /** For machines that watch the bot. */
  pages?: readonly Page[];
  observer?: Observer;
  tracing?: Tracing;
}>;

export type TeamsEdge = Readonly<{
  /** Port 0 takes a free one. */
  listen(port: number, host: string): Promise<Readonly<{ port: number }>>;
  runners: readonly EffectRunner[];
  /** Takes no more requests and waits for what is under way. */
  close(): Promise<void>;
}>;

const defaultBudgetMs = 3_000;
const replyTimeoutMs = 10_000;

/** The bot as Teams sees it: what comes in goes to the routes, and the runners bring cards to people and channels. */
export function createTeamsEdge(options: TeamsEdgeOptions): TeamsEdge {
  const settings = checkSettings(options.settings);
  const { store, clock, log, tracing = untraced } = options;
  const texts = { ...edgeTexts, ...options.texts };
  const token = botToken(settings, clock);
  const connect = connectors(token);
  const people = options.contacts ?? contacts(store, clock);
  const shared = {
    settings,
    clock,
    log,
    texts,
    languageOf: options.languageOf,
    registry: cardRegistry(options.cards, people.teamsIdOf),
    contacts: people,
    messages: tracedMessages(messagesOf(connect, settings.appId), tracing),
    tracing,
    limits: options.limits ?? sendingLimits(),
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    ...(options.cover === undefined ? {} : { cover: options.cover }),
  };
  const underWay = new Set<Promise<unknown>>();
  const onTurn = turnsWith(shared, options, underWay);
  const authentication = botAuthentication(settings, token, connect);
  const server = edgeServer({
    ...{ receive: receiving({ settings, authentication, onTurn, log }), log },
    ...{ maxBodySize: settings.maxBodyBytes, download: downloading(options), pages: options.pages ?? [] },
  });
  const { ownMessages } = options;
  return {
    listen: server.listen,
    runners: [showCardRunner({ ...shared, store, ...(ownMessages === undefined ? {} : { ownMessages }) })],
    async close() {
      await server.close();
      await Promise.allSettled(underWay);
    },
  };
}

/** What the link was for, in the log; never the link. */
function downloading({ downloads, log }: TeamsEdgeOptions): Downloading {
  return async (token, isPressed) => {
    const asked = await downloads?.links.opened(token);
    const route = downloads?.routes.find(({ name }) => name === asked?.name);
    const found = asked && route && (route.byButton === true && !isPressed ? 'press' : await route.run(asked.data));
    log.info({ download: asked?.name ?? '', outcome: outcomeOf(found) }, 'download');
    return found;
  };
}

function outcomeOf(found: Awaited<ReturnType<Downloading>>): string {
  if (found === undefined) return 'gone';
  return found === 'press' ? 'offered' : 'fetched';
}

type Shared = Omit<TurnParts, 'routes' | 'messages' | 'events' | 'budgetMs' | 'background'> &
  Readonly<{
    settings: TeamsSettings;
    messages: Messages;
    limits: SendingLimits;
    languageOf: LanguageOf | undefined;
  }>;

function turnsWith(shared: Shared, options: TeamsEdgeOptions, underWay: Set<Promise<unknown>>): OnTurn {
  const { routes, messages, events, settings } = options;
  const background = (work: Promise<unknown>): void => remember(work, underWay);
  const turns = createTurns({
    ...shared,
    routes,
    messages,
    events,
    budgetMs: settings.budgetMs ?? defaultBudgetMs,
    background,
  });
  return async (received) => {
    const activity = await spoken(received, shared);
    return turns(activity, (answer) => reply({ ...shared, background }, activity, answer));
  };
}

/** What comes in, as if it came in the language that its sender chose. Not knowing it must not keep anybody from anything. */
async function spoken(activity: TeamsActivity, { languageOf: chosen, log }: Shared): Promise<TeamsActivity> {
  const { aadObjectId } = activity.from;
  if (aadObjectId === undefined) return activity;
  try {
    const locale = await chosen?.(personId(aadObjectId));
    return locale === undefined ? activity : { ...activity, locale };
  } catch (err) {
    log.warn({ err, actor: aadObjectId }, 'chosen language not read');
    return activity;
  }
}

function remember(work: Promise<unknown>, underWay: Set<Promise<unknown>>): void {
  underWay.add(work);
  void Promise.allSettled([work]).then(() => underWay.delete(work));
}

type Replying = Shared & Pick<TurnParts, 'background'>;

async function reply(replying: Replying, activity: TeamsActivity, answer: Rendered): Promise<void> {
  const { messages, limits, texts, log, background } = replying;
  const message = { ...messageOf(answer, localeOf(languageOf(activity)), texts), ...labelOf(answer) };
  const { serviceUrl, conversation } = activity;
  const send = async (): Promise<void> => {
    await limits.count(conversation.id);
    const signal = AbortSignal.timeout(replyTimeoutMs);
    await messages.say({ serviceUrl, conversationId: conversation.id }, message, signal);
  };
  await sayReply(send, background, (err) => log.warn({ err }, 'reply not delivered'));
}

function messageOf(answer: Rendered, locale: Locale, { summary, done }: EdgeTexts): Outgoing {
  const { note } = answer;
  switch (answer.type) {
    case 'card':
    case 'dialog':
      return { ...cardActivity(answer.card, locale, summary), ...(note === undefined ? {} : { text: note }) };
    case 'text':
      return { type: 'message', locale, text: note === undefined ? answer.text : `${note}\n\n${answer.text}` };
    case 'close':
      return { type: 'message', locale, text: done[locale] };
    case 'results':
      throw new Error('search results answer a search only');
  }
}
