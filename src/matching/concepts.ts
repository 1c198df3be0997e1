import type { Brand } from '../core/brand.ts';
import type { Text } from '../core/locale.ts';

export type ConceptId = Brand<'ConceptId'>;
export const conceptId = (id: string): ConceptId => id as ConceptId;

/** One idea of youth care, and the words that people use for it; a narrower one names the wider ones as its parents. */
export type Concept = Readonly<{
  id: ConceptId;
  label: Text;
  parents: readonly ConceptId[];
  terms: readonly string[];
}>;

/** A word that the keeper of the thesaurus put with a concept, beside the terms that are shipped. */
export type KeptTerm = Readonly<{ word: string; concept: ConceptId }>;

/** What a text is about. `words`: as they stand in the text, in small letters. */
export type Reading = Readonly<{
  concepts: readonly Readonly<{ id: ConceptId; words: readonly string[] }>[];
  /** Words that carry meaning and that no concept covers: each once, in the order of the text. */
  unknown: readonly string[];
}>;

/** Somebody who can be asked: in their own words, and the concepts that they picked themselves. */
export type Profile<Id extends string = string> = Readonly<{ id: Id; text: string; concepts: readonly ConceptId[] }>;

/** What is asked. `concepts` are those that the asker confirmed; absent: what `text` is read as. */
export type Question = Readonly<{ text: string; concepts?: readonly ConceptId[] }>;

/** Why somebody is in the list: through one concept, exact or by a wider or narrower one, or by words that look alike. */
export type Reason =
  | Readonly<{ by: 'concept' | 'related-concept'; concept: ConceptId; asked: string; offered: string }>
  | Readonly<{ by: 'words'; asked: string; offered: string }>;

/** `score` 0 to 1. `covers`: which of the question's concepts this person offers themselves. */
export type Ranked<Id extends string = string> = Readonly<{
  id: Id;
  score: number;
  covers: readonly ConceptId[];
  reasons: readonly Reason[];
}>;

/** Best first; equal scores by id; without those with whom nothing is shared. The same question has the same answer. */
export type Ranker<Id extends string = string> = Readonly<{ rank(question: Question): readonly Ranked<Id>[] }>;

export type Matcher = Readonly<{
  concepts: readonly Concept[];
  read(text: string): Reading;
  /** Reads all profiles once; keep it for as long as they do not change. */
  index<Id extends string>(profiles: readonly Profile<Id>[]): Ranker<Id>;
}>;
