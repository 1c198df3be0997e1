import { deepStrictEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { DefaultAzureCredential } from '@azure/identity';
import { commandId } from '../../src/core/ids.ts';
import { cosmosContainer } from '../../src/store/cosmos-container.ts';
import { commandTtl } from '../../src/store/cosmos-documents.ts';
import { CommitTooLarge, CosmosFault } from '../../src/store/cosmos-fault.ts';
import { cosmosStore } from '../../src/store/cosmos-store.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { type OpenedCosmos, openCosmosStore } from '../support/cosmos-double/open-store.ts';
import {
  ask,
  caseStream,
  claimOf,
  commit,
  commitOf,
  effect,
  enqueue,
  note,
  settled,
} from '../support/store-samples.ts';
import { type OpenedStore, storeContract } from './contract.ts';

const stream = caseStream(1);
let now = Date.parse('2026-03-02T08:00:00.000Z');
let double: CosmosDouble;

before(async () => {
  double = await startCosmosDouble({ clock: { now: () => new Date(now) } });
});
after(() => double.close());

storeContract('Cosmos DB store on the double', () => openCosmosStore(double));

describe('Cosmos DB store', () => {
  let opened: OpenedCosmos;
  beforeEach(async () => {
    opened = await openCosmosStore(double);
    double.calm();
  });
  afterEach(() => opened.close());

  const spent = async (work: () => Promise<unknown>) => {
    double.calm();
    await work();
    const charge = double.answered.reduce((sum, call) => sum + call.charge, 0);
    return { charge: Math.round(charge * 10) / 10, kinds: double.answered.map(({ kind }) => kind).toSorted() };
  };

  it('commits in two requests, for the same charge however many events the stream has', async () => {
    const { store } = opened;
    const whole = { stream, state: { text: 'x'.repeat(2000) }, effects: [effect('card', { lane: 'l' })] };
    const one = async () => {
      const next = await commitOf(store, { ...whole, commandId: commandId('c'.repeat(36) + String(Math.random())) });
      return spent(() => store.commit(next));
    };
    await one();
    const early = await one();
    for (let batch = 0; batch < 20; batch++) {
      const events = Array.from({ length: 90 }, (_, index) => note(`event ${index}`));
      await commit(store, { stream, events });
    }
    await one();
    const late = await one();
    console.log(`      RU per commit (model): ${early.charge} with 2 events, ${late.charge} with 1,800 events`);
    ok(Math.abs(late.charge - early.charge) < 0.1);
    deepStrictEqual(
      [early.kinds, late.kinds],
      [
        ['batch', 'read'],
        ['batch', 'read'],
      ],
    );
  });

  it('runs an effect for the same charge however many events the stream has', async () => {
    const { store } = opened;
    const run = async () => {
      await enqueue(store, { stream, effects: [effect('card', { lane: 'l' })] });
      return spent(async () => {
        const claim = await claimOf(store, { stream, lane: 'l' }, ask(0));
        const begun = settled(await store.begin(claim, claim.effects[0]!, ask(0)));
        await store.release(settled(await store.complete(begun, claim.effects[0]!)));
      });
    };
    const early = await run();
    for (let batch = 0; batch < 20; batch++) {
      await commit(store, { stream, events: Array.from({ length: 90 }, () => note('x')) });
    }
    const late = await run();
    console.log(`      RU per effect (model): ${early.charge} with 1 event, ${late.charge} with 1,802 events`);
    ok(Math.abs(late.charge - early.charge) < 0.1);
  });

  it('shows what each operation costs in the model', async () => {
    const { store } = opened;
    const effects = [effect('card', { lane: 'l' })];
    await commit(store, { stream, state: { text: 'x'.repeat(2000) }, fields: { title: 'a' }, effects });
    const find = { type: 'case', where: [], order: { field: 'title', direction: 'asc' }, limit: 20 } as const;
    const figures = {
      load: await spent(() => store.load(stream)),
      handled: await spent(() => store.handled(stream, commandId('never'))),
      history: await spent(() => store.history(stream)),
      'find, 1 of 1': await spent(() => store.find(find)),
      dueLanes: await spent(() => store.dueLanes(new Date(now), 10)),
      dueLanesOf: await spent(() => store.dueLanesOf(stream, new Date(now))),
      lag: await spent(() => store.lag(new Date(now))),
      standing: await spent(() => store.standing(new Date(now))),
      parked: await spent(() => store.parked(100)),
      beat: await spent(() => store.beat({ instance: 'a', at: new Date(now).toISOString() })),
      heartbeats: await spent(() => store.heartbeats(new Date(now))),
    };
    for (const [name, { charge, kinds }] of Object.entries(figures)) {
      console.log(`      ${name.padEnd(14)} ${charge.toFixed(1).padStart(5)} RU  ${kinds.join(' ')}`);
    }
    ok(figures.load.charge < 1.2);
  });

  it('reads its own writes: the session token of a write goes with the next read', async () => {
    const { store } = opened;
    await commit(store, { stream });
    double.calm();
    await store.load(stream);
    match(double.answered[0]?.sessionToken ?? '', /:-1#\d+/);
  });

  it('forgets after a week which commands it has seen, and keeps what they did', async () => {
    const { store } = opened;
    const first = await commitOf(store, { stream, commandId: commandId('vote') });
    await store.commit(first);
    now += (commandTtl - 1) * 1000;
    deepStrictEqual(await store.handled(stream, commandId('vote')), first.events);
    now += 1000;
    equal(await store.handled(stream, commandId('vote')), undefined);
    deepStrictEqual(await store.history(stream), first.events);
  });

  it('takes ids that Cosmos DB does not: slashes, spaces, very long ones', async () => {
    const { store } = opened;
    const odd = ['19:a/b?c#d\\e', 'met spatie', 'x'.repeat(3000)];
    for (const name of odd) {
      const change = { stream, commandId: commandId(name), effects: [effect(name, { lane: name })] };
      equal(await commit(store, change), 'committed');
      equal((await store.handled(stream, commandId(name)))?.length, 1);
      const claim = await claimOf(store, { stream, lane: name }, ask(0));
      const keep = { key: name, value: { of: name } };
      await store.release(settled(await store.complete(claim, claim.effects[0]!, keep)));
      deepStrictEqual(await store.kept(stream, name), { of: name });
    }
  });

  it('says so when one command writes too much, and writes nothing', async () => {
    const { store } = opened;
    const effects = Array.from({ length: 97 }, (_, index) => effect(`e${index}`));
    await rejects(commit(store, { stream, effects: [...effects, effect('one more')] }), CommitTooLarge);
    equal((await store.load(stream)).version, 0);
    equal(await commit(store, { stream, effects }), 'committed');
    const events = Array.from({ length: 5 }, () => note('x'.repeat(500_000)));
    await rejects(commit(store, { stream, events }), (error) => error instanceof CosmosFault && error.status === 413);
    equal((await store.load(stream)).version, 1);
  });

  it('refuses a field name that could change the query', async () => {
    const order = { field: 'title"] DESC --', direction: 'asc' } as const;
    await rejects(opened.store.find({ type: 'case', where: [], order, limit: 1 }), TypeError);
  });

  it('finds due lanes behind hundreds of effects that are held back', async () => {
    const { store } = opened;
    const held = Array.from({ length: 80 }, (_, index) => effect(`h${index}`, { lane: 'held' }));
    await enqueue(store, { stream: caseStream('a'), effects: held });
    await enqueue(store, { stream: caseStream('b'), effects: held });
    for (const name of ['a', 'b']) await claimOf(store, { stream: caseStream(name), lane: 'held' }, ask(0));
    await enqueue(store, { stream: caseStream('c'), effects: [effect('free', { lane: 'free' })], atMs: 1000 });
    const [lane] = await store.dueLanes(new Date(Date.parse('2026-03-02T08:00:02.000Z')), 1);
    deepStrictEqual(lane, { stream: caseStream('c'), lane: 'free' });
  });
});

/** A container for each spec, deleted afterwards; with COSMOS_TEST_KEY or as whoever `az login` says (who must then be allowed to create). */
async function openReal(endpoint: string): Promise<OpenedStore> {
  const key = process.env['COSMOS_TEST_KEY'];
  const access = key === undefined ? { credential: new DefaultAzureCredential() } : { key };
  const name = `spec-${crypto.randomUUID()}`;
  const container = await cosmosContainer({ ...access, endpoint, database: 'doorbraak-spec', container: name });
  const store = cosmosStore({ container });
  return {
    store,
    async close() {
      await container.delete();
      await store.close();
    },
  };
}

describe('Cosmos DB store on a real account', function () {
  const endpoint = process.env['COSMOS_TEST_ENDPOINT'];
  this.timeout(120_000);
  if (endpoint === undefined) {
    it('is skipped: COSMOS_TEST_ENDPOINT (and COSMOS_TEST_KEY) name no account to run the contract on');
    return;
  }
  storeContract('contract', () => openReal(endpoint));
});
