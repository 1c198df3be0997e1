import assert from 'node:assert/strict';
import type { TenantEvent } from '../../src/local-tenant/api.ts';
import {
  at,
  type Bench,
  botSays,
  chatOf,
  conversationsOf,
  fatima,
  general,
  hanna,
  jan,
  kees,
  openBench,
  privateChannel,
  refusalOf,
  say,
  threadsOf,
} from './support/bench.ts';

describe('local tenant: its own API', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it('lists the personas', async () => {
    const personas = (await bench.api('/api/personas')).body as readonly object[];
    assert.equal(personas.length, 41);
    assert.deepEqual(personas.slice(2, 3), [
      {
        id: '00000000-0000-4000-8000-000000000003',
        name: 'Ilse Koster',
        role: 'Aanmelder',
        organisation: 'Ouder',
        tenant: bench.tenant.tenantId,
        guest: true,
      },
    ]);
  });

  it('shows everybody their own chat and the teams they are in', async () => {
    const titles = async (person: string): Promise<readonly unknown[]> => {
      const { chats, teams } = await conversationsOf(bench, person);
      return [chats.map(({ id }) => id), teams.map(({ name }) => name)];
    };
    assert.deepEqual(await titles(hanna), [[chatOf(hanna)], []]);
    assert.deepEqual(await titles(jan), [[chatOf(jan)], ['Expertteams Limburg', 'Expertisecentrum Limburg']]);
    const areas = [
      'Noord',
      'Overijssel',
      'Gelderland',
      'Utrecht en Flevoland',
      'Noord-Holland',
      'Zuid-Holland',
      'Brabant en Zeeland',
    ];
    const seven = areas.map((area) => `Expertteams ${area}`);
    assert.deepEqual(await titles(kees), [[chatOf(kees)], seven]);
    assert.deepEqual(await titles('00000000-0000-4000-8000-000000000014'), [[], []]);
  });

  it('counts what somebody has not read, and nothing of their own', async () => {
    const unread = async (): Promise<unknown> => (await conversationsOf(bench, hanna)).chats.map((chat) => chat.unread);
    await botSays(bench, chatOf(hanna), { type: 'message', text: 'een' });
    await botSays(bench, chatOf(hanna), { type: 'message', text: 'twee' });
    await say(bench, [hanna, chatOf(hanna)], { text: 'drie' });
    assert.deepEqual(await unread(), [2]);
    assert.equal((await bench.api(`POST /api/as/${hanna}/conversations/${chatOf(hanna)}/read`)).status, 204);
    assert.deepEqual(await unread(), [0]);
  });

  it('tells open pages at once, and only who may know', async () => {
    const [hannas, jans] = [await listen(bench, hanna), await listen(bench, jan)];
    const id = await botSays(bench, chatOf(hanna), { type: 'message', text: 'voor Hanna' });
    await bench.connector(`/conversations/${chatOf(hanna)}/activities`, { type: 'typing' });
    const { id: own } = await say(bench, [jan, general], { text: 'voor het team' });
    assert.deepEqual((await hannas.take(3)).map(summary), [
      ['message', id],
      ['conversations', undefined],
      ['typing', chatOf(hanna)],
    ]);
    assert.deepEqual((await jans.take(2)).map(summary), [
      ['message', own],
      ['conversations', undefined],
    ]);
    hannas.stop();
    jans.stop();
  });

  it('tells the members of a new private channel, and not the others', async () => {
    const [fatimas, jans] = [await listen(bench, fatima), await listen(bench, jan)];
    await privateChannel(bench, 'LI-2026-0001', [fatima]);
    const { id } = await say(bench, [jan, general], { text: 'hoi' });
    assert.deepEqual((await fatimas.take(1)).map(summary), [['conversations', undefined]]);
    assert.deepEqual((await jans.take(1)).map(summary), [['message', id]]);
    fatimas.stop();
    jans.stop();
  });

  it('moves its clock, and the bot and its messages with it', async () => {
    const { tenant, api } = bench;
    const moved = await api('/api/tenant/clock', { now: '2027-03-01T08:00:00.000Z' });
    assert.ok(String(at(moved.body, 'now')).startsWith('2027-03-01T08:00:0'));
    assert.ok(tenant.clock.now().toISOString().startsWith('2027-03-01T08:00:0'));
    const { at: saidAt } = await say(bench, [hanna, chatOf(hanna)], { text: 'hallo' });
    assert.ok(saidAt.startsWith('2027-03-01T08:00:0'));
    const { body } = await api('/api/tenant/clock', { advanceMs: 3_600_000 });
    assert.ok(String(at(body, 'now')).startsWith('2027-03-01T09:00:0'));
    assert.deepEqual(refusalOf(await api('/api/tenant/clock', { now: 'morgen' })), [400, 'BadClock']);
  });

  it('goes back to the demo start, with the same secret, and has the bot told again', async () => {
    const told: string[] = [];
    await bench.close();
    bench = await openBench({ resetBot: async () => void told.push('reset') });
    const { tenant, bot, api } = bench;
    await tenant.connectBot(bot.url);
    await say(bench, [hanna, chatOf(hanna)], { text: 'weg ermee' });
    await privateChannel(bench, 'LI-2026-0001');
    await api('/api/tenant/clock', { advanceMs: 86_400_000 });
    const { appSecret } = tenant;
    assert.equal((await api('POST /api/tenant/reset')).status, 204);
    assert.deepEqual(told, ['reset']);
    assert.deepEqual(await threadsOf(bench, hanna, chatOf(hanna)), []);
    assert.equal((await conversationsOf(bench, fatima)).teams[0]?.channels.length, 1);
    assert.equal(at((await api('/api/tenant/clock')).body, 'offsetMs'), 0);
    assert.equal(tenant.appSecret, appSecret);
    assert.equal(bot.received.filter(({ type }) => type === 'installationUpdate').length, 2 * 49);
  });

  it('remembers which calls the bot made, and what they were answered', async () => {
    await bench.connector(`/conversations/${chatOf(hanna)}/members`);
    await bench.graph('/nothing');
    const entries = (await bench.api('/api/tenant/log')).body as readonly object[];
    assert.deepEqual(
      entries.map((entry) => [at(entry, 'direction'), at(entry, 'call'), at(entry, 'status')]),
      [
        ['from-bot', `GET /connector/v3/conversations/${chatOf(hanna)}/members`, 200],
        ['from-bot', 'GET /graph/v1.0/nothing', 501],
      ],
    );
  });
});

const summary = (event: TenantEvent): readonly unknown[] => {
  if (event.type === 'message') return ['message', event.message.id];
  return [event.type, event.type === 'typing' ? event.conversation : undefined];
};

type Listening = Readonly<{ take(count: number): Promise<readonly TenantEvent[]>; stop(): void }>;

/** Reads a persona's event stream; resolves once it is connected. */
async function listen({ tenant }: Bench, person: string): Promise<Listening> {
  const stop = new AbortController();
  const response = await fetch(`${tenant.url}/api/as/${person}/events`, { signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readMore = async (): Promise<void> => {
    const { value = '' } = (await reader?.read()) ?? {};
    text += value;
  };
  await readMore();
  return {
    async take(count) {
      for (;;) {
        const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data) as TenantEvent);
        if (events.length >= count && text.endsWith('\n\n')) return events.slice(0, count);
        await readMore();
      }
    },
    stop: () => stop.abort(),
  };
}
