import type { DatabaseSync } from 'node:sqlite';

type Entity = Readonly<{ id: string }>;

/** All entities of one kind: read from memory, every change written to SQLite before it is seen. Oldest first. */
export type Table<E extends Entity> = Readonly<{
  get(id: string): E | undefined;
  all(): readonly E[];
  put(entity: E): void;
  remove(id: string): boolean;
  clear(): void;
}>;

/** `name` becomes part of the SQL: it is ours, never a caller's. */
export function openTable<E extends Entity>(database: DatabaseSync, name: string): Table<E> {
  database.exec(`CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY, entity TEXT NOT NULL) STRICT`);
  const write = database.prepare(
    `INSERT INTO ${name} (id, entity) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET entity = excluded.entity`,
  );
  const erase = database.prepare(`DELETE FROM ${name} WHERE id = ?`);
  const entities = readAll<E>(database, name);
  return {
    get: (id) => entities.get(id),
    all: () => [...entities.values()],
    put(entity) {
      write.run(entity.id, JSON.stringify(entity));
      entities.set(entity.id, entity);
    },
    remove(id) {
      erase.run(id);
      return entities.delete(id);
    },
    clear() {
      database.exec(`DELETE FROM ${name}`);
      entities.clear();
    },
  };
}

function readAll<E extends Entity>(database: DatabaseSync, name: string): Map<string, E> {
  const rows = database.prepare(`SELECT entity FROM ${name} ORDER BY rowid`).all();
  const entities = rows.map(({ entity }) => JSON.parse(String(entity)) as E);
  return new Map(entities.map((entity) => [entity.id, entity]));
}
