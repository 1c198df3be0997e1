import assert from 'node:assert/strict';
import { type Bench, chatOf, hanna, jan, openBench, refusalOf, threadsOf } from './support/bench.ts';

describe('local tenant: faults', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const faults = async (settings: object): Promise<void> => {
    const put = await bench.api('PUT /api/tenant/faults', settings);
    assert.deepEqual([put.status, put.body], [200, settings]);
  };
  const send = (text: string, person = hanna) =>
    bench.connector(`/conversations/${chatOf(person)}/activities`, { type: 'message', text });
  const said = async (): Promise<readonly string[]> =>
    (await threadsOf(bench, hanna, chatOf(hanna))).map(({ root }) => root.text);

  it('answers every second call with the fault, without effect', async () => {
    await faults({ connector: { every: 2, answer: 429, retryAfterSeconds: 7 } });
    const answers = [await send('een'), await send('twee'), await send('drie'), await send('vier')];
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('retry-after')]),
      [
        [201, null],
        [429, '7'],
        [201, null],
        [429, '7'],
      ],
    );
    assert.deepEqual(await said(), ['een', 'drie']);
  });

  it('cuts the connection before or after the effect', async () => {
    await faults({ connector: { every: 1, answer: 'drop-before' } });
    await assert.rejects(send('voor'), { message: 'fetch failed' });
    await faults({ connector: { every: 1, answer: 'drop-after' } });
    await assert.rejects(send('na'), { message: 'fetch failed' });
    assert.deepEqual(await said(), ['na']);
  });

  it('touches only calls that match, on the surface that was named', async () => {
    await faults({ connector: { every: 1, answer: 503, match: '^DELETE ' }, graph: { every: 1, answer: 503 } });
    assert.equal((await send('een')).status, 201);
    assert.deepEqual(refusalOf(await bench.graph(`/users/${jan}`)), [503, 'InjectedFault']);
    await faults({});
    assert.equal((await bench.graph(`/users/${jan}`)).status, 200);
  });

  it('lets answers wait', async () => {
    await faults({ latencyMs: 120 });
    const started = performance.now();
    await send('traag');
    assert.ok(performance.now() - started >= 115);
  });

  it('refuses settings that mean nothing', async () => {
    const wrong = [{ connector: { every: 0, answer: 500 } }, { graph: { every: 1, answer: 200 } }, { speed: 3 }];
    for (const settings of [...wrong, { graph: { every: 1, answer: 500, match: '(' } }])
      assert.deepEqual(refusalOf(await bench.api('PUT /api/tenant/faults', settings)), [400, 'BadFaults']);
    assert.deepEqual((await bench.api('/api/tenant/faults')).body, {});
  });
});
