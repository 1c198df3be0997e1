/**
 * What each schema version adds to the one before; never change one that was released. Times in `effects` and `leases`
 * are milliseconds, so that any spelling of an instant sorts; `fields.value` has no type, so that each value keeps its own.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE states (
    stream TEXT NOT NULL PRIMARY KEY, type TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
    fields TEXT NOT NULL
  );
  CREATE INDEX states_by_type ON states (type, stream);

  CREATE TABLE events (
    stream TEXT NOT NULL, version INTEGER NOT NULL, event TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
    command TEXT NOT NULL, PRIMARY KEY (stream, version)
  ) WITHOUT ROWID;

  CREATE TABLE commands (
    stream TEXT NOT NULL, id TEXT NOT NULL, after INTEGER NOT NULL, upto INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (stream, id)
  ) WITHOUT ROWID;
  CREATE INDEX commands_by_age ON commands (at);

  CREATE TABLE fields (
    type TEXT NOT NULL, field TEXT NOT NULL, value NOT NULL, stream TEXT NOT NULL,
    PRIMARY KEY (type, field, value, stream)
  ) WITHOUT ROWID;
  CREATE INDEX fields_of_stream ON fields (stream, field, value);

  CREATE TABLE kept (
    stream TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (stream, key)
  ) WITHOUT ROWID;

  CREATE TABLE effects (
    id INTEGER PRIMARY KEY, stream TEXT NOT NULL, key TEXT NOT NULL, lane TEXT NOT NULL, kind TEXT NOT NULL,
    data TEXT NOT NULL, due INTEGER NOT NULL, place INTEGER NOT NULL, fresh INTEGER NOT NULL DEFAULT 1,
    retrying INTEGER NOT NULL DEFAULT 0, parked INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
    ambiguous INTEGER NOT NULL DEFAULT 0, error TEXT, UNIQUE (stream, key)
  );
  CREATE INDEX effects_waiting ON effects (due, id) WHERE parked = 0;
  CREATE INDEX effects_parked ON effects (due, id) WHERE parked = 1;
  CREATE INDEX effects_of_lane ON effects (stream, lane, place, id);
  CREATE INDEX effects_retrying ON effects (stream, lane, place, id) WHERE retrying = 1 AND parked = 0;

  CREATE TABLE leases (
    stream TEXT NOT NULL, lane TEXT NOT NULL, owner TEXT NOT NULL, token TEXT NOT NULL, until INTEGER NOT NULL,
    running TEXT, PRIMARY KEY (stream, lane)
  ) WITHOUT ROWID;

  CREATE TABLE access (
    stream TEXT NOT NULL, seq INTEGER NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE heartbeats (instance TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  `,
];
