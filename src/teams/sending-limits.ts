import { RateLimiterMemory } from 'rate-limiter-flexible';
import { takeTurn, type Turn } from '../pacing/take-turn.ts';

/** 0 when it may be sent now (and is counted), otherwise how many ms to wait. */
export type SendingLimits = Readonly<{
  take(thread: string): Promise<number>;
  /** One message may change once a second: people see flicker otherwise, and each change counts as a send. */
  takeUpdate(message: string): Promise<number>;
  /** A reply within a turn is not held back, but it counts. */
  count(thread: string): Promise<void>;
}>;

/** Sends per thread, as [points, seconds] (Microsoft: Optimize your bot with rate limiting in Teams). */
const perThread = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1800, 3600],
] as const;
/** Per app per tenant; ours is one tenant's channels and people. */
const perTenant = [50, 1] as const;

/** Counts in this process only: with several instances a burst can still meet a 429, which the runner honours. */
export function sendingLimits(): SendingLimits {
  const threads = perThread.map(([points, duration]) => new RateLimiterMemory({ points, duration }));
  const tenant = new RateLimiterMemory({ points: perTenant[0], duration: perTenant[1] });
  const updates = new RateLimiterMemory({ points: 1, duration: 1 });
  return {
    take: (thread) =>
      takeAll([...threads.map((limiter) => ({ limiter, key: thread })), { limiter: tenant, key: 'all' }]),
    takeUpdate: (message) => takeAll([{ limiter: updates, key: message }]),
    async count(thread) {
      await Promise.all([...threads.map((limiter) => limiter.penalty(thread)), tenant.penalty('all')]);
    },
  };
}

/** All or nothing: a send that has to wait for one window is given back to the others. */
async function takeAll(turns: readonly Turn[]): Promise<number> {
  const waits = await Promise.all(turns.map(takeTurn));
  const wait = Math.max(...waits);
  if (wait > 0) await Promise.all(turns.map(({ limiter, key }) => limiter.reward(key)));
  return wait;
}
