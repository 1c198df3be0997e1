import type { Concept, ConceptId, Profile } from './concepts.ts';
import type { Kinship } from './kinship.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import { type Answer, type Offers, offersOf } from './offers.ts';
import type { Evidence, Reader } from './reader.ts';
import { isEmpty, isPlace } from './word-lists.ts';
import type { Word } from './words.ts';

/** Profiles by what they offer; a profile is a number: its place among all, by id. */
export type ProfileIndex<Id extends string = string> = Readonly<{
  ids: readonly Id[];
  /** Those with the concept itself, and those with a wider or narrower one. */
  answersTo(id: ConceptId): readonly Answer[];
  words: readonly Word[];
  likeness: Likeness;
  /** Who has the word with this number. */
  having(word: number): readonly number[];
  /** 1 for what nobody has, 0 for what everybody has. */
  rarity(count: number): number;
}>;

export type Thesaurus = Readonly<{ concepts: readonly Concept[]; kinship: Kinship; read: Reader }>;

export function createIndex<Id extends string>(
  profiles: readonly Profile<Id>[],
  { concepts, kinship, read }: Thesaurus,
): ProfileIndex<Id> {
  const sorted = profiles.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const evidence = sorted.map(({ text }) => read(text));
  const offers = offersOf(sorted, evidence, concepts);
  const answers = new Map(concepts.map(({ id }) => [id, answersFrom(id, offers, kinship)]));
  const { words, having } = vocabularyOf(evidence);
  return {
    ids: sorted.map(({ id }) => id),
    answersTo: (id) => answers.get(id) ?? [],
    words,
    likeness: createLikeness(words),
    having: (word) => having[word] ?? [],
    rarity: (count) => Math.log((sorted.length + 1) / (count + 1)) / Math.log(sorted.length + 1),
  };
}

/** One answer for each profile: its own offer, or else the relative that is worth most. */
function answersFrom(id: ConceptId, offers: Offers, { relativesOf }: Kinship): readonly Answer[] {
  const best = new Map((offers.get(id) ?? []).map((answer) => [answer.profile, answer]));
  for (const [relative, part] of relativesOf(id)) {
    for (const answer of offers.get(relative) ?? []) {
      const worth = answer.worth * part;
      const known = best.get(answer.profile);
      if (!known || (!known.own && known.worth < worth)) best.set(answer.profile, { ...answer, worth, own: false });
    }
  }
  return [...best.values()];
}

function vocabularyOf(evidence: readonly Evidence[]): Readonly<{ words: Word[]; having: number[][] }> {
  const numbers = new Map<string, number>();
  const words: Word[] = [];
  const having: number[][] = [];
  evidence.forEach((text, profile) => {
    for (const word of text.words.filter((one) => !isEmpty(one) || isPlace(one))) {
      const number = numbers.get(word.plain) ?? words.length;
      if (number === words.length) {
        numbers.set(word.plain, number);
        words.push(word);
        having.push([]);
      }
      if (having[number]?.at(-1) !== profile) having[number]?.push(profile);
    }
  });
  return { words, having };
}
