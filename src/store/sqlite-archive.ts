import { existsSync, mkdirSync } from 'node:fs';
import { chmod, copyFile, constants, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Archive, Saved } from './archive.ts';
import { migrations } from './sqlite-schema.ts';

/** SQLite's own online backup: as the store was at one moment, also while a bot writes to it. */
export function sqliteArchive({ file: store }: Readonly<{ file: string }>): Archive {
  return {
    kind: 'sqlite',
    schema: migrations.length,
    hindrance: async () =>
      existsSync(store) ? undefined : `There is no ${store}: name the folder or file of the bot in the settings.`,
    save: (file) => save(store, file),
    // Its log counts as well: put beside another file it would be played into that one.
    isEmpty: async () => ['', '-wal', '-shm'].every((suffix) => !existsSync(store + suffix)),
    fill: (file) => fill(store, file),
    close: async () => undefined,
  };
}

async function save(store: string, file: string): Promise<Saved> {
  const from = new DatabaseSync(store);
  try {
    await backup(from, file);
  } finally {
    from.close();
  }
  await chmod(file, 0o600);
  return lookInto(file);
}

async function fill(store: string, file: string): Promise<void> {
  mkdirSync(path.dirname(path.resolve(store)), { recursive: true, mode: 0o700 });
  const half = `${store}.part`;
  await rm(half, { force: true });
  await copyFile(file, half, constants.COPYFILE_EXCL);
  lookInto(half);
  await rename(half, store);
}

function lookInto(file: string): Saved {
  const db = new DatabaseSync(file);
  try {
    const one = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0];
    const found = one('PRAGMA integrity_check(1)');
    if (found !== 'ok') throw new Error(`${file} is damaged: ${String(found)}`);
    return { schema: Number(one('PRAGMA user_version')), streams: Number(one('SELECT count(*) FROM states')) };
  } finally {
    db.close();
  }
}
