import { type Call, json, type Reply } from '../http/exchange.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest } from './answers.ts';

type Item = Readonly<Record<string, unknown>>;

const condition = /^\(?(?:[\w.]+\/)*(\w+) eq '((?:[^']|'')*)'\)?$/;

/** Conditions of the form `field eq 'value'` joined by `and`: what the tenant understands of `$filter`. */
function parseFilter(filter: string): readonly Readonly<{ field: string; value: string }>[] | undefined {
  const conditions = filter.split(' and ').map((part) => condition.exec(part.trim()));
  if (conditions.some((found) => found === null)) return undefined;
  return conditions.flatMap((found) =>
    found ? [{ field: found[1] ?? '', value: (found[2] ?? '').replaceAll("''", "'") }] : [],
  );
}

/** A list as Graph gives it: filtered, a page at a time, with the address of the next page. */
export function listReply(tenant: Tenant, { query, path }: Call, items: readonly Item[]): Reply {
  const filter = query.get('$filter');
  const conditions = filter === null ? [] : parseFilter(filter);
  if (!conditions) return badRequest(`The local tenant does not understand this $filter: ${filter ?? ''}`);
  const matching = items.filter((item) => conditions.every(({ field, value }) => item[field] === value));
  const size = pageSize(query);
  const start = Number(query.get('$skiptoken') ?? 0) || 0;
  const value = matching.slice(start, start + size);
  const more = start + size < matching.length;
  return json(200, {
    value,
    ...(more ? { '@odata.nextLink': nextLink(tenant, path, { query, start: start + size }) } : {}),
  });
}

const largestPage = 100;

function pageSize(query: URLSearchParams): number {
  const top = Number(query.get('$top') ?? largestPage);
  return top >= 1 ? Math.min(top, largestPage) : largestPage;
}

function nextLink({ url }: Tenant, path: string, to: Readonly<{ query: URLSearchParams; start: number }>): string {
  const query = new URLSearchParams(to.query);
  query.set('$skiptoken', String(to.start));
  return `${url}${path}?${query.toString()}`;
}
