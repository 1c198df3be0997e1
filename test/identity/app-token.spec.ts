import { deepStrictEqual, equal, rejects } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {
  ClientAssertionCredential,
  ClientSecretCredential,
  CredentialUnavailableError,
  ManagedIdentityCredential,
} from '@azure/identity';
import sinon from 'sinon';
import { type AppIdentity, appToken, type AzureCredential } from '../../src/identity/app-token.ts';
import { handClock, type HandClock } from '../support/teams-bot.ts';

const appId = '6f1d5c0e-9a3b-4e0b-9b0e-0a1b2c3d4e5f';
const scope = 'https://graph.example/.default';

describe('a token of the app, from a local issuer', () => {
  let server: Server;
  let identity: AppIdentity;
  let clock: HandClock;
  let asked: Record<string, string>[] = [];
  let answers: Readonly<{ status: number; body: unknown }>[] = [];

  beforeEach(async () => {
    [asked, answers, clock] = [[], [], handClock()];
    server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (form: string) => {
        asked.push(Object.fromEntries(new URLSearchParams(form)));
        const given = { access_token: `token-${asked.length}`, expires_in: 3600 };
        const { status, body } = answers.shift() ?? { status: 200, body: given };
        response.statusCode = status;
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const tokenUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
    identity = { kind: 'local', appId, tokenUrl, appSecret: 'geheim' };
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is asked for with the app’s id, its secret and the scope', async () => {
    equal(await appToken(identity, scope, clock)(), 'token-1');
    deepStrictEqual(asked, [{ grant_type: 'client_credentials', client_id: appId, client_secret: 'geheim', scope }]);
  });

  it('is used until a minute before it runs out, and then renewed', async () => {
    const token = appToken(identity, scope, clock);
    await token();
    clock.advance(3_540_000 - 1);
    equal(await token(), 'token-1');
    clock.advance(1);
    equal(await token(), 'token-2');
    equal(await token(), 'token-2');
  });

  it('is not there when the issuer refuses, and is asked for again the next time', async () => {
    answers = [{ status: 401, body: { error: 'invalid_client' } }];
    const token = appToken(identity, scope, clock);
    await rejects(token(), /\/token answered 401$/);
    equal(await token(), 'token-2');
  });

  it('is not there when the answer is none', async () => {
    answers = [{ status: 200, body: { access_token: 7 } }];
    await rejects(appToken(identity, scope, clock)(), { name: 'ZodError' });
  });

  it('is not kept when it has already run out', async () => {
    answers = [{ status: 200, body: { access_token: 'short', expires_in: 30 } }];
    const token = appToken(identity, scope, clock);
    deepStrictEqual([await token(), await token()], ['short', 'token-2']);
  });
});

describe('a token of the app, from Azure', () => {
  const tenantId = '90000000-0000-4000-8000-000000000001';
  const tokenFor = (credential: AzureCredential) =>
    appToken({ kind: 'azure', appId, tenantId, credential }, scope, handClock());
  const given = (token: string) => ({ token, expiresOnTimestamp: 0 });
  afterEach(() => sinon.restore());

  it('is got with the secret', async () => {
    const get = sinon.stub(ClientSecretCredential.prototype, 'getToken').resolves(given('by-secret'));
    equal(await tokenFor({ kind: 'secret', secret: 's' })(), 'by-secret');
    deepStrictEqual(get.args, [[scope]]);
  });

  it('is got with the managed identity', async () => {
    const get = sinon.stub(ManagedIdentityCredential.prototype, 'getToken').resolves(given('by-identity'));
    equal(await tokenFor({ kind: 'managed-identity' })(), 'by-identity');
    deepStrictEqual(get.args, [[scope]]);
  });

  it('is got by federation, and not from the managed identity itself', async () => {
    const assertion = sinon.stub(ManagedIdentityCredential.prototype, 'getToken').resolves(given('assertion'));
    const get = sinon.stub(ClientAssertionCredential.prototype, 'getToken').resolves(given('by-federation'));
    equal(await tokenFor({ kind: 'federated', managedIdentityClientId: 'identity-1' })(), 'by-federation');
    deepStrictEqual([get.args, assertion.args], [[[scope]], []]);
  });

  it('is asked for each time, because the credential itself knows when to renew it', async () => {
    const get = sinon.stub(ClientSecretCredential.prototype, 'getToken').resolves(given('by-secret'));
    const token = tokenFor({ kind: 'secret', secret: 's' });
    await token();
    await token();
    equal(get.callCount, 2);
  });

  it('is not there when Azure gives none', async () => {
    sinon.stub(ManagedIdentityCredential.prototype, 'getToken').rejects(new CredentialUnavailableError('no identity'));
    await rejects(tokenFor({ kind: 'managed-identity' })(), { name: 'CredentialUnavailableError' });
  });

  it('loads Azure’s library for Azure only', () => {
    const local = { kind: 'local', appId, tokenUrl: 'http://127.0.0.1:9/token', appSecret: 's' } as const;
    const azure = { kind: 'azure', appId, tenantId, credential: { kind: 'secret', secret: 's' } } as const;
    deepStrictEqual([loadsAzure(local), loadsAzure(azure)], [false, true]);
  });
});

/** In a process of its own, because this one has loaded it. */
function loadsAzure(identity: AppIdentity): boolean {
  const file = path.join(import.meta.dirname, '../../src/identity/app-token.ts');
  const code = `
    import { registerHooks } from 'node:module';
    const asked = new Set();
    const resolve = (specifier, context, next) => next(asked.add(specifier) && specifier, context);
    registerHooks({ resolve });
    process.once('exit', () => process.stdout.write(String(asked.has('@azure/identity'))));
    const { appToken } = await import(${JSON.stringify(file)});
    appToken(${JSON.stringify(identity)}, 's', { now: () => new Date(0) });`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  equal(stderr, '');
  return stdout === 'true';
}
