import type { Text } from '../core/locale.ts';
import { type Concept, type ConceptId, conceptId, type KeptTerm } from './concepts.ts';
import behaviour from './data/behaviour.json' with { type: 'json' };
import body from './data/body.json' with { type: 'json' };
import development from './data/development.json' with { type: 'json' };
import family from './data/family.json' with { type: 'json' };
import identityAndCulture from './data/identity-and-culture.json' with { type: 'json' };
import living from './data/living.json' with { type: 'json' };
import mind from './data/mind.json' with { type: 'json' };
import organisation from './data/organisation.json' with { type: 'json' };
import safety from './data/safety.json' with { type: 'json' };

type ConceptData = Readonly<{ id: string; label: Text; parents: readonly string[]; terms: readonly string[] }>;

const themes: readonly (readonly ConceptData[])[] = [
  mind,
  development,
  body,
  family,
  safety,
  behaviour,
  living,
  identityAndCulture,
  organisation,
];

/** The concepts that are shipped (data/README.md), in the order of their themes. */
export const thesaurus: readonly Concept[] = themes.flat().map((data) => ({
  id: conceptId(data.id),
  label: data.label,
  parents: data.parents.map(conceptId),
  terms: data.terms,
}));

/** A kept word of a concept that is there no more is left out. */
export function withKept(concepts: readonly Concept[], kept: readonly KeptTerm[]): readonly Concept[] {
  const words = new Map<ConceptId, string[]>();
  for (const { word, concept } of kept) words.set(concept, [...(words.get(concept) ?? []), word]);
  return concepts.map((concept) => ({ ...concept, terms: [...concept.terms, ...(words.get(concept.id) ?? [])] }));
}
