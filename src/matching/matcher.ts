import type { Concept, KeptTerm, Matcher } from './concepts.ts';
import { createKinship } from './kinship.ts';
import { createIndex } from './profile-index.ts';
import { createRanker } from './ranker.ts';
import { createReader, readingOf } from './reader.ts';
import { thesaurus, withKept } from './thesaurus.ts';

const shipped = matcherOf(thesaurus);

/** Reads texts with the shipped thesaurus and the words that its keeper added. */
export function createMatcher(kept: readonly KeptTerm[] = []): Matcher {
  return kept.length === 0 ? shipped : matcherOf(withKept(thesaurus, kept));
}

type Known = Parameters<typeof createIndex>[1];

/** To prepare every term for reading takes a good part of a start: it is done once, when something is first read. */
function matcherOf(concepts: readonly Concept[]): Matcher {
  let made: Known | undefined;
  const known = (): Known => (made ??= { concepts, kinship: createKinship(concepts), read: createReader(concepts) });
  return {
    concepts,
    read: (text) => readingOf(known().read(text)),
    index: (profiles) => createRanker(createIndex(profiles, known()), known()),
  };
}
