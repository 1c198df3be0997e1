import type { Document } from './documents.ts';
import type { OrderItem } from './sql.ts';

/** The values a document is ordered by, then its `_rid`. A missing value is an empty list, because JSON has no undefined. */
export type Key = readonly (readonly unknown[])[];

export function keyOf(document: Document, order: readonly OrderItem[]): Key {
  const values = order.map(({ path }) => {
    const value = path.reduce<unknown>(
      (part, name) => (part as Record<string, unknown> | null | undefined)?.[name],
      document,
    );
    return value === undefined ? [] : [value];
  });
  return [...values, [document._rid]];
}

export function compareKeys(one: Key, other: Key, order: readonly OrderItem[]): number {
  for (const [index, values] of one.entries()) {
    const result = compare(values[0], other[index]?.[0]);
    if (result !== 0) return order[index]?.descending === true ? -result : result;
  }
  return 0;
}

/** Microsoft: "ORDER BY clause": undefined, null, false, true, number, string, array, object. */
function rank(value: unknown): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === 'boolean') return 2;
  if (typeof value === 'number') return 3;
  if (typeof value === 'string') return 4;
  return Array.isArray(value) ? 5 : 6;
}

function compare(one: unknown, other: unknown): number {
  const ranks = rank(one) - rank(other);
  if (ranks !== 0 || one === other) return ranks;
  if (typeof one === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(String(other)));
  return Number(one) - Number(other);
}
