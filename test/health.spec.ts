import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { pino } from 'pino';
import { createHealth, type HealthParts } from '../src/health.ts';
import { defaultMonitoring, type Monitoring } from '../src/monitoring.ts';
import { openedStore } from './support/store-opened.ts';
import { ask, beginOf, caseStream, effect, enqueue, instant, moment } from './support/store-samples.ts';
import { openTemporary } from './support/store-sqlite.ts';

const stream = caseStream(1);
const minuteMs = 60_000;

describe('health', () => {
  const opened = openedStore(openTemporary);

  function watch({
    atMs = 0,
    silentMs = 0,
    ...rest
  }: { atMs?: number; silentMs?: number } & Partial<HealthParts> = {}) {
    const health = createHealth({
      ...{ store: opened(), clock: { now: () => moment(atMs) }, log: pino({ level: 'silent' }) },
      ...{ instance: 'a', monitoring: defaultMonitoring, workerSilentMs: () => silentMs, ...rest },
    });
    const read = async (path: string, authorization = '') => {
      const page = health.pages.find((each) => each.path === path);
      const { status, body } = await page!.answer(authorization);
      return { status, body };
    };
    const readyz = async () => {
      const { status, body } = await read('/readyz');
      return { status, ...(JSON.parse(body) as Record<string, unknown>) };
    };
    return { ...health, read, readyz };
  }

  describe('/readyz', () => {
    it('is ready when the store answers, the worker looks and nothing is late', async () => {
      const { beat, readyz } = watch();
      await beat();
      const all = { instance: 'a', alive: 1, silent: [], parked: {} };
      deepEqual(await readyz(), { status: 200, ready: true, problems: [], ...all });
    });

    it('is not when due work is older than it may be, and says how late', async () => {
      await enqueue(opened(), { stream, effects: [effect('a'), effect('b')] });
      const monitoring = { ...defaultMonitoring, maxLagSeconds: 60 };
      equal((await watch({ monitoring, atMs: minuteMs }).readyz()).status, 200);
      const { status, problems } = (await watch({ monitoring, atMs: minuteMs + 1_000 }).readyz()) as Answer;
      deepEqual({ status, problems }, { status: 503, problems: [{ problem: 'work-is-late', seconds: 61, due: 2 }] });
    });

    it('is not when the worker has not looked for a minute', async () => {
      const { status, problems } = (await watch({ silentMs: 61_000 }).readyz()) as Answer;
      deepEqual({ status, problems }, { status: 503, problems: [{ problem: 'worker-silent', seconds: 61 }] });
    });

    it('is not when the store does not answer', async () => {
      const store = { ...opened(), standing: () => Promise.reject(new Error('no store')) };
      deepEqual(await watch({ store }).readyz(), {
        ...{ status: 503, ready: false, problems: [{ problem: 'store-unreachable' }] },
      });
    });

    it('stays so, and names it, when another instance died', async () => {
      await opened().beat({ instance: 'dead', at: instant(0) });
      const { beat, readyz } = watch({ atMs: 4 * minuteMs });
      await beat();
      const { status, alive, silent } = (await readyz()) as Answer;
      deepEqual({ status, alive, silent }, { status: 200, alive: 1, silent: [{ instance: 'dead', at: instant(0) }] });
    });

    it('asks the store once, however often it is asked itself', async () => {
      let asked = 0;
      const store = { ...opened(), standing: (now: Date) => ((asked += 1), opened().standing(now)) };
      const { readyz, read } = watch({ store, monitoring: { ...defaultMonitoring, metrics: 'open' } });
      await Promise.all([readyz(), readyz(), read('/metrics')]);
      equal(asked, 1);
    });
  });

  it('gives no sign of life while the worker is silent, and none after a farewell', async () => {
    await watch({ silentMs: 61_000 }).beat();
    deepEqual(await opened().heartbeats(moment(0)), []);
    const { beat, farewell } = watch();
    await beat();
    await farewell();
    deepEqual(await opened().heartbeats(moment(0)), []);
  });

  describe('/metrics', () => {
    const token = 'a-token-that-nobody-guesses';
    const reading = (metrics: Monitoring['metrics'], authorization?: string) =>
      watch({ monitoring: { maxLagSeconds: 60, metrics } }).read('/metrics', authorization);

    it('tells how the work stands, what was run, and what people did', async () => {
      await enqueue(opened(), { stream, effects: [effect('late'), effect('parked', { kind: 'link', lane: 'other' })] });
      const lane = { stream, lane: 'other' };
      const { claim, effect: begun } = await beginOf(opened(), lane, { key: 'parked', by: ask(0) });
      await opened().park(claim, begun, 'no such channel');
      const { observer, read } = watch({ atMs: 5_000, monitoring: { maxLagSeconds: 60, metrics: 'open' } });
      observer.effectRan({ kind: 'show-card', outcome: 'done', ms: 12 });
      observer.turnEnded({ door: 'action', outcome: 'not-allowed', ms: 80 });
      observer.modelAsked({ outcome: 'late', ms: 2_500 });
      observer.feedbackGiven({ reaction: 'like' });
      const { status, body } = await read('/metrics');
      equal(status, 200);
      for (const line of [
        'doorbraak_store_reachable 1',
        'doorbraak_effects_lag_seconds 5',
        'doorbraak_effects_due 1',
        'doorbraak_effects_parked{kind="link"} 1',
        'doorbraak_effects_total{kind="show-card",outcome="done"} 1',
        'doorbraak_turns_total{door="action",outcome="not-allowed"} 1',
        'doorbraak_model_asked_total{outcome="late"} 1',
        'doorbraak_model_seconds_bucket{le="3"} 1',
        'doorbraak_feedback_total{reaction="like"} 1',
        'doorbraak_turn_seconds_bucket{le="0.1",door="action"} 1',
      ]) {
        equal(body.split('\n').includes(line), true, `${line}\n${body}`);
      }
      match(body, /nodejs_eventloop_lag_seconds/);
      doesNotMatch(body, /case-1/);
    });

    it('tells that the store is away', async () => {
      const store = { ...opened(), standing: () => Promise.reject(new Error('no store')) };
      const { body } = await watch({ store, monitoring: { ...defaultMonitoring, metrics: 'open' } }).read('/metrics');
      match(body, /^doorbraak_store_reachable 0$/m);
    });

    it('opens for the token only, and for nobody when shut', async () => {
      equal((await reading({ token }, `Bearer ${token}`)).status, 200);
      deepEqual(await reading({ token }, 'Bearer other'), { status: 401, body: '' });
      deepEqual(await reading({ token }), { status: 401, body: '' });
      deepEqual(await reading('shut', `Bearer ${token}`), { status: 404, body: '' });
    });
  });
});

type Answer = Readonly<Record<'status' | 'problems' | 'alive' | 'silent', unknown>>;
