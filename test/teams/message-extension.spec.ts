import { deepStrictEqual, equal } from 'node:assert/strict';
import { z } from 'zod/v4';
import { type Inbound, type Ran, route } from '../../src/teams/routes.ts';
import { pageOf, searchRoute } from '../../src/teams/search-kit.ts';
import { wordsOf } from '../../src/teams/message-words.ts';
import {
  activityFrom,
  anna,
  type Bot,
  channelConversation,
  menuBy,
  menuSubmitBy,
  searchBy,
  startBot,
  tenant,
} from '../support/teams-bot.ts';
import { counterCard, counterJson, saying, showing, withoutForm } from '../support/teams-toy.ts';

const attachment = (content: object) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content });
const body = (html: string) => ({ body: { contentType: 'html', content: html } });
const counted = Array.from({ length: 60 }, (_, index) => index);

describe('the message extension', () => {
  let bot: Bot;
  let seen: Inbound[] = [];
  let answer: () => Ran = () => showing(1);
  before(async () => {
    const run = async (inbound: Inbound) => {
      seen.push(inbound);
      return answer();
    };
    const found = (count: number) => ({ title: String(count), text: '', card: counterCard.show({ count }) });
    const routes = [
      route({ on: 'dialog', verb: 'keep', data: z.looseObject({}), run }),
      route({ on: 'submit', verb: 'send', data: z.looseObject({}), run }),
      route({ on: 'action', verb: 'more', data: z.looseObject({}), run }),
      searchRoute({
        verb: 'count',
        none: { nl: 'Niets', en: 'Nothing' },
        async find(inbound, looking) {
          seen.push({ ...inbound, data: looking });
          return pageOf(looking.text === 'none' ? [] : counted, looking).map(found);
        },
      }),
    ];
    bot = await startBot({ routes, messages: [], events: [], cards: [counterCard.definition] });
  });
  after(() => bot.close());
  beforeEach(() => {
    seen = [];
    answer = () => showing(1);
  });

  const bodyFor = async (activity: object) => {
    const { status, body: answered } = await bot.deliver(activity);
    equal(status, 200);
    return withoutForm(answered) as { composeExtension?: { attachments?: { preview: object }[]; text?: string } };
  };
  const paged = (queryOptions: object, query = '') => ({
    ...activityFrom(anna, { type: 'invoke', name: 'composeExtension/query' }),
    value: { commandId: 'count', parameters: [{ name: 'query', value: query }], queryOptions },
  });

  describe('at a command in the menu of a message', () => {
    it('tells the route the words of the message and where it stands, and opens the dialog', async () => {
      const linkToMessage = 'https://teams.microsoft.com/l/message/19:x/1';
      deepStrictEqual(
        await bodyFor(menuBy(anna, 'keep', { id: '1', linkToMessage, ...body('<p>Bel de&nbsp;school</p>') })),
        {
          task: {
            type: 'continue',
            value: { title: 'Doorbraak', height: 'medium', width: 'medium', card: attachment(counterJson(1)) },
          },
        },
      );
      deepStrictEqual(seen[0]?.data, { message: { words: 'Bel de school', link: linkToMessage } });
    });

    it('does without a message, and without what is no message', async () => {
      await bodyFor(menuBy(anna, 'keep'));
      await bodyFor(menuBy(anna, 'keep', { body: 7, linkToMessage: {} }));
      deepStrictEqual(
        seen.map(({ data }) => data),
        [{}, { message: { words: '' } }],
      );
    });

    it('refuses a command that nobody knows', async () => {
      const { task } = (await bodyFor(menuBy(anna, 'gone'))) as { task?: { type: string } };
      deepStrictEqual([task?.type, seen], ['message', []]);
    });
  });

  describe('at a button in its dialog', () => {
    it('does it once, however often it is sent', async () => {
      const data = { verb: 'send', form: 'f1', title: 'Bellen' };
      await bodyFor(menuSubmitBy(anna, 'keep', data));
      await bodyFor(menuSubmitBy(anna, 'keep', data));
      deepStrictEqual(
        seen.map((inbound) => inbound.data),
        [{ title: 'Bellen' }],
      );
    });

    it('puts a card into the message that is being written, fit for whoever reads it', async () => {
      const card = counterCard.show({ count: 2 });
      answer = () => ({ answer: { type: 'results', results: [{ title: 'Taak', text: '', card }] }, outcome: 'put' });
      const { composeExtension } = await bodyFor(menuSubmitBy(anna, 'keep', { verb: 'send' }));
      const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'Taak', text: '' } };
      deepStrictEqual(composeExtension, {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [{ ...attachment(counterJson(2)), preview }],
      });
    });

    it('ends without a word, or with one', async () => {
      answer = () => ({ answer: { type: 'close' }, outcome: 'closed' });
      deepStrictEqual(await bodyFor(menuSubmitBy(anna, 'keep', { verb: 'send' })), {});
      answer = () => saying('Bewaard');
      deepStrictEqual(await bodyFor(menuSubmitBy(anna, 'keep', { verb: 'send' })), {
        task: { type: 'message', value: 'Bewaard' },
      });
    });
  });

  describe('at a search', () => {
    it('shows a page at a time, and never more than Teams takes', async () => {
      const sizes = [
        { skip: 0, count: 10 },
        { skip: 50, count: 25 },
        { skip: 75, count: 25 },
        { skip: -1, count: 900 },
      ];
      const pages = await Promise.all(sizes.map((size) => bodyFor(paged(size))));
      deepStrictEqual(
        pages.map(({ composeExtension }) => composeExtension?.attachments?.length),
        [10, 10, 0, 25],
      );
    });

    it('says so when nothing fits', async () => {
      const { composeExtension } = await bodyFor(searchBy(anna, 'count', 'none'));
      deepStrictEqual(composeExtension, { type: 'message', text: 'Niets' });
    });

    for (const query of ['123456782', 'bsn 1234 56 782', 'NL91ABNA0417164300', 'jan@voorbeeld.nl']) {
      it(`looks nothing up for personal data, and logs none of it: ${query}`, async () => {
        const { composeExtension } = await bodyFor(searchBy(anna, 'count', query));
        equal(composeExtension?.text?.includes('persoonsgegevens'), true);
        deepStrictEqual(seen, []);
        equal(JSON.stringify(bot.lines).includes(query), false);
      });
    }

    it('takes markup for plain words, and cuts what is too long', async () => {
      await bodyFor(searchBy(anna, 'count', '<b>LI</b>'));
      await bodyFor(searchBy(anna, 'count', 'x'.repeat(5_000)));
      deepStrictEqual(
        seen.map(({ data }) => (data as { text: string }).text),
        ['<b>li</b>', 'x'.repeat(200)],
      );
    });
  });

  it('takes a chat between two people for a place where others read along, and never for the chat with the bot', async () => {
    const conversation = { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal', tenantId: tenant };
    await bodyFor({ ...menuBy(anna, 'keep'), conversation });
    equal(seen[0]?.conversation.kind, 'groupChat');
    await bodyFor({ ...menuBy(anna, 'keep'), ...channelConversation });
    equal(seen[1]?.conversation.kind, 'channel');
  });
});

describe('the words of a message', () => {
  for (const [html, words] of [
    ['<div>Bel <at id="0">Tom</at>,&nbsp;graag</div><p>vandaag</p>', 'Bel Tom, graag vandaag'],
    ['1 &lt; 2 &amp; 3 &#8364; &#x20ac; &onbekend;', '1 < 2 & 3 € € &onbekend;'],
    ['&lt;script&gt;x&lt;/script&gt;', '<script>x</script>'],
    ['12<b>34</b>', '1234'],
    ['<<p>a', '< a'],
    ['', ''],
  ] as const) {
    it(`are read out of ${html || 'nothing'}`, () => equal(wordsOf(html), words));
  }
});
