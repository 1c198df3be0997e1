import type { ConceptId } from './concepts.ts';
import type { Cover, Piece } from './cover-task.ts';
import { lightestCovers } from './cover.ts';
import { costOf } from './team-cost.ts';
import {
  type Candidate,
  obstacles,
  type Relaxation,
  type Team,
  type TeamChoice,
  type TeamWeights,
  type TeamWish,
} from './team.ts';

/** More would make the tables of the search too large. */
export const mostNeeds = 12;

/** The cheapest and two others. */
const wantedTeams = 3;

const relaxations = [...obstacles, 'one-per-organisation', 'at-most', 'lived-experience'] as const;

/**
 * The cheapest team that covers all needs under all rules, and the next cheapest two. A team out of which somebody can be
 * left is never proposed. Of teams that cost the same, the one of fewer people comes first, then the one whose people stand
 * higher in the list by id (by the sum of their places). The order of `candidates` does not matter. Throws RangeError for more than `mostNeeds` needs.
 */
export function chooseTeam<Id extends string>(
  candidates: readonly Candidate<Id>[],
  wish: TeamWish,
  weights: TeamWeights,
): TeamChoice<Id> {
  const needs = [...new Set(wish.needs)];
  if (needs.length > mostNeeds) throw new RangeError(`${needs.length} needs, at most ${mostNeeds}`);
  const uncovered = needs.filter((need) => !candidates.some(({ covers }) => covers.includes(need)));
  if (uncovered.length > 0) return { outcome: 'impossible', without: [], uncovered };
  const choice = { candidates, wish: { ...wish, needs }, weights };
  const teams = teamsFor(choice, wantedTeams);
  return teams.length > 0
    ? { outcome: 'found', teams }
    : { outcome: 'impossible', without: without(choice), uncovered };
}

type Choice<Id extends string> = Readonly<{
  candidates: readonly Candidate<Id>[];
  wish: TeamWish;
  weights: TeamWeights;
  /** The one rule that does not hold. */
  waived?: Relaxation;
}>;

function without<Id extends string>(choice: Choice<Id>): readonly Readonly<{ rule: Relaxation; team: Team<Id> }>[] {
  return relaxations
    .flatMap((rule) => teamsFor({ ...choice, waived: rule }, 1).map((team) => ({ rule, team })))
    .sort((one, other) => one.team.cost - other.team.cost);
}

function teamsFor<Id extends string>(choice: Choice<Id>, wanted: number): readonly Team<Id>[] {
  const { wish, weights, waived } = choice;
  const people = choice.candidates
    .filter(({ obstacles: all }) => all.every((obstacle) => obstacle === waived))
    .toSorted((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)));
  const tasks = tasksOf<Id>(wish, waived);
  const pieces = piecesOf(people, tasks, choice);
  const atMost = waived === 'at-most' ? tasks.length : wish.atMost;
  const covers = lightestCovers({ pieces, bits: tasks.length, atMost }, wanted);
  return covers.map((cover) => teamOf(cover, people, { needs: wish.needs, weights }));
}

type Does<Id extends string> = (candidate: Candidate<Id>) => boolean;

/** What somebody in the team must do: a need each, and being one who lived it. A wish for nothing is a wish for one person. */
function tasksOf<Id extends string>({ needs, livedExperience }: TeamWish, waived?: Relaxation): readonly Does<Id>[] {
  const tasks: Does<Id>[] = needs.map(
    (need) =>
      ({ covers }) =>
        covers.includes(need),
  );
  if (livedExperience && waived !== 'lived-experience') tasks.push((candidate) => candidate.livedExperience);
  return tasks.length > 0 ? tasks : [() => true];
}

/**
 * The weight of a piece holds the whole order of teams: first the cost, then the number of people, then their places by id.
 * A team has at most 13 people, so that neither of the last two can outgrow what comes before it.
 */
function piecesOf<Id extends string>(
  people: readonly Candidate<Id>[],
  tasks: readonly Does<Id>[],
  { weights, waived }: Choice<Id>,
): readonly Piece[] {
  const scale = 16 * (people.length + 1);
  const organisations = new Map<string, number>();
  return people.map((candidate, place) => {
    const known = organisations.get(candidate.organisation) ?? organisations.size;
    organisations.set(candidate.organisation, known);
    return {
      mask: tasks.reduce((mask, does, bit) => (does(candidate) ? mask | (1 << bit) : mask), 0),
      group: waived === 'one-per-organisation' ? place : known,
      weight: (costOf(candidate, weights) * 16 + 1) * scale + place,
    };
  });
}

type Told = Readonly<{ needs: readonly ConceptId[]; weights: TeamWeights }>;

function teamOf<Id extends string>({ places }: Cover, people: readonly Candidate<Id>[], told: Told): Team<Id> {
  const members = places.flatMap((place) => people[place] ?? []);
  return {
    members: members.map(({ id, covers }) => ({ id, covers: told.needs.filter((need) => covers.includes(need)) })),
    cost: members.reduce((sum, member) => sum + costOf(member, told.weights), 0),
  };
}
