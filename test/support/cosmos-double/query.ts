import cosmosQuery from '@zeit/cosmosdb-query';
import { type Answer, badRequest } from './answer.ts';
import { queryCharge } from './charge.ts';
import type { Container, Document } from './documents.ts';
import { checkOrder } from './index-paths.ts';
import { compareKeys, type Key, keyOf } from './order.ts';
import { parseSql, type Sql } from './sql.ts';

export type Parameter = Readonly<{ name: string; value: unknown }>;
export type QueryRequest = Readonly<{
  query: string;
  parameters: readonly Parameter[];
  maxItems: number;
  continuation: string | undefined;
}>;

const maxPageBytes = 4 * 1024 * 1024;
/** The engine copies its list once for each row, and answers in the order of `_rid`. */
const slice = 200;
type Token = Readonly<{ after: Key; left: number | null }>;
type Compiled = ReturnType<typeof cosmosQuery.default>;
const compiled = new Map<string, Compiled>();

/** Runs a query over the documents of the partitions it may look at; one page, with a token for the next. */
export function runQuery(container: Container, documents: readonly Document[], request: QueryRequest): Answer {
  const sql = parseSql(request.query);
  checkOrder(container.definition.indexingPolicy, sql.orderBy);
  const token = request.continuation === undefined ? undefined : (JSON.parse(request.continuation) as Token);
  const found = filter(sql, documents, request.parameters);
  const sorted = found
    .map((document) => ({ document, key: keyOf(document, sql.orderBy) }))
    .filter(({ key }) => !token || compareKeys(key, token.after, sql.orderBy) > 0)
    .toSorted((one, other) => compareKeys(one.key, other.key, sql.orderBy));
  const left = token ? token.left : topOf(sql, request.parameters);
  const within = left === null ? sorted : sorted.slice(0, left);
  const page = within.slice(0, pageSize(within, request.maxItems));
  const last = page.at(-1);
  const more = last !== undefined && page.length < within.length;
  const next: Token | undefined = more
    ? { after: last.key, left: left === null ? null : left - page.length }
    : undefined;
  const rows = project(
    sql,
    page.map(({ document }) => document),
    request.parameters,
  );
  return {
    status: 200,
    body: { _rid: '', Documents: rows, _count: rows.length },
    charge: queryCharge(page.map(({ document }) => document)),
    headers: { 'x-ms-item-count': String(rows.length), ...(next ? { 'x-ms-continuation': JSON.stringify(next) } : {}) },
  };
}

function pageSize(rows: readonly Readonly<{ document: Document }>[], maxItems: number): number {
  let bytes = 0;
  const tooMany = rows.findIndex(({ document }, index) => {
    bytes += Buffer.byteLength(JSON.stringify(document));
    return index > 0 && bytes > maxPageBytes;
  });
  return Math.min(maxItems, tooMany < 0 ? rows.length : tooMany);
}

function filter(sql: Sql, documents: readonly Document[], parameters: readonly Parameter[]): readonly Document[] {
  if (sql.where === undefined) return documents;
  const some = narrowed(sql.where, documents, parameters);
  const byRid = new Map(some.map((document) => [document._rid, document]));
  const rids = execute(`SELECT VALUE c._rid FROM c WHERE ${sql.where}`, some, parameters) as readonly string[];
  return rids.flatMap((rid) => byRid.get(rid) ?? []);
}

const bound = /^c\.(?<name>\w+) (?<sign><=|>) (?<value>@\w+)$/;
const plain = /^[\x20-\x7e]*$/;

/** What an index would leave: the engine is slow over very many documents. It still looks at all that is left. */
function narrowed(
  where: string,
  documents: readonly Document[],
  parameters: readonly Parameter[],
): readonly Document[] {
  const { name = '', sign, value: given } = bound.exec(where.trim())?.groups ?? {};
  const limit = parameters.find((parameter) => parameter.name === given)?.value;
  if (typeof limit !== 'string' || !plain.test(limit)) return documents;
  return documents.filter((document) => {
    const value = document[name];
    if (typeof value !== 'string') return false;
    return !plain.test(value) || (sign === '>' ? value > limit : value <= limit);
  });
}

function project(sql: Sql, documents: readonly Document[], parameters: readonly Parameter[]): readonly unknown[] {
  if (sql.select === '*') return documents;
  const byRid = documents.toSorted((one, other) => (one._rid < other._rid ? -1 : 1));
  const rows = execute(`SELECT ${sql.value ? 'VALUE ' : ''}${sql.select} FROM c`, byRid, parameters);
  if (rows.length !== byRid.length)
    throw badRequest(`The double does not know VALUE of a missing property: ${sql.select}`);
  const rowOf = new Map(byRid.map(({ _rid }, index) => [_rid, rows[index]]));
  return documents.map(({ _rid }) => rowOf.get(_rid));
}

function execute(text: string, documents: readonly Document[], parameters: readonly Parameter[]): readonly unknown[] {
  const query = compiled.get(text) ?? compile(text);
  const rows: unknown[] = [];
  for (let from = 0; from < documents.length; from += slice) {
    const some = documents.slice(from, from + slice);
    const { result } = query.exec(some, { parameters: [...parameters] }) as { result: readonly unknown[] };
    rows.push(...result);
  }
  return rows;
}

function compile(text: string): Compiled {
  try {
    const query = cosmosQuery.default(text);
    compiled.set(text, query);
    return query;
  } catch (cause) {
    throw badRequest(`Syntax error: ${text}: ${String(cause)}`);
  }
}

/** `TOP n` or `TOP @n`; null without. */
export function topOf({ top }: Sql, parameters: readonly Parameter[]): number | null {
  if (top === undefined) return null;
  const value = top.startsWith('@') ? parameters.find(({ name }) => name === top)?.value : Number(top);
  if (!Number.isInteger(value) || Number(value) < 0) throw badRequest(`TOP is not a whole number: ${String(value)}`);
  return Number(value);
}
