import assert from 'node:assert/strict';
import { chatOf, fetchToken, hanna, call, refusalOf, startTenant } from './support/bench.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';

const connectorAudience = 'https://api.botframework.com';

describe('local tenant: identity', () => {
  let tenant: LocalTenant;
  beforeEach(async () => {
    tenant = await startTenant();
  });
  afterEach(() => tenant.close());

  const ask = async (form: Record<string, string>): Promise<readonly unknown[]> => {
    const valid = {
      grant_type: 'client_credentials',
      client_id: tenant.appId,
      client_secret: tenant.appSecret,
      scope: `${connectorAudience}/.default`,
    };
    const response = await fetch(tenant.tokenUrl, { method: 'POST', body: new URLSearchParams({ ...valid, ...form }) });
    const { error, token_type: type } = (await response.json()) as Record<string, unknown>;
    return [response.status, error ?? type];
  };
  const readMembers = async (token?: string): Promise<readonly unknown[]> =>
    refusalOf(
      await call(
        tenant.connectorUrl,
        `v3/conversations/${chatOf(hanna)}/members`,
        token === undefined ? {} : { token },
      ),
    );

  it('gives the bot a token for its secret', async () => {
    assert.deepEqual(await ask({}), [200, 'Bearer']);
    assert.deepEqual(await readMembers(await fetchToken(tenant, connectorAudience)), [200, undefined]);
    assert.deepEqual(await readMembers(await fetchToken(tenant, tenant.issuer)), [200, undefined]);
  });

  it('refuses another secret, app, scope or grant', async () => {
    assert.deepEqual(await ask({ client_secret: 'geraden' }), [401, 'invalid_client']);
    assert.deepEqual(await ask({ client_id: 'another' }), [400, 'unauthorized_client']);
    assert.deepEqual(await ask({ scope: 'https://vault.azure.net/.default' }), [400, 'invalid_scope']);
    assert.deepEqual(await ask({ grant_type: 'password' }), [400, 'invalid_request']);
  });

  it('refuses calls without a token, with a broken one and with one for another service', async () => {
    const token = await fetchToken(tenant, connectorAudience);
    assert.deepEqual(await readMembers(), [401, 'Unauthorized']);
    assert.deepEqual(await readMembers(`${token.slice(0, -4)}AAAA`), [401, 'Unauthorized']);
    assert.deepEqual(await readMembers(await fetchToken(tenant, 'https://graph.microsoft.com')), [401, 'Unauthorized']);
    assert.deepEqual(refusalOf(await call(tenant.graphUrl, '/v1.0/users', { token })), [401, 'Unauthorized']);
    assert.deepEqual(refusalOf(await call(tenant.graphUrl, '/v1.0/users')), [401, 'Unauthorized']);
  });

  it('does not take the token of another tenant', async () => {
    const other = await startTenant();
    assert.deepEqual(await readMembers(await fetchToken(other, connectorAudience)), [401, 'Unauthorized']);
    await other.close();
  });
});
