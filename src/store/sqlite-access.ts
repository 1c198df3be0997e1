import { type StreamId } from '../core/ids.ts';
import { nextLine } from './access-chain.ts';
import { type AccessEntry, type AccessLine, type AccessLog } from './access-log.ts';
import { type Database } from './sqlite-database.ts';
import { emptyLog } from './sqlite-erase.ts';

export function sqliteAccess(db: Database): AccessLog {
  return {
    append: async (stream, entry) => db.atomically(() => append(db, stream, entry)),
    erase: async (stream) => {
      await db.atomically(() => db.run('DELETE FROM access WHERE stream = ?', stream));
      emptyLog(db);
    },
    read: async (stream) => (db.all(`${selectLines} ORDER BY seq`, stream) as unknown as LineRow[]).map(lineOf),
  };
}

type LineRow = Readonly<{ seq: number; prev_hash: string; hash: string; entry: string }>;

function append(db: Database, stream: StreamId, entry: AccessEntry): AccessLine {
  const last = db.get(`${selectLines} ORDER BY seq DESC LIMIT 1`, stream) as LineRow | undefined;
  const line = nextLine(last && lineOf(last), entry);
  db.run(insertLine, stream, line.seq, line.prevHash, line.hash, JSON.stringify(entry));
  return line;
}

function lineOf({ seq, prev_hash: prevHash, hash, entry }: LineRow): AccessLine {
  return { ...(JSON.parse(entry) as AccessEntry), seq, prevHash, hash };
}

const selectLines = 'SELECT seq, prev_hash, hash, entry FROM access WHERE stream = ?';
const insertLine = 'INSERT INTO access (stream, seq, prev_hash, hash, entry) VALUES (?, ?, ?, ?, ?)';
