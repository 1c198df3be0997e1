import { badRequest } from './answer.ts';
import type { OrderItem } from './sql.ts';

export type IndexingPolicy = Readonly<{
  includedPaths?: readonly Readonly<{ path: string }>[];
  excludedPaths?: readonly Readonly<{ path: string }>[];
  compositeIndexes?: readonly (readonly Readonly<{ path: string; order?: string }>[])[];
}>;

/** Microsoft: "Indexing policies": `id` and `_ts` are always indexed; the more precise of two paths wins. */
const always = new Set(['/id', '/_ts']);

function depth(pattern: string, path: string): number {
  const clean = pattern.replaceAll('"', '');
  if (clean === '/*') return 0;
  if (clean.endsWith('/?')) return clean.slice(0, -2) === path ? path.length + 1 : -1;
  if (clean.endsWith('/*')) return path.startsWith(clean.slice(0, -1)) ? clean.length - 2 : -1;
  return -1;
}

export function isIndexed(policy: IndexingPolicy | undefined, path: string): boolean {
  if (!policy || always.has(path)) return true;
  const included = Math.max(-1, ...(policy.includedPaths ?? []).map((entry) => depth(entry.path, path)));
  const excluded = Math.max(-1, ...(policy.excludedPaths ?? []).map((entry) => depth(entry.path, path)));
  return included > excluded;
}

/** Whether anything under this property of a document can be: spares looking through what is not. */
export function mayBeIndexed(policy: IndexingPolicy | undefined, property: string): boolean {
  if (!policy?.excludedPaths?.some(({ path }) => path === '/*') || always.has(`/${property}`)) return true;
  return (policy.includedPaths ?? []).some(({ path }) => path.startsWith(`/${property}/`));
}

export function checkOrder(policy: IndexingPolicy | undefined, order: readonly OrderItem[]): void {
  const paths = order.map(({ path }) => `/${path.join('/')}`);
  if (paths.length === 1 && !isIndexed(policy, paths[0] ?? '')) {
    throw badRequest(`The index path corresponding to the specified order-by item is excluded: ${paths[0] ?? ''}`);
  }
  if (paths.length > 1 && !hasComposite(policy, order)) {
    throw badRequest('The order by query does not have a corresponding composite index that it can be served from.');
  }
}

function hasComposite(policy: IndexingPolicy | undefined, order: readonly OrderItem[]): boolean {
  return (policy?.compositeIndexes ?? []).some((composite) => {
    const same = order.map((item, at) => isDescending(composite[at]) === item.descending);
    const paths = order.every((item, at) => composite[at]?.path === `/${item.path.join('/')}`);
    return paths && composite.length === order.length && (same.every(Boolean) || !same.some(Boolean));
  });
}

const isDescending = (entry: Readonly<{ order?: string }> | undefined): boolean => entry?.order === 'descending';
