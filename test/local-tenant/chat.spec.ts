import assert from 'node:assert/strict';
import { createRemoteJWKSet, jwtVerify } from 'jose';
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
  marieke,
  openBench,
  refusalOf,
  say,
  textAt,
  threadsOf,
} from './support/bench.ts';

describe('local tenant: talking with the bot', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
    await bench.tenant.connectBot(bench.bot.url);
  });
  afterEach(() => bench.close());

  const heard = (): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    bench.bot.wait(({ type }) => type === 'message');

  it('brings a message to the bot in the shape of Teams', async () => {
    const { tenant } = bench;
    const { id, at: timestamp } = await say(bench, [hanna, chatOf(hanna)], { text: 'hallo' });
    const [{ authorization: _token, ...activity } = {}] = await heard();
    assert.deepEqual(activity, {
      id,
      type: 'message',
      text: 'hallo',
      textFormat: 'plain',
      timestamp: activity['timestamp'],
      localTimestamp: activity['timestamp'],
      localTimezone: 'Europe/Amsterdam',
      channelId: 'msteams',
      serviceUrl: tenant.connectorUrl,
      locale: 'nl-NL',
      from: { id: `29:${hanna}`, name: 'Hanna Bosman', aadObjectId: hanna },
      recipient: { id: `28:${tenant.appId}`, name: 'Doorbraak' },
      conversation: { id: chatOf(hanna), conversationType: 'personal', tenantId: tenant.tenantId },
      entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web', timezone: 'Europe/Amsterdam' }],
      channelData: { tenant: { id: tenant.tenantId } },
    });
    assert.ok(textAt(activity, 'timestamp') >= timestamp);
  });

  it('signs every activity with a published, endorsed key', async () => {
    const { tenant } = bench;
    await say(bench, [hanna, chatOf(hanna)], { text: 'hallo' });
    const [activity] = await heard();
    const configuration: unknown = await (await fetch(tenant.openIdMetadataUrl)).json();
    const jwksUri = textAt(configuration, 'jwks_uri');
    const token = textAt(activity, 'authorization').replace('Bearer ', '');
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jwksUri)));
    const { iat = 0, nbf, exp, ...claims } = payload;
    assert.deepEqual(claims, { iss: tenant.issuer, aud: tenant.appId, serviceurl: tenant.connectorUrl });
    assert.deepEqual([nbf, exp], [iat, iat + 3600]);
    const jwks: unknown = await (await fetch(jwksUri)).json();
    assert.deepEqual(at(jwks, 'keys.0.endorsements'), ['msteams']);
  });

  it('shows what the bot answers', async () => {
    const card = cardOf('dag');
    const id = await botSays(bench, chatOf(hanna), cardActivity(card, 'dag'));
    const [{ root, replies } = assert.fail('no thread')] = await threadsOf(bench, hanna, chatOf(hanna));
    assert.deepEqual(root, {
      id,
      conversation: chatOf(hanna),
      thread: id,
      from: { id: `28:${bench.tenant.appId}`, name: 'Doorbraak', isBot: true },
      text: 'dag',
      cards: [card],
      at: root.at,
      edited: false,
      deleted: false,
    });
    assert.deepEqual(replies, []);
  });

  it('mentions the bot in a channel, in the thread that was answered', async () => {
    const root = await say(bench, [marieke, general], { text: '@Doorbraak help', mention: true });
    await bench.bot.wait(({ type }) => type === 'message', 1);
    await say(bench, [jan, general], { text: 'en nu?', mention: true, replyTo: root.id });
    const [first, second] = await bench.bot.wait(({ type }) => type === 'message', 2);
    assert.deepEqual(
      [first, second].map((activity) => [at(activity, 'text'), at(activity, 'conversation.id')]),
      [
        ['<at>Doorbraak</at> help', `${general};messageid=${root.id}`],
        ['<at>Doorbraak</at> en nu?', `${general};messageid=${root.id}`],
      ],
    );
    assert.deepEqual(at(first, 'channelData'), {
      tenant: { id: bench.tenant.tenantId },
      team: { id: general, name: 'Expertteams Limburg', aadGroupId: '10000000-0000-4000-8000-000000000008' },
      channel: { id: general, name: 'Algemeen', type: 'standard' },
      teamsTeamId: general,
      teamsChannelId: general,
    });
    assert.deepEqual(at(first, 'entities.0'), {
      type: 'mention',
      mentioned: { id: `28:${bench.tenant.appId}`, name: 'Doorbraak' },
      text: '<at>Doorbraak</at>',
    });
  });

  it('does not tell the bot what people say among themselves', async () => {
    await say(bench, [marieke, general], { text: 'even onder ons' });
    await say(bench, [marieke, general], { text: '@Doorbraak help', mention: true });
    assert.deepEqual(
      (await heard()).map(({ text }) => text),
      ['<at>Doorbraak</at> help'],
    );
  });

  it('refuses an empty message, an unknown thread, a chat of somebody else and an unknown persona', async () => {
    const { api } = bench;
    const own = `/api/as/${hanna}/conversations/${chatOf(hanna)}/messages`;
    assert.deepEqual(refusalOf(await api(own, { text: '  ' })), [400, 'BadMessage']);
    const channel = `/api/as/${jan}/conversations/${general}/messages`;
    assert.deepEqual(refusalOf(await api(channel, { text: 'x', replyTo: '1' })), [404, 'UnknownMessage']);
    assert.deepEqual(refusalOf(await api(`/api/as/${jan}/conversations/${chatOf(hanna)}/threads`)), [
      403,
      'NotAMember',
    ]);
    assert.deepEqual(refusalOf(await api(`/api/as/${hanna}/conversations/${general}/threads`)), [403, 'NotAMember']);
    assert.deepEqual(refusalOf(await api('/api/as/nobody/conversations')), [404, 'UnknownPersona']);
    assert.deepEqual(await threadsOf(bench, hanna, chatOf(hanna)), []);
  });
});
