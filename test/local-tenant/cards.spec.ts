import assert from 'node:assert/strict';
import {
  at,
  type Bench,
  botSays,
  cardActivity,
  cardOf,
  chatOf,
  general,
  hanna,
  jan,
  openBench,
  pieter,
  refusalOf,
} from './support/bench.ts';
import type { BotReply } from './support/recording-bot.ts';

const card = 'application/vnd.microsoft.card.adaptive';

describe('local tenant: clicking on cards', () => {
  let bench: Bench;
  let message: string;
  beforeEach(async () => {
    bench = await openBench();
    await bench.tenant.connectBot(bench.bot.url);
    message = await botSays(bench, chatOf(hanna), cardActivity(cardOf('kies')));
  });
  afterEach(() => bench.close());

  const click = async (what: string, body: object, reply: BotReply): Promise<unknown> => {
    bench.bot.answerWith(({ type }) => (type === 'invoke' ? reply : { status: 200 }));
    return (await bench.api(`/api/as/${hanna}/messages/${message}/${what}`, body)).body;
  };
  const act = (reply: BotReply): Promise<unknown> => click('action', { verb: 'vote', data: { choice: 'yes' } }, reply);
  const open = (reply: BotReply): Promise<unknown> => click('dialog', { data: { verb: 'details' } }, reply);

  it('brings an Action.Execute to the bot as an invoke', async () => {
    await act({ status: 200 });
    const [invoke] = await bench.bot.wait(({ type }) => type === 'invoke');
    assert.deepEqual(
      [at(invoke, 'name'), at(invoke, 'value'), at(invoke, 'replyToId'), at(invoke, 'from.aadObjectId')],
      [
        'adaptiveCard/action',
        { action: { type: 'Action.Execute', verb: 'vote', data: { choice: 'yes' } }, trigger: 'manual' },
        message,
        hanna,
      ],
    );
  });

  it('passes on a card, a text, an error and nothing', async () => {
    const answer = (type: string, value: unknown, statusCode = 200): BotReply => ({
      status: 200,
      body: { statusCode, type, value },
    });
    assert.deepEqual(await act(answer(card, cardOf('dank'))), { type: 'card', card: cardOf('dank') });
    assert.deepEqual(await act(answer('application/vnd.microsoft.activity.message', 'Gedaan.')), {
      type: 'text',
      text: 'Gedaan.',
    });
    assert.deepEqual(
      await act(answer('application/vnd.microsoft.error', { code: 'BadRequest', message: 'Mag niet.' }, 400)),
      { type: 'error', text: 'Mag niet.', status: 400 },
    );
    assert.deepEqual(await act(answer('application/vnd.microsoft.activity.message', '')), { type: 'nothing' });
    assert.deepEqual(await act({ status: 200 }), { type: 'nothing' });
  });

  it('shows an error when the bot fails or answers in no known shape', async () => {
    const failed = 'Er ging iets mis. Probeer het opnieuw.';
    assert.deepEqual(await act({ status: 500 }), { type: 'error', text: failed, status: 500 });
    assert.deepEqual(await act({ status: 200, body: { type: 'carousel' } }), {
      type: 'error',
      text: 'De app gaf een antwoord dat Teams niet kan tonen.',
      status: 502,
    });
    await bench.bot.close();
    assert.deepEqual(await act({ status: 200 }), {
      type: 'error',
      text: 'De app reageert niet. Probeer het later opnieuw.',
      status: 504,
    });
  });

  it('opens a dialog, shows its text, closes it', async () => {
    const task = (type: string, value: unknown): BotReply => ({ status: 200, body: { task: { type, value } } });
    const shown = { title: 'Details', card: { contentType: card, content: cardOf('meer') } };
    assert.deepEqual(await open(task('continue', shown)), { type: 'open', title: 'Details', card: cardOf('meer') });
    assert.deepEqual(await open(task('message', 'Klaar.')), { type: 'text', text: 'Klaar.' });
    assert.deepEqual(await click('dialog/submit', { data: { note: 'x' } }, { status: 200 }), { type: 'close' });
    const [fetched, , submitted] = await bench.bot.wait(({ type }) => type === 'invoke', 3);
    assert.deepEqual(
      [fetched, submitted].map((invoke) => [at(invoke, 'name'), at(invoke, 'value')]),
      [
        ['task/fetch', { data: { verb: 'details' }, context: { theme: 'default' } }],
        ['task/submit', { data: { note: 'x' }, context: { theme: 'default' } }],
      ],
    );
  });

  it('brings an Action.Submit to the bot as a message with a value', async () => {
    const submitted = await bench.api(`/api/as/${hanna}/messages/${message}/submit`, { data: { verb: 'vote' } });
    assert.equal(submitted.status, 204);
    const [activity] = await bench.bot.wait(({ value }) => value !== undefined);
    assert.deepEqual(
      [at(activity, 'type'), at(activity, 'value'), at(activity, 'replyToId'), at(activity, 'text')],
      ['message', { verb: 'vote' }, message, undefined],
    );
  });

  it('takes a thumb only below a message that asks for it', async () => {
    const loop = { channelData: { feedbackLoop: { type: 'default' } } };
    const asking = await botSays(bench, chatOf(hanna), { type: 'message', text: 'Dit bedoel je.', ...loop });
    bench.bot.answerWith(() => ({ status: 200 }));
    const give = (id: string, body: object) => bench.api(`/api/as/${hanna}/messages/${id}/feedback`, body);
    assert.deepEqual((await give(asking, { reaction: 'like' })).body, { type: 'close' });
    const [invoke] = await bench.bot.wait(({ type }) => type === 'invoke');
    assert.deepEqual(
      [at(invoke, 'name'), at(invoke, 'value'), at(invoke, 'replyToId')],
      [
        'message/submitAction',
        { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{"feedbackText":""}' } },
        asking,
      ],
    );
    assert.deepEqual(refusalOf(await give(message, { reaction: 'like' })), [400, 'NoThumbs']);
    assert.deepEqual(refusalOf(await give(asking, { reaction: 'wow' })), [400, 'BadFeedback']);
  });

  it('finds what a person searches', async () => {
    const preview = {
      contentType: 'application/vnd.microsoft.card.hero',
      content: { title: 'LI-1', text: 'in triage' },
    };
    const attachments = [{ contentType: card, content: cardOf('LI-1'), preview }];
    bench.bot.answerWith(() => ({
      status: 200,
      body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
    }));
    const found = await bench.api(`/api/as/${hanna}/search`, { command: 'zoek', query: 'LI' });
    assert.deepEqual(found.body, { results: [{ title: 'LI-1', text: 'in triage', card: cardOf('LI-1') }] });
    const [invoke] = await bench.bot.wait(({ type }) => type === 'invoke');
    assert.deepEqual(at(invoke, 'value'), {
      commandId: 'zoek',
      parameters: [{ name: 'query', value: 'LI' }],
      queryOptions: { skip: 0, count: 25 },
    });
  });

  it('says the thread of a card in a channel', async () => {
    const posted = await bench.connector('/conversations', {
      isGroup: true,
      channelData: { channel: { id: general } },
      activity: cardActivity(cardOf('stem')),
    });
    await bench.api(`/api/as/${jan}/messages/${String(at(posted.body, 'activityId'))}/action`, { verb: 'v', data: {} });
    const [invoke] = await bench.bot.wait(({ type }) => type === 'invoke');
    assert.equal(at(invoke, 'conversation.id'), at(posted.body, 'id'));
  });

  it("refuses a card in somebody else's chat, one that is gone, and a search without a chat", async () => {
    const body = { verb: 'vote', data: {} };
    assert.deepEqual(refusalOf(await bench.api(`/api/as/${jan}/messages/${message}/action`, body)), [
      403,
      'NotAMember',
    ]);
    assert.deepEqual(refusalOf(await bench.api(`/api/as/${hanna}/messages/${message}/action`, {})), [400, 'BadAction']);
    await bench.connector(`DELETE /conversations/${chatOf(hanna)}/activities/${message}`);
    const gone = await bench.api(`/api/as/${hanna}/messages/${message}/action`, body);
    assert.deepEqual(refusalOf(gone), [404, 'UnknownMessage']);
    const search = await bench.api(`/api/as/${pieter}/search`, { command: 'zoek', query: 'x' });
    assert.deepEqual(refusalOf(search), [403, 'NoChat']);
    assert.deepEqual(
      bench.bot.received.filter(({ type }) => type === 'invoke'),
      [],
    );
  });
});
