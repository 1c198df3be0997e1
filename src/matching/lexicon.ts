import type { Concept, ConceptId } from './concepts.ts';
import { createMeant, type Meant } from './typos.ts';
import { isEmpty } from './word-lists.ts';
import { type Word, wordsOf } from './words.ts';

/** A term of a concept, ready to be found: its words, and their stems in the order of the term. */
export type Term = Readonly<{
  concept: ConceptId;
  plain: string;
  stems: readonly string[];
  /** Made of words that are in every text: these say it only close together, and more than two only in this order. */
  everyday: boolean;
}>;

/** Every term, by the ways in which it is looked up. */
export type Lexicon = Readonly<{
  /** Terms of one word, and of two or three words written as one, by stem. */
  single: ReadonlyMap<string, readonly Term[]>;
  /** Terms of several words, by the stem that fewest terms have: one look-up for each word of a text. */
  several: ReadonlyMap<string, readonly Term[]>;
  /** Every stem that any term has. */
  stems: ReadonlySet<string>;
  /** Words that may be the first or last part of a longer word, by their letters. */
  parts: ReadonlyMap<string, readonly Term[]>;
  /** For words that none of these know. */
  meant: Meant;
}>;

const shortestPart = 5;
const shortestJoined = 7;

export function createLexicon(concepts: readonly Concept[]): Lexicon {
  const entries = concepts.flatMap(({ id, terms }) => terms.map((term) => entryOf(id, term)));
  const counts = countStems(entries);
  return {
    single: grouped(entries.flatMap((entry) => singleKeys(entry).map((key) => [key, entry.term] as const))),
    several: grouped(entries.filter(isSeveral).map((entry) => [rarest(entry.term.stems, counts), entry.term] as const)),
    stems: new Set(counts.keys()),
    parts: grouped(entries.flatMap((entry) => partKeys(entry).map((key) => [key, entry.term] as const))),
    meant: createMeant(entries.flatMap(({ words }) => words)),
  };
}

type Entry = Readonly<{ words: readonly Word[]; term: Term }>;

function entryOf(concept: ConceptId, text: string): Entry {
  const words = wordsOf(text);
  const plain = words.map((word) => word.plain).join(' ');
  return { words, term: { concept, plain, stems: words.map((word) => word.stem), everyday: words.every(isEmpty) } };
}

const isSeveral = ({ words }: Entry): boolean => words.length > 1;

function countStems(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stem of entries.flatMap(({ term }) => term.stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function rarest(stems: readonly string[], counts: ReadonlyMap<string, number>): string {
  const frequency = (stem: string): number => counts.get(stem) ?? 0;
  return stems.reduce((rarer, stem) => (frequency(stem) < frequency(rarer) ? stem : rarer));
}

/** `jeugd-ggz` is also found as `jeugdggz`. */
function singleKeys({ words, term }: Entry): readonly string[] {
  if (words.length === 1) return term.stems;
  const joined = wordsOf(words.map(({ plain }) => plain).join(''));
  return words.length > 3 ? [] : joined.filter(({ plain }) => plain.length >= shortestJoined).map(({ stem }) => stem);
}

function partKeys({ words }: Entry): readonly string[] {
  const [word, second] = words;
  if (word === undefined || second !== undefined || word.plain.length < shortestPart) return [];
  // `verlof` is what is left of `verloofd`, and another word.
  const isBeginning = word.stem.length >= shortestPart && word.plain.startsWith(word.stem);
  return [...new Set(isBeginning ? [word.plain, word.stem] : [word.plain])];
}

function grouped<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
