import { cheapestPlace, openLedger } from './redistribute-places.ts';
import { answerOf, type Plan, planOf, type Taken } from './redistribute-plan.ts';
import type { Redistribution, RedistributionProblem } from './redistribution.ts';

/**
 * The request with the fewest options goes first (equal ones by id), and each takes the cheapest expert who has hours left
 * (equal ones by id). Quick and easy to explain, but no second thoughts: it can leave more requests without an expert.
 */
export function redistributeInTurn<Request extends string, Expert extends string>(
  problem: RedistributionProblem<Request, Expert>,
): Redistribution<Request, Expert> {
  const { plan, legend } = planOf(problem);
  return { method: 'in-turn', ...answerOf(takeInTurn(plan), plan, legend) };
}

export function takeInTurn(plan: Plan): Taken {
  const { minutes, starts } = plan;
  const ledger = openLedger(plan);
  const taken = new Int32Array(minutes.length).fill(-1);
  const optionsOf = (request: number): number => (starts[request + 1] ?? 0) - (starts[request] ?? 0);
  const order = [...minutes.keys()].sort((one, other) => optionsOf(one) - optionsOf(other) || one - other);
  for (const request of order) {
    const place = cheapestPlace(plan, request, (one) => ledger.fits(request, one));
    if (place === undefined) continue;
    taken[request] = place;
    ledger.give(request, place);
  }
  return taken;
}
