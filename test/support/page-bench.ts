import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import {
  type Bench,
  at,
  botSays,
  cardActivity,
  chatOf,
  enableApp,
  hanna,
  marieke,
  openBench,
  privateChannel,
} from '../local-tenant/support/bench.ts';
import type { BotReply, Received } from '../local-tenant/support/recording-bot.ts';
import { type View, asPersona, errorsOf, openBrowser } from './browser.ts';

export type OpenBrowser = Readonly<{ use(): Browser }>;

/** One browser for a spec file; its specs are skipped when there is none. */
export function useBrowser(): OpenBrowser {
  let browser: Browser | undefined;
  before(async function () {
    this.timeout(30_000);
    browser = await openBrowser();
    if (browser === undefined) this.skip();
  });
  after(() => browser?.close());
  return {
    use() {
      assert.ok(browser);
      return browser;
    },
  };
}

export type PageBench = Readonly<{
  bench(): Bench;
  /** The page as this person, with the chat with the bot opened. */
  chat(name: string, view?: View): Promise<Page>;
  as(name: string, view?: View): Promise<Page>;
  /** Called for each invoke of this name: `adaptiveCard/action`, `task/fetch` and so on. */
  answer(name: string, reply: (value: unknown, activity: Received) => unknown): void;
  /** The `value` of every invoke of this name so far. */
  asked(name: string): readonly unknown[];
}>;

/** A local tenant with a scripted bot, and pages on it. A page error fails the spec. */
export function usePages(browser: OpenBrowser): PageBench {
  let bench: Bench;
  let pages: Page[] = [];
  const replies = new Map<string, (value: unknown, activity: Received) => unknown>();
  beforeEach(async () => {
    bench = await openBench();
    replies.clear();
    bench.bot.answerWith(async (activity): Promise<BotReply> => {
      const reply = replies.get(String(activity['name']));
      return { status: 200, body: await reply?.(activity['value'], activity) };
    });
    await bench.tenant.connectBot(bench.bot.url);
  });
  afterEach(async () => {
    const errors = pages.flatMap(errorsOf);
    await Promise.all(pages.map((page) => page.context().close()));
    pages = [];
    await bench.close();
    assert.deepEqual(errors, []);
  });
  const as = async (name: string, view: View = {}): Promise<Page> => {
    const page = await asPersona(browser.use(), bench.tenant.url, { name, ...view });
    pages.push(page);
    return page;
  };
  return {
    bench: () => bench,
    as,
    async chat(name, view) {
      const page = await as(name, view);
      await page.getByRole('button', { name: /^Doorbraak, chat/ }).click();
      await page.getByRole('heading', { name: 'Doorbraak', level: 2 }).waitFor();
      return page;
    },
    answer: (name, reply) => void replies.set(name, reply),
    asked: (name) => bench.bot.received.filter((activity) => activity['name'] === name).map(({ value }) => value),
  };
}

/** The bot sends this card to Hanna's chat; answers the message's id. */
export const sendToHanna = (bench: Bench, card: object): Promise<string> =>
  botSays(bench, chatOf(hanna), cardActivity(card));

export async function updateForHanna({ connector }: Bench, message: string, card: object): Promise<void> {
  const path = `PUT /conversations/${encodeURIComponent(chatOf(hanna))}/activities/${message}`;
  const { status } = await connector(path, { ...cardActivity(card), id: message });
  assert.equal(status, 200);
}

export const showCard = (card: object): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});
export const showText = (text: string): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});
export const showError = (message: string): object => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message },
});
export const continueDialog = (title: string, card: object): object => ({
  task: {
    type: 'continue',
    value: { title, card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card } },
  },
});

export type CaseChannel = Readonly<{ id: string; root: string }>;

/** A private channel of Marieke and these others in which the bot has begun a thread. */
export async function openCaseChannel(
  bench: Bench,
  name: string,
  others: readonly string[] = [],
): Promise<CaseChannel> {
  const id = await privateChannel(bench, name, others);
  await enableApp(bench, id);
  const channelData = { channel: { id } };
  const activity = { type: 'message', text: 'Hier begint de zaak.' };
  const { body } = await bench.connector('/conversations', { isGroup: true, channelData, activity });
  return { id, root: String(at(body, 'activityId')) };
}

export { marieke };
