import { deepStrictEqual, equal } from 'node:assert/strict';
import { type Answer, type Inbound, type Ran, type TeamsEvent } from '../../src/teams/routes.ts';
import {
  activityFrom,
  anna,
  type Bot,
  bram,
  channelConversation,
  sentenceFrom,
  startBot,
  tenant,
} from '../support/teams-bot.ts';
import { appId } from '../support/teams-stub.ts';
import { counterCard, counterJson, saying, showing, toyRoutes, withoutForm } from '../support/teams-toy.ts';

const attachment = (content: object) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content });

describe('a turn in a conversation', () => {
  let bot: Bot;
  let answer: (inbound: Inbound) => Ran | Promise<Ran> = () => showing(1);
  let told: TeamsEvent[] = [];
  let toy = toyRoutes((inbound) => answer(inbound));
  beforeEach(async () => {
    toy = toyRoutes((inbound) => answer(inbound));
    told = [];
    answer = () => showing(1);
    const run = async (event: TeamsEvent): Promise<Answer | undefined> => {
      told.push(event);
      return event.type === 'installed' ? saying('Welkom').answer : undefined;
    };
    bot = await startBot({ ...toy, events: [{ name: 'listen', run }], cards: [counterCard.definition] });
  });
  afterEach(() => bot.close());

  describe('at a sentence', () => {
    const posted = () => bot.teams.calls.map(({ method, path, body }) => [method, path, body['text']]);

    it('gives it to the route that knows it, without the mention of the bot', async () => {
      answer = () => saying('Dag');
      const mention = { type: 'mention', text: '<at>Doorbraak</at>', mentioned: { id: `28:${appId}` } };
      const text = '<at>Doorbraak</at>&nbsp;hoi  daar ';
      await bot.deliver(sentenceFrom(anna, text, { ...channelConversation, entities: [mention] }));
      deepStrictEqual(toy.seen[0]?.data, { greeted: true });
      deepStrictEqual(posted(), [['POST', '/v3/conversations/19:case@thread.tacv2;messageid=77/activities', 'Dag']]);
    });

    it('posts a card with a notification that holds nothing of the case', async () => {
      await bot.deliver(sentenceFrom(anna, 'hoi daar'));
      const { body } = bot.teams.calls[0]!;
      deepStrictEqual([body['summary'], body['locale']], ['Teller', 'nl']);
      deepStrictEqual(withoutForm(body['attachments']), [attachment(counterJson(1))]);
    });

    it('says what to do with a sentence that nobody knows', async () => {
      await bot.deliver(sentenceFrom(anna, 'wat?'));
      deepStrictEqual(posted(), [
        [
          'POST',
          `/v3/conversations/chat-of-${anna}/activities`,
          'Dat begrijp ik niet. Stuur “help” om te zien wat er kan.',
        ],
      ]);
    });

    it('says nothing when the route wants that', async () => {
      answer = () => ({ answer: { type: 'close' }, outcome: 'seen' });
      await bot.deliver(sentenceFrom(anna, 'hoi daar'));
      deepStrictEqual(posted(), []);
    });

    for (const fault of [{ status: 500 }, { status: 503 }, { status: 408 }, { status: 403 }, 'drop'] as const) {
      it(`posts its reply once when Teams fails with ${JSON.stringify(fault)}, and answers 200`, async () => {
        answer = () => saying('Dag');
        bot.teams.fail(fault);
        equal((await bot.deliver(sentenceFrom(anna, 'hoi daar'))).status, 200);
        equal(bot.teams.calls.length, 1);
        equal(bot.lines.filter(({ msg }) => msg === 'reply not delivered').length, 1);
      });
    }
  });

  describe('when too many are said to at once', () => {
    const busy = { status: 429, headers: { 'retry-after': '0' } } as const;

    it('says it again until Teams takes it, once', async () => {
      answer = () => saying('Dag');
      bot.teams.fail(busy, busy);
      equal((await bot.deliver(sentenceFrom(anna, 'hoi daar'))).status, 200);
      await bot.edge.close();
      equal(bot.teams.calls.length, 3);
      equal(bot.lines.filter(({ msg }) => msg === 'reply not delivered').length, 0);
    });

    it('gives up after six times, and says so in the log', async () => {
      answer = () => saying('Dag');
      bot.teams.fail(busy, busy, busy, busy, busy, busy, busy);
      await bot.deliver(sentenceFrom(anna, 'hoi daar'));
      await bot.edge.close();
      equal(bot.teams.calls.length, 6);
      equal(bot.lines.filter(({ msg }) => msg === 'reply not delivered').length, 1);
    });

    it('does not say again what may have been posted meanwhile', async () => {
      answer = () => saying('Dag');
      bot.teams.fail(busy, { status: 503 });
      await bot.deliver(sentenceFrom(anna, 'hoi daar'));
      await bot.edge.close();
      equal(bot.teams.calls.length, 2);
    });
  });

  describe('at an event', () => {
    it('tells who came, without the bot, and posts the answer', async () => {
      await bot.deliver(activityFrom(anna, { type: 'installationUpdate', action: 'add' }));
      deepStrictEqual(told, [
        {
          type: 'installed',
          people: [anna],
          botIncluded: true,
          conversation: { id: `chat-of-${anna}`, kind: 'personal' },
          tenantId: tenant,
          at: new Date('2026-03-02T08:00:00.000Z'),
        },
      ]);
      deepStrictEqual(
        bot.teams.calls.map(({ body }) => body['text']),
        ['Welkom'],
      );
    });

    it('tells of members who come and go', async () => {
      const membersAdded = [{ id: `29:${bram}`, aadObjectId: bram }, { id: `28:${appId}` }];
      await bot.deliver(activityFrom(anna, { type: 'conversationUpdate', membersAdded }));
      await bot.deliver(activityFrom(anna, { type: 'conversationUpdate', membersRemoved: membersAdded.slice(0, 1) }));
      deepStrictEqual(
        told.map(({ type, people, botIncluded }) => [type, people, botIncluded]),
        [
          ['members-added', [bram], true],
          ['members-removed', [bram], false],
        ],
      );
    });

    it('does nothing for a new version of the app and for events it does not know', async () => {
      await bot.deliver(activityFrom(anna, { type: 'installationUpdate', action: 'add-upgrade' }));
      equal((await bot.deliver(activityFrom(anna, { type: 'conversationUpdate' }))).status, 200);
      equal((await bot.deliver(activityFrom(anna, { type: 'messageReaction' }))).status, 200);
      deepStrictEqual(told, []);
    });
  });
});
