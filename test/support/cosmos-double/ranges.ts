import { createHash } from 'node:crypto';
import { unknown } from './answer.ts';

/** Physical partitions. The double hashes in its own way; clients learn only that the ranges are complete. */
export function rangesOf(count: number): readonly object[] {
  const bounds = Array.from({ length: count + 1 }, (_, index) => boundary(index, count));
  return Array.from({ length: count }, (_, index) => ({
    _rid: `range${String(index)}`,
    id: String(index),
    _etag: '"0"',
    minInclusive: bounds[index],
    maxExclusive: bounds[index + 1],
    ridPrefix: index,
    _self: '',
    throughputFraction: 1 / count,
    status: 'online',
    parents: [],
    _ts: 0,
  }));
}

function boundary(index: number, count: number): string {
  if (index === 0) return '';
  if (index === count) return 'FF';
  return Math.floor((index * 0xff) / count)
    .toString(16)
    .toUpperCase()
    .padStart(2, '0');
}

const hashes = new Map<string, number>();

export function rangeOf(partition: string, count: number): string {
  const hash = hashes.get(partition) ?? createHash('sha256').update(partition).digest().readUInt32BE(0);
  hashes.set(partition, hash);
  return String(hash % count);
}

/** The header holds a list with one text. */
export function partitionOf(header: string): string {
  const [key, ...more] = JSON.parse(header) as readonly unknown[];
  if (typeof key !== 'string' || more.length > 0) throw unknown(`the partition key ${header}`);
  return key;
}
