import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { at, call, refusalOf, startTenant } from './support/bench.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';

describe('local tenant: its web server', () => {
  let tenant: LocalTenant;
  before(async () => {
    tenant = await startTenant();
  });
  after(() => tenant.close());

  /** `fetch` sets `Host` and `Origin` itself; a browser under attack would too, but others than we want here. */
  const statusWith = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${tenant.url}/api/personas`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('answers this machine and its own page', async () => {
    const { host } = new URL(tenant.url);
    assert.equal(await statusWith({ host }), 200);
    assert.equal(await statusWith({ host, origin: tenant.url }), 200);
    assert.equal(await statusWith({ host: host.replace('127.0.0.1', 'localhost') }), 200);
  });

  it('refuses another name for this machine and pages of other sites', async () => {
    const { host } = new URL(tenant.url);
    assert.equal(await statusWith({ host: 'evil.example' }), 403);
    assert.equal(await statusWith({ host: `127.0.0.1.evil.example` }), 403);
    assert.equal(await statusWith({ host, origin: 'https://evil.example' }), 403);
    assert.equal(await statusWith({ host, origin: 'http://127.0.0.1:1' }), 403);
    assert.equal(await statusWith({ host, origin: 'null' }), 403);
  });

  it('refuses bodies that a foreign page could send unasked, and broken ones', async () => {
    const post = (type: string, body: string) =>
      fetch(`${tenant.url}/api/tenant/clock`, { method: 'POST', headers: { 'content-type': type }, body });
    assert.equal((await post('text/plain', '{"advanceMs":1}')).status, 415);
    assert.equal((await post('application/json', '{')).status, 400);
    assert.equal(at((await call(tenant.url, '/api/tenant/clock')).body, 'offsetMs'), 0);
  });

  it('serves the page with a policy that allows its own files and its import map', async () => {
    const page = await call(tenant.url, '/');
    const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(String(page.body))?.[1] ?? '';
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(
      page.headers.get('content-security-policy'),
      [
        "default-src 'self'",
        `script-src 'self' 'sha256-${createHash('sha256').update(map).digest('base64')}'`,
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
    );
  });

  it('serves TypeScript as JavaScript, under either name, and the libraries of the page', async () => {
    const script = await call(tenant.url, '/main.ts');
    assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.doesNotMatch(String(script.body), /import type/);
    assert.equal((await call(tenant.url, '/main.js')).body, script.body);
    for (const library of ['adaptivecards.js', 'lit-html/lit-html.js', 'lit-html/directives/repeat.js'])
      assert.equal((await call(tenant.url, `/vendor/${library}`)).status, 200, library);
  });

  it('serves nothing outside the page', async () => {
    const outside = [
      '/..%2fapi.ts',
      '/%2e%2e/api.ts',
      '/vendor/lit-html/..%2f..%2fpackage.json',
      '/package.json',
      '/..%2f',
    ];
    for (const path of outside) assert.deepEqual(refusalOf(await call(tenant.url, path)), [404, 'NotFound'], path);
  });
});
