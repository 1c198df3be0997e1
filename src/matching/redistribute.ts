import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { takeInTurn } from './redistribute-in-turn.ts';
import { answerOf, type Plan, planOf, type Taken } from './redistribute-plan.ts';
import type { Redistribution, RedistributionProblem, Setback } from './redistribution.ts';

/** Options of all requests together; beyond it the worker would take more memory than a bot has. */
const mostOptions = 250_000;

/**
 * Who could take which open request: the exact answer, or, when it is not there within `timeLimitMs`, the one of
 * `redistributeInTurn`. Computed by a worker thread, which ends with the call; never rejects for want of an exact answer.
 */
export async function redistribute<Request extends string, Expert extends string>(
  problem: RedistributionProblem<Request, Expert>,
  { timeLimitMs }: Readonly<{ timeLimitMs: number }>,
): Promise<Redistribution<Request, Expert>> {
  const { plan, legend } = planOf(problem);
  const taken = plan.costs.length > mostOptions ? 'too-large' : await inWorker(plan, timeLimitMs);
  if (typeof taken !== 'string') return { method: 'exact', ...answerOf(taken, plan, legend) };
  return { method: 'in-turn', setback: taken, ...answerOf(takeInTurn(plan), plan, legend) };
}

/** Beside this file, and as it is: TypeScript here, JavaScript once it is built. */
const worker = new URL(`redistribute-worker${path.extname(import.meta.filename)}`, import.meta.url);

async function inWorker(plan: Plan, timeLimitMs: number): Promise<Taken | Setback> {
  // Numbers only, so that copying them takes no time of this thread.
  const thread = new Worker(worker, { workerData: plan });
  const timer = Promise.withResolvers<Setback>();
  const timeout = setTimeout(() => timer.resolve('time-limit'), timeLimitMs);
  try {
    return await Promise.race([timer.promise, answerFrom(thread)]);
  } finally {
    clearTimeout(timeout);
    await thread.terminate();
  }
}

/** A worker that breaks down has no answer; the one in turn is given in its place, so its error is nobody's to catch. */
function answerFrom(thread: Worker): Promise<Taken | Setback> {
  return new Promise((resolve) => {
    thread.once('message', resolve);
    thread.once('error', () => resolve('failed'));
    thread.once('exit', () => resolve('failed'));
  });
}
