import type { Word } from './words.ts';

/** A word of the indexed texts that looks like a word of the question: 0 to 1. */
export type Lookalike = Readonly<{ word: number; likeness: number }>;

/** Finds words by the groups of letters that they share, rare groups counting more. Words are numbers: their places in the list. */
export type Likeness = (word: Word) => readonly Lookalike[];

const size = 3;
const leastAlike = 0.55;
const shortestCompared = 5;

export function createLikeness(words: readonly Word[]): Likeness {
  const grams = words.map(({ plain }) => gramsOf(plain));
  const postings = postingsOf(grams);
  const weight = (gram: string): number => Math.log(1 + words.length / (1 + (postings.get(gram)?.length ?? 0)));
  const lengths = grams.map((of) => lengthOf(of, weight));
  const byStem = Map.groupBy(words.keys(), (word) => words[word]?.stem ?? '');
  return ({ plain, stem }) => {
    const same = (byStem.get(stem) ?? []).map((word) => ({ word, likeness: 1 }));
    if (plain.length < shortestCompared) return same;
    const asked = gramsOf(plain);
    const shared = new Map<number, number>();
    for (const gram of asked) {
      for (const word of postings.get(gram) ?? []) shared.set(word, (shared.get(word) ?? 0) + weight(gram) ** 2);
    }
    const askedLength = lengthOf(asked, weight);
    const alike = Array.from(shared, ([word, product]) => ({
      word,
      likeness: product / (askedLength * (lengths[word] ?? 1)),
    }));
    return [...same, ...alike.filter(({ word, likeness }) => likeness >= leastAlike && words[word]?.stem !== stem)];
  };
}

function gramsOf(plain: string): readonly string[] {
  const padded = `_${plain}_`;
  return [...new Set(Array.from({ length: padded.length - size + 1 }, (_, at) => padded.slice(at, at + size)))];
}

function postingsOf(grams: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  grams.forEach((of, word) => {
    for (const gram of of) {
      const posting = postings.get(gram);
      if (posting) posting.push(word);
      else postings.set(gram, [word]);
    }
  });
  return postings;
}

function lengthOf(grams: readonly string[], weight: (gram: string) => number): number {
  return Math.sqrt(grams.reduce((sum, gram) => sum + weight(gram) ** 2, 0));
}
