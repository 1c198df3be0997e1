import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export type Turn = Readonly<{ limiter: RateLimiterMemory; key: string }>;

/** 0 when the turn is ours, otherwise how many ms to wait. Either way it is counted. */
export async function takeTurn({ limiter, key }: Turn): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}
