import { type IndexingPolicy, isIndexed, mayBeIndexed } from './index-paths.ts';

/**
 * A model, not a measurement: the illustrative figures of "Understand request units consumption in Azure Cosmos DB"
 * (Microsoft, 21 April 2026), in a straight line between them. In KB: what a read costs, and what a write does without its index.
 */
const bySize = [
  [1, 1, 4.95],
  [2, 1.04, 6.29],
  [4, 1.14, 6.67],
  [8, 1.33, 7.04],
  [16, 1.67, 9.52],
  [32, 2.19, 11.23],
  [64, 4.76, 22.67],
  [128, 9.95, 48.19],
  [256, 20.28, 98.29],
  [512, 40.95, 184.57],
  [1024, 145.9, 625],
  [2048, 291.8, 1250],
] as const;
/** The same page: for each indexed value that comes or goes. */
const perTerm = 0.2;
/** No documented figure: a base for each partition asked; what is found is charged as if it were read. */
const queryBase = 2.5;

type Written = Readonly<Record<string, unknown>>;
/** Path and value. */
type Leaf = readonly [string, string];

export const bytesOf = (document: object): number => Buffer.byteLength(JSON.stringify(document));
export const readCharge = (bytes: number): number => at(bytes, 1);

export function queryCharge(found: readonly object[]): number {
  return found.reduce<number>((sum, document) => sum + readCharge(bytesOf(document)), queryBase);
}

/** A replacement takes the old document out and puts the new one in; of the index only what differs. */
export function writeCharge(
  policy: IndexingPolicy | undefined,
  { before, after }: Readonly<{ before?: Written | undefined; after?: Written | undefined }>,
): number {
  const [old, fresh] = [termsOf(policy, before), termsOf(policy, after)];
  const changed =
    [...old].filter((term) => !fresh.has(term)).length + [...fresh].filter((term) => !old.has(term)).length;
  const sizes = [before, after].flatMap((document) => (document ? [at(bytesOf(document), 2)] : []));
  return sizes.reduce((sum, size) => sum + size, changed * perTerm);
}

function at(bytes: number, column: 1 | 2): number {
  const kilobytes = Math.min(Math.max(1, bytes / 1024), 2048);
  const next = Math.max(
    1,
    bySize.findIndex(([size]) => size >= kilobytes),
  );
  const [from, to] = [bySize[next - 1] ?? bySize[0], bySize[next] ?? bySize[1]];
  return from[column] + ((to[column] - from[column]) * (kilobytes - from[0])) / (to[0] - from[0]);
}

/** Documents do not change, and what was written is what the next replacement takes out. */
const known = new WeakMap<Written, ReadonlySet<string>>();

function termsOf(policy: IndexingPolicy | undefined, document: Written | undefined): ReadonlySet<string> {
  if (document === undefined) return new Set();
  const terms = known.get(document) ?? new Set(indexedLeaves(policy, document).map((leaf) => leaf.join(' ')));
  known.set(document, terms);
  return terms;
}

function indexedLeaves(policy: IndexingPolicy | undefined, document: Written): readonly Leaf[] {
  const some = Object.entries(document).filter(([name]) => mayBeIndexed(policy, name));
  const all = some.flatMap(([name, value]) => leaves(`/${name}`, value));
  const paths = [...new Set(all.map(([path]) => path))];
  const indexed = new Set(paths.filter((path) => isIndexed(policy, path)));
  return all.filter(([path]) => indexed.has(path));
}

function leaves(path: string, value: unknown): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value)]];
  const parts = Array.isArray(value) ? value.map((item) => ['[]', item] as const) : Object.entries(value);
  return parts.flatMap(([name, part]) => leaves(`${path}/${name}`, part));
}
