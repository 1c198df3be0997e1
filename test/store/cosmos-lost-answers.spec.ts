import { deepStrictEqual, equal } from 'node:assert/strict';
import { commandId } from '../../src/core/ids.ts';
import { type Store } from '../../src/store/store.ts';
import { type CallKind } from '../support/cosmos-double/call.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { type OpenedCosmos, openCosmosStore } from '../support/cosmos-double/open-store.ts';
import {
  ask,
  beginOf,
  caseStream,
  claimOf,
  commitOf,
  effect,
  effectOf,
  enqueue,
  instant,
  moment,
  settled,
} from '../support/store-samples.ts';

const stream = caseStream(1);
const lane = { stream, lane: 'l' };

describe('Cosmos DB: a lost answer', () => {
  let double: CosmosDouble;
  let opened: OpenedCosmos;
  let store: Store;
  before(async () => {
    double = await startCosmosDouble();
  });
  after(() => double.close());
  beforeEach(async () => {
    double.calm();
    opened = await openCosmosStore(double);
    store = opened.store;
  });
  afterEach(() => opened.close());

  const lose = (...kinds: CallKind[]) =>
    double.fail({ fault: 'lost', when: ({ kind }) => kinds.includes(kind), times: 1 });

  it('is recognised as our own commit, with its effects', async () => {
    const whole = await commitOf(store, { stream, effects: [effect('a', { lane: 'l' })] });
    lose('batch');
    equal(await store.commit(whole), 'committed');
    deepStrictEqual(await store.history(stream), whole.events);
    deepStrictEqual(await store.dueLanesOf(stream, moment(0)), [lane]);
  });

  it('is told apart from a command that was accepted before', async () => {
    const first = await commitOf(store, { stream, commandId: commandId('vote') });
    await store.commit(first);
    const again = await commitOf(store, { stream, commandId: commandId('vote') });
    lose('batch');
    equal(await store.commit(again), 'duplicate');
    deepStrictEqual(await store.history(stream), first.events);
  });

  it('is told apart from another writer', async () => {
    const late = await commitOf(store, { stream });
    await store.commit(await commitOf(store, { stream }));
    lose('batch');
    equal(await store.commit(late), 'conflict');
    equal((await store.history(stream)).length, 1);
  });

  it('leaves the lane with who took it', async () => {
    await enqueue(store, { stream, effects: [effect('a', { lane: 'l' })] });
    lose('batch');
    const claim = await claimOf(store, lane, ask(0));
    equal(await store.claim(lane, ask(1, 'worker-b')), undefined);
    settled(await store.begin(claim, effectOf(claim, 'a'), ask(1)));
  });

  it('does not take the lane from another', async () => {
    await enqueue(store, { stream, effects: [effect('a', { lane: 'l' })] });
    const holder = await claimOf(store, lane, ask(0));
    double.fail({ fault: 'lost', when: ({ kind }) => kind === 'read', times: 1 });
    equal(await store.claim(lane, ask(1, 'worker-b')), undefined);
    settled(await store.begin(holder, effectOf(holder, 'a'), ask(1)));
  });

  it('does not stop begin, reschedule and release', async () => {
    await enqueue(store, { stream, effects: [effect('a', { lane: 'l' })] });
    const claim = await claimOf(store, lane, ask(0));
    lose('batch');
    const begun = settled(await store.begin(claim, effectOf(claim, 'a'), ask(1)));
    lose('batch');
    const next = { due: moment(5000), failed: true, ambiguous: true, error: 'no answer' };
    const later = settled(await store.reschedule(begun, effectOf(claim, 'a'), next));
    lose('batch');
    await store.release(later);
    const { attempts, ambiguous, due } = effectOf(await claimOf(store, lane, ask(5000)), 'a');
    deepStrictEqual({ attempts, ambiguous, due }, { attempts: 1, ambiguous: true, due: instant(5000) });
  });

  it('parks once and puts back once', async () => {
    await enqueue(store, { stream, effects: [effect('a', { lane: 'l' })] });
    const { claim, effect: begun } = await beginOf(store, lane, { key: 'a', by: ask(0) });
    lose('batch');
    await store.release(settled(await store.park(claim, begun, 'gave up')));
    deepStrictEqual(
      (await store.parked(10)).map(({ key }) => key),
      ['a'],
    );
    lose('batch');
    equal(await store.requeue(stream, 'a', moment(0)), true);
  });

  it('answers lost to a stale holder, also when the answer was lost', async () => {
    await enqueue(store, { stream, effects: [effect('a', { lane: 'l' })] });
    const stale = await beginOf(store, lane, { key: 'a', by: ask(0) });
    await claimOf(store, lane, ask(30_001, 'worker-b'));
    lose('batch');
    deepStrictEqual(await store.complete(stale.claim, stale.effect), { outcome: 'lost' });
  });

  it('adds one line to the access log', async () => {
    const entry = {
      occurredAt: instant(0),
      eventType: 'case.details',
      action: 'read',
      outcome: 'allowed',
      caseKey: 'LI-2026-0001',
      dataCategory: 'case',
      userId: 'ann',
      userRole: 'chair',
      organisation: 'Expertteam Noord',
      authorisationRule: 'case.details',
      breakGlass: false,
      sourceSystem: 'doorbraak',
    } as Parameters<Store['access']['append']>[1];
    lose('batch');
    const line = await store.access.append(stream, entry);
    deepStrictEqual(await store.access.read(stream), [line]);
  });
});
