import { deepEqual, equal, ok } from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import fc from 'fast-check';
import {
  type OpenRequest,
  redistribute,
  redistributeInTurn,
  type Redistribution,
  type RedistributionProblem,
} from '../../src/matching/index.ts';
import { anyProblem, bestOf } from './support/redistribution-oracle.ts';

const request = (
  id: string,
  options: Readonly<Record<string, number>>,
  rest: Partial<OpenRequest> = {},
): OpenRequest => ({
  ...{ id, hours: 4, options: Object.entries(options).map(([expert, cost]) => ({ expert, cost })) },
  ...rest,
});
const hours = (free: Readonly<Record<string, number>>) =>
  Object.entries(free).map(([id, freeHours]) => ({ id, freeHours }));
const patient = { timeLimitMs: 10_000 };

/** Ann is the cheapest for both, and only she can take the second. */
const contested: RedistributionProblem = {
  requests: [request('a', { ann: 1, bob: 5 }), request('b', { ann: 2 })],
  experts: hours({ ann: 4, bob: 4 }),
  moveCost: 0,
};

function keepsTheRules({ seats }: Redistribution, { requests, experts }: RedistributionProblem): void {
  const taken = new Map<string, number>();
  const seated = new Set<string>();
  for (const { request: id, expert } of seats) {
    const asked = requests.find((one) => one.id === id);
    if (expert === undefined || !asked) continue;
    ok(
      asked.options.some((option) => option.expert === expert),
      `${expert} cannot take ${id}`,
    );
    taken.set(expert, (taken.get(expert) ?? 0) + asked.hours);
    const seat = `${asked.team ?? asked.id} ${expert}`;
    ok(!seated.has(seat), `${seat} twice`);
    seated.add(seat);
  }
  for (const { id, freeHours } of experts) ok((taken.get(id) ?? 0) <= freeHours, `${id} has too much`);
}

describe('dividing open requests', () => {
  describe('in turn', () => {
    it('gives each request its cheapest expert who has hours, the one with the fewest options first', () => {
      deepEqual(redistributeInTurn(contested).seats, [
        { request: 'a', expert: 'bob' },
        { request: 'b', expert: 'ann' },
      ]);
    });
    it('leaves out who has too few hours', () => {
      const { seats, unplaced } = redistributeInTurn({ ...contested, experts: hours({ ann: 3, bob: 4 }) });
      deepEqual([seats[1], unplaced], [{ request: 'b' }, 1]);
    });
    it('gives no expert two seats of one team', () => {
      const requests = [request('a', { ann: 1 }, { team: 't' }), request('b', { ann: 1 }, { team: 't' })];
      equal(redistributeInTurn({ requests, experts: hours({ ann: 40 }), moveCost: 0 }).unplaced, 1);
    });
    it('moves nobody for less than a move costs', () => {
      const requests = [request('a', { ann: 10, bob: 8 }, { current: 'ann' })];
      const experts = hours({ ann: 4, bob: 4 });
      equal(redistributeInTurn({ requests, experts, moveCost: 3 }).seats[0]?.expert, 'ann');
      equal(redistributeInTurn({ requests, experts, moveCost: 1 }).seats[0]?.expert, 'bob');
    });
    it('has nothing to say about nothing', () =>
      deepEqual(redistributeInTurn({ requests: [], experts: [], moveCost: 0 }), {
        ...{ method: 'in-turn', seats: [], unplaced: 0, cost: 0 },
      }));
    it('keeps every rule, and the order of what it is given does not matter', () => {
      fc.assert(
        fc.property(anyProblem, (problem) => {
          const answer = redistributeInTurn(problem);
          keepsTheRules(answer, problem);
          const turned = { ...problem, requests: problem.requests.toReversed(), experts: problem.experts.toReversed() };
          deepEqual(redistributeInTurn(turned), answer);
        }),
      );
    });
  });

  describe('exactly', () => {
    it('places as many as can be, and of all such ways takes the cheapest', async () => {
      await fc.assert(
        fc.asyncProperty(anyProblem, async (problem) => {
          const answer = await redistribute(problem, patient);
          equal(answer.method, 'exact');
          keepsTheRules(answer, problem);
          deepEqual({ unplaced: answer.unplaced, cost: answer.cost }, bestOf(problem));
          ok(redistributeInTurn(problem).unplaced >= answer.unplaced);
        }),
        { numRuns: 25 },
      );
    }).timeout(60_000);

    it('gives the answer in turn, and says why, when time is over', async () => {
      const answer = await redistribute(contested, { timeLimitMs: 0 });
      deepEqual([answer.method, 'setback' in answer && answer.setback], ['in-turn', 'time-limit']);
      deepEqual(answer.seats, redistributeInTurn(contested).seats);
    });

    it('does not try what is too large', async () => {
      const options = Object.fromEntries(Array.from({ length: 1_300 }, (_, index) => [`e${index}`, index]));
      const requests = Array.from({ length: 200 }, (_, index) => request(`r${index}`, options));
      const answer = await redistribute({ requests, experts: hours({ e1: 4 }), moveCost: 0 }, patient);
      // Only one expert has hours, so that what is left to choose from is small after all.
      equal(answer.unplaced, 199);
      const experts = Object.keys(options).map((id) => ({ id, freeHours: 40 }));
      const large = await redistribute({ requests, experts, moveCost: 0 }, patient);
      deepEqual([large.method, 'setback' in large && large.setback], ['in-turn', 'too-large']);
    });

    it('leaves the bot free to answer while it computes', async () => {
      const requests = Array.from({ length: 60 }, (_, index) =>
        request(
          `r${index}`,
          Object.fromEntries(Array.from({ length: 50 }, (__, at) => [`e${at}`, (index * 7 + at * 13) % 40])),
        ),
      );
      const experts = Array.from({ length: 50 }, (_, at) => ({ id: `e${at}`, freeHours: 5 }));
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const answer = await redistribute({ requests, experts, moveCost: 2 }, patient);
      delay.disable();
      equal(answer.unplaced, 10);
      const p99 = delay.percentile(99) / 1e6;
      ok(p99 <= 50, `the event loop was held up ${p99} ms`);
    }).timeout(30_000);
  });
});
