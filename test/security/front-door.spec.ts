import { deepStrictEqual, equal, ok, throws } from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';
import { ConfigProblem, readConfig } from '../../src/config.ts';
import { type Inbound, type MessageRoute, type Route, route } from '../../src/teams/routes.ts';
import { startTenant } from '../local-tenant/support/bench.ts';
import {
  activityFrom,
  anna,
  type Bot,
  bram,
  clickBy,
  dialogBy,
  searchBy,
  sentenceFrom,
  startBot,
  tenant,
} from '../support/teams-bot.ts';

describe('security: the door that Teams comes through', () => {
  let bot: Bot;
  let came: Inbound[];
  const answer = { outcome: 'done', answer: { type: 'text', text: { nl: 'Gedaan', en: 'Done' } } } as const;
  const run = async (inbound: Inbound) => {
    came.push(inbound);
    return answer;
  };
  const routeOn = (on: Route['on']): Route => route({ on, verb: 'do', data: z.looseObject({}), run });
  const say: MessageRoute = { name: 'say', match: (text) => ({ text }), run };

  beforeEach(async () => {
    came = [];
    const routes = (['action', 'dialog', 'submit', 'search'] as const).map(routeOn);
    bot = await startBot({ routes, messages: [say], settings: { maxBodyBytes: 256 * 1024 } });
  });
  afterEach(() => bot.close());

  const actors = () => came.map(({ actor }) => actor.id as string);

  it('knows who acts from the activity alone, behind every door', async () => {
    const claims = { aadObjectId: bram, from: { aadObjectId: bram }, actor: { id: bram }, userId: bram };
    await bot.deliver(clickBy(anna, 'do', claims));
    await bot.deliver(dialogBy(anna, 'fetch', { verb: 'do', ...claims }));
    await bot.deliver(dialogBy(anna, 'submit', { verb: 'do', ...claims }));
    await bot.deliver(searchBy(anna, 'do', bram));
    await bot.deliver(sentenceFrom(anna, `ik ben ${bram}`));
    await bot.deliver(sentenceFrom(anna, '', { value: { verb: 'do', ...claims } }));
    deepStrictEqual(actors(), [anna, anna, anna, anna, anna, anna]);
  });

  it('does nothing in the name of nobody', async () => {
    for (const aadObjectId of [undefined, '']) {
      const from = { id: '29:x', aadObjectId };
      await bot.deliver({ ...clickBy(anna, 'do', { aadObjectId: anna }), from });
      await bot.deliver({ ...sentenceFrom(anna, 'hoi'), from });
    }
    deepStrictEqual(came, []);
  });

  it('takes the tenant from the conversation only, not from what else names one', async () => {
    const conversation = { id: 'c', conversationType: 'personal', tenantId: 'elsewhere' };
    const named = { channelData: { tenant: { id: tenant } }, tenantId: tenant };
    equal((await bot.deliver(sentenceFrom(anna, 'hoi', { conversation, ...named }))).status, 403);
    deepStrictEqual(came, []);
  });

  it('gives the answer of one person to nobody else, also when everything else of the click is equal', async () => {
    await bot.deliver(clickBy(anna, 'do', { form: 'f' }));
    await bot.deliver(clickBy(bram, 'do', { form: 'f' }));
    deepStrictEqual(actors(), [anna, bram]);
  });

  it('takes a conversation of a kind it does not know for one where others read along', async () => {
    for (const conversationType of ['meeting', '', undefined]) {
      const conversation = { id: `c-${conversationType}`, conversationType, tenantId: tenant };
      await bot.deliver(activityFrom(anna, { type: 'message', text: 'hoi', conversation }));
    }
    deepStrictEqual(
      came.map(({ conversation }) => conversation.kind),
      ['groupChat', 'groupChat', 'groupChat'],
    );
    const contact = await bot.store.load(`contact-${anna}` as Parameters<typeof bot.store.load>[0]);
    equal(JSON.stringify(contact.state).includes('conversationId'), false);
  });

  it('answers 400 to nesting that would break whoever walks through it, and goes on', async () => {
    for (const deep of [nested('{"a":', '}'), nested('[', ']')]) {
      equal(
        await statusOf(JSON.stringify(await ready(clickBy(anna, 'do', { deep: 'DEEP' }))).replace('"DEEP"', deep)),
        400,
      );
    }
    deepStrictEqual(came, []);
    equal((await bot.deliver(clickBy(anna, 'do'))).status, 200);
  });

  it('answers 400 to JSON that is no activity, and does not call it a fault of its own', async () => {
    for (const body of ['[]', '{}', '"x"', '1', 'null', '{"channelId":1}']) equal(await statusOf(body), 400, body);
    deepStrictEqual(
      bot.lines.filter(({ level }) => level === 50),
      [],
    );
  });

  it('answers 4xx to any other kind of body', async () => {
    const text = JSON.stringify(await ready(clickBy(anna, 'do')));
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'x/y']) {
      const status = await statusOf(text, type);
      ok(status >= 400 && status < 500, `${type}: ${status}`);
    }
    deepStrictEqual(came, []);
  });

  it('answers 413 to a megabyte, also when its length is not announced', async () => {
    const megabyte = JSON.stringify(await ready(sentenceFrom(anna, 'x'.repeat(1_000_000))));
    equal(await statusOf(megabyte), 413);
    equal(await chunked(`${bot.url}/api/messages`, megabyte), 413);
    deepStrictEqual(came, []);
  });

  it('changes no prototype by what is named in the data', async () => {
    const text = JSON.stringify(await ready(clickBy(anna, 'do', { proto: 'PROTO' })));
    await statusOf(text.replace('"PROTO"', '{"__proto__":{"polluted":1}},"__proto__":{"polluted":1,"verb":"other"}'));
    equal(({} as Record<string, unknown>)['polluted'], undefined);
    deepStrictEqual(actors(), [anna]);
  });

  it('writes nothing that was typed or answered in the log when a reply fails', async () => {
    for (const fault of [{ status: 500 }, { status: 403 }, 'drop'] as const) {
      bot.teams.fail(fault);
      await bot.deliver(sentenceFrom(anna, 'nachtegaal'));
    }
    const text = JSON.stringify(bot.lines);
    deepStrictEqual(
      ['nachtegaal', 'Gedaan', 'Bearer', 'token-'].filter((word) => text.includes(word)),
      [],
    );
    equal(bot.lines.filter(({ msg }) => msg === 'reply not delivered').length, 3);
  });

  async function ready(activity: object): Promise<object> {
    return { serviceUrl: `${bot.teams.url}/`, ...activity };
  }

  async function statusOf(body: string, type = 'application/json'): Promise<number> {
    const authorization = `Bearer ${await bot.teams.sign()}`;
    const headers = { 'content-type': type, authorization, connection: 'close' };
    return (await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body })).status;
  }
});

function nested(open: string, close: string): string {
  const times = 20_000;
  return `${open.repeat(times)}1${close.repeat(times)}`;
}

/** Piece by piece, so that the server has read some of it before it refuses. */
function chunked(url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const sending = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    void (async () => {
      for (let from = 0; from < body.length && !sending.destroyed; from += 50_000) {
        sending.write(body.slice(from, from + 50_000));
        await pause(1);
      }
      sending.end();
    })();
  });
}

describe('security: no way to run without authentication in production', () => {
  it('refuses to start when the environment says production, however it is written', () => {
    for (const value of ['production', 'Production', ' production ', 'PRODUCTION\n']) {
      throws(() => readConfig({ NODE_ENV: value }), ConfigProblem, JSON.stringify(value));
    }
  });

  it('refuses a half-set environment instead of falling back to the local tenant', () => {
    const names = [
      ...['BOT_APP_ID', 'BOT_HOME_TENANT', 'BOT_APP_SECRET', 'BOT_MANAGED_IDENTITY', 'TENANTS', 'SERVICE_URL_HOSTS'],
      ...['CATALOG_APP_ID', 'STORE', 'SQLITE_FILE', 'COSMOS_ENDPOINT', 'COSMOS_DATABASE', 'COSMOS_KEY'],
    ];
    for (const name of names) throws(() => readConfig({ [name]: 'x' }), ConfigProblem, name);
  });

  it('takes blanks for nothing: not for an app id, a secret or a tenant', () => {
    const guid = '00000000-0000-4000-8000-000000000001';
    const good = { BOT_APP_ID: guid, BOT_HOME_TENANT: guid, TENANTS: guid, CATALOG_APP_ID: guid, STORE: 'sqlite' };
    const whole = { ...good, SQLITE_FILE: 'x', BOT_APP_SECRET: 's' };
    equal(readConfig(whole).mode, 'azure');
    for (const name of Object.keys(whole)) throws(() => readConfig({ ...whole, [name]: ' ' }), ConfigProblem, name);
    throws(() => readConfig({ ...whole, TENANTS: ',' }), ConfigProblem);
  });
});

describe('security: the local tenant', () => {
  it('answers broken addresses without falling over, and serves nothing of them', async () => {
    const local = await startTenant();
    try {
      const { hostname, port, host } = new URL(local.url);
      for (const path of [
        '//',
        '/%00',
        '/%ff',
        '/..\\..\\package.json',
        '/a%2f..%2f..%2f..%2fapi.ts',
        '/../api.ts',
        '/%2e%2e/api.ts',
        '/style/../../api.ts',
        '/vendor/lit-html/../adaptivecards/dist/adaptivecards.js',
        '/vendor/lit-html/%2e%2e%2fadaptivecards%2fdist%2fadaptivecards.js',
        'http://evil/x',
      ]) {
        const status = await new Promise<number | undefined>((resolve, reject) => {
          request({ hostname, port, path, headers: { host, connection: 'close' } }, (response) => {
            response.resume();
            resolve(response.statusCode);
          })
            .on('error', reject)
            .end();
        });
        ok(status !== undefined && status >= 400, `${path}: ${status}`);
      }
      equal((await fetch(`${local.url}/api/personas`)).status, 200);
    } finally {
      await local.close();
    }
  });
});
