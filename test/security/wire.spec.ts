import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { z } from 'zod/v4';
import { type StreamId, streamId } from '../../src/core/ids.ts';
import { type Inbound, route } from '../../src/teams/routes.ts';
import { eventually } from '../support/persona.ts';
import { anna, type Bot, clickBy, sentenceFrom, startBot } from '../support/teams-bot.ts';

const contactOf = (person: string): StreamId => streamId('contact', person);

/** Everything the bot's port is sent by somebody who is not Teams, and what is left of it. */
describe('security: the list of attacks on the port', () => {
  let bot: Bot;
  let came: Inbound[];
  beforeEach(async () => {
    came = [];
    const run = async (inbound: Inbound) => {
      came.push(inbound);
      return { outcome: 'done', answer: { type: 'text', text: { nl: 'Gedaan', en: 'Done' } } } as const;
    };
    bot = await startBot({
      routes: [route({ on: 'action', verb: 'do', data: z.looseObject({}), run })],
      settings: { maxBodyBytes: 256 * 1024 },
    });
  });
  afterEach(() => bot.close());

  const ago = (seconds: number): number => Math.floor(Date.now() / 1000) - seconds;
  const elsewhere = { conversation: { id: 'c', conversationType: 'personal', tenantId: 'other' } };
  const attacks: readonly Readonly<{ what: string; status: number; token?: () => Promise<string>; rest?: object }>[] = [
    { what: 'no token', status: 401, token: async () => '' },
    { what: 'a token for another bot', status: 401, token: () => bot.teams.sign({ aud: 'another' }) },
    { what: 'a token of another issuer', status: 401, token: () => bot.teams.sign({ iss: 'https://evil.example' }) },
    { what: 'an old token', status: 401, token: () => bot.teams.sign({ nbf: ago(9_000), exp: ago(8_400) }) },
    { what: 'a good token with another service URL', status: 401, rest: { serviceUrl: 'http://127.0.0.1:1/' } },
    {
      what: 'a token for a service URL that is not of Teams',
      status: 403,
      token: () => bot.teams.sign({ serviceurl: 'https://evil.example/' }),
      rest: { serviceUrl: 'https://evil.example/' },
    },
    { what: 'another tenant', status: 403, rest: elsewhere },
  ];
  for (const { what, status, token, rest } of attacks) {
    it(`refuses ${what}, says so in the log, and changes nothing`, async () => {
      const good = await bot.teams.sign();
      const answered = await bot.deliver({ ...clickBy(anna, 'do'), ...rest }, token ? await token() : good);
      equal(answered.status, status);
      deepEqual(
        bot.lines.map(({ level, msg, status: logged }) => ({ level, msg, status: logged })),
        [{ level: 40, msg: 'request rejected', status }],
      );
      deepEqual([came, bot.teams.calls], [[], []]);
      deepEqual((await bot.store.load(contactOf(anna))).version, 0);
    });
  }

  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  type Broken = Readonly<{ what: string; status: number; body: string; kind?: Readonly<Record<string, string>> }>;
  const broken: readonly Broken[] = [
    { what: 'a megabyte', status: 413, body: JSON.stringify({ text: 'x'.repeat(1_000_000) }) },
    { what: 'JSON nested without end', status: 400, body: `{"channelId":"msteams","value":${deep}}` },
    { what: 'half of a JSON', status: 400, body: '{"channelId":"msteams",' },
    { what: 'JSON that is no activity', status: 400, body: '[]' },
    { what: 'a text', status: 400, body: 'channelId', kind: { 'content-type': 'text/plain' } },
    { what: 'a compressed body', status: 415, body: '{}', kind: { 'content-encoding': 'gzip' } },
  ];
  for (const { what, status, body, kind } of broken) {
    it(`refuses ${what}, with and without a token, says so in the log and not what came`, async () => {
      for (const authorization of [`Bearer ${await bot.teams.sign()}`, '']) {
        const headers = { 'content-type': 'application/json', authorization, connection: 'close', ...kind };
        equal((await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body })).status, status);
      }
      await eventually('two lines in the log', async () => (bot.lines.length === 2 ? true : undefined));
      const line = { level: 40, msg: 'request rejected', status, reason: 'unreadable' };
      deepEqual(
        bot.lines.map(({ level, msg, status: logged, reason }) => ({ level, msg, status: logged, reason })),
        [line, line],
      );
      ok(!/channelId|xxx/.test(JSON.stringify(bot.lines)));
      deepEqual([came, bot.teams.calls], [[], []]);
    });
  }

  it('takes the same click with nothing wrong about it', async () => {
    equal((await bot.deliver(clickBy(anna, 'do'))).status, 200);
    equal(came.length, 1);
  });

  it('answers with no header that somebody wrote in the address', async () => {
    const answer = await raw('GET /bestanden/x%0d%0aset-cookie:%20a=b%0d%0a HTTP/1.1');
    match(answer, /^HTTP\/1\.1 410 /);
    equal(/^set-cookie/im.test(answer), false);
  });

  it('answers 400 to a request that two readers could read in two ways', async () => {
    const type = 'content-type: application/json';
    for (const headers of [
      [type, 'content-length: 2', 'content-length: 3'],
      [type, 'content-length: 2', 'transfer-encoding: chunked'],
      [type, 'transfer-encoding: chunked, identity', 'content-length: 0'],
      [type, 'x: a\rset-cookie: b'],
      ['content type: application/json'],
    ]) {
      match(await raw('POST /api/messages HTTP/1.1', ...headers), /^HTTP\/1\.1 400 /, headers.join(' | '));
    }
    deepEqual(came, []);
  });

  it('answers 431 to headers without end', async () => {
    match(await raw('GET /healthz HTTP/1.1', `x: ${'a'.repeat(17_000)}`), /^HTTP\/1\.1 431 /);
  });

  it('serves nothing but its own few addresses', async () => {
    for (const path of ['/', '/../package.json', '/%2e%2e/src/main.ts', '/bestanden/../healthz/x', '/api', '/.env']) {
      match(await raw(`GET ${path} HTTP/1.1`), /^HTTP\/1\.1 40[45] /, path);
    }
    for (const method of ['PUT', 'DELETE', 'TRACE', 'OPTIONS']) {
      match(await raw(`${method} /api/messages HTTP/1.1`), /^HTTP\/1\.1 4\d\d /, method);
    }
  });

  it('sends a sentence nowhere but to where Teams says it comes from', async () => {
    const serviceUrl = `${bot.teams.url}/\r\nhost: evil.example`;
    const { status } = await bot.deliver(sentenceFrom(anna, 'hoi', { serviceUrl }), await bot.teams.sign());
    ok(status === 401 || status === 403, String(status));
    deepEqual(bot.teams.calls, []);
  });

  /** Byte for byte: what `fetch` would not send. */
  async function raw(line: string, ...headers: readonly string[]): Promise<string> {
    const { hostname, port, host } = new URL(bot.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    let answer = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text;
    });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      [line, `host: ${host}`, 'connection: close', ...headers, '', line.startsWith('POST') ? '{}' : ''].join('\r\n'),
    );
    await closed;
    return answer;
  }
});
