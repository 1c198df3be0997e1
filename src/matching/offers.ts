import type { Concept, ConceptId, Profile } from './concepts.ts';
import type { Evidence } from './reader.ts';

/** What one profile has for a need. */
export type Answer = Readonly<{
  /** A number: the profile's place among all, by id. */
  profile: number;
  /** 0 to 1. */
  worth: number;
  /** As the profile says it. */
  offered: string;
  /** What was asked itself, not something wider or narrower. */
  own: boolean;
}>;

export type Offers = ReadonlyMap<ConceptId, readonly Answer[]>;

/** What the profiles say and what they picked, by concept. */
export function offersOf(
  profiles: readonly Profile[],
  evidence: readonly Evidence[],
  concepts: readonly Concept[],
): Offers {
  const offers = new Map(concepts.map(({ id }): [ConceptId, Answer[]] => [id, []]));
  const labels = new Map(concepts.map(({ id, label }) => [id, label.nl]));
  profiles.forEach(({ concepts: picked }, profile) => {
    for (const [id, offer] of offersOfOne(evidence[profile], picked, labels)) {
      offers.get(id)?.push({ profile, own: true, ...offer });
    }
  });
  return offers;
}

type Offer = Pick<Answer, 'worth' | 'offered'>;

/** What was picked is certain; it goes by the profile's own words, or else by the concept's name. */
function offersOfOne(
  evidence: Evidence | undefined,
  picked: readonly ConceptId[],
  labels: ReadonlyMap<ConceptId, string>,
): ReadonlyMap<ConceptId, Offer> {
  const said = new Map<ConceptId, Offer>();
  for (const id of picked) said.set(id, { worth: 1, offered: labels.get(id) ?? '' });
  for (const { id, words, certainty } of evidence?.mentions ?? []) {
    said.set(id, { worth: said.has(id) ? 1 : certainty, offered: words[0] ?? '' });
  }
  return said;
}
