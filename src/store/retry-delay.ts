export type RetrySettings = Readonly<{ baseMs: number; maxMs: number }>;

/**
 * Exponential back-off with full jitter: anything from nothing to the whole delay, so that what failed together does not
 * come back together. `attempts` failed before this one; `random` is 0 to 1; never sooner than `afterMs` asks.
 */
export function retryDelay(
  { baseMs, maxMs }: RetrySettings,
  { attempts, random, afterMs = 0 }: Readonly<{ attempts: number; random: number; afterMs?: number | undefined }>,
): number {
  const whole = Math.min(maxMs, baseMs * 2 ** attempts);
  return Math.max(afterMs, Math.round(random * whole));
}
