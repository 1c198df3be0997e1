import { ok } from 'node:assert/strict';
import { type Destination, showCard, type ShowCard } from '../../src/core/effect.ts';
import { type JsonObject } from '../../src/core/json.ts';
import { personId, streamId } from '../../src/core/ids.ts';
import { type Outcome, type StoredEffect } from '../../src/store/effect-queue.ts';
import { type Store } from '../../src/store/store.ts';
import { commit } from './store-samples.ts';
import { anna, type Bot, type BotOptions, startBot } from './teams-bot.ts';
import { type Call } from './teams-stub.ts';
import { counterCard } from './teams-toy.ts';

export const counterStream = streamId('counter', '1');
export const caseChannel = { teamId: 'group-1', channelId: '19:case@thread.tacv2' };
const toAnna: Destination = { person: personId(anna) };

/** A bot with one counter whose card can be shown, anew for each spec. */
export type ShowingCards = Readonly<{
  bot(): Bot;
  /** Another bot, which remembers what was kept in this spec. */
  restart(options?: BotOptions): Promise<void>;
  state(next: object): Promise<unknown>;
  /** What the worker does: runs the effect, and keeps what it wants kept. */
  run(show?: Partial<ShowCard>, rest?: Partial<StoredEffect>, signal?: AbortSignal): Promise<Outcome>;
  sent(): readonly string[];
}>;

export function showingCards(): ShowingCards {
  const kept = new Map<string, JsonObject>();
  let started: Bot | undefined;
  const bot = () => {
    if (started === undefined) throw new Error('no bot is started');
    return started;
  };
  const state = (next: object) => commit(bot().store, { stream: counterStream, type: 'counter', state: { ...next } });
  /** Only a worker may write what is kept. */
  const storeOf = (store: Store): Store => ({
    ...store,
    kept: async (of, key) => kept.get(`${of} ${key}`) ?? store.kept(of, key),
  });
  const start = async (options: BotOptions = {}) => {
    started = await startBot({ cards: [counterCard.definition], storeOf, ...options });
    await state({ count: 1 });
  };
  beforeEach(async () => {
    kept.clear();
    await start();
  });
  afterEach(() => bot().close());
  return {
    bot,
    state,
    async restart(options) {
      await bot().close();
      await start(options);
    },
    async run(show, rest, signal = new AbortController().signal) {
      const [runner] = bot().edge.runners;
      ok(runner);
      const outcome = await runner.run(stored(show, rest), signal);
      if (outcome.done && outcome.keep) kept.set(`${counterStream} ${outcome.keep.key}`, outcome.keep.value);
      return outcome;
    },
    sent: () => bot().teams.calls.map(({ method, path }) => `${method} ${path}`),
  };
}

function stored(show: Partial<ShowCard> = {}, rest: Partial<StoredEffect> = {}): StoredEffect {
  const effect = showCard({ slot: 'count', card: 'counter', to: toAnna, ...show });
  const waiting = { stream: counterStream, lane: effect.key, due: '', attempts: 0, ambiguous: false };
  return { ...effect, ...waiting, ...rest };
}

export function cardIn(call: Call | undefined): Record<string, unknown> {
  const body = call?.body ?? {};
  const activity = (body['activity'] ?? body) as { attachments: [{ content: Record<string, unknown> }] };
  return activity.attachments[0].content;
}

export function textIn(call: Call | undefined): string {
  return (cardIn(call)['body'] as [{ text: string }])[0].text;
}
