import { deepStrictEqual, equal, ok, rejects } from 'node:assert/strict';
import { inspect } from 'node:util';
import { CosmosFault } from '../../src/store/cosmos-fault.ts';
import { type Patience } from '../../src/store/cosmos-patience.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { type Store } from '../../src/store/store.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { type Fault } from '../support/cosmos-double/faults.ts';
import { type OpenedCosmos, openCosmosStore } from '../support/cosmos-double/open-store.ts';
import { ask, beginOf, caseStream, commitOf, effect, enqueue, moment } from '../support/store-samples.ts';

const stream = caseStream(1);
const lane = { stream, lane: 'l' };
const patient: Patience = { total: 3000, attempt: 400, firstPause: 5, longestPause: 40 };
const hasty: Patience = { total: 300, attempt: 100, firstPause: 5, longestPause: 40 };
/** What a busy machine may add to the budget. */
const slackMs = 1000;

const faults: Readonly<Record<string, Fault>> = {
  '429 with a time': { status: 429, retryAfterMs: 30 },
  '429 without a time': { status: 429 },
  '449': { status: 449 },
  '408': { status: 408 },
  '410': { status: 410 },
  '500': { status: 500 },
  '503': { status: 503 },
  'failover under way': { status: 403, substatus: 3 },
  'an HTML page': { status: 502, body: 'html' },
  'an HTML page as success': { status: 200, body: 'html' },
  'an empty answer': { status: 500, body: 'empty' },
  'an empty success': { status: 200, body: 'empty' },
  'a cut line': 'reset',
  'no answer at all': 'hang',
  'a lost answer': 'lost',
};

type Prepared = Readonly<{ run(under: Store): Promise<unknown>; expected: unknown }>;

/** Each is prepared in peace and run under the fault. */
const operations: Readonly<Record<string, (store: Store) => Promise<Prepared>>> = {
  async load(store) {
    await store.commit(await commitOf(store, { stream, state: { of: 'one' } }));
    return { run: async (under) => (await under.load(stream)).state, expected: { of: 'one' } };
  },
  async commit(store) {
    const next = await commitOf(store, { stream, effects: [effect('card', { lane: 'l' })] });
    return { run: (under) => under.commit(next), expected: 'committed' };
  },
  async complete(store) {
    await enqueue(store, { stream, effects: [effect('card', { lane: 'l' })] });
    const begun = await beginOf(store, lane, { key: 'card', by: ask(0) });
    const keep = { key: 'message', value: { id: 'm' } };
    return {
      run: async (under) => (await under.complete(begun.claim, begun.effect, keep)).outcome,
      expected: 'settled',
    };
  },
  async find(store) {
    await store.commit(await commitOf(store, { stream, fields: { title: 'a' }, state: { of: 'one' } }));
    const find = { type: 'case', where: [], order: { field: 'title', direction: 'asc' }, limit: 5 } as const;
    return {
      run: async (under) => (await under.find(find)).items,
      expected: [{ stream, version: 1, state: { of: 'one' } }],
    };
  },
};

async function timed(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

describe('Cosmos DB faults', () => {
  let double: CosmosDouble;
  let opened: OpenedCosmos;
  let store: Store;
  let inHaste: Store;
  before(async () => {
    double = await startCosmosDouble();
  });
  after(() => double.close());
  beforeEach(async () => {
    double.calm();
    opened = await openCosmosStore(double, patient);
    store = opened.store;
    inHaste = cosmosStore({ container: opened.container, patience: hasty });
  });
  afterEach(async () => {
    double.calm();
    await opened.close();
  });

  /** Nothing twice, nothing lost: one event, and the effect waits exactly when it should. */
  async function checkWhole(name: string): Promise<void> {
    equal((await store.history(stream)).length, 1);
    if (name !== 'commit' && name !== 'complete') return;
    const waiting = name === 'commit' ? [lane] : [];
    deepStrictEqual(await store.dueLanesOf(stream, moment(60_000)), waiting);
    if (name === 'complete') deepStrictEqual(await store.kept(stream, 'message'), { id: 'm' });
  }

  for (const [what, fault] of Object.entries(faults)) {
    describe(what, () => {
      for (const [name, prepare] of Object.entries(operations)) {
        it(`does not stop ${name}`, async () => {
          const { run, expected } = await prepare(store);
          // The write itself is meant, not the looks before it.
          const writes = name === 'commit' || name === 'complete';
          double.fail({ fault, when: ({ kind }) => !writes || kind === 'batch', times: 2 });
          const elapsed = await timed(run(store).then((answer) => deepStrictEqual(answer, expected)));
          ok(elapsed < patient.total + slackMs, `${elapsed} ms`);
          double.calm();
          await checkWhole(name);
        });

        it(`ends ${name} within its budget when it does not end`, async () => {
          const { run } = await prepare(store);
          double.fail({ fault });
          const status = typeof fault === 'string' || 'body' in fault ? 0 : fault.status;
          const elapsed = await timed(
            rejects(
              run(inHaste),
              (error) => error instanceof CosmosFault && error.status === status && error.attempts > 1,
            ),
          );
          ok(elapsed < hasty.total + slackMs, `${elapsed} ms`);
          double.calm();
          // What was asked for may have happened, but never twice, and asking again is harmless.
          await run(store);
          equal((await store.history(stream)).length, 1);
        });
      }
    });
  }

  it('outlasts a storm of 429 of one second', async () => {
    const calm = await openCosmosStore(double, { total: 5000, attempt: 1000, firstPause: 20, longestPause: 200 });
    const next = await commitOf(calm.store, { stream });
    const end = performance.now() + 1000;
    double.fail({ fault: { status: 429, retryAfterMs: 50 }, when: () => performance.now() < end });
    const elapsed = await timed(calm.store.commit(next).then((answer) => equal(answer, 'committed')));
    ok(elapsed > 900 && elapsed < 2500, `${elapsed} ms`);
    const asked = double.answered.length;
    ok(asked < 25, `${asked} requests in the storm`);
    await calm.close();
  });

  it('waits as long as the service says', async () => {
    const next = await commitOf(store, { stream });
    double.fail({ fault: { status: 429, retryAfterMs: 400 }, times: 1 });
    ok((await timed(store.commit(next))) >= 395);
  });

  it('gives up at once when the service wants more time than there is', async () => {
    const { run } = await operations['load']!(store);
    double.fail({ fault: { status: 429, retryAfterMs: 60_000 } });
    ok((await timed(rejects(run(store), CosmosFault))) < 1000);
  });

  it('sends what it counts: the SDK adds no attempts of its own', async () => {
    const { run } = await operations['load']!(store);
    double.calm();
    double.fail({ fault: { status: 503 } });
    const fault: unknown = await run(inHaste).catch((error: unknown) => error);
    ok(fault instanceof CosmosFault);
    equal(double.answered.length, fault.attempts);
  });

  it('does not ask again what was refused for good', async () => {
    const { run } = await operations['load']!(store);
    double.fail({ fault: { status: 400 } });
    await rejects(run(store), (error) => error instanceof CosmosFault && error.status === 400 && error.attempts === 1);
  });

  it('keeps documents out of its errors', async () => {
    const next = await commitOf(store, { stream, state: { text: 'vertrouwelijk' } });
    for (const fault of Object.values(faults)) {
      double.calm();
      double.fail({ fault });
      const error: unknown = await inHaste.commit(next).catch((thrown: unknown) => thrown);
      ok(error instanceof CosmosFault);
      ok(!inspect(error, { depth: 10, showHidden: true }).includes('vertrouwelijk'));
    }
  }).timeout(60_000);
});
