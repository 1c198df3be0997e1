import { deepEqual, equal, ok } from 'node:assert/strict';
import { redistribute, redistributeInTurn, type RedistributionProblem } from '../../src/matching/index.ts';

/** Every expert can take every request and no two take the same time, so that there is no quick way to the best. */
function tight(size: number): RedistributionProblem {
  const experts = Array.from({ length: size / 2 }, (_, at) => ({ id: `e${at}`, freeHours: 5 + ((at * 7) % 11) }));
  const requests = Array.from({ length: size }, (_, index) => ({
    ...{ id: `r${index}`, hours: 1 + ((index * 13) % 41) / 7 },
    options: experts.map(({ id }, at) => ({ expert: id, cost: (index * 37 + at * 101 + at * index) % 997 })),
  }));
  return { requests, experts, moveCost: 0 };
}

describe('the limits of dividing open requests', () => {
  it('ends the worker in the middle of its work when time is over', async () => {
    const problem = tight(300);
    const began = performance.now();
    const answer = await redistribute(problem, { timeLimitMs: 400 });
    ok(performance.now() - began < 4_000);
    deepEqual(answer, { ...redistributeInTurn(problem), setback: 'time-limit' });
    equal(process.getActiveResourcesInfo().includes('MessagePort'), false);
  });

  it('does not pretend to tell costs apart that are too large for the solver', async () => {
    const options = [{ expert: 'ann', cost: 2_000_000_000 }];
    const experts = [{ id: 'ann', freeHours: 4 }];
    const problem = { requests: [{ id: 'a', hours: 4, options }], experts, moveCost: 0 };
    const answer = await redistribute(problem, { timeLimitMs: 8_000 });
    deepEqual(answer, { ...redistributeInTurn(problem), setback: 'too-large' });
  });

  it('adds up tenths of hours as people do', () => {
    const options = [{ expert: 'ann', cost: 1 }];
    const requests = ['a', 'b', 'c'].map((id) => ({ id, hours: 0.1, options }));
    equal(redistributeInTurn({ requests, experts: [{ id: 'ann', freeHours: 0.3 }], moveCost: 0 }).unplaced, 0);
  });
});
