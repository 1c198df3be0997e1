import {
  type Candidate,
  costOf,
  type Relaxation,
  type TeamWeights,
  type TeamWish,
} from '../../../src/matching/index.ts';

export type Question = Readonly<{
  candidates: readonly Candidate[];
  wish: TeamWish;
  weights: TeamWeights;
  waived?: Relaxation;
}>;

/** Whether these people keep every rule but the one that was let go. By definition, with no thought of speed. */
export function isTeam(people: readonly Candidate[], { wish, waived }: Question): boolean {
  const organisations = new Set(people.map(({ organisation }) => organisation));
  const has = (need: string) => people.some(({ covers }) => covers.some((cover) => cover === need));
  return [
    people.length > 0,
    people.every(({ obstacles }) => obstacles.every((obstacle) => obstacle === waived)),
    waived === 'one-per-organisation' || organisations.size === people.length,
    waived === 'at-most' || people.length <= wish.atMost,
    waived === 'lived-experience' || !wish.livedExperience || people.some(({ livedExperience }) => livedExperience),
    wish.needs.every(has),
  ].every(Boolean);
}

/** A team of which nobody can be left out. */
export function isLeanTeam(people: readonly Candidate[], question: Question): boolean {
  const fewer = people.map((left) => people.filter((one) => one !== left));
  return isTeam(people, question) && !fewer.some((rest) => isTeam(rest, question));
}

/** What every lean team costs, the cheapest first: by trying all sets of people. */
export function costsOfAll(question: Question): readonly number[] {
  const { candidates, weights } = question;
  const sets = Array.from({ length: 2 ** candidates.length }, (_, set) =>
    candidates.filter((_candidate, place) => (set & (1 << place)) !== 0),
  );
  return sets
    .filter((people) => isLeanTeam(people, question))
    .map((people) => costTogether(people, weights))
    .sort((one, other) => one - other);
}

export function costTogether(people: readonly Candidate[], weights: TeamWeights): number {
  return people.reduce((sum, one) => sum + costOf(one, weights), 0);
}
