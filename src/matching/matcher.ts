import type { KeptTerm, Matcher } from './concepts.ts';
import { createKinship } from './kinship.ts';
import { createIndex } from './profile-index.ts';
import { createRanker } from './ranker.ts';
import { createReader, readingOf } from './reader.ts';
import { thesaurus, withKept } from './thesaurus.ts';

/** Reads texts with the shipped thesaurus and the words that its keeper added. */
export function createMatcher(kept: readonly KeptTerm[] = []): Matcher {
  const concepts = withKept(thesaurus, kept);
  const known = { concepts, kinship: createKinship(concepts), read: createReader(concepts) };
  return {
    concepts,
    read: (text) => readingOf(known.read(text)),
    index: (profiles) => createRanker(createIndex(profiles, known), known),
  };
}
