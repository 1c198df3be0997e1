import { checkOrder } from './index-paths.ts';
import type { IndexingPolicy } from './index-paths.ts';
import { type Parameter, topOf } from './query.ts';
import { parseSql, type Sql } from './sql.ts';

/** The place where the SDK fills in what it has seen already. */
const resumePoint = '{documentdb-formattableorderbyquery-filter}';
const everything = { min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false };

/** The query plan of the gateway: each partition answers sort keys beside the rows, and the SDK merges. */
export function planOf(query: string, parameters: readonly Parameter[], policy: IndexingPolicy | undefined): object {
  const sql = parseSql(query);
  checkOrder(policy, sql.orderBy);
  return {
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: 'None',
      top: topOf(sql, parameters),
      offset: null,
      limit: null,
      orderBy: sql.orderBy.map(({ descending }) => (descending ? 'Descending' : 'Ascending')),
      orderByExpressions: sql.orderBy.map(({ expression }) => expression),
      groupByExpressions: [],
      groupByAliases: [],
      aggregates: [],
      groupByAliasToAggregateType: {},
      rewrittenQuery: sql.orderBy.length > 0 ? rewrite(sql) : '',
      hasSelectValue: sql.value,
      dCountInfo: null,
      hasNonStreamingOrderBy: false,
    },
    queryRanges: [everything],
  };
}

/** A query that only filters is answered by the gateway itself. */
export function needsPlan(query: string): boolean {
  const { orderBy, top } = parseSql(query);
  return orderBy.length > 0 || top !== undefined;
}

function rewrite(sql: Sql): string {
  const items = sql.orderBy.map(({ expression }) => `{"item": ${expression}}`).join(', ');
  const order = sql.orderBy.map(({ expression, descending }) => `${expression} ${descending ? 'DESC' : 'ASC'}`);
  const filter = sql.where === undefined ? `(${resumePoint})` : `((${sql.where}) AND (${resumePoint}))`;
  const top = sql.top === undefined ? '' : `TOP ${sql.top} `;
  return `SELECT ${top}c._rid, [${items}] AS orderByItems, ${payload(sql)} AS payload\nFROM c\nWHERE ${filter}\nORDER BY ${order.join(', ')}`;
}

function payload({ select, value }: Sql): string {
  if (select === '*') return 'c';
  if (value) return select;
  const members = select.split(',').map((item) => {
    const [expression = '', alias] = item.trim().split(/\s+AS\s+/i);
    const name = alias ?? /(?:\.|\[")(\w+)(?:"\])?$/.exec(expression)?.[1] ?? expression;
    return `"${name}": ${expression}`;
  });
  return `{${members.join(', ')}}`;
}
