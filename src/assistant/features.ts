import concepts from './data/concepts.json' with { type: 'json' };
import { createNearest } from './near.ts';

/** A feature is a hash of what stands in a sentence (a word, two words, some letters, a meaning) and how much that counts. */
export type Features = Readonly<{ hashes: Int32Array; weights: Float32Array }>;
export type ReadFeatures = (text: string) => Features;

const caseNumber = /\b(?:[a-z]{1,4}-)?20\d\d-\d{1,5}\b/g;
const money = /€ ?\d[\d.,]*|\b\d[\d.,]* ?(?:euro|eur|k)\b/g;
const number = /\b\d[\d.,:/-]*\b/g;
const word = /[a-z0-9']+/g;

/** Words without accents; numbers of all kinds are one word each, so that an example with 2026-014 says something of 2026-987. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(caseNumber, ' casenr ')
    .replace(money, ' geldnr ')
    .replace(number, ' nr ');
  return plain.match(word) ?? [];
}

const weight = { word: 1, pair: 0.8, meaning: 0.9, meanings: 0.6, letters: 0.35, edge: 0.5, length: 0.5 };

/** What is known of one word: what was meant by it, the hashes of its letters, and what it means. */
type Known = Readonly<{ meant: string; letters: Int32Array; meanings: readonly string[] }>;

/** Knows the words of the examples, and what was meant by words that are one letter off. */
export function createFeatures(examples: readonly string[]): ReadFeatures {
  const counts = new Map<string, number>();
  for (const one of examples.flatMap(wordsOf)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count > 1).toSorted(([, one], [, other]) => other - one);
  const nearest = createNearest(usual.map(([one]) => one));
  const study = (written: string): Known => {
    const meant = (counts.get(written) ?? 0) > 1 ? written : (nearest(written)[0] ?? written);
    return { meant, letters: lettersOf(written), meanings: meaningsOf(meant) };
  };
  // Only words of the examples are kept: what somebody typed is not.
  const studied = new Map([...counts.keys()].map((word) => [word, study(word)]));
  return (text) =>
    featuresOf(
      wordsOf(text)
        .slice(0, mostWords)
        .map((word) => studied.get(word) ?? study(word)),
    );
}

/** A message can be long; what somebody wants is said in the first words. */
const mostWords = 60;
const longest = 6;

function featuresOf(words: readonly Known[]): Features {
  const found = new Map<number, number>();
  words.forEach((one, at) => {
    const next = words[at + 1];
    found.set(hash(`w${one.meant}`), weight.word);
    found.set(hash(`p${one.meant} ${next?.meant ?? '$'}`), weight.pair);
    if (at === 0) found.set(hash(`^${one.meant}`), weight.edge);
    for (const meaning of one.meanings) {
      found.set(hash(`m${meaning}`), weight.meaning);
      for (const other of next?.meanings ?? []) found.set(hash(`n${meaning} ${other}`), weight.meanings);
    }
  });
  for (const { letters } of words) for (const letter of letters) found.set(letter, weight.letters);
  found.set(hash(`#${Math.min(longest, words.length)}`), weight.length);
  return { hashes: Int32Array.from(found.keys()), weights: scaled(found) };
}

function lettersOf(one: string): Int32Array {
  const padded = `<${one}>`;
  const starts = (length: number) => Array.from({ length: Math.max(0, padded.length - length + 1) }, (_, at) => at);
  return Int32Array.from(
    [3, 4].flatMap((length) => starts(length).map((at) => hash(`c${padded.slice(at, at + length)}`))),
  );
}

/** Long sentences have more features, not more certainty. */
function scaled(found: ReadonlyMap<number, number>): Float32Array {
  const amounts = Float32Array.from(found.values());
  const length = Math.sqrt(amounts.reduce((sum, amount) => sum + amount * amount, 0));
  return amounts.map((amount) => amount / length);
}

const patterns = Object.entries(concepts).flatMap(([meaning, written]) =>
  written.map((pattern) => ({ meaning, pattern })),
);
const shortestStem = 4;

/** A stem also stands for its inflections; `*plek` for all words that end in it; a short word only for itself. */
function meaningsOf(one: string): readonly string[] {
  const fits = ({ pattern }: { pattern: string }): boolean => {
    if (pattern.startsWith('*')) return one.endsWith(pattern.slice(1));
    return pattern.length < shortestStem ? one === pattern : one.startsWith(pattern);
  };
  return [...new Set(patterns.filter(fits).map(({ meaning }) => meaning))];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
