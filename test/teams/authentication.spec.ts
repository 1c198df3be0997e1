import { deepStrictEqual, equal, throws } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createTeamsEdge } from '../../src/teams/edge.ts';
import { anna, type Bot, clickBy, sentenceFrom, settingsFor, startBot, tenant } from '../support/teams-bot.ts';

describe('who may talk to the bot', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());

  const statusFor = async (token: string | undefined, activity: object = sentenceFrom(anna, 'hoi')) =>
    (await bot.deliver(activity, token)).status;

  it('takes an activity that Teams signed', async () => {
    equal(await statusFor(undefined), 200);
  });

  it('answers 401 without a token', async () => {
    equal(await statusFor(''), 401);
  });

  it('answers 401, not 500, to a signature that was tampered with', async () => {
    const token = await bot.teams.sign();
    const [head, body, signature = ''] = token.split('.');
    equal(
      await statusFor([head, body, signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))].join('.')),
      401,
    );
  });

  it('answers 401 to claims that were tampered with', async () => {
    const [head, , signature] = (await bot.teams.sign()).split('.');
    const [, other] = (await bot.teams.sign({ extra: 'x' })).split('.');
    equal(await statusFor([head, other, signature].join('.')), 401);
  });

  for (const nonsense of ['x', 'a.b.c', 'e30.e30.']) {
    it(`answers 401 to the token ${nonsense}`, async () => {
      equal(await statusFor(nonsense), 401);
    });
  }

  it('answers 401 to a token for another bot', async () => {
    equal(await statusFor(await bot.teams.sign({ aud: 'another' })), 401);
  });

  it('answers 401 to an expired token', async () => {
    const longAgo = Math.floor(Date.now() / 1000) - 9_000;
    equal(await statusFor(await bot.teams.sign({ nbf: longAgo, exp: longAgo + 600 })), 401);
  });

  it('answers 401 to a token that is not valid yet', async () => {
    const later = Math.floor(Date.now() / 1000) + 9_000;
    equal(await statusFor(await bot.teams.sign({ nbf: later, exp: later + 600 })), 401);
  });

  it('answers 401 to a token of another issuer', async () => {
    equal(await statusFor(await bot.teams.sign({ iss: 'https://elsewhere.example' })), 401);
  });

  it('answers 401 when the token is for another service URL', async () => {
    equal(await statusFor(await bot.teams.sign({ serviceurl: 'https://elsewhere.example/' })), 401);
  });

  it('answers 401 to the doors of the emulator and of other channels, which skip the service URL', async () => {
    equal(await statusFor(undefined, { ...sentenceFrom(anna, 'hoi'), channelId: 'AseChannel' }), 401);
    equal(await statusFor(undefined, { ...sentenceFrom(anna, 'hoi'), channelId: 'webchat' }), 401);
  });

  it('takes a token again, but not for another service URL or channel, nor with another signature', async () => {
    const token = await bot.teams.sign();
    equal(await statusFor(token), 200);
    equal(await statusFor(token), 200);
    equal(await statusFor(token, sentenceFrom(anna, 'hoi', { serviceUrl: 'http://127.0.0.1:1/' })), 401);
    equal(await statusFor(token, sentenceFrom(anna, 'hoi', { channelId: 'webchat' })), 401);
    equal(await statusFor(`${token.slice(0, -8)}AAAAAAAA`), 401);
  });

  it('does not take a token again once it has run out', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    const token = await bot.teams.sign({ nbf: seconds - 600, exp: seconds - 299 });
    equal(await statusFor(token), 200);
    await until(async () => (await statusFor(token)) === 401);
  });

  it('answers 403 to a tenant that is not on the list, and to none', async () => {
    const elsewhere = { conversation: { id: 'c', conversationType: 'personal', tenantId: 'other' } };
    equal(await statusFor(undefined, sentenceFrom(anna, 'hoi', elsewhere)), 403);
    equal(await statusFor(undefined, sentenceFrom(anna, 'hoi', { conversation: { id: 'c' } })), 403);
  });

  it('answers 403 to a service URL on a host that is not on the list', async () => {
    const serviceUrl = 'https://elsewhere.example/';
    const token = await bot.teams.sign({ serviceurl: serviceUrl });
    equal(await statusFor(token, sentenceFrom(anna, 'hoi', { serviceUrl })), 403);
    deepStrictEqual(bot.teams.calls, []);
  });

  it('answers 413 to a body that is too large', async () => {
    equal(await statusFor(undefined, sentenceFrom(anna, 'x'.repeat(200_000))), 413);
  });

  it('answers 400 to what is no activity', async () => {
    equal(await statusFor(undefined, { ...sentenceFrom(anna, 'hoi'), id: undefined }), 400);
  });

  it('answers 415 to a compressed body', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', connection: 'close' };
    equal((await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body: 'x' })).status, 415);
  });

  it('answers 503 when the keys of the issuer cannot be had, so that Teams comes again', async () => {
    const url = 'http://127.0.0.1:9';
    const { auth } = bot.settings;
    if (auth.kind !== 'local') throw new TypeError('the specs run locally');
    const cut = await startBot({ settings: { auth: { ...auth, openIdMetadataUrl: `${url}/openid` } } });
    try {
      const token = await bot.teams.sign({ serviceurl: `${cut.teams.url}/` });
      equal((await cut.deliver(sentenceFrom(anna, 'hoi'), token)).status, 503);
    } finally {
      await cut.close();
    }
  });

  it('signs what it sends, with one token for many calls', async () => {
    await bot.deliver(sentenceFrom(anna, 'hoi'));
    await bot.deliver(sentenceFrom(anna, 'hoi'));
    deepStrictEqual(
      bot.teams.calls.map(({ authorization }) => authorization),
      ['Bearer token-1', 'Bearer token-1'],
    );
  });

  it('does nothing for a person whom Teams does not name', async () => {
    const nameless = { from: { id: '29:somebody' } };
    const { body } = await bot.deliver({ ...clickBy(anna, 'anything'), ...nameless });
    deepStrictEqual(body, {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Teams geeft niet door wie dit is. Open Teams met een werkaccount en probeer het nog eens.',
    });
  });

  it('says that it lives', async () => {
    equal((await fetch(`${bot.url}/healthz`, { headers: { connection: 'close' } })).status, 200);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

describe('settings of Teams', () => {
  const good = settingsFor({ url: 'http://127.0.0.1:1' });
  const starting = (changed: object) => () => {
    const { clock, log, store } = { clock: { now: () => new Date(0) }, log: undefined, store: undefined } as never;
    createTeamsEdge({
      settings: { ...good, ...changed },
      routes: [],
      messages: [],
      events: [],
      cards: [],
      clock,
      log,
      store,
    });
  };

  it('refuse an empty app id, which would switch authentication off', () => {
    throws(starting({ appId: ' ' }), /appId/);
  });

  it('refuse an empty list of tenants', () => {
    throws(starting({ tenants: [] }), /tenants/);
  });

  it('refuse a service URL outside the list, or without https in Azure', () => {
    const azure = { kind: 'azure', tenantId: tenant, credential: { kind: 'managed-identity' } };
    throws(starting({ serviceUrl: 'https://elsewhere.example/' }), /serviceUrl/);
    throws(starting({ auth: azure }), /serviceUrl/);
  });
});
