import type { Concept, ConceptId } from './concepts.ts';

/** How the concepts hang together. */
export type Kinship = Readonly<{
  /** Concepts that are wider or narrower than this one, and what part of it each is worth: 0 to 1. */
  relativesOf(id: ConceptId): ReadonlyMap<ConceptId, number>;
  /** 1 for a concept without narrower ones; the more it has, the less it says. */
  sharpness(id: ConceptId): number;
  isWider(wider: ConceptId, narrower: ConceptId): boolean;
}>;

const worth = { wider: 0.55, narrower: 0.7, sibling: 0.35 };
/** A parent as wide as all psychiatry does not make its children alike. */
const leastSharpParent = 0.45;

export function createKinship(concepts: readonly Concept[]): Kinship {
  const ancestors = new Map(concepts.map(({ id }) => [id, ancestorsOf(id, concepts)]));
  const isWider = (wider: ConceptId, narrower: ConceptId): boolean => ancestors.get(narrower)?.has(wider) === true;
  const sharpness = new Map(concepts.map(({ id }) => [id, sharpnessOf(id, concepts, isWider)]));
  const sharp = (id: ConceptId): number => sharpness.get(id) ?? 1;
  const relatives = new Map(
    concepts.map((one) => [one.id, relativesOf(one, concepts, (other) => worthOf(one, other, { isWider, sharp }))]),
  );
  return { isWider, sharpness: sharp, relativesOf: (id) => relatives.get(id) ?? new Map<ConceptId, number>() };
}

function relativesOf(
  one: Concept,
  concepts: readonly Concept[],
  worthTo: (other: Concept) => number,
): ReadonlyMap<ConceptId, number> {
  const others = concepts.filter(({ id }) => id !== one.id);
  return new Map(others.map((other): [ConceptId, number] => [other.id, worthTo(other)]).filter(([, part]) => part > 0));
}

type Family = Readonly<{
  isWider(wider: ConceptId, narrower: ConceptId): boolean;
  sharp(id: ConceptId): number;
}>;

/** The wider of two is what they share; the sharper that is, the more they have in common. */
function worthOf(asked: Concept, offered: Concept, { isWider, sharp }: Family): number {
  if (isWider(offered.id, asked.id)) return worth.wider * sharp(offered.id);
  if (isWider(asked.id, offered.id)) return worth.narrower * sharp(asked.id);
  const shared = asked.parents.filter((parent) => offered.parents.includes(parent)).map(sharp);
  const sharpest = Math.max(0, ...shared);
  return sharpest < leastSharpParent ? 0 : worth.sibling * sharpest;
}

function ancestorsOf(id: ConceptId, concepts: readonly Concept[]): ReadonlySet<ConceptId> {
  const found = new Set<ConceptId>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const parents = concepts.find((concept) => concept.id === next)?.parents ?? [];
    waiting.push(...parents.filter((parent) => !found.has(parent)));
    parents.forEach((parent) => found.add(parent));
  }
  return found;
}

function sharpnessOf(
  id: ConceptId,
  concepts: readonly Concept[],
  isWider: (wider: ConceptId, narrower: ConceptId) => boolean,
): number {
  const narrower = concepts.filter((other) => isWider(id, other.id)).length;
  return 1 - Math.log(1 + narrower) / Math.log(1 + concepts.length);
}
