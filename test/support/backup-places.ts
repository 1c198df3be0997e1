import path from 'node:path';
import { personId, type StreamId } from '../../src/core/ids.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import type { AccessEntry } from '../../src/store/access-log.ts';
import type { Archive } from '../../src/store/archive.ts';
import { cosmosArchive } from '../../src/store/cosmos-archive.ts';
import { sqliteArchive } from '../../src/store/sqlite-archive.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type CosmosDouble, startCosmosDouble } from './cosmos-double/cosmos-double.ts';
import { openCosmosStore } from './cosmos-double/open-store.ts';
import { keptKey, streamsOf } from './store-checksum.ts';
import { ask, caseStream, claimOf, commit, effect, moment, note, settled } from './store-samples.ts';

export type Place = Readonly<{ archive: Archive; open(): Promise<Store> }>;
export type Kind = Readonly<{ place(): Promise<Place>; end(): Promise<void> }>;

export async function onSqlite(folder: string): Promise<Kind> {
  let places = 0;
  const place = async () => {
    const file = path.join(folder, `store-${++places}.db`);
    return { archive: sqliteArchive({ file }), open: async () => sqliteStore({ file }) };
  };
  return { place, end: async () => undefined };
}

export async function onCosmos(): Promise<Kind> {
  const double: CosmosDouble = await startCosmosDouble();
  const place = async () => {
    const { store, container } = await openCosmosStore(double);
    // One client serves both; it ends with the double.
    return { archive: cosmosArchive({ container }), open: async () => ({ ...store, close: async () => undefined }) };
  };
  return { place, end: () => double.close() };
}

export const busy = caseStream('busy');
const lane = { stream: busy, lane: 'channel' };
const looked: AccessEntry = {
  ...{ occurredAt: moment(0).toISOString(), eventType: 'case.details', action: 'read', outcome: 'allowed' },
  ...{ caseKey: 'LI-2026-0001', dataCategory: 'case', userId: personId('p1'), userRole: 'chair', organisation: 'x' },
  ...{ authorisationRule: 'chair of the team', breakGlass: false, sourceSystem: 'doorbraak' },
};

/** The demo's people, and one effect of every standing, in a stream with more documents than one write takes. */
export async function fillStore(store: Store): Promise<readonly StreamId[]> {
  await loadDemo({ store, clock: { now: () => moment(0) } });
  const keys = ['done', 'given-up', 'begun', 'waits'];
  for (let turn = 0; turn < 120; turn++) await commit(store, { stream: busy, events: [note(`line\u2028${turn}`)] });
  await commit(store, {
    stream: busy,
    state: { sum: 120 },
    effects: keys.map((key) => effect(key, { lane: 'channel' })),
  });
  let claim = await claimOf(store, lane, ask(0));
  const [done, givenUp, begun] = claim.effects;
  claim = settled(await store.begin(claim, done!, ask(0)));
  claim = settled(await store.complete(claim, done!, { key: keptKey, value: { message: 'm1' } }));
  claim = settled(await store.begin(claim, givenUp!, ask(0)));
  claim = settled(await store.park(claim, givenUp!, 'no such channel'));
  await store.begin(claim, begun!, ask(0));
  for (let look = 0; look < 3; look++) await store.access.append(busy, looked);
  await store.beat({ instance: 'gone', at: moment(0).toISOString() });
  const types = ['person', 'expert-team', 'centre', 'body', 'budget', 'place'];
  return [busy, ...(await Promise.all(types.map((type) => streamsOf(store, type)))).flat()];
}
