import { deepStrictEqual, equal, notEqual, ok } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { TurnState } from '@microsoft/teams-ai';
import sinon from 'sinon';
import { card } from '../../src/teams/cards.ts';
import { connectors } from '../../src/teams/connectors.ts';
import type { Inbound, Ran } from '../../src/teams/routes.ts';
import { anna, type Bot, channelConversation, clickBy, sentenceFrom, startBot } from '../support/teams-bot.ts';
import { counterCard, saying, toyRoutes } from '../support/teams-toy.ts';

const refreshing = card<Readonly<{ count: number }>>({
  name: 'refreshing',
  template: {
    type: 'AdaptiveCard',
    fallbackText: '${t.title}',
    refresh: { action: { type: 'Action.Execute', verb: 'look' }, userIds: [] },
    body: [{ type: 'TextBlock', text: '${string(count)}', wrap: true }],
  },
  texts: { nl: { title: 'Teller' }, en: { title: 'Counter' } },
  view: ({ count }) => ({ count }),
});

/** What the SDKs would do if they were let: each of these was a fault once, theirs or in a bot like ours. */
describe('the bot SDK', () => {
  let bot: Bot;
  let answer: (inbound: Inbound) => Ran | Promise<Ran>;
  beforeEach(async () => {
    const toy = toyRoutes((inbound) => answer(inbound));
    bot = await startBot({ ...toy, cards: [counterCard.definition, refreshing.definition] });
  });
  afterEach(async () => {
    sinon.restore();
    await bot.close();
  });

  it('answers every one of sixteen turns that run at once in one conversation', async () => {
    const all = Promise.withResolvers<undefined>();
    let begun = 0;
    answer = async () => {
      const turn = ++begun;
      if (turn === 16) all.resolve(undefined);
      // Without an end the bot could not be closed when they do not all come.
      await Promise.race([all.promise, pause(1_500)]);
      return saying(`Antwoord ${turn}`);
    };
    const turns = Array.from({ length: 16 }, () => bot.deliver(sentenceFrom(anna, 'hoi daar', channelConversation)));
    deepStrictEqual(
      (await Promise.all(turns)).map(({ status }) => status),
      Array.from({ length: 16 }, () => 200),
    );
    deepStrictEqual(
      bot.teams.calls.map(({ body }) => String(body['text'])).sort(),
      Array.from({ length: 16 }, (_, index) => `Antwoord ${index + 1}`).sort(),
    );
  });

  it('has no storage for the state of a conversation or a person', async () => {
    const load = sinon.spy(TurnState.prototype, 'load');
    const save = sinon.spy(TurnState.prototype, 'save');
    answer = () => saying('Dag');
    await bot.deliver(sentenceFrom(anna, 'hoi daar'));
    await bot.deliver(clickBy(anna, 'more'));
    equal(load.callCount, 2);
    deepStrictEqual(
      [...load.args, ...save.args].map(([, storage]) => storage),
      [undefined, undefined, undefined, undefined],
    );
  });

  it('answers a click with a card that refreshes itself at once, without updating the message first', async () => {
    answer = () => ({ answer: { type: 'card', card: refreshing.show({ count: 2 }) }, outcome: 'counted' });
    // The second time because the SDK remembers that a card had `refresh`.
    for (const turn of [1, 2]) {
      bot.teams.fail('hang');
      const { status, body } = await bot.deliver({ ...clickBy(anna, 'more'), ...channelConversation, replyToId: 'm1' });
      equal(status, 200);
      ok(JSON.stringify(body).includes('"refresh"'), `turn ${turn}`);
    }
    deepStrictEqual(bot.teams.calls, []);
  });
});

describe('clients of the connector', () => {
  const token = async (): Promise<string> => 'token';

  it('are made once for each service URL', () => {
    const connect = connectors(token);
    const first = connect('https://smba.example/emea/');
    notEqual(connect('https://smba.example/amer/'), first);
    equal(connect('https://smba.example/emea/'), first);
  });

  it('are made anew for a service URL that was not used for long, so that nobody can fill the memory', () => {
    const connect = connectors(token);
    const first = connect('https://smba.example/0/');
    for (let other = 1; other <= 50; other++) connect(`https://smba.example/${other}/`);
    notEqual(connect('https://smba.example/0/'), first);
  });
});
