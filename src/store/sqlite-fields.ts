import { type SQLInputValue } from 'node:sqlite';
import { type StreamId } from '../core/ids.ts';
import { type FieldValue, type IndexedFields } from './event-store.ts';
import { type Database } from './sqlite-database.ts';

/** A list is kept under a name of its own, so that `equals` never meets its items nor `contains` a scalar. */
export const listField = (field: string): string => `${field}[]`;

/** SQLite has no booleans: as blobs they equal no number, and no range of numbers or texts meets them. */
export function valueOf(value: FieldValue): SQLInputValue {
  return typeof value === 'boolean' ? Uint8Array.of(value ? 1 : 0) : value;
}

type Entry = readonly [field: string, value: FieldValue];
type Owner = Readonly<{ type: string; stream: StreamId }>;

/** What `states.fields` holds: the entries that are in the index now. */
export function entriesOf(fields: IndexedFields): readonly Entry[] {
  return Object.entries(fields).flatMap(([field, value]): Entry[] => {
    if (value === undefined) return [];
    if (typeof value === 'object') return [...new Set(value)].map((item) => [listField(field), item]);
    return [[field, value]];
  });
}

/** Writes only what differs: most commits change few of the fields. */
export function reindex(db: Database, owner: Owner, change: Readonly<{ before: string; after: string }>): void {
  if (change.before === change.after) return;
  const before = byText(change.before);
  const after = byText(change.after);
  for (const [text, [field, value]] of before) {
    if (!after.has(text)) db.run(remove, owner.type, field, valueOf(value), owner.stream);
  }
  for (const [text, [field, value]] of after) {
    if (!before.has(text)) db.run(add, owner.type, field, valueOf(value), owner.stream);
  }
}

function byText(entries: string): ReadonlyMap<string, Entry> {
  return new Map((JSON.parse(entries) as Entry[]).map((entry) => [JSON.stringify(entry), entry]));
}

const remove = 'DELETE FROM fields WHERE type = ? AND field = ? AND value = ? AND stream = ?';
const add = 'INSERT INTO fields (type, field, value, stream) VALUES (?, ?, ?, ?)';
