import { createHash } from 'node:crypto';
import { type AccessEntry, type AccessLine } from './access-log.ts';

/** The line that follows `previous`, the same in every store: sha256 (hex) over prevHash and the entry as canonical JSON. */
export function nextLine(previous: AccessLine | undefined, entry: AccessEntry): AccessLine {
  const prevHash = previous?.hash ?? '';
  return { ...entry, seq: (previous?.seq ?? 0) + 1, prevHash, hash: hashOf(prevHash, entry) };
}

/** The `seq` of the first line that was changed, or follows one that was taken out; undefined when the chain is whole. */
export function brokenAt(lines: readonly AccessLine[]): number | undefined {
  let previous: AccessLine | undefined;
  for (const line of lines) {
    const { seq, prevHash, hash, ...entry } = line;
    const expected = nextLine(previous, entry);
    if (seq !== expected.seq || prevHash !== expected.prevHash || hash !== expected.hash) return seq;
    previous = line;
  }
  return undefined;
}

/** Keys in order, so that a store which gives them back in another order keeps the same hash. */
function hashOf(prevHash: string, entry: AccessEntry): string {
  const sorted = Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(prevHash + JSON.stringify(Object.fromEntries(sorted)))
    .digest('hex');
}
