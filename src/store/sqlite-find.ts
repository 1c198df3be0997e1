import { type SQLInputValue } from 'node:sqlite';
import { type StreamId } from '../core/ids.ts';
import { type JsonObject } from '../core/json.ts';
import { type Condition, type FieldValue, type Find, type Found, type Page } from './event-store.ts';
import { type Database } from './sqlite-database.ts';
import { listField, valueOf } from './sqlite-fields.ts';

type Sql = Readonly<{ text: string; values: readonly SQLInputValue[] }>;
type FoundRow = Readonly<{ stream: StreamId; version: number; state: string; sort: string }>;

export function findStates(db: Database, find: Find): Page {
  if (!Number.isInteger(find.limit) || find.limit < 1 || find.limit > 100) {
    throw new RangeError(`find gives 1 to 100 states at a time, not ${find.limit}`);
  }
  const { text, values } = sqlOf(find);
  const rows = db.all(text, ...values) as unknown as FoundRow[];
  const items = rows.slice(0, find.limit).map(found);
  const last = rows[find.limit - 1];
  // One row more was asked for than the page holds: it tells whether there is a next page.
  return rows.length > find.limit && last ? { items, next: JSON.stringify([last.sort, last.stream]) } : { items };
}

function found({ stream, version, state }: FoundRow): Found {
  return { stream, version, state: JSON.parse(state) as JsonObject };
}

/** Exported for the spec that asks SQLite how it would look. */
export function sqlOf({ type, where, order, limit, after }: Find): Sql {
  const down = order.direction === 'desc';
  const sorted = `ORDER BY sort${down ? ' DESC' : ''}, stream${down ? ' DESC' : ''}`;
  const conditions = where.map((condition, index) => (index === 0 ? leads(type, condition) : holds(type, condition)));
  const beyond: readonly Sql[] = after === undefined ? [] : [past(after, down)];
  const text = `
    SELECT states.stream, states.version, states.state, sort FROM (
      SELECT stream, sort FROM (SELECT s.stream AS stream, ${sortOf} AS sort FROM states s
        WHERE ${['s.type = ?', ...conditions.map((each) => each.text)].join(' AND ')})
      WHERE ${beyond[0]?.text ?? 'TRUE'} ${sorted} LIMIT ?
    ) keys JOIN states USING (stream) ${sorted.replace('stream', 'keys.stream')}`;
  const asked = [...conditions, ...beyond].flatMap((each) => each.values);
  return { text, values: [order.field, type, ...asked, limit + 1] };
}

/** Only a text sorts; anything else counts as a missing field. */
const sortOf = `coalesce(
  (SELECT o.value FROM fields o WHERE o.stream = s.stream AND o.field = ? AND o.value BETWEEN '' AND x''), '')`;

/** The first condition drives the search through the index by value; the others are looked up for each state it finds. */
function leads(type: string, condition: Condition): Sql {
  const { field, text, values } = testOf(condition);
  return {
    text: `s.stream IN (SELECT stream FROM fields f WHERE f.type = ? AND f.field = ? AND ${text})`,
    values: [type, field, ...values],
  };
}

function holds(type: string, condition: Condition): Sql {
  const { field, text, values } = testOf(condition);
  return {
    text: `EXISTS (SELECT 1 FROM fields f WHERE f.type = ? AND f.field = ? AND f.stream = s.stream AND ${text})`,
    values: [type, field, ...values],
  };
}

function testOf(condition: Condition): Sql & Readonly<{ field: string }> {
  const { field } = condition;
  if ('equals' in condition) return { field, text: 'f.value = ?', values: [valueOf(condition.equals)] };
  if ('contains' in condition) return { field: listField(field), text: 'f.value = ?', values: [condition.contains] };
  if ('in' in condition) {
    const marks = condition.in.map(() => '?').join(', ');
    return { field, text: `f.value IN (${marks})`, values: condition.in.map(valueOf) };
  }
  return { field, text: 'f.value BETWEEN ? AND ?', values: rangeOf(condition) };
}

/** SQLite sorts numbers before texts before blobs, so the bounds of one kind keep the others out. */
const bounds: Readonly<Record<string, readonly [SQLInputValue, SQLInputValue]>> = {
  number: [-Infinity, Infinity],
  string: ['', new Uint8Array()],
  boolean: [Uint8Array.of(0), Uint8Array.of(1)],
  undefined: [-Infinity, Uint8Array.of(1)],
};

function rangeOf({ from, to }: Readonly<{ from?: FieldValue; to?: FieldValue }>): readonly SQLInputValue[] {
  const [lowest, highest] = bounds[typeof (from ?? to)] ?? [null, null];
  return [from === undefined ? lowest : valueOf(from), to === undefined ? highest : valueOf(to)];
}

function past(after: string, down: boolean): Sql {
  const cursor = parsed(after);
  if (Array.isArray(cursor)) {
    const [sort, stream] = cursor as unknown[];
    if (typeof sort === 'string' && typeof stream === 'string') {
      return { text: `(sort, stream) ${down ? '<' : '>'} (?, ?)`, values: [sort, stream] };
    }
  }
  throw new TypeError('find: `after` is not the `next` of an earlier page');
}

/** The parser's own error repeats the text, which came from a client and may end up in a log. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
