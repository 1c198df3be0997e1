import { deepStrictEqual, equal } from 'node:assert/strict';
import type { Locale } from '../../src/core/locale.ts';
import { anna, type Bot, bram, sentenceFrom, startBot } from '../support/teams-bot.ts';
import { counterCard, saying, toyRoutes } from '../support/teams-toy.ts';

/** Anna chose English; her Teams is in Dutch. */
describe('the language that somebody chose', () => {
  const toy = toyRoutes(() => saying('Dag', 'Hello'));
  let bot: Bot;
  const start = async (languageOf: (person: string) => Promise<Locale | undefined>): Promise<void> => {
    bot = await startBot({ ...toy, cards: [counterCard.definition], languageOf });
  };
  afterEach(() => bot.close());
  const said = () => bot.teams.calls.map(({ body }) => body['text']);

  it('is that of every answer to them, whatever their Teams says', async () => {
    await start(async (person) => (person === anna ? 'en' : undefined));
    await bot.deliver(sentenceFrom(anna, 'hoi daar'));
    deepStrictEqual(said(), ['Hello']);
  });

  it('is not that of somebody who chose none', async () => {
    await start(async (person) => (person === anna ? 'en' : undefined));
    await bot.deliver(sentenceFrom(bram, 'hoi daar'));
    deepStrictEqual(said(), ['Dag']);
  });

  it('keeps nobody from an answer when it cannot be read', async () => {
    await start(async () => {
      throw new Error('the store is away');
    });
    equal((await bot.deliver(sentenceFrom(anna, 'hoi daar'))).status, 200);
    deepStrictEqual(said(), ['Dag']);
    equal(bot.lines.filter(({ msg }) => msg === 'chosen language not read').length, 1);
  });
});
