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

/** Knows the words of the examples, and what was meant by words that are one letter off. */
export function createFeatures(examples: readonly string[]): ReadFeatures {
  const counts = new Map<string, number>();
  for (const one of examples.flatMap(wordsOf)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count > 1).toSorted(([, one], [, other]) => other - one);
  const nearest = createNearest(usual.map(([one]) => one));
  const meant = (written: string): string =>
    (counts.get(written) ?? 0) > 1 ? written : (nearest(written)[0] ?? written);
  const meaningsOf = remembered(meanings);
  return (text) => {
    const words = wordsOf(text).slice(0, mostWords);
    const found = new Map<number, number>();
    const add = (feature: string, amount: number) => found.set(hash(feature), amount);
    const known = words.map(meant);
    known.forEach((_, at) => addWord({ add, meaningsOf }, known, at));
    words.forEach((one) => addLetters(add, one));
    add(`#${Math.min(6, words.length)}`, weight.length);
    return { hashes: Int32Array.from(found.keys()), weights: scaled(found) };
  };
}

/** A message can be long; what somebody wants is said in the first words. */
const mostWords = 60;

type Add = (feature: string, amount: number) => void;
type Kit = Readonly<{ add: Add; meaningsOf: (word: string) => readonly string[] }>;

function addWord({ add, meaningsOf }: Kit, words: readonly string[], at: number): void {
  const [one = '', next = '$'] = [words[at], words[at + 1]];
  add(`w${one}`, weight.word);
  add(`p${one} ${next}`, weight.pair);
  if (at === 0) add(`^${one}`, weight.edge);
  for (const meaning of meaningsOf(one)) {
    add(`m${meaning}`, weight.meaning);
    for (const other of meaningsOf(next)) add(`n${meaning} ${other}`, weight.meanings);
  }
}

function addLetters(add: Add, one: string): void {
  const padded = `<${one}>`;
  for (const length of [3, 4, 5])
    for (let from = 0; from + length <= padded.length; from++)
      add(`c${padded.slice(from, from + length)}`, weight.letters);
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
function meanings(one: string): readonly string[] {
  const fits = ({ pattern }: { pattern: string }): boolean => {
    if (pattern.startsWith('*')) return one.endsWith(pattern.slice(1));
    return pattern.length < shortestStem ? one === pattern : one.startsWith(pattern);
  };
  return [...new Set(patterns.filter(fits).map(({ meaning }) => meaning))];
}

function remembered<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>();
  return (key) => {
    const before = found.get(key);
    if (before !== undefined) return before;
    const value = find(key);
    if (found.size < mostRemembered) found.set(key, value);
    return value;
  };
}

const mostRemembered = 20_000;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
