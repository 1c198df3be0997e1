import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type Candidate, chooseTeam, obstacles, type Relaxation, type Team } from '../../src/matching/index.ts';
import { costsOfAll, costTogether, isLeanTeam, type Question } from './support/team-oracle.ts';
import { anyCandidates, anyWeights, anyWish } from './support/team-samples.ts';

const relaxations: readonly Relaxation[] = [...obstacles, 'one-per-organisation', 'at-most', 'lived-experience'];
const anyQuestion: fc.Arbitrary<Question> = fc.record({
  candidates: anyCandidates,
  wish: anyWish,
  weights: anyWeights,
});
const runs = { numRuns: 500 };

describe('the choice of a team, against all sets of people', () => {
  it('is the cheapest team and the next two', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const choice = chooseTeam(question.candidates, question.wish, question.weights);
        const teams = choice.outcome === 'found' ? choice.teams : [];
        deepEqual(
          teams.map(({ cost }) => cost),
          costsOfAll(question).slice(0, 3),
        );
        for (const team of teams) isAsSaid(team, question);
        equal(new Set(teams.map(({ members }) => members.map(({ id }) => id).join())).size, teams.length);
      }),
      runs,
    );
  });

  it('names every rule that stands in the way alone, and no other', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const choice = chooseTeam(question.candidates, question.wish, question.weights);
        if (choice.outcome === 'found') return;
        const costs = choice.without.map(({ team }) => team.cost);
        deepEqual(
          costs,
          costs.toSorted((one, other) => one - other),
        );
        for (const waived of relaxations) {
          const named: readonly Team[] = choice.without.filter(({ rule }) => rule === waived).map(({ team }) => team);
          const possible = costsOfAll({ ...question, waived });
          deepEqual(
            named.map(({ cost }) => cost),
            possible.slice(0, 1),
          );
          for (const team of named) isAsSaid(team, { ...question, waived });
        }
      }),
      runs,
    );
  });

  it('does not hang on the order of the candidates', () => {
    const withOtherOrder = anyQuestion.chain((question) => {
      const { length } = question.candidates;
      const shuffled = fc.shuffledSubarray([...question.candidates], { minLength: length, maxLength: length });
      return fc.tuple(fc.constant(question), shuffled);
    });
    fc.assert(
      fc.property(withOtherOrder, ([{ candidates, wish, weights }, shuffled]) => {
        deepEqual(chooseTeam(shuffled, wish, weights), chooseTeam(candidates, wish, weights));
      }),
      runs,
    );
  });
});

/** A lean team, that costs what is said, and whose members cover what is said. */
function isAsSaid({ members, cost }: Team, question: Question): void {
  const people = members.map(({ id }) => question.candidates.find((one) => one.id === id)) as readonly Candidate[];
  ok(isLeanTeam(people, question));
  equal(cost, costTogether(people, question.weights));
  for (const [index, { covers }] of members.entries()) {
    deepEqual(
      covers,
      question.wish.needs.filter((need) => people[index]?.covers.includes(need)),
    );
  }
}
