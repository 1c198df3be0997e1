import { deepEqual, ok } from 'node:assert/strict';
import { createMatcher } from '../../src/matching/index.ts';
import { wordsOf } from '../../src/matching/words.ts';

describe('thesaurus', () => {
  const { concepts } = createMatcher();
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const plain = (term: string) =>
    wordsOf(term)
      .map((word) => word.plain)
      .join(' ');

  it('has every concept once', () => {
    ok(concepts.length >= 60, `only ${concepts.length} concepts`);
    deepEqual(byId.size, concepts.length);
  });

  it('has a label in both languages, each once', () => {
    for (const locale of ['nl', 'en'] as const) {
      const labels = concepts.map(({ label }) => label[locale].trim());
      ok(labels.every((label) => label.length > 2));
      deepEqual(new Set(labels).size, labels.length);
    }
  });

  it('has fifteen terms or more for every concept', () => {
    deepEqual(
      concepts.filter(({ terms }) => terms.length < 15).map(({ id }) => id),
      [],
    );
  });

  it('names parents that exist', () => {
    deepEqual(
      concepts.flatMap(({ parents }) => parents).filter((parent) => !byId.has(parent)),
      [],
    );
  });

  it('has no concept that is wider than itself', () => {
    const ancestors = (id: (typeof concepts)[number]['id'], depth = 0): readonly string[] => {
      ok(depth < concepts.length, `a circle at ${id}`);
      return (byId.get(id)?.parents ?? []).flatMap((parent) => [parent, ...ancestors(parent, depth + 1)]);
    };
    for (const { id } of concepts) ok(!ancestors(id).includes(id), id);
  });

  it('has no term twice within a concept, however it is written', () => {
    for (const { id, terms } of concepts) {
      const written = terms.map(plain);
      deepEqual(
        written.filter((term, at) => written.indexOf(term) !== at),
        [],
        id,
      );
    }
  });

  it('has no term shorter than two, and none around which there is space', () => {
    for (const { id, terms } of concepts) {
      deepEqual(
        terms.filter((term) => plain(term).length < 2 || term !== term.trim()),
        [],
        id,
      );
    }
  });

  it('reads every one of its terms as its concept, or as a longer term that has it in it', () => {
    const { read } = createMatcher();
    const missed = concepts.flatMap(({ id, terms }) =>
      terms.filter((term) => read(term).concepts.every((found) => found.id !== id)).map((term) => `${id}: ${term}`),
    );
    deepEqual(missed, []);
  });
});
