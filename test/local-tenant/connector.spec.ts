import assert from 'node:assert/strict';
import {
  type Answered,
  at,
  type Bench,
  botSays,
  cardActivity,
  cardOf,
  chatOf,
  enableApp,
  fatima,
  finishedChannel,
  general,
  graphMember,
  hanna,
  ilse,
  jan,
  limburg,
  marieke,
  openBench,
  otherTenant,
  pieter,
  privateChannel,
  refusalOf,
  say,
  sharedChannel,
  textAt,
  threadsOf,
} from './support/bench.ts';

describe('local tenant: the connector', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const newThread = (channel: string, activity: object = cardActivity(cardOf('x'))): Promise<Answered> =>
    bench.connector('/conversations', { isGroup: true, channelData: { channel: { id: channel } }, activity });

  it('gives one person the same chat every time, by either id', async () => {
    const byObjectId = await bench.connector('/conversations', { members: [{ id: hanna }], isGroup: false });
    const byAccount = await bench.connector('/conversations', { members: [{ id: `29:${hanna}` }], isGroup: false });
    assert.deepEqual([byObjectId.status, byObjectId.body], [201, { id: chatOf(hanna) }]);
    assert.deepEqual(byAccount.body, byObjectId.body);
  });

  it('refuses a chat with a person of another tenant, with nobody and with several', async () => {
    const chatWith = (...members: string[]): Promise<Answered> =>
      bench.connector('/conversations', { members: members.map((id) => ({ id })) });
    assert.deepEqual(refusalOf(await chatWith(pieter)), [403, 'ForbiddenOperationException']);
    assert.deepEqual(refusalOf(await chatWith('nobody')), [400, 'BadArgument']);
    assert.deepEqual(refusalOf(await chatWith(hanna, jan)), [400, 'BadArgument']);
  });

  it('begins a thread in a channel and answers in it', async () => {
    const { status, body } = await newThread(general);
    const root = textAt(body, 'activityId');
    assert.deepEqual([status, body], [201, { id: `${general};messageid=${root}`, activityId: root }]);
    const reply = await botSays(bench, `${general};messageid=${root}`, { type: 'message', text: 'meer' });
    const threads = await threadsOf(bench, jan, general);
    assert.deepEqual(
      threads.map(({ root: { id }, replies }) => [id, replies.map((message) => message.id)]),
      [[root, [reply]]],
    );
  });

  it('puts the thread with the newest message last', async () => {
    const first = textAt((await newThread(general)).body, 'activityId');
    const second = textAt((await newThread(general)).body, 'activityId');
    await botSays(bench, `${general};messageid=${first}`, { type: 'message', text: 'nog iets' });
    const threads = await threadsOf(bench, jan, general);
    assert.deepEqual(
      threads.map(({ root }) => root.id),
      [second, first],
    );
  });

  it('updates and deletes what the bot said', async () => {
    const id = await botSays(bench, chatOf(hanna), { type: 'message', text: 'een' });
    const path = `/conversations/${chatOf(hanna)}/activities/${id}`;
    const updated = await bench.connector(`PUT ${path}`, cardActivity(cardOf('twee')));
    assert.deepEqual([updated.status, updated.body], [200, { id }]);
    const [edited] = await threadsOf(bench, hanna, chatOf(hanna));
    assert.deepEqual([edited?.root.text, edited?.root.cards, edited?.root.edited], ['', [cardOf('twee')], true]);
    assert.equal((await bench.connector(`DELETE ${path}`)).status, 200);
    const [deleted] = await threadsOf(bench, hanna, chatOf(hanna));
    assert.deepEqual([deleted?.root.cards, deleted?.root.deleted], [[], true]);
    const again = await bench.connector(`PUT ${path}`, { type: 'message', text: 'drie' });
    assert.deepEqual(refusalOf(again), [404, 'ActivityNotFoundInConversation']);
  });

  it("does not let the bot change a person's message", async () => {
    const { id } = await say(bench, [hanna, chatOf(hanna)], { text: 'van mij' });
    const path = `/conversations/${chatOf(hanna)}/activities/${id}`;
    assert.deepEqual(refusalOf(await bench.connector(`DELETE ${path}`)), [404, 'ActivityNotFoundInConversation']);
    const [thread] = await threadsOf(bench, hanna, chatOf(hanna));
    assert.equal(thread?.root.text, 'van mij');
  });

  it('shows a targeted message to its recipient only', async () => {
    const path = `/conversations/${encodeURIComponent(general)}/activities?isTargetedActivity=true`;
    const send = (person: string): Promise<Answered> =>
      bench.connector(path, { type: 'message', text: 'alleen voor jou', recipient: { id: `29:${person}` } });
    assert.equal((await send(jan)).status, 201);
    assert.equal((await threadsOf(bench, jan, general)).length, 1);
    assert.deepEqual(await threadsOf(bench, fatima, general), []);
    assert.deepEqual(refusalOf(await send(hanna)), [400, 'BadArgument']);
  });

  it('keeps the bot out of a private channel until the app is enabled there', async () => {
    const channel = await privateChannel(bench, 'LI-2026-0001');
    assert.deepEqual(refusalOf(await newThread(channel)), [403, 'BotNotInConversationRoster']);
    const members = await bench.connector(`/conversations/${channel}/members`);
    assert.deepEqual(refusalOf(members), [403, 'BotNotInConversationRoster']);
    assert.equal((await enableApp(bench, channel)).status, 204);
    assert.equal((await newThread(channel)).status, 201);
  });

  it('keeps everybody from writing in an archived channel', async () => {
    const channel = await privateChannel(bench, 'LI-2026-0001');
    await enableApp(bench, channel);
    const root = textAt((await newThread(channel)).body, 'activityId');
    await bench.graph(`POST /teams/${limburg}/channels/${channel}/archive`);
    assert.deepEqual(refusalOf(await newThread(channel)), [403, 'Forbidden']);
    const update = await bench.connector(`PUT /conversations/${channel}/activities/${root}`, { type: 'message' });
    assert.deepEqual(refusalOf(update), [403, 'Forbidden']);
    const said = await bench.api(`/api/as/${marieke}/conversations/${channel}/messages`, { text: 'hoi' });
    assert.deepEqual(refusalOf(said), [403, 'ChannelArchived']);
    await bench.graph(`POST /teams/${limburg}/channels/${channel}/unarchive`);
    assert.equal((await newThread(channel)).status, 201);
  });

  it('refuses a message over 100 KB in UTF-16, not counting images', async () => {
    const path = `/conversations/${chatOf(hanna)}/activities`;
    const send = (text: string): Promise<Answered> => bench.connector(path, { type: 'message', text });
    assert.deepEqual(refusalOf(await send('x'.repeat(51_200))), [413, 'MessageSizeTooBig']);
    assert.equal((await send('x'.repeat(51_000))).status, 201);
    assert.equal((await send(`data:image/png;base64,${'x'.repeat(60_000)}`)).status, 201);
    assert.equal((await threadsOf(bench, hanna, chatOf(hanna))).length, 2);
  });

  it('gives members as Teams describes them, a page at a time', async () => {
    const first = await bench.connector(`/conversations/${general}/pagedmembers?pageSize=2`);
    assert.deepEqual(first.body, {
      members: [
        {
          id: `29:${marieke}`,
          name: 'Marieke Jansen',
          aadObjectId: marieke,
          objectId: marieke,
          givenName: 'Marieke',
          surname: 'Jansen',
          email: 'marieke.jansen@expertteam.example',
          userPrincipalName: 'marieke.jansen@expertteam.example',
          tenantId: bench.tenant.tenantId,
          userRole: 'user',
        },
        at(first.body, 'members.1'),
      ],
      continuationToken: '2',
    });
    const next = await bench.connector(`/conversations/${general}/pagedmembers?pageSize=2&continuationToken=2`);
    assert.deepEqual([at(next.body, 'members.0.name'), at(next.body, 'continuationToken')], ['Jan Peeters', undefined]);
  });

  it('gives one member, guests as such, and nobody who is not there', async () => {
    const guest = await bench.connector(`/conversations/${chatOf(ilse)}/members/${ilse}`);
    assert.deepEqual([guest.status, at(guest.body, 'userRole')], [200, 'guest']);
    const outsider = await bench.connector(`/conversations/${general}/members/${hanna}`);
    assert.deepEqual(refusalOf(outsider), [404, 'MemberNotFoundInConversation']);
  });

  it('describes a team and the channels the bot is in', async () => {
    await privateChannel(bench, 'LI-2026-0001');
    assert.deepEqual((await bench.connector(`/teams/${general}`)).body, {
      id: general,
      name: 'Expertteams Limburg',
      aadGroupId: limburg,
      tenantId: bench.tenant.tenantId,
      type: 'standard',
      channelCount: 2,
      memberCount: 3,
    });
    assert.deepEqual((await bench.connector(`/teams/${general}/conversations`)).body, {
      conversations: [{ id: general, name: null, type: 'standard' }],
    });
    assert.deepEqual(refusalOf(await bench.connector(`/teams/${limburg}`)), [404, 'TeamNotFound']);
  });

  it('does not know other conversations, nor threads that were never begun', async () => {
    const path = (id: string): string => `/conversations/${encodeURIComponent(id)}/activities`;
    for (const id of ['19:nothing@thread.tacv2', `${general};messageid=1`]) {
      const sent = await bench.connector(path(id), { type: 'message', text: 'x' });
      assert.deepEqual(refusalOf(sent), [404, 'ConversationNotFound']);
    }
  });

  it('says by name what it does not emulate', async () => {
    const { status, body } = await bench.connector('/batch/conversation/users', { members: [] });
    assert.equal(status, 501);
    assert.deepEqual(body, {
      error: {
        code: 'NotImplemented',
        message: 'POST /connector/v3/batch/conversation/users is not emulated by the local tenant.',
      },
    });
  });

  it('names the tenant of a person from elsewhere', async () => {
    const { graph } = bench;
    const channel = await finishedChannel(bench, await sharedChannel(bench, 'Samen'));
    await graph(`/teams/${limburg}/channels/${channel}/members`, graphMember(pieter, undefined, otherTenant));
    await enableApp(bench, channel);
    const { body } = await bench.connector(`/conversations/${channel}/members/29:${pieter}`);
    assert.equal(at(body, 'tenantId'), otherTenant);
  });
});
