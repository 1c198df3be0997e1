import { type Message } from '../core/decider.ts';
import { type CommandId, type StreamId } from '../core/ids.ts';
import { type JsonObject } from '../core/json.ts';
import { type Commit, type EventStore, maxStateBytes, type Recorded, StateTooLarge } from './event-store.ts';
import { type Database } from './sqlite-database.ts';
import { enqueue } from './sqlite-enqueue.ts';
import { eraseStream } from './sqlite-erase.ts';
import { entriesOf, reindex } from './sqlite-fields.ts';
import { findStates } from './sqlite-find.ts';

const dayMs = 24 * 60 * 60 * 1000;
const commandsKeptMs = 7 * dayMs;
const sweepEveryMs = 60 * 60 * 1000;
const sweepAtMost = 1000;

export function sqliteEvents(db: Database): EventStore {
  const sweep = sweeper(db);
  return {
    async load(stream) {
      const row = db.get('SELECT state, version FROM states WHERE stream = ?', stream) as
        { state: string; version: number } | undefined;
      if (!row) return { state: undefined, version: 0, tag: undefined };
      return { state: JSON.parse(row.state) as JsonObject, version: row.version, tag: undefined };
    },
    history: async (stream) => eventsOf(db, stream, { after: 0, upto: Number.MAX_SAFE_INTEGER }),
    async handled(stream, command) {
      const range = db.get('SELECT after, upto FROM commands WHERE stream = ? AND id = ?', stream, command);
      return range && eventsOf(db, stream, range as Range);
    },
    async commit(commit) {
      const state = JSON.stringify(commit.state);
      const bytes = Buffer.byteLength(state);
      if (bytes > maxStateBytes) throw new StateTooLarge(commit.stream, bytes);
      const answer = await db.atomically(() => write(db, commit, state));
      sweep(Date.parse(commit.at));
      return answer;
    },
    find: async (find) => findStates(db, find),
    async kept(stream, key) {
      const row = db.get('SELECT value FROM kept WHERE stream = ? AND key = ?', stream, key);
      return row && (JSON.parse(String(row['value'])) as JsonObject);
    },
    erase: (stream, keep) => eraseStream(db, stream, keep),
    close: async () => db.close(),
  };
}

type Range = Readonly<{ after: number; upto: number }>;
type EventRow = Readonly<{ event: string; version: number; at: string; by: string; command: string }>;

function eventsOf(db: Database, stream: StreamId, { after, upto }: Range): readonly Recorded[] {
  const rows = db.all(selectEvents, stream, after, upto) as unknown as EventRow[];
  return rows.map(({ event, version, at, by, command }) => ({
    event: JSON.parse(event) as Message,
    version,
    at,
    by: by as Recorded['by'],
    commandId: command as CommandId,
  }));
}

function write(db: Database, commit: Commit, state: string): Awaited<ReturnType<EventStore['commit']>> {
  const { stream, type, read, events, commandId } = commit;
  if (db.get('SELECT 1 FROM commands WHERE stream = ? AND id = ?', stream, commandId)) return 'duplicate';
  const row = db.get('SELECT version, fields FROM states WHERE stream = ?', stream) as
    { version: number; fields: string } | undefined;
  if ((row?.version ?? 0) !== read.version) return 'conflict';
  const fields = JSON.stringify(entriesOf(commit.fields));
  const version = read.version + events.length;
  db.run(upsertState, stream, type, version, state, fields);
  for (const { event, version: at, ...rest } of events) {
    db.run(insertEvent, stream, at, JSON.stringify(event), rest.at, rest.by, rest.commandId);
  }
  reindex(db, { type, stream }, { before: row?.fields ?? '[]', after: fields });
  enqueue(db, commit);
  db.run(insertCommand, stream, commandId, read.version, version, Date.parse(commit.at));
  return 'committed';
}

/** Forgets old command ids at most once an hour, so that a commit pays next to nothing for it. */
function sweeper(db: Database): (now: number) => void {
  let next = 0;
  return (now) => {
    if (now < next) return;
    const swept = db.run(sweepCommands, now - commandsKeptMs, sweepAtMost);
    if (swept < sweepAtMost) next = now + sweepEveryMs;
  };
}

const selectEvents = `SELECT event, version, at, by, command FROM events
  WHERE stream = ? AND version > ? AND version <= ? ORDER BY version`;
const upsertState = `INSERT INTO states (stream, type, version, state, fields) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (stream) DO UPDATE SET version = excluded.version, state = excluded.state, fields = excluded.fields`;
const insertEvent = 'INSERT INTO events (stream, version, event, at, by, command) VALUES (?, ?, ?, ?, ?, ?)';
const insertCommand = 'INSERT INTO commands (stream, id, after, upto, at) VALUES (?, ?, ?, ?, ?)';
const sweepCommands = `DELETE FROM commands WHERE (stream, id) IN
  (SELECT stream, id FROM commands WHERE at < ? ORDER BY at LIMIT ?)`;
