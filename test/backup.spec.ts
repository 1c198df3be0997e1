import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backupCommand } from '../src/backup.ts';
import { personId, type StreamId } from '../src/core/ids.ts';
import { loadDemo } from '../src/demo/load-demo.ts';
import type { AccessEntry } from '../src/store/access-log.ts';
import type { Archive } from '../src/store/archive.ts';
import { cosmosArchive } from '../src/store/cosmos-archive.ts';
import { sqliteArchive } from '../src/store/sqlite-archive.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import type { Store } from '../src/store/store.ts';
import { type CosmosDouble, startCosmosDouble } from './support/cosmos-double/cosmos-double.ts';
import { openCosmosStore } from './support/cosmos-double/open-store.ts';
import { checksumOf, keptKey, streamsOf } from './support/store-checksum.ts';
import { ask, caseStream, claimOf, commit, effect, moment, note, settled } from './support/store-samples.ts';

type Place = Readonly<{ archive: Archive; open(): Promise<Store> }>;
type Kind = Readonly<{ place(): Promise<Place>; end(): Promise<void> }>;

async function onSqlite(folder: string): Promise<Kind> {
  let places = 0;
  const place = async () => {
    const file = path.join(folder, `store-${++places}.db`);
    return { archive: sqliteArchive({ file }), open: async () => sqliteStore({ file }) };
  };
  return { place, end: async () => undefined };
}

async function onCosmos(): Promise<Kind> {
  const double: CosmosDouble = await startCosmosDouble();
  const place = async () => {
    const { store, container } = await openCosmosStore(double);
    // One client serves both; it ends with the double.
    return { archive: cosmosArchive({ container }), open: async () => ({ ...store, close: async () => undefined }) };
  };
  return { place, end: () => double.close() };
}

const busy = caseStream('busy');
const lane = { stream: busy, lane: 'channel' };
const looked: AccessEntry = {
  ...{ occurredAt: moment(0).toISOString(), eventType: 'case.details', action: 'read', outcome: 'allowed' },
  ...{ caseKey: 'LI-2026-0001', dataCategory: 'case', userId: personId('p1'), userRole: 'chair', organisation: 'x' },
  ...{ authorisationRule: 'chair of the team', breakGlass: false, sourceSystem: 'doorbraak' },
};

/** One effect of every standing, in a stream with more documents than one write takes. */
async function fillStore(store: Store): Promise<readonly StreamId[]> {
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

for (const [name, start] of [
  ['SQLite', onSqlite],
  ['Cosmos DB (double)', onCosmos],
] as const) {
  describe(`a backup on ${name}`, function () {
    this.timeout(60_000);
    let folder: string;
    let kind: Kind;
    let from: Place;
    let streams: readonly StreamId[];
    let saved: string;

    async function type(archive: Archive, ...args: string[]) {
      const lines: string[] = [];
      const clock = { now: () => moment(10 * 60_000) };
      const code = await backupCommand(args, { archive, clock, home: folder, print: (line) => void lines.push(line) });
      return { code, text: lines.join('\n') };
    }

    async function checksums(place: Place) {
      const store = await place.open();
      const sums = [];
      for (const stream of streams) sums.push([stream, await checksumOf(store, stream)]);
      await store.close();
      return sums;
    }

    /** Another backup, as a spec may spoil it. */
    async function another(to: string): Promise<string> {
      equal((await type(from.archive, 'backup', '--to', to)).code, 0);
      return path.join(folder, to);
    }

    async function refuses(archive: Archive, why: RegExp, backup = saved) {
      const { code, text } = await type(archive, 'restore', '--from', backup);
      match(text, why);
      equal(code, 1);
    }

    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-backup-'));
      kind = await start(folder);
      from = await kind.place();
      const store = await from.open();
      streams = await fillStore(store);
      await store.close();
      saved = await another('saved');
    });
    after(async () => {
      await kind.end();
      await rm(folder, { recursive: true });
    });

    it('gives every stream back as it was: events, state, effects and access log', async () => {
      const to = await kind.place();
      const { code, text } = await type(to.archive, 'restore', '--from', saved);
      equal(code, 0, text);
      const before = await checksums(from);
      equal(new Set(before.map(([, sum]) => sum)).size > 60, true, `only ${before.length} streams`);
      deepEqual(await checksums(to), before);
    });

    it('is for nobody else to read', async () => {
      for (const file of await readdir(saved)) {
        equal((await stat(path.join(saved, file))).mode & 0o77, 0, file);
      }
    });

    it('tells a store that changed from the one before', async () => {
      const later = await kind.place();
      await type(later.archive, 'restore', '--from', saved);
      const store = await later.open();
      await commit(store, { stream: busy });
      await store.close();
      notEqual((await checksums(later))[0]?.[1], (await checksums(from))[0]?.[1]);
    });

    it('refuses a store that is not empty, and leaves it as it is', async () => {
      const before = await checksums(from);
      await refuses(from.archive, /not empty/);
      deepEqual(await checksums(from), before);
    });

    it('refuses a backup that was damaged, cut short, or never finished', async () => {
      const { archive } = await kind.place();
      const file = `store.${archive.kind}`;
      const damaged = await another('damaged');
      await appendFile(path.join(damaged, file), ' ');
      await refuses(archive, /not as it was saved/, damaged);
      await rm(path.join(damaged, file));
      await refuses(archive, /missing/, damaged);
      await rm(path.join(damaged, 'backup.json'));
      await refuses(archive, /no whole backup/, damaged);
      equal(await archive.isEmpty(), true);
    });

    it('refuses a backup of another schema, and of another kind of store', async () => {
      const { archive } = await kind.place();
      const other = await another('other');
      const list = path.join(other, 'backup.json');
      const found = JSON.parse(await readFile(list, 'utf8')) as object;
      await writeFile(list, JSON.stringify({ ...found, schema: 99 }));
      await refuses(archive, /schema 99/, other);
      await writeFile(list, JSON.stringify({ ...found, kind: 'paper' }));
      await refuses(archive, /a backup of paper/, other);
      equal(await archive.isEmpty(), true);
    });

    it('never replaces another backup', async () => {
      const { code, text } = await type(from.archive, 'backup', '--to', 'saved');
      equal(code, 1);
      match(text, /never replaces/);
    });

    for (const args of [['backup'], ['backup', '--from', 'x'], ['restore', '--to', 'x'], ['restore', '--from']]) {
      it(`explains itself to "${args.join(' ')}"`, async () => {
        const { code, text } = await type(from.archive, ...args);
        equal(code, 2);
        match(text, /npm run restore -- --from FOLDER/);
      });
    }
  });
}

describe('a backup of a bot that runs', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-backup-'))));
  after(() => rm(folder, { recursive: true }));

  async function backup(archive: Archive): Promise<readonly [number, string]> {
    let text = '';
    const parts = {
      archive,
      clock: { now: () => moment(1_000) },
      home: folder,
      print: (line: string) => void (text = line),
    };
    return [await backupCommand(['backup', '--to', 'saved'], parts), text];
  }

  it('is made on SQLite, as of one moment', async () => {
    const file = path.join(folder, 'store.db');
    const store = sqliteStore({ file });
    await store.beat({ instance: 'one', at: moment(0).toISOString() });
    await commit(store, { stream: busy });
    const making = backup(sqliteArchive({ file }));
    await commit(store, { stream: busy });
    deepEqual((await making)[0], 0);
    await store.close();
  });

  it('is refused on Cosmos DB, where it would not be of one moment', async () => {
    const double = await startCosmosDouble();
    const { store, container } = await openCosmosStore(double);
    await store.beat({ instance: 'one', at: moment(0).toISOString() });
    const [code, text] = await backup(cosmosArchive({ container }));
    await store.close();
    await double.close();
    equal(code, 1);
    match(text, /Stop them/);
  });

  it('is refused where there is no store', async () => {
    const [code, text] = await backup(sqliteArchive({ file: path.join(folder, 'nowhere.db') }));
    equal(code, 1);
    match(text, /There is no .*nowhere\.db/);
  });
});
