import { deepStrictEqual, equal, match, ok, rejects, throws } from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { commandId } from '../../src/core/ids.ts';
import { type Condition, type Find } from '../../src/store/event-store.ts';
import { sqlOf } from '../../src/store/sqlite-find.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { caseStream, commit, effect, enqueue, moment, note, runnable } from '../support/store-samples.ts';
import { type Folder, temporaryFile } from '../support/store-sqlite.ts';

const stream = caseStream(1);
const dayMs = 24 * 60 * 60 * 1000;

describe('sqlite file', () => {
  let folder: Folder;
  beforeEach(async () => {
    folder = await temporaryFile();
  });
  afterEach(async () => folder.remove());

  it('keeps everything when it is closed and opened again', async () => {
    const before = sqliteStore(folder);
    await enqueue(before, { stream, state: { title: 'Ree' }, effects: [effect('a', { lane: 'l' })] });
    const history = await before.history(stream);
    await before.close();
    const after = sqliteStore(folder);
    deepStrictEqual(await after.history(stream), history);
    deepStrictEqual((await after.load(stream)).state, { title: 'Ree' });
    deepStrictEqual(await runnable(after, { stream, lane: 'l' }, 0), ['a']);
    await after.close();
  });

  it('has no byte left of what was erased, neither in the file nor in its log', async () => {
    const store = sqliteStore(folder);
    const secret = (index: number) => `Merel-${String(index).padStart(4, '0')}`;
    for (let index = 0; index < 300; index++) {
      const own = index % 2 === 0 ? stream : caseStream(2);
      const text = own === stream ? secret(index).repeat(1 + (index % 40)) : `Das ${index}`;
      const effects = [effect('card', { data: { text } })];
      await commit(store, { stream: own, events: [note(text)], state: { text }, fields: { title: text }, effects });
    }
    await store.erase(stream);
    const files = await readdir(path.dirname(folder.file));
    const bytes = await Promise.all(files.map((name) => readFile(path.join(path.dirname(folder.file), name))));
    deepStrictEqual(
      [bytes.some((each) => each.includes('Merel-')), bytes.some((each) => each.includes('Das 299'))],
      [false, true],
    );
    await store.close();
  });

  it('makes its folder, for nobody else to read', async () => {
    const file = path.join(path.dirname(folder.file), 'deeper', 'store.db');
    await sqliteStore({ file }).close();
    equal((await stat(path.dirname(file))).mode & 0o077, 0);
  });

  it('is kept in a write-ahead log, with a schema version', async () => {
    await sqliteStore(folder).close();
    const db = new DatabaseSync(folder.file);
    deepStrictEqual({ ...db.prepare('PRAGMA journal_mode').get() }, { journal_mode: 'wal' });
    deepStrictEqual({ ...db.prepare('PRAGMA user_version').get() }, { user_version: 2 });
    db.close();
  });

  it('refuses a file of a newer version, says what to do, and leaves it as it is', async () => {
    await sqliteStore(folder).close();
    const db = new DatabaseSync(folder.file);
    db.exec('PRAGMA user_version = 99');
    throws(() => sqliteStore(folder), /made by a newer Doorbraak \(schema 99; this one knows 2\)\. Start that version/);
    deepStrictEqual({ ...db.prepare('PRAGMA user_version').get() }, { user_version: 99 });
    db.close();
  });

  it('refuses a file that is no database', async () => {
    throws(() => sqliteStore({ file: import.meta.filename }), /file is not a database/);
  });

  it('shows at once to one connection what another recorded', async () => {
    const [one, other] = [sqliteStore(folder), sqliteStore(folder)];
    await commit(one, { stream, state: { by: 'one' } });
    await commit(other, { stream, state: { by: 'other' } });
    deepStrictEqual([(await one.load(stream)).state, (await one.load(stream)).version], [{ by: 'other' }, 2]);
    await one.close();
    await other.close();
  });

  it('answers with a fault once it is closed', async () => {
    const store = sqliteStore(folder);
    await store.close();
    await rejects(store.load(stream), /database is not open/);
    await rejects(store.claim({ stream, lane: 'l' }, { owner: 'a', now: moment(0), leaseMs: 1 }), /not open/);
  });

  it('forgets command ids after seven days, not sooner', async () => {
    const store = sqliteStore(folder);
    const id = commandId('vote-1');
    await commit(store, { stream, commandId: id });
    await commit(store, { stream: caseStream(2), atMs: 7 * dayMs });
    equal((await store.handled(stream, id))?.length, 1);
    await commit(store, { stream: caseStream(2), atMs: 7 * dayMs + 60 * 60 * 1000 });
    equal(await store.handled(stream, id), undefined);
    await store.close();
  });

  it('leaves nothing of an effect that is done', async () => {
    const store = sqliteStore(folder);
    await enqueue(store, { stream, effects: [effect('a', { lane: 'l' })] });
    const claim = await store.claim({ stream, lane: 'l' }, { owner: 'a', now: moment(0), leaseMs: 1000 });
    ok(claim?.effects[0]);
    await store.complete(claim, claim.effects[0]);
    await store.release(claim);
    await store.close();
    const db = new DatabaseSync(folder.file);
    for (const table of ['effects', 'leases']) {
      deepStrictEqual({ ...db.prepare(`SELECT count(*) AS left FROM ${table}`).get() }, { left: 0 });
    }
    db.close();
  });

  it('gives 1 to 100 states at a time, and knows its own cursors only', async () => {
    const store = sqliteStore(folder);
    const find: Find = { type: 'case', where: [], order: { field: 'title', direction: 'asc' }, limit: 1 };
    await rejects(store.find({ ...find, limit: 0 }), RangeError);
    await rejects(store.find({ ...find, limit: 101 }), RangeError);
    await rejects(store.find({ ...find, after: '{"a":1}' }), TypeError);
    await store.close();
  });

  for (const condition of [
    { field: 'status', equals: 'open' },
    { field: 'people', contains: 'ann' },
    { field: 'status', in: ['open', 'closed'] },
    { field: 'places', from: 1 },
  ] satisfies Condition[]) {
    it(`finds ${JSON.stringify(condition)} by an index`, async () => {
      await sqliteStore(folder).close();
      const where = [condition, { field: 'urgent', equals: true }];
      const find: Find = { type: 'case', where, order: { field: 'title', direction: 'asc' }, limit: 10 };
      const { text, values } = sqlOf(find);
      const db = new DatabaseSync(folder.file);
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
      const steps = plan.map(({ detail }) => String(detail));
      match(steps.join('\n'), /SEARCH f USING PRIMARY KEY \(type=\? AND field=\? AND value/);
      deepStrictEqual(
        steps.filter((step) => /SCAN (s|f|o|states|fields)\b/.test(step)),
        [],
      );
      db.close();
    });
  }
});
