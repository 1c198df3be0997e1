import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { migrations } from './sqlite-schema.ts';
import { atomically, together } from './sqlite-together.ts';

type Row = Record<string, SQLOutputValue>;

export type Database = Readonly<{
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Rows as they are found: stop early and the rest is not looked for. */
  each(sql: string, ...values: SQLInputValue[]): Iterable<Row>;
  /** The number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All of it or nothing; what `work` reads cannot change before it writes. Resolves when the disk has it. */
  atomically<Answer>(work: () => Answer): Promise<Answer>;
  close(): void;
}>;

const busyMs = 5000;
/** Only `find` makes texts of its own; the bound keeps odd searches from growing the memory. */
const keptStatements = 300;

export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file, { timeout: busyMs, enableForeignKeyConstraints: true });
  try {
    // What is deleted is overwritten, so that nothing of it can be read from the file.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(db, file);
  } catch (error) {
    db.close();
    throw error;
  }
  const statement = statementsOf(db);
  const writes = together(db);
  return {
    get: (sql, ...values) => statement(sql).get(...values),
    all: (sql, ...values) => statement(sql).all(...values),
    each: (sql, ...values) => statement(sql).iterate(...values),
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    atomically: writes.atomically,
    close() {
      writes.flush();
      db.close();
    },
  };
}

function migrate(db: DatabaseSync, file: string): void {
  if (versionOf(db, file) === migrations.length) return;
  // Another instance may be doing the same: look again with the lock in hand.
  atomically(db, () => {
    for (const sql of migrations.slice(versionOf(db, file))) db.exec(sql);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function versionOf(db: DatabaseSync, file: string): number {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version <= migrations.length) return version;
  throw new Error(
    `${file} was made by a newer Doorbraak (schema ${version}; this one knows ${migrations.length}). ` +
      'Start that version, or restore the backup made before it.',
  );
}

function statementsOf(db: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= keptStatements) statements.clear();
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}
