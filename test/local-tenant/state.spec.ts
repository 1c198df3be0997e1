import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type Bench,
  botSays,
  call,
  chatOf,
  conversationsOf,
  enableApp,
  fetchToken,
  finishedChannel,
  hanna,
  marieke,
  openBench,
  privateChannel,
  sharedChannel,
  startTenant,
  threadsOf,
} from './support/bench.ts';

describe('local tenant: what it keeps', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tenant-'));
    file = path.join(folder, 'tenant.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const portOf = (bench: Bench): number => Number(new URL(bench.tenant.url).port);

  it('keeps messages, channels, unread counts, the clock and tokens over a restart', async () => {
    const first = await openBench({ file });
    await botSays(first, chatOf(hanna), { type: 'message', text: 'dag' });
    const channel = await privateChannel(first, 'LI-2026-0001');
    await enableApp(first, channel);
    await first.api('/api/tenant/clock', { advanceMs: 86_400_000 });
    const before = [await threadsOf(first, hanna, chatOf(hanna)), await conversationsOf(first, hanna)];
    const channels = await conversationsOf(first, marieke);
    const token = await fetchToken(first.tenant, 'https://api.botframework.com');
    await first.close();

    const second = await openBench({ file, port: portOf(first) });
    assert.deepEqual([await threadsOf(second, hanna, chatOf(hanna)), await conversationsOf(second, hanna)], before);
    assert.deepEqual(await conversationsOf(second, marieke), channels);
    assert.equal(second.tenant.appSecret, first.tenant.appSecret);
    assert.ok(second.tenant.clock.now().getTime() - Date.now() > 86_000_000);
    const members = await call(second.tenant.connectorUrl, `v3/conversations/${channel}/members`, { token });
    assert.equal(members.status, 200);
    await second.close();
  });

  it('tells a bot after a restart only where it was not told before', async () => {
    const first = await openBench({ file });
    await first.tenant.connectBot(first.bot.url);
    await first.close();
    const second = await openBench({ file });
    await second.tenant.connectBot(second.bot.url);
    assert.deepEqual(second.bot.received, []);
    await second.close();
  });

  it('finishes a shared channel that was accepted before the restart', async () => {
    const first = await openBench({ file });
    const accepted = await sharedChannel(first, 'Samen');
    await first.close();
    const second = await openBench({ file });
    assert.match(await finishedChannel(second, accepted), /^19:/);
    await second.close();
  });

  it('survives kill -9', async () => {
    const script = fileURLToPath(new URL('./support/say-and-wait.ts', import.meta.url));
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [id] = (await once(createInterface(child.stdout), 'line')) as [string];
    child.kill('SIGKILL');
    await once(child, 'exit');
    const bench = await openBench({ file });
    const [thread] = await threadsOf(bench, hanna, chatOf(hanna));
    assert.deepEqual([thread?.root.id, thread?.root.text], [id, 'net voor de klap']);
    await bench.close();
  });

  it('keeps nothing without a file', async () => {
    const first = await openBench();
    await botSays(first, chatOf(hanna), { type: 'message', text: 'dag' });
    await first.close();
    const second = await openBench();
    assert.deepEqual(await threadsOf(second, hanna, chatOf(hanna)), []);
    await second.close();
  });

  it('does not start in production', async () => {
    const { NODE_ENV: before } = process.env;
    process.env['NODE_ENV'] = 'production';
    try {
      await assert.rejects(startTenant(), {
        message: 'The local tenant lets anybody be anybody: it does not start when NODE_ENV is production.',
      });
    } finally {
      if (before === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = before;
    }
  });
});
