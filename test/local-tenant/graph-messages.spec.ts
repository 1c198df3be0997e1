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
  limburg,
  openBench,
  pieter,
  refusalOf,
  say,
  textAt,
} from './support/bench.ts';

describe('local tenant: messages and people in Graph', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it("finds the bot's card back in a person's chat", async () => {
    const id = await botSays(bench, chatOf(hanna), cardActivity(cardOf('dag'), 'hallo <b>'));
    const installed = await bench.graph(`/users/${hanna}/teamwork/installedApps?$expand=teamsApp`);
    assert.equal(at(installed.body, 'value.0.teamsApp.id'), bench.tenant.teamsAppId);
    const installation = encodeURIComponent(textAt(installed.body, 'value.0.id'));
    const chat = await bench.graph(`/users/${hanna}/teamwork/installedApps/${installation}/chat`);
    const { body } = await bench.graph(`/chats/${encodeURIComponent(textAt(chat.body, 'id'))}/messages?$top=50`);
    assert.deepEqual(body, {
      value: [
        {
          id,
          replyToId: null,
          messageType: 'message',
          createdDateTime: at(body, 'value.0.createdDateTime'),
          deletedDateTime: null,
          from: {
            application: { id: bench.tenant.appId, displayName: 'Doorbraak', applicationIdentityType: 'bot' },
            user: null,
          },
          body: { contentType: 'html', content: `hallo &lt;b&gt;<attachment id="${id}-0"></attachment>` },
          attachments: [
            {
              id: `${id}-0`,
              contentType: 'application/vnd.microsoft.card.adaptive',
              contentUrl: null,
              content: JSON.stringify(cardOf('dag')),
              name: null,
            },
          ],
        },
      ],
    });
  });

  it('lists threads newest first, with replies when asked', async () => {
    const root = await say(bench, [jan, general], { text: 'eerste' });
    const reply = await botSays(bench, `${general};messageid=${root.id}`, { type: 'message', text: 'antwoord' });
    const second = await say(bench, [jan, general], { text: 'tweede' });
    const path = `/teams/${limburg}/channels/${general}/messages`;
    const plain = await bench.graph(path);
    assert.deepEqual([at(plain.body, 'value.0.id'), at(plain.body, 'value.1.id')], [second.id, root.id]);
    assert.equal(at(plain.body, 'value.1.replies'), undefined);
    const expanded = await bench.graph(`${path}?$expand=replies`);
    assert.equal(at(expanded.body, 'value.1.replies.0.id'), reply);
    const replies = await bench.graph(`${path}/${root.id}/replies`);
    assert.deepEqual([at(replies.body, 'value.0.replyToId'), at(replies.body, 'value.1')], [root.id, undefined]);
  });

  it('keeps targeted messages out of the lists', async () => {
    const path = `/conversations/${encodeURIComponent(general)}/activities?isTargetedActivity=true`;
    await bench.connector(path, { type: 'message', text: 'alleen jij', recipient: { id: jan } });
    const { body } = await bench.graph(`/teams/${limburg}/channels/${general}/messages`);
    assert.deepEqual(body, { value: [] });
  });

  it('knows the people of its own tenant, by id or user principal name', async () => {
    const wanted = {
      id: hanna,
      displayName: 'Hanna Bosman',
      givenName: 'Hanna',
      surname: 'Bosman',
      mail: 'hanna.bosman@demeren.example',
      userPrincipalName: 'hanna.bosman@demeren.example',
      userType: 'Member',
    };
    assert.deepEqual((await bench.graph(`/users/${hanna}`)).body, wanted);
    assert.deepEqual((await bench.graph('/users/hanna.bosman@demeren.example')).body, wanted);
    assert.deepEqual(refusalOf(await bench.graph(`/users/${pieter}`)), [404, 'NotFound']);
    assert.deepEqual(refusalOf(await bench.graph('/chats/nothing/messages')), [404, 'NotFound']);
  });
});
