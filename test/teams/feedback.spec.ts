import { deepEqual, doesNotMatch, equal } from 'node:assert/strict';
import { sayText } from '../../src/teams/answer-kit.ts';
import type { MessageRoute } from '../../src/teams/routes.ts';
import { activityFrom, anna, type Bot, sentenceFrom, startBot } from '../support/teams-bot.ts';

describe('an answer that a language model helped to find', () => {
  let bot: Bot;
  const reactions: string[] = [];
  const both = { nl: 'Dit bedoel je.', en: 'You mean this.' };
  const messages: readonly MessageRoute[] = [
    { name: 'help', match: (text) => (text === 'help' ? {} : undefined), run: async () => sayText('shown', both) },
    {
      name: 'any',
      match: (text) => ({ text }),
      run: async ({ data }) => ({ ...sayText('shown', both), assisted: data['text'] === 'iets' }),
    },
  ];
  before(async () => {
    const observer = {
      ...{ effectRan: () => undefined, modelAsked: () => undefined, turnEnded: () => undefined },
      feedbackGiven: ({ reaction }: { reaction: string }) => void reactions.push(reaction),
    };
    bot = await startBot({ messages, observer });
  });
  after(() => bot.close());

  const answerTo = async (text: string) => {
    await bot.deliver(sentenceFrom(anna, text));
    return bot.teams.calls.at(-1)?.body;
  };

  it('says so, and has thumbs below it', async () => {
    const body = await answerTo('iets');
    deepEqual(body?.['entities'], [
      {
        ...{ type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', '@id': '' },
        additionalType: ['AIGeneratedContent'],
      },
    ]);
    deepEqual(body['channelData'], { feedbackLoop: { type: 'default' } });
  });

  for (const text of ['help', 'iets anders']) {
    it(`does not say so of any other: “${text}”`, async () => {
      const body = await answerTo(text);
      equal(body?.['text'], both.nl);
      deepEqual([body['entities'], body['channelData']], [undefined, undefined]);
    });
  }

  const thumb = (value: unknown): object =>
    activityFrom(anna, { type: 'invoke', name: 'message/submitAction', value, replyToId: 'm1' });
  const written = JSON.stringify({ feedbackText: 'Sanne Bakker is toch al geholpen' });

  it('counts a thumb, and keeps nothing of who gave it or what was written with it', async () => {
    const value = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: written } };
    equal((await bot.deliver(thumb(value))).status, 200);
    deepEqual(reactions, ['dislike']);
    doesNotMatch(JSON.stringify(bot.lines), /Sanne/);
  });

  it('counts no other thing', async () => {
    for (const value of [{ actionName: 'anders' }, { actionName: 'feedback', actionValue: { reaction: 'wow' } }, 7]) {
      equal((await bot.deliver(thumb(value))).status, 404);
    }
    equal(reactions.length, 1);
  });
});
