import { type SqlParameter, type SqlQuerySpec } from '@azure/cosmos';
import { z } from 'zod/v4';
import { type StreamId } from '../core/ids.ts';
import { type CosmosCalls } from './cosmos-calls.ts';
import { type StateDocument } from './cosmos-documents.ts';
import { type Condition, type Find, type Found, type IndexedFields, type Page } from './event-store.ts';

/** Sorts below every character that a text holds, so that "An" comes before "An B", whatever the stream is called. */
const separator = '\u0001';

/** Per text field one sort key with the stream in it: Cosmos DB orders by one property, and this one has no ties. */
export function sortTexts(stream: StreamId, fields: IndexedFields): Readonly<Record<string, string>> {
  const texts = Object.entries(fields).filter(([, value]) => typeof value === 'string' && value !== '');
  return Object.fromEntries(texts.map(([field, text]) => [field, `${String(text)}${separator}${stream}`]));
}

/**
 * A page is read in two parts, because a state without the field has no sort key: those without it, by stream, and
 * those with it. A page ends with the key after which the next goes on; there are no continuation tokens.
 */
const cursor = z.object({ part: z.enum(['without', 'with']), after: z.string() });
type Cursor = z.output<typeof cursor>;
type Part = Cursor['part'];
type Row = Pick<StateDocument, 'stream' | 'version' | 'state'> & Readonly<{ sortKey: string }>;

export function findStates(calls: CosmosCalls): (find: Find) => Promise<Page> {
  return async (find) => {
    const from = find.after === undefined ? undefined : parseCursor(find.after);
    const order: readonly Part[] = find.order.direction === 'asc' ? ['without', 'with'] : ['with', 'without'];
    const parts = from ? order.slice(order.indexOf(from.part)) : order;
    const found: Readonly<{ part: Part; row: Row }>[] = [];
    for (const part of parts) {
      const limit = find.limit + 1 - found.length;
      if (limit <= 0) break;
      const after = from?.part === part ? from.after : undefined;
      const rows = await calls.query<Row>('find', partQuery(find, { part, after, limit }));
      found.push(...rows.map((row) => ({ part, row })));
    }
    return pageOf(found, find.limit);
  };
}

/** The errors of the parsers repeat the text, which came from a client and may end up in a log. */
function parseCursor(after: string): Cursor {
  try {
    return cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
  } catch {
    throw new TypeError('find: `after` is not the `next` of an earlier page');
  }
}

function pageOf(found: readonly Readonly<{ part: Part; row: Row }>[], limit: number): Page {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const states = items.map(({ row }): Found => ({ stream: row.stream, version: row.version, state: row.state }));
  if (!last || found.length <= limit) return { items: states };
  const next: Cursor = { part: last.part, after: last.row.sortKey };
  return { items: states, next: Buffer.from(JSON.stringify(next)).toString('base64url') };
}

function partQuery(
  { type, where, order }: Find,
  { part, after, limit }: Readonly<{ part: Part; after: string | undefined; limit: number }>,
): SqlQuerySpec {
  const sortKey = property('sort', order.field);
  const key = part === 'with' ? sortKey : 'c.stream';
  const [compare, direction] = order.direction === 'asc' ? ['>', 'ASC'] : ['<', 'DESC'];
  const conditions = where.map((condition, index) => conditionSql(condition, `@p${index}`));
  const clauses = [
    'c.type = @type',
    part === 'with' ? `IS_DEFINED(${sortKey})` : `NOT IS_DEFINED(${sortKey})`,
    ...(after === undefined ? [] : [`${key} ${compare} @after`]),
    ...conditions.map(({ sql }) => sql),
  ];
  return {
    query: `SELECT TOP @limit c.stream, c.version, c.state, ${key} AS sortKey FROM c WHERE ${clauses.join(' AND ')} ORDER BY ${key} ${direction}`,
    parameters: [
      { name: '@type', value: type },
      { name: '@limit', value: limit },
      ...(after === undefined ? [] : [{ name: '@after', value: after }]),
      ...conditions.flatMap(({ parameters }) => parameters),
    ],
  };
}

type ConditionSql = Readonly<{ sql: string; parameters: readonly SqlParameter[] }>;

function conditionSql(condition: Condition, name: string): ConditionSql {
  const field = property('fields', condition.field);
  if ('equals' in condition) return { sql: `${field} = ${name}`, parameters: [{ name, value: condition.equals }] };
  if ('contains' in condition) {
    return { sql: `ARRAY_CONTAINS(${field}, ${name})`, parameters: [{ name, value: condition.contains }] };
  }
  if ('in' in condition) {
    const parameters = condition.in.map((value, index) => ({ name: `${name}i${index}`, value }));
    const sql = parameters.length === 0 ? 'false' : `${field} IN (${parameters.map((each) => each.name).join(', ')})`;
    return { sql, parameters };
  }
  return rangeSql(field, condition, name);
}

function rangeSql(
  field: string,
  { from, to }: Readonly<{ from?: string | number | boolean; to?: string | number | boolean }>,
  name: string,
): ConditionSql {
  const bounds = [
    ...(from === undefined
      ? []
      : [{ sql: `${field} >= ${name}from`, parameter: { name: `${name}from`, value: from } }]),
    ...(to === undefined ? [] : [{ sql: `${field} <= ${name}to`, parameter: { name: `${name}to`, value: to } }]),
  ];
  if (bounds.length === 0) return { sql: 'true', parameters: [] };
  return { sql: bounds.map(({ sql }) => sql).join(' AND '), parameters: bounds.map(({ parameter }) => parameter) };
}

/** A name cannot be a parameter, so only plain names get into the text of a query. */
function property(part: 'fields' | 'sort', field: string): string {
  if (!/^[A-Za-z][\w-]*$/.test(field))
    throw new TypeError(`not the name of an indexed field: ${JSON.stringify(field)}`);
  return `c.${part}["${field}"]`;
}
