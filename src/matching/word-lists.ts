import stopWords from './data/stop-words.json' with { type: 'json' };
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

const stems = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap(wordsOf).map((word) => word.stem));

const places = stems(stopWords.places);
const empty = stems([...stopWords.dutch, ...stopWords.english, ...stopWords.ofAnyCase]);
const fillers = stems(stopWords.fillers);
const shortest = 3;

/** Says nothing about what a case is about: a function word, a number, a word of any care question, or a place. */
export function isEmpty(word: Word): boolean {
  return word.plain.length < shortest || /\d/.test(word.plain) || empty.has(word.stem) || isPlace(word);
}

export function isPlace(word: Word): boolean {
  return places.has(word.stem);
}

/** Stands between the words of a phrase without changing it: zit *al een half jaar* thuis. */
export function isFiller(word: Word): boolean {
  return fillers.has(word.stem) || /\d/.test(word.plain);
}
