import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import pino from 'pino';
import { showCard } from '../../src/core/effect.ts';
import { personId, streamId } from '../../src/core/ids.ts';
import { type Outcome } from '../../src/store/effect-queue.ts';
import { startWorker } from '../../src/store/effects-worker.ts';
import { commit } from '../support/store-samples.ts';
import { anna, bram, sentenceFrom, tenant } from '../support/teams-bot.ts';
import { cardIn, caseChannel, counterStream, showingCards, textIn } from '../support/teams-card-runs.ts';
import { counterJson, withoutForm } from '../support/teams-toy.ts';

describe('showing a card', () => {
  const { bot, run, sent, restart, state } = showingCards();

  it('opens a chat with somebody who never spoke to the bot, and posts the card there', async () => {
    const outcome = await run();
    deepStrictEqual(sent(), ['POST /v3/conversations', `POST /v3/conversations/chat-${anna}/activities`]);
    deepStrictEqual(bot().teams.calls[0]?.body, {
      isGroup: false,
      bot: { id: `28:${bot().settings.appId}`, name: 'Doorbraak' },
      tenantId: tenant,
      members: [{ id: anna, name: '' }],
      channelData: { tenant: { id: tenant } },
    });
    ok(outcome.done && outcome.keep);
    const { contentHash, ...where } = outcome.keep.value;
    deepStrictEqual([outcome.keep.key, where], ['message-count', { conversationId: `chat-${anna}`, activityId: 'm2' }]);
    equal(typeof contentHash, 'string');
  });

  it('sends the card of now with a marker on its first element, and a notification that tells nothing', async () => {
    await state({ count: 7 });
    await run();
    const { body } = bot().teams.calls[1]!;
    deepStrictEqual([body['summary'], body['locale']], ['Teller', 'nl']);
    const { body: elements, ...card } = cardIn(bot().teams.calls[1]);
    const [{ id, ...first } = { id: '' }] = elements as { id: string }[];
    ok(id.startsWith('m-'));
    deepStrictEqual(withoutForm({ ...card, body: [first] }), withoutForm(counterJson(7)));
  });

  it('uses the chat, the address and the language that the person last used', async () => {
    await bot().deliver(sentenceFrom(anna, 'hi', { locale: 'en-US' }));
    await run();
    deepStrictEqual(sent().slice(1), [`POST /v3/conversations/chat-of-${anna}/activities`]);
    equal(textIn(bot().teams.calls[1]), 'Counter 1');
  });

  it('begins a thread in a caseChannel, in Dutch', async () => {
    const outcome = await run({ to: caseChannel });
    deepStrictEqual(sent(), ['POST /v3/conversations']);
    const { activity: _card, ...where } = bot().teams.calls[0]!.body;
    deepStrictEqual(where, {
      isGroup: true,
      bot: { id: `28:${bot().settings.appId}`, name: 'Doorbraak' },
      tenantId: tenant,
      channelData: { channel: { id: caseChannel.channelId }, tenant: { id: tenant } },
    });
    equal(textIn(bot().teams.calls[0]), 'Teller 1');
    ok(outcome.done);
    equal(outcome.keep?.value['conversationId'], '19:case@thread.tacv2;messageid=m1');
  });

  it('replies in the thread of another slot, and waits while that is not posted', async () => {
    await restart();
    const reply = { slot: 'reply', to: { ...caseChannel, threadOf: 'count' } };
    deepStrictEqual(await run(reply), {
      done: false,
      error: 'reply replies in the thread of count, which was not posted yet',
      ambiguous: false,
      afterMs: 5_000,
    });
    await run({ to: caseChannel });
    await run(reply);
    deepStrictEqual(sent(), [
      'POST /v3/conversations',
      'POST /v3/conversations/19:case@thread.tacv2;messageid=m1/activities',
    ]);
  });

  it('does nothing when there is nothing to show, or nothing any more', async () => {
    await state({ count: 1, hidden: true });
    deepStrictEqual(await run(), { done: true });
    deepStrictEqual(await run({}, { stream: streamId('counter', 'purged') }), { done: true });
    deepStrictEqual(bot().teams.calls, []);
  });

  it('parks what can never be sent', async () => {
    const parked = async (outcome: Promise<Outcome>, error: RegExp) => {
      const given = await outcome;
      ok('park' in given);
      match(given.error, error);
    };
    await parked(run({ card: 'nowhere' }), /no card is named nowhere/);
    await parked(run({}, { data: { slot: 3 } }), /not that of a card/);
    await state({ count: 'x'.repeat(45_000) });
    await parked(run(), /card counter is \d+ bytes; Teams takes 81920/);
    deepStrictEqual(bot().teams.calls, []);
  });

  describe('that was posted before', () => {
    beforeEach(async () => {
      await restart();
      await run();
    });
    const later = () => sent().slice(2);

    it('updates the message when what people see has changed', async () => {
      await state({ count: 2 });
      const outcome = await run();
      deepStrictEqual(later(), [`PUT /v3/conversations/chat-${anna}/activities/m2`]);
      equal(textIn(bot().teams.calls[2]), 'Teller 2');
      ok(outcome.done);
      equal(outcome.keep?.value['activityId'], 'm2');
    });

    it('sends nothing when it has not', async () => {
      await state({ count: 1, unseen: true });
      deepStrictEqual(await run(), { done: true });
      deepStrictEqual(later(), []);
    });

    it('posts it anew when somebody deleted the message', async () => {
      await state({ count: 2 });
      bot().teams.fail({ status: 404 });
      const outcome = await run();
      deepStrictEqual(later(), [
        `PUT /v3/conversations/chat-${anna}/activities/m2`,
        `POST /v3/conversations/chat-${anna}/activities`,
      ]);
      ok(outcome.done);
      equal(outcome.keep?.value['activityId'], 'm3');
    });

    it('updates it at most once a second', async () => {
      await state({ count: 2 });
      await run();
      await state({ count: 3 });
      const outcome = await run();
      ok(!outcome.done && 'again' in outcome && outcome.afterMs > 0 && outcome.afterMs <= 1_000);
      equal(later().length, 1);
    });
  });

  it('is brought by the worker: posted once, then updated, whatever number of changes came in between', async () => {
    const { edge, store, teams } = bot();
    const change = (count: number) =>
      commit(store, {
        stream: counterStream,
        type: 'counter',
        state: { count },
        effects: [showCard({ slot: 'count', card: 'counter', to: caseChannel })],
      });
    const log = pino({ level: 'silent' });
    await change(2);
    const worker = startWorker({
      queue: store,
      runners: edge.runners,
      clock: { now: () => new Date() },
      log,
      owner: 'w',
    });
    await worker.idle();
    for (const count of [3, 4, 5]) await change(count);
    await worker.idle();
    await worker.stop();
    deepStrictEqual(sent(), [
      'POST /v3/conversations',
      'PUT /v3/conversations/19:case@thread.tacv2;messageid=m1/activities/m1',
    ]);
    equal(textIn(teams.calls[1]), 'Teller 5');
  });

  it('sends at most seven a second to one place, and says when to come again', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 9 }, (_, index) => run({ slot: `s${index}`, to: caseChannel })),
    );
    const held = outcomes.filter((outcome) => !outcome.done);
    equal(bot().teams.calls.length, 7);
    equal(held.length, 2);
    ok(held.every((outcome) => 'again' in outcome && outcome.afterMs > 0 && outcome.afterMs <= 2_000));
    ok((await run({ slot: 'elsewhere', to: { person: personId(bram) } })).done);
  });
});
