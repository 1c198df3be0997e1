import fc from 'fast-check';
import { type Candidate, conceptId, obstacles, type TeamWeights, type TeamWish } from '../../../src/matching/index.ts';

export const [autism, addiction, school, housing] = ['autism', 'addiction', 'school', 'housing'].map(conceptId) as [
  ReturnType<typeof conceptId>,
  ReturnType<typeof conceptId>,
  ReturnType<typeof conceptId>,
  ReturnType<typeof conceptId>,
];
const needs = [autism, addiction, school, housing];

/** Only people count: every member costs 10, and the load of a full month 100. */
export const plain: TeamWeights = { load: 100, distance: 0, fit: 0, recent: 0, person: 10 };

/** Of an organisation of their own, with nothing against them, and costing what a person costs. */
export function candidate(id: string, given: Partial<Candidate> = {}): Candidate {
  return {
    ...{ id, score: 1, covers: [autism], organisation: `organisation of ${id}`, distance: 0, load: 0 },
    ...{ livedExperience: false, obstacles: [] },
    ...given,
  };
}

export function wish(given: Partial<TeamWish> = {}): TeamWish {
  return { needs: [autism], atMost: 3, livedExperience: false, ...given };
}

const anyObstacles = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.subarray([...obstacles], { maxLength: 2 }) },
);
const anyCandidate = fc.record({
  ...{
    score: fc.constantFrom(0, 0.5, 1),
    covers: fc.subarray(needs),
    organisation: fc.constantFrom('a', 'b', 'c', 'd'),
  },
  ...{ distance: fc.constantFrom(0, 1, 2), load: fc.constantFrom(0, 0.5, 1.2), livedExperience: fc.boolean() },
  ...{ daysSinceAsked: fc.option(fc.nat(120), { nil: undefined }), obstacles: anyObstacles },
});

export const anyCandidates: fc.Arbitrary<readonly Candidate[]> = fc
  .array(anyCandidate, { maxLength: 8 })
  .map((all) => all.map((one, index) => ({ ...one, id: `person ${index}` })));

export const anyWish: fc.Arbitrary<TeamWish> = fc.record({
  ...{ needs: fc.subarray(needs), atMost: fc.integer({ min: 0, max: 4 }), livedExperience: fc.boolean() },
});

/** With small weights many teams cost the same. */
export const anyWeights: fc.Arbitrary<TeamWeights> = fc.record({
  ...{ load: fc.nat(30), distance: fc.nat(3), fit: fc.nat(4), recent: fc.nat(3), person: fc.nat(5) },
});
