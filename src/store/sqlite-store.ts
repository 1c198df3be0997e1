import { sqliteAccess } from './sqlite-access.ts';
import { openDatabase } from './sqlite-database.ts';
import { sqliteEffects } from './sqlite-effects.ts';
import { sqliteEvents } from './sqlite-events.ts';
import { sqliteHeartbeats } from './sqlite-heartbeats.ts';
import { type Store } from './store.ts';

/**
 * Everything in one file, for one machine; several processes may open it. Makes the file and its folder when they are not
 * there, brings an older file up to date, and throws on one made by a newer version. `:memory:` keeps nothing.
 */
export function sqliteStore({ file }: Readonly<{ file: string }>): Store {
  const db = openDatabase(file);
  return { ...sqliteEvents(db), ...sqliteEffects(db), ...sqliteHeartbeats(db), access: sqliteAccess(db) };
}
