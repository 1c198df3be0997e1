import { deepEqual, equal, match, notEqual, rejects } from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backupCommand } from '../src/backup.ts';
import type { StreamId } from '../src/core/ids.ts';
import type { Archive } from '../src/store/archive.ts';
import { cosmosArchive } from '../src/store/cosmos-archive.ts';
import { sqliteArchive } from '../src/store/sqlite-archive.ts';
import { sqliteStore } from '../src/store/sqlite-store.ts';
import { busy, fillStore, type Kind, onCosmos, onSqlite, type Place } from './support/backup-places.ts';
import { startCosmosDouble } from './support/cosmos-double/cosmos-double.ts';
import { openCosmosStore } from './support/cosmos-double/open-store.ts';
import { checksumOf } from './support/store-checksum.ts';
import { caseStream, commit, effect, moment, note } from './support/store-samples.ts';

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

  it('comes back on Cosmos DB although answers are lost, and says so when it does not', async () => {
    const double = await startCosmosDouble();
    const from = await openCosmosStore(double);
    await commit(from.store, { stream: busy, events: [note('a')], effects: [effect('b')] });
    const saved = path.join(folder, 'lost');
    await cosmosArchive(from).save(saved);
    const to = await openCosmosStore(double);
    double.fail({ fault: 'lost', times: 1, when: ({ kind }) => kind === 'batch' });
    await cosmosArchive(to).fill(saved);
    equal(await checksumOf(to.store, busy), await checksumOf(from.store, busy));
    const other = await openCosmosStore(double);
    await commit(other.store, { stream: caseStream(2) });
    await rejects(cosmosArchive(other).fill(saved), /not what was saved/);
    await double.close();
  });

  it('is refused where there is no store', async () => {
    const [code, text] = await backup(sqliteArchive({ file: path.join(folder, 'nowhere.db') }));
    equal(code, 1);
    match(text, /There is no .*nowhere\.db/);
  });
});
