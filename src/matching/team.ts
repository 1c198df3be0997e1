import type { ConceptId } from './concepts.ts';

/** What keeps somebody from being asked. `conflict`: same organisation as a party in the case. */
export const obstacles = ['conflict', 'capacity', 'unavailable', 'mandate', 'area'] as const;
export type Obstacle = (typeof obstacles)[number];

/** One expert as seen from one request. */
export type Candidate<Id extends string = string> = Readonly<{
  id: Id;
  /** 0 to 1, from the ranking. */
  score: number;
  covers: readonly ConceptId[];
  /** Compared letter for letter; at most one expert of an organisation is in a team. */
  organisation: string;
  /** 0 the case's own youth region, 1 the same centre, 2 elsewhere. */
  distance: 0 | 1 | 2;
  /** Hours taken of the month's, with this request added, over all hours; above 1 is too much. */
  load: number;
  livedExperience: boolean;
  /** Days since this expert was last asked; undefined: never. */
  daysSinceAsked?: number;
  /** All that keeps them out; empty for who can be asked. */
  obstacles: readonly Obstacle[];
}>;

export type TeamWish = Readonly<{
  /** Each must be covered by somebody; may be empty (then one person is looked for). */
  needs: readonly ConceptId[];
  atMost: number;
  livedExperience: boolean;
}>;

/** Whole numbers, 0 or more; a higher weight counts more. */
export type TeamWeights = Readonly<{ load: number; distance: number; fit: number; recent: number; person: number }>;

export type TeamMember<Id extends string = string> = Readonly<{ id: Id; covers: readonly ConceptId[] }>;
export type Team<Id extends string = string> = Readonly<{ members: readonly TeamMember<Id>[]; cost: number }>;

/** A rule that can be let go: an obstacle of candidates, the number of people, or the lived-experience expert. */
export type Relaxation = Obstacle | 'one-per-organisation' | 'at-most' | 'lived-experience';

export type TeamChoice<Id extends string = string> =
  /** The cheapest first, and at most two others. */
  | Readonly<{ outcome: 'found'; teams: readonly Team<Id>[] }>
  /** `without`: what would be possible if one rule were let go, the cheapest first. `uncovered`: needs that nobody covers. */
  | Readonly<{
      outcome: 'impossible';
      without: readonly Readonly<{ rule: Relaxation; team: Team<Id> }>[];
      uncovered: readonly ConceptId[];
    }>;
