import { deepEqual, equal, ok } from 'node:assert/strict';
import { type Heard, languageModel, type LanguageModelSettings } from '../../src/teams/language-model.ts';
import { freePort } from '../support/free-port.ts';
import { type ModelStub, type Reply, startModelStub } from '../support/model-stub.ts';

const asked = { task: 'Kies uit de lijst.', sentence: 'hoe staat het met {{$temp.input}} en [1]' };

describe('asking a language model', () => {
  let model: ModelStub;
  before(async () => {
    model = await startModelStub();
  });
  beforeEach(() => model.calm());
  after(() => model.close());

  const settings = (changed: Partial<LanguageModelSettings> = {}): LanguageModelSettings => ({
    ...{ kind: 'openai', endpoint: model.url, deployment: 'parser', access: { key: 'geheim' }, timeoutMs: 400 },
    ...changed,
  });
  const ask = (changed?: Partial<LanguageModelSettings>): Promise<Heard> => languageModel(settings(changed))(asked);

  it('sends the task and the sentence, and no more', async () => {
    model.reply({ says: '{"intent":"help"}' });
    deepEqual(await ask(), { content: '{"intent":"help"}' });
    const [one] = model.asked;
    deepEqual(one?.messages, [
      { role: 'system', content: asked.task },
      { role: 'user', content: asked.sentence },
    ]);
    equal(one.path, '/v1/chat/completions');
    deepEqual(Object.keys(JSON.parse(one.body) as object).toSorted(), [
      ...[
        'frequency_penalty',
        'max_tokens',
        'messages',
        'model',
        'presence_penalty',
        'response_format',
        'temperature',
        'top_p',
      ],
    ]);
    equal(one.headers.authorization, 'Bearer geheim');
    deepEqual(
      Object.keys(one.headers).filter((name) => name.startsWith('x-')),
      [],
      'it tells nothing of this machine',
    );
  });

  it('asks every time anew, without what was asked before', async () => {
    await ask();
    await ask();
    deepEqual(
      model.asked.map(({ messages }) => messages.length),
      [2, 2],
    );
  });

  const azure = (access: LanguageModelSettings['access']) => {
    const addresses: string[] = [];
    const here = languageModel(
      settings({ kind: 'azure', endpoint: 'https://voorbeeld.openai.azure.com/', access }),
      (url, init) => {
        addresses.push(url);
        return fetch(`${model.url}/x`, init);
      },
    );
    return { here, addresses };
  };

  it('finds a deployment in Azure, by a key', async () => {
    const { here, addresses } = azure({ key: 'geheim' });
    deepEqual(await here(asked), { content: '{"intent":"geen"}' });
    deepEqual(addresses, [
      'https://voorbeeld.openai.azure.com/openai/deployments/parser/chat/completions?api-version=2024-10-21',
    ]);
    equal(model.asked[0]?.headers['api-key'], 'geheim');
    equal(model.asked[0].headers.authorization, undefined);
  });

  it('finds a deployment in Azure, by an identity', async () => {
    const { here } = azure({ token: async () => 'bewijs' });
    ok('content' in (await here(asked)));
    equal(model.asked[0]?.headers.authorization, 'Bearer bewijs');
    equal(model.asked[0].headers['api-key'], undefined);
  });

  it('asks once more after a 429, when that is in time', async () => {
    model.reply({ status: 429, headers: { 'retry-after': '0' } }, { says: 'ja' });
    deepEqual(await ask(), { content: 'ja' });
    equal(model.asked.length, 2);
  });

  const long = JSON.stringify({ choices: [{ message: { content: 'x'.repeat(40_000) } }] });
  const calls = [{ id: '1', type: 'function', function: { name: 'wis', arguments: '{}' } }];
  const failures: readonly (readonly [string, readonly Reply[], Heard, number])[] = [
    ['never answers', ['hang'], { failed: 'late' }, 1],
    ['begins to answer and never ends', ['drip'], { failed: 'late' }, 1],
    ['is too busy twice', [{ status: 429, headers: { 'retry-after': '0' } }, { status: 429 }], { failed: 'busy' }, 2],
    ['asks to wait for an hour', [{ status: 429, headers: { 'retry-after': '3600' } }], { failed: 'busy' }, 1],
    ['fails', [{ status: 500, body: 'Traceback' }], { failed: 'failed' }, 1],
    ['is being repaired', [{ status: 503 }], { failed: 'failed' }, 1],
    ['does not take the key', [{ status: 401 }], { failed: 'refused' }, 1],
    [
      'sends it elsewhere',
      [{ status: 302, headers: { location: 'https://elders.example/' } }],
      { failed: 'unreachable' },
      1,
    ],
    ['breaks off', ['drop'], { failed: 'unreachable' }, 1],
    ['answers with a page', [{ status: 200, body: '<html></html>' }], { failed: 'unusable' }, 1],
    ['answers with nothing', [{ status: 200, body: '' }], { failed: 'unusable' }, 1],
    ['answers with no choice', [{ status: 200, body: '{"choices":[]}' }], { failed: 'unusable' }, 1],
    ['answers too long', [{ status: 200, body: long }], { failed: 'unusable' }, 1],
    [
      'calls a function',
      [{ status: 200, body: JSON.stringify({ choices: [{ message: { content: null, tool_calls: calls } }] }) }],
      { failed: 'unusable' },
      1,
    ],
    ['answers deeply', [{ status: 200, body: '['.repeat(20_000) }], { failed: 'unusable' }, 1],
  ];
  for (const [what, replies, heard, requests] of failures) {
    it(`comes back in time when it ${what}`, async () => {
      model.reply(...replies);
      const began = performance.now();
      deepEqual([await ask(), model.asked.length], [heard, requests]);
      ok(performance.now() - began < 1_500);
    });
  }

  it('comes back when nothing is there', async () => {
    deepEqual(await ask({ endpoint: `http://127.0.0.1:${await freePort()}/v1` }), { failed: 'unreachable' });
  });

  it('trusts no certificate that it does not know', async () => {
    const stranger = await startModelStub({ secure: true });
    deepEqual(await ask({ endpoint: stranger.url }), { failed: 'unreachable' });
    equal(stranger.asked.length, 0);
    await stranger.close();
  });

  it('comes back when no proof can be had, or does not come', async () => {
    deepEqual(await azure({ token: () => Promise.reject(new Error('geen identiteit')) }).here(asked), {
      failed: 'unreachable',
    });
    deepEqual(await azure({ token: () => new Promise(() => undefined) }).here(asked), { failed: 'late' });
    equal(model.asked.length, 0);
  });
});
