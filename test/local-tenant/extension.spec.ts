import assert from 'node:assert/strict';
import {
  at,
  type Bench,
  cardOf,
  chatOf,
  general,
  hanna,
  jan,
  marieke,
  openBench,
  refusalOf,
  say,
} from './support/bench.ts';

const adaptive = 'application/vnd.microsoft.card.adaptive';
const thumbnail = 'application/vnd.microsoft.card.thumbnail';
const attachment = (title: string) => ({
  ...{ contentType: adaptive, content: cardOf(title) },
  preview: { contentType: thumbnail, content: { title, text: '' } },
});
const resultOf = (...titles: readonly string[]) => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: titles.map(attachment) },
});

describe('local tenant: the message extension', () => {
  let bench: Bench;
  let answer: unknown;
  before(async () => {
    bench = await openBench();
    bench.bot.answerWith(({ type }) => (type === 'invoke' ? { status: 200, body: answer } : { status: 200 }));
    await bench.tenant.connectBot(bench.bot.url);
  });
  after(() => bench.close());
  beforeEach(() => {
    answer = undefined;
  });

  const invokes = () => bench.bot.received.filter(({ type }) => type === 'invoke');
  const lastInvoke = () => invokes().at(-1) ?? {};
  const as = (person: string, path: string, body: object) => bench.api(`/api/as/${person}/${path}`, body);
  const posted = async (text: string) => String(at(await say(bench, [jan, general], { text }), 'id'));

  describe('a search', () => {
    it('says in which conversation it was done, and which page is asked for', async () => {
      answer = resultOf('LI-1');
      const found = await as(jan, 'search', { command: 'searchCases', query: 'LI', conversation: general, skip: 25 });
      assert.deepEqual(found.body, { results: [{ title: 'LI-1', text: '', card: cardOf('LI-1') }] });
      assert.deepEqual(
        [at(lastInvoke(), 'conversation.id'), at(lastInvoke(), 'value.queryOptions')],
        [general, { skip: 25, count: 25 }],
      );
    });

    it('is refused in a conversation of others', async () => {
      const count = invokes().length;
      const search = { command: 'searchCases', query: '', conversation: chatOf(hanna) };
      assert.deepEqual(refusalOf(await as(jan, 'search', search)), [403, 'NoChat']);
      assert.equal(invokes().length, count);
    });
  });

  describe('a card out of it', () => {
    it('is posted as a message of who found it, with or without words, and is no sentence to the bot', async () => {
      const heard = bench.bot.received.filter(({ type }) => type === 'message').length;
      const { body } = await as(hanna, `conversations/${chatOf(hanna)}/messages`, { text: '', card: cardOf('LI-1') });
      assert.deepEqual([at(body, 'cards'), at(body, 'text'), at(body, 'from.id')], [[cardOf('LI-1')], '', hanna]);
      assert.equal(bench.bot.received.filter(({ type }) => type === 'message').length, heard);
    });

    it('is refused when it is larger than Teams takes, and so is a message of nothing', async () => {
      const path = `conversations/${chatOf(hanna)}/messages`;
      const large = { text: '', card: { ...cardOf('x'), more: 'x'.repeat(29_000) } };
      assert.deepEqual(refusalOf(await as(hanna, path, large)), [400, 'BadMessage']);
      assert.deepEqual(refusalOf(await as(hanna, path, { text: ' ' })), [400, 'BadMessage']);
    });
  });

  describe('a command for a message', () => {
    it('brings the message to the bot as Teams does', async () => {
      answer = { task: { type: 'continue', value: { title: 'Taak', card: { content: cardOf('vul in') } } } };
      const message = await posted('Bel <b>de</b> school\nvandaag');
      const opened = await as(jan, `messages/${message}/command`, { command: 'taskFromMessage' });
      assert.deepEqual(opened.body, { type: 'open', title: 'Taak', card: cardOf('vul in') });
      const { commandId, commandContext, messagePayload } = at(lastInvoke(), 'value') as Record<string, unknown>;
      assert.deepEqual(
        [at(lastInvoke(), 'name'), commandId, commandContext, at(lastInvoke(), 'conversation.id')],
        ['composeExtension/fetchTask', 'taskFromMessage', 'message', `${general};messageid=${message}`],
      );
      assert.deepEqual(
        [at(messagePayload, 'id'), at(messagePayload, 'body.content'), at(messagePayload, 'from.user.id')],
        [message, '<div>Bel &lt;b&gt;de&lt;/b&gt; school<br>vandaag</div>', jan],
      );
      const link = new URL(String(at(messagePayload, 'linkToMessage')));
      const led = await fetch(`${link.href}?als=${jan}`, { redirect: 'manual' });
      assert.equal(led.headers.get('location'), `/?${new URLSearchParams({ gesprek: general, als: jan }).toString()}`);
    });

    it('passes on what is filled in, and gives back what goes into a message', async () => {
      answer = resultOf('Taak');
      const message = await posted('Bel de school');
      const data = { verb: 'send', title: 'Bellen' };
      const sent = await as(jan, `messages/${message}/command/submit`, { command: 'taskFromMessage', data });
      assert.deepEqual(sent.body, { type: 'insert', title: 'Taak', card: cardOf('Taak') });
      assert.deepEqual(
        [at(lastInvoke(), 'name'), at(lastInvoke(), 'value.data'), at(lastInvoke(), 'value.messagePayload.id')],
        ['composeExtension/submitAction', data, message],
      );
    });

    it('shows what cannot be shown as such', async () => {
      const message = await posted('Bel de school');
      const submit = () =>
        as(jan, `messages/${message}/command/submit`, { command: 'taskFromMessage', data: {} }).then(
          ({ body }) => body,
        );
      answer = { composeExtension: { type: 'message', text: 'Dat kan nu niet.' } };
      assert.deepEqual(await submit(), { type: 'text', text: 'Dat kan nu niet.' });
      answer = resultOf();
      assert.equal(at(await submit(), 'type'), 'error');
      answer = {};
      assert.deepEqual(await submit(), { type: 'close' });
    });

    it('is refused for a message of a conversation of others', async () => {
      const { body } = await as(marieke, `conversations/${chatOf(marieke)}/messages`, { text: 'geheim' });
      const path = `messages/${String(at(body, 'id'))}/command`;
      assert.deepEqual(refusalOf(await as(hanna, path, { command: 'taskFromMessage' })), [403, 'NotAMember']);
    });
  });
});
