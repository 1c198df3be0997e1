import assert from 'node:assert/strict';
import { openRateLimits, sendWindows } from '../../src/local-tenant/rates.ts';
import { type Bench, chatOf, graphMember, hanna, jan, limburg, lotte, openBench, refusalOf } from './support/bench.ts';

describe('local tenant: rate limits', () => {
  it('counts calls in a sliding window and says how long to wait', () => {
    let ms = 0;
    const rates = openRateLimits('usual', () => ms);
    const take = (): number | undefined => rates.take('a', [{ calls: 2, seconds: 10 }]);
    assert.deepEqual([take(), take(), take()], [undefined, undefined, 10]);
    ms = 9001;
    assert.equal(take(), 1);
    ms = 10_001;
    assert.equal(take(), undefined);
  });

  it('does not count a call that it refused', () => {
    let ms = 0;
    const rates = openRateLimits('usual', () => ms);
    const take = (): number | undefined => rates.take('a', [{ calls: 1, seconds: 10 }]);
    take();
    ms = 5000;
    take();
    ms = 10_001;
    assert.equal(take(), undefined);
  });

  it('keeps conversations apart, and lets everything through when off', () => {
    const on = openRateLimits('usual', () => 0);
    for (let call = 0; call < 7; call++) on.take('a', sendWindows);
    assert.deepEqual([on.take('a', sendWindows), on.take('b', sendWindows)], [1, undefined]);
    const off = openRateLimits('off', () => 0);
    for (let call = 0; call < 7; call++) off.take('a', sendWindows);
    assert.equal(off.take('a', sendWindows), undefined);
  });

  describe('over HTTP', () => {
    let bench: Bench;
    afterEach(() => bench.close());

    it('refuses the eighth message in a second in one chat with 429 and Retry-After', async () => {
      bench = await openBench({ rates: 'usual' });
      const send = (person: string) =>
        bench.connector(`/conversations/${chatOf(person)}/activities`, { type: 'message', text: 'x' });
      const answers = await Promise.all(Array.from({ length: 8 }, () => send(hanna)));
      const refused = answers.filter(({ status }) => status === 429);
      assert.deepEqual(
        refused.map((answer) => [answer.headers.get('retry-after'), refusalOf(answer)[1]]),
        [['1', 'TooManyRequests']],
      );
      assert.equal((await send(jan)).status, 201);
    });

    it('refuses the fifth new member of a team within a minute', async () => {
      bench = await openBench({ rates: 'usual' });
      const add = () => bench.graph(`/teams/${limburg}/members`, graphMember(lotte));
      const statuses = [await add(), await add(), await add(), await add(), await add()].map(({ status }) => status);
      assert.deepEqual(statuses, [201, 201, 201, 201, 429]);
    });

    it('refuses the fifth call on a team in a second only when strict', async () => {
      bench = await openBench({ rates: 'strict' });
      const list = () => bench.graph(`/teams/${limburg}/channels`);
      const statuses = (await Promise.all([list(), list(), list(), list(), list()])).map(({ status }) => status);
      assert.deepEqual(statuses.sort(), [200, 200, 200, 200, 429]);
      await bench.close();
      bench = await openBench({ rates: 'usual' });
      const usual = await Promise.all([list(), list(), list(), list(), list()]);
      assert.deepEqual(new Set(usual.map(({ status }) => status)), new Set([200]));
    });
  });
});
