import type { Concept, ConceptId, Reading } from './concepts.ts';
import { findTerms, type Match } from './find-terms.ts';
import { createLexicon } from './lexicon.ts';
import { isEmpty } from './word-lists.ts';
import { type Word, wordsOf } from './words.ts';

/** How a text speaks of a concept. */
export type Mention = Readonly<{
  id: ConceptId;
  /** Each term as it stands in the text: each once, the surest first, then in the order of the text. */
  words: readonly string[];
  /** 0 to 1: how surely the concept is meant. */
  certainty: number;
  /** Places of the words that are covered. */
  at: ReadonlySet<number>;
  /** How many words are spent on it, 1 to 4; those of everyday language count half. */
  stress: number;
}>;

/** A text as the ranking needs it. */
export type Evidence = Readonly<{
  /** In the order of the text. */
  mentions: readonly Mention[];
  words: readonly Word[];
}>;

export type Reader = (text: string) => Evidence;

export function createReader(concepts: readonly Concept[]): Reader {
  const lexicon = createLexicon(concepts);
  return (text) => {
    const words = wordsOf(text);
    return { words, mentions: mentionsOf(findTerms(words, lexicon), words) };
  };
}

export function readingOf({ mentions, words }: Evidence): Reading {
  const unknown = words
    .filter((word, at) => !isEmpty(word) && !mentions.some((mention) => mention.at.has(at)))
    .map(({ written }) => written);
  return { concepts: mentions.map(({ id, words: said }) => ({ id, words: said })), unknown: [...new Set(unknown)] };
}

function mentionsOf(matches: readonly Match[], words: readonly Word[]): readonly Mention[] {
  const byConcept = Map.groupBy(matches.toSorted(inOrderOfText), ({ term }) => term.concept);
  return Array.from(byConcept, ([id, found]) => {
    const surest = found.toSorted((one, other) => other.certainty - one.certainty);
    const said = new Set(surest.map(({ at }) => written(at, words)));
    const at = new Set(found.flatMap((match) => match.at));
    return { id, words: [...said], certainty: certaintyOf(surest), at, stress: stressOf(at, words) };
  });
}

function inOrderOfText(one: Match, other: Match): number {
  return (one.at[0] ?? 0) - (other.at[0] ?? 0);
}

function written(at: readonly number[], words: readonly Word[]): string {
  return at.map((place) => words[place]?.written ?? '').join(' ');
}

const mostStress = 4;

function stressOf(at: ReadonlySet<number>, words: readonly Word[]): number {
  const covered = words.filter((_, place) => at.has(place));
  const count = covered.reduce((sum, word) => sum + (isEmpty(word) ? 0.5 : 1), 0);
  return Math.min(mostStress, Math.max(1, count));
}

const once = 0.9;

/** Who speaks of it in several words means it more than who mentions it once; never so much that one counts as two. */
function certaintyOf(found: readonly Match[]): number {
  const places = new Set(found.map(({ at }) => at.join())).size;
  return (found[0]?.certainty ?? 0) * (1 - (1 - once) / places);
}
