import assert from 'node:assert/strict';
import { at, type Bench, chatOf, general, hanna, openBench, pieter, say } from './support/bench.ts';

describe('local tenant: delivery to the bot', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const messages = (count: number): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    bench.bot.wait(({ type }) => type === 'message', count);

  it('tells the bot once that it is installed with every person and in every team', async () => {
    const { tenant, bot } = bench;
    await tenant.connectBot(bot.url);
    const installs = bot.received.filter(({ type }) => type === 'installationUpdate');
    assert.equal(installs.length, 40 + 9);
    const personal = bot.received.filter((activity) => at(activity, 'conversation.id') === chatOf(hanna));
    assert.deepEqual(
      personal.map(({ type, action, membersAdded }) => [type, action, membersAdded]),
      [
        ['installationUpdate', 'add', undefined],
        ['conversationUpdate', undefined, [{ id: `28:${tenant.appId}`, name: 'Doorbraak' }]],
      ],
    );
    const [team] = installs.filter((activity) => at(activity, 'conversation.id') === general);
    assert.deepEqual(
      [at(team, 'from.name'), at(team, 'channelData.team.aadGroupId'), at(team, 'channelData.settings')],
      [
        'Marieke Jansen',
        '10000000-0000-4000-8000-000000000008',
        { selectedChannel: { id: general, name: 'Algemeen', type: 'standard' } },
      ],
    );
    assert.ok(!installs.some((activity) => at(activity, 'from.aadObjectId') === pieter));
    const before = bot.received.length;
    await tenant.connectBot(bot.url);
    assert.equal(bot.received.length, before);
  });

  it('delivers a message again, with the same id, when the bot fails', async () => {
    const { tenant, bot } = bench;
    await tenant.connectBot(bot.url);
    let failures = 1;
    bot.answerWith(({ type }) => ({ status: type === 'message' && failures-- > 0 ? 500 : 200 }));
    const { id } = await say(bench, [hanna, chatOf(hanna)], { text: 'hallo' });
    const copies = await messages(2);
    assert.deepEqual(
      copies.map((activity) => activity['id']),
      [id, id],
    );
  });

  it('does not deliver again what the bot refused', async () => {
    const { tenant, bot, api } = bench;
    await tenant.connectBot(bot.url);
    bot.answerWith(({ type }) => ({ status: type === 'message' ? 403 : 200 }));
    await say(bench, [hanna, chatOf(hanna)], { text: 'een' });
    await messages(1);
    bot.answerWith(() => ({ status: 200 }));
    await say(bench, [hanna, chatOf(hanna)], { text: 'twee' });
    assert.deepEqual(
      (await messages(2)).map(({ text }) => text),
      ['een', 'twee'],
    );
    const calls = (await api('/api/tenant/log')).body as readonly object[];
    assert.deepEqual(
      calls.filter((entry) => at(entry, 'call') === 'message').map((entry) => at(entry, 'direction')),
      ['to-bot', 'to-bot'],
    );
  });

  it('keeps a message when no bot is connected', async () => {
    const { id } = await say(bench, [hanna, chatOf(hanna)], { text: 'is daar iemand?' });
    assert.ok(id);
    assert.deepEqual(bench.bot.received, []);
  });

  it('delivers copies when asked, with the same id or with new ones', async () => {
    const { tenant, bot, api } = bench;
    await tenant.connectBot(bot.url);
    await api('PUT /api/tenant/faults', { deliver: { times: 3 } });
    await say(bench, [hanna, chatOf(hanna)], { text: 'een' });
    assert.equal(new Set((await messages(3)).map((activity) => activity['id'])).size, 1);
    await api('PUT /api/tenant/faults', { deliver: { times: 3, newId: true } });
    await say(bench, [hanna, chatOf(hanna)], { text: 'twee' });
    const twice = (await messages(6)).filter(({ text }) => text === 'twee');
    assert.equal(new Set(twice.map((activity) => activity['id'])).size, 3);
  });
});
