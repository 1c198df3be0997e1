import fc from 'fast-check';
import type { OpenRequest, RedistributionProblem } from '../../../src/matching/index.ts';

type Best = Readonly<{ unplaced: number; cost: number }>;

/** Every way to give requests to experts, tried one by one: the fewest without anybody, and of those the cheapest. */
export function bestOf({ requests, experts, moveCost }: RedistributionProblem): Best {
  const free = new Map(experts.map(({ id, freeHours }) => [id, freeHours]));
  const better = (one: Best, other: Best): Best =>
    one.unplaced < other.unplaced || (one.unplaced === other.unplaced && one.cost <= other.cost) ? one : other;

  function go(index: number, taken: readonly string[]): Best {
    const request = requests[index];
    if (!request) return { unplaced: 0, cost: 0 };
    const without = go(index + 1, taken);
    let best: Best = { unplaced: without.unplaced + 1, cost: without.cost };
    for (const { expert, cost } of request.options) {
      const seat = `${request.team ?? request.id} ${expert}`;
      const left = free.get(expert) ?? 0;
      if (left < request.hours || taken.includes(seat)) continue;
      free.set(expert, left - request.hours);
      const rest = go(index + 1, [...taken, seat]);
      free.set(expert, left);
      const moved = request.current !== undefined && request.current !== expert ? moveCost : 0;
      best = better({ unplaced: rest.unplaced, cost: rest.cost + cost + moved }, best);
    }
    return best;
  }
  return go(0, []);
}

const people = ['ann', 'bob', 'cas', 'dia'];

const anyRequest = fc.record({
  team: fc.option(fc.constantFrom('t1', 't2'), { nil: undefined }),
  hours: fc.integer({ min: 1, max: 4 }),
  current: fc.option(fc.constantFrom(...people), { nil: undefined }),
  options: fc
    .subarray(people)
    .chain((some) => fc.tuple(...some.map((expert) => fc.record({ expert: fc.constant(expert), cost: fc.nat(9) })))),
});

/** Few enough to try every way. */
export const anyProblem: fc.Arbitrary<RedistributionProblem> = fc.record({
  requests: fc.array(anyRequest, { maxLength: 5 }).map((all) =>
    all.map(({ team, current, ...rest }, index): OpenRequest => ({
      ...rest,
      id: `r${index}`,
      ...(team === undefined ? {} : { team }),
      ...(current === undefined ? {} : { current }),
    })),
  ),
  experts: fc.tuple(...people.map((id) => fc.record({ id: fc.constant(id), freeHours: fc.nat(7) }))),
  moveCost: fc.nat(3),
});
