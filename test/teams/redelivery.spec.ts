import { deepStrictEqual, equal, notDeepStrictEqual } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { commandIdOf } from '../../src/teams/command-id.ts';
import { once } from '../../src/teams/deliveries.ts';
import { type Inbound, type Ran } from '../../src/teams/routes.ts';
import { anna, type Bot, bram, clickBy, dialogBy, handClock, sentenceFrom, startBot } from '../support/teams-bot.ts';
import { counterCard, saying, showing, toyRoutes } from '../support/teams-toy.ts';

describe('the same thing delivered again', () => {
  let bot: Bot;
  let answer: (inbound: Inbound) => Ran | Promise<Ran>;
  let toy = toyRoutes(() => showing(1));
  beforeEach(async () => {
    let count = 0;
    answer = () => showing(++count);
    toy = toyRoutes((inbound) => answer(inbound));
    bot = await startBot({ ...toy, cards: [counterCard.definition], settings: { budgetMs: 150 } });
  });
  afterEach(() => bot.close());

  it('runs an activity once for five deliveries at the same time, and answers all of them alike', async () => {
    const click = clickBy(anna, 'more');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => bot.deliver(click)));
    equal(toy.seen.length, 1);
    equal(new Set(answers.map((each) => JSON.stringify(each))).size, 1);
  });

  it('replies once to a sentence that is delivered twice', async () => {
    const sentence = sentenceFrom(anna, 'hoi daar');
    await bot.deliver(sentence);
    await bot.deliver(sentence);
    equal(bot.teams.calls.length, 1);
  });

  it('replies once to copies of a sentence under other ids, and twice to the same words said later', async () => {
    const said = (timestamp: string) => sentenceFrom(anna, 'hoi daar', { timestamp });
    await Promise.all([1, 2, 3].map(() => bot.deliver(said('2026-11-23T08:00:00.001Z'))));
    equal(bot.teams.calls.length, 1);
    await bot.deliver(said('2026-11-23T08:00:00.002Z'));
    equal(bot.teams.calls.length, 2);
  });

  it('takes one activity id in two conversations for two things', async () => {
    const elsewhere = clickBy(bram, 'more');
    await bot.deliver({ ...clickBy(anna, 'more'), id: 'same' });
    await bot.deliver({ ...elsewhere, id: 'same' });
    equal(toy.seen.length, 2);
  });

  it('answers the same click under a new activity id as the first, for two minutes', async () => {
    const first = await bot.deliver(clickBy(anna, 'more', { by: 1, form: 'f' }));
    bot.clock.advance(119_000);
    deepStrictEqual(await bot.deliver(clickBy(anna, 'more', { form: 'f', by: 1 })), first);
    equal(toy.seen.length, 1);
    bot.clock.advance(2_000);
    notDeepStrictEqual(await bot.deliver(clickBy(anna, 'more', { by: 1, form: 'f' })), first);
    deepStrictEqual(toy.seen[0]?.commandId, toy.seen[1]?.commandId);
  });

  it('asks anew, as the same command, for a click after which another was made on the same form', async () => {
    for (const by of [1, 2, 1]) await bot.deliver(clickBy(anna, 'more', { by, form: 'f' }));
    const [first, second, third] = toy.seen.map(({ commandId }) => commandId);
    equal(toy.seen.length, 3);
    notDeepStrictEqual(first, second);
    deepStrictEqual(first, third);
  });

  it('takes another person, form or input for another click', async () => {
    await bot.deliver(clickBy(anna, 'more', { by: 1, form: 'f' }));
    await bot.deliver(clickBy(bram, 'more', { by: 1, form: 'f' }));
    await bot.deliver(clickBy(anna, 'more', { by: 1, form: 'g' }));
    await bot.deliver(clickBy(anna, 'more', { by: 2, form: 'f' }));
    await bot.deliver(clickBy(anna, 'more', { by: 1 }));
    equal(new Set(toy.seen.map(({ commandId }) => commandId)).size, 5);
  });

  it('looks again each time at what only looks: a look, a dialog that opens, a refresh by Teams', async () => {
    const refresh = { value: { action: { verb: 'more', data: { form: 'f' } }, trigger: 'automatic' } };
    for (const activity of [
      () => clickBy(anna, 'look', { form: 'f' }),
      () => dialogBy(anna, 'fetch', { verb: 'open', form: 'f' }),
      () => ({ ...clickBy(anna, 'more'), ...refresh }),
    ]) {
      await bot.deliver(activity());
      await bot.deliver(activity());
    }
    equal(toy.seen.length, 6);
  });

  it('opens a dialog for everybody who asks, also in the same millisecond', async () => {
    const opening = () => ({
      ...dialogBy(anna, 'fetch', { verb: 'open', form: 'f' }),
      timestamp: '2026-11-23T08:00:00.001Z',
    });
    await Promise.all([bot.deliver(opening()), bot.deliver(opening())]);
    equal(toy.seen.length, 2);
  });

  it('tries again what failed', async () => {
    answer = () => {
      answer = () => saying('Gelukt');
      throw new Error('once');
    };
    await bot.deliver(clickBy(anna, 'more', { form: 'f' }));
    const { body } = await bot.deliver(clickBy(anna, 'more', { form: 'f' }));
    deepStrictEqual((body as { value: string }).value, 'Gelukt');
  });

  it('says that it is busy when a route takes long, and gives its answer to the next click', async () => {
    let finish = (_ran: Ran): void => {};
    answer = () => new Promise<Ran>((resolve) => (finish = resolve));
    const { body } = await bot.deliver(clickBy(anna, 'more', { form: 'f' }));
    deepStrictEqual((body as { value: string }).value, 'We zijn ermee bezig. Kijk over een paar tellen nog eens.');
    finish(saying('Klaar'));
    const next = await bot.deliver(clickBy(anna, 'more', { form: 'f' }));
    deepStrictEqual((next.body as { value: string }).value, 'Klaar');
    equal(toy.seen.length, 1);
    equal(bot.lines.filter(({ msg, outcome }) => msg === 'turn' && outcome === 'said').length, 1);
  });

  it('posts the late answer to a sentence after all', async () => {
    answer = async () => {
      await pause(300);
      return saying('Klaar');
    };
    await bot.deliver(sentenceFrom(anna, 'hoi daar'));
    await bot.edge.close();
    deepStrictEqual(
      bot.teams.calls.map(({ body }) => body['text']),
      ['We zijn ermee bezig. Kijk over een paar tellen nog eens.', 'Klaar'],
    );
  });
});

describe('once', () => {
  it('keeps a bounded number of results', async () => {
    const results = once<number>({ clock: handClock(), forMs: 1_000, limit: 10 });
    for (let each = 0; each < 1_000; each++) await results.run(String(each), async () => each);
    equal(results.size(), 10);
  });

  it('passes a fault on to everybody who waits, and runs anew for the next', async () => {
    const results = once<string>({ clock: handClock(), forMs: 1_000, limit: 10 });
    const fail = () => Promise.reject(new Error('no'));
    const both = await Promise.allSettled([results.run('k', fail), results.run('k', async () => 'not run')]);
    deepStrictEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    equal(await results.run('k', async () => 'run'), 'run');
  });
});

describe('a command id', () => {
  const click = { actor: 'a', door: 'action', verb: 'v', form: 'f', data: {} };
  it('does not depend on the order in which a client sends its inputs', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const turned = Object.fromEntries(Object.entries(data).toReversed());
        equal(commandIdOf({ ...click, data }), commandIdOf({ ...click, data: turned }));
      }),
    );
  });

  it('differs when anything in the data does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        fc.pre(JSON.stringify(left) !== JSON.stringify(right));
        fc.pre(typeof left !== 'object' || typeof right !== 'object');
        notDeepStrictEqual(commandIdOf({ ...click, data: { left } }), commandIdOf({ ...click, data: { left: right } }));
      }),
    );
  });
});
