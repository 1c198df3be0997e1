import { isEmpty, isFiller } from './word-lists.ts';
import type { Lexicon, Term } from './lexicon.ts';
import { stem } from './stem.ts';
import type { Word } from './words.ts';

/** A term in a text: at which words, in their order, and how surely it is meant (1: as the thesaurus has it). */
export type Match = Readonly<{
  term: Term;
  at: readonly number[];
  certainty: number;
  /** Nothing but fillers between its words. */
  tight: boolean;
}>;

const certainties = { exact: 1, part: 0.85, mistyped: 0.8 };
/** How far to look for the other words of a term, to either side, whatever stands between. */
const farthest = 7;
const nearby = Array.from({ length: farthest + 1 }, (_, distance) => distance).flatMap((distance) =>
  distance === 0 ? [0] : [distance, -distance],
);

/** Longest term first: `moeder depressief` leaves nothing over for `depressief`. */
export function findTerms(words: readonly Word[], lexicon: Lexicon): readonly Match[] {
  const readings = words.map((word) => readWord(word, lexicon));
  const matches = readings.flatMap((reading, at) => [
    ...singles(reading, at),
    ...joined(words, at, lexicon),
    ...several(readings, at, lexicon),
  ]);
  return matches.filter((match) => !matches.some((other) => isPartOf(match, other)));
}

/** A word as the lexicon knows it. */
type WordReading = Readonly<{
  stem: string;
  clause: number;
  certainty: number;
  filler: boolean;
  terms: readonly Term[];
}>;

function readWord(word: Word, lexicon: Lexicon): WordReading {
  const terms = lexicon.single.get(word.stem) ?? [];
  const asWritten = { stem: word.stem, clause: word.clause, certainty: certainties.exact, filler: isFiller(word) };
  if (isEmpty(word)) return { ...asWritten, terms: terms.filter(({ plain }) => plain === word.plain) };
  if (lexicon.stems.has(word.stem) || terms.length > 0) return { ...asWritten, terms };
  const parts = termsInside(word.plain, lexicon);
  if (parts.length > 0) return { ...asWritten, certainty: certainties.part, terms: parts };
  const meant = lexicon.meant(word.plain)?.stem ?? word.stem;
  return { ...asWritten, stem: meant, certainty: certainties.mistyped, terms: lexicon.single.get(meant) ?? [] };
}

const shortestRest = 2;
/** Shorter ones end too many words that mean something else: `afgebroken` is not about `roken`. */
const shortestEnding = 6;

/** The longest term that a compound begins with, and the longest that it ends with. */
function termsInside(plain: string, { parts }: Lexicon): readonly Term[] {
  const lengths = Array.from({ length: Math.max(0, plain.length - shortestRest) }, (_, index) => index + shortestRest);
  const endings = lengths.filter((from) => plain.length - from >= shortestEnding).map((from) => plain.slice(from));
  const beginnings = lengths.map((cut) => plain.slice(0, plain.length - cut));
  return [...new Set([beginnings, endings].flatMap((candidates) => longestTerm(candidates, parts)))];
}

function longestTerm(candidates: readonly string[], parts: Lexicon['parts']): readonly Term[] {
  return candidates.map((part) => parts.get(part)).find((terms) => terms !== undefined) ?? [];
}

function singles({ terms, certainty }: WordReading, at: number): readonly Match[] {
  return terms.map((term) => ({ term, at: [at], certainty, tight: true }));
}

/** `slaap problemen`: a compound written as two words. */
function joined(words: readonly Word[], at: number, { single }: Lexicon): readonly Match[] {
  const [one, other] = [words[at], words[at + 1]];
  if (!one || !other || one.clause !== other.clause || isEmpty(one) || isEmpty(other)) return [];
  const terms = single.get(stem(one.plain + other.plain)) ?? [];
  return terms
    .filter(({ stems }) => stems.length === 1)
    .map((term) => ({ term, at: [at, at + 1], certainty: certainties.exact, tight: true }));
}

function several(readings: readonly WordReading[], at: number, lexicon: Lexicon): readonly Match[] {
  const terms = lexicon.several.get(readings[at]?.stem ?? '') ?? [];
  return terms.flatMap((term) => {
    const found = placesOf(term, readings, at);
    const between = wordsBetween(readings, found);
    if (found.length < term.stems.length || !belongTogether(term, isInOrder(term, readings, found), between)) return [];
    const certainty = Math.min(...found.map((place) => certaintyAt(readings, place)));
    return [{ term, at: found, certainty, tight: between === 0 }];
  });
}

/** Where the words of a term are, in the order of the text; a word that is twice in the term (een-op-een) is at two places. */
function placesOf({ stems }: Term, readings: readonly WordReading[], at: number): readonly number[] {
  const places: number[] = [];
  for (const stem of stems) {
    const place = nearest(readings, at, (reading, near) => reading.stem === stem && !places.includes(near));
    if (place !== undefined) places.push(place);
  }
  return places.sort((one, other) => one - other);
}

function isInOrder({ stems }: Term, readings: readonly WordReading[], found: readonly number[]): boolean {
  return found.every((place, index) => readings[place]?.stem === stems[index]);
}

/** Free word order, as a verb stands elsewhere in a subordinate clause, but then close together. */
const gaps = { inOrder: 3, otherwise: 1 };

function belongTogether({ everyday, stems }: Term, inOrder: boolean, between: number): boolean {
  if (everyday && stems.length > 2 && !inOrder) return false;
  return between <= (inOrder && !everyday ? gaps.inOrder : gaps.otherwise);
}

function wordsBetween(readings: readonly WordReading[], found: readonly number[]): number {
  const span = readings.slice(found[0], (found.at(-1) ?? 0) + 1);
  const other = span.filter(({ filler }, offset) => !filler && !found.includes((found[0] ?? 0) + offset));
  return other.length;
}

function certaintyAt(readings: readonly WordReading[], at: number): number {
  return readings[at]?.certainty ?? certainties.exact;
}

/** The nearest place in the same clause, from here on, that is as wanted. */
function nearest(
  readings: readonly WordReading[],
  at: number,
  isWanted: (reading: WordReading, place: number) => boolean,
): number | undefined {
  const clause = readings[at]?.clause;
  for (const offset of nearby) {
    const reading = readings[at + offset];
    if (reading?.clause === clause && reading !== undefined && isWanted(reading, at + offset)) return at + offset;
  }
  return undefined;
}

function isPartOf(match: Match, other: Match): boolean {
  return other.tight && match.at.length < other.at.length && match.at.every((place) => other.at.includes(place));
}
