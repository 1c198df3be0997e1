import { withoutOneLetter } from '../core/one-letter.ts';

/** The known words that may be meant by a mistyped one. */
export type Nearest = (word: string) => readonly string[];

const shortestMistyped = 4;

/** One letter left out, put in, replaced or swapped with its neighbour; in the order in which the words were given. */
export function createNearest(words: Iterable<string>): Nearest {
  const byRest = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < shortestMistyped) continue;
    for (const rest of withoutOneLetter(word)) byRest.set(rest, [...(byRest.get(rest) ?? []), word]);
  }
  return (written) => {
    if (written.length < shortestMistyped) return [];
    const near = withoutOneLetter(written).flatMap((rest) => byRest.get(rest) ?? []);
    return [...new Set(near)].filter((known) => isOneApart(written, known));
  };
}

/** Whether two words differ by one letter that is left out, put in, replaced or swapped with its neighbour, or not at all. */
export function isOneApart(one: string, other: string): boolean {
  let [start, end] = [0, 0];
  while (start < one.length && one[start] === other[start]) start++;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [rest, otherRest] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (Math.max(rest.length, otherRest.length) <= 1) return true;
  return rest.length === 2 && rest === Array.from(otherRest).reverse().join('');
}
