import { deepStrictEqual, equal } from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { together } from '../../src/store/sqlite-together.ts';

describe('writes of one turn of the event loop', () => {
  let db: DatabaseSync;
  let commits: number;
  beforeEach(() => {
    db = new DatabaseSync(':memory:');
    db.exec('CREATE TABLE notes (text TEXT PRIMARY KEY)');
    commits = 0;
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      if (sql === 'COMMIT') commits++;
      exec(sql);
    };
  });
  afterEach(() => db.close());

  const insert = (text: string) => (): string => {
    db.prepare('INSERT INTO notes VALUES (?)').run(text);
    return text;
  };
  const notes = (): readonly unknown[] =>
    db
      .prepare('SELECT text FROM notes ORDER BY text')
      .all()
      .map(({ text }) => text);
  const outcomes = async (...all: readonly Promise<string>[]): Promise<readonly string[]> =>
    (await Promise.allSettled(all)).map((result) => (result.status === 'fulfilled' ? result.value : 'failed'));

  it('share one transaction, and each has its own answer', async () => {
    const { atomically } = together(db);
    deepStrictEqual(await outcomes(...['a', 'b', 'c'].map((text) => atomically(insert(text)))), ['a', 'b', 'c']);
    deepStrictEqual(notes(), ['a', 'b', 'c']);
    equal(commits, 1);
  });

  it('fail alone: what one of them did before it failed is undone, the others stand', async () => {
    const { atomically } = together(db);
    const halfway = (): string => {
      insert('half')();
      return insert('a')();
    };
    const all = [atomically(insert('a')), atomically(halfway), atomically(insert('b'))];
    deepStrictEqual(await outcomes(...all), ['a', 'failed', 'b']);
    deepStrictEqual(notes(), ['a', 'b']);
  });

  it('fail together when the disk does not take them, and later ones are tried anew', async () => {
    const { atomically } = together(db);
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      if (sql === 'COMMIT') throw new Error('disk full');
      exec(sql);
    };
    deepStrictEqual(await outcomes(atomically(insert('a')), atomically(insert('b'))), ['failed', 'failed']);
    db.exec = exec;
    deepStrictEqual(notes(), []);
    deepStrictEqual(await outcomes(atomically(insert('a'))), ['a']);
  });

  it('are done at once when asked, so that closing loses none', async () => {
    const { atomically, flush } = together(db);
    const written = atomically(insert('a'));
    flush();
    deepStrictEqual(notes(), ['a']);
    equal(await written, 'a');
    flush();
    equal(commits, 1);
  });
});
