import type { Clock } from '../core/clock.ts';
import { boundedMap } from './bounded-map.ts';

/** Runs work for a key once: whoever comes with the same key within the time gets the first one's result, or waits for it. */
export type Once<Result> = Readonly<{
  run(key: string, work: () => Promise<Result>): Promise<Result>;
  size(): number;
}>;

type Remembering = Readonly<{ clock: Clock; forMs: number; limit: number }>;

/** `keep` says whether a result may be given again; one that failed may not, so that the next try is a real one. */
export function once<Result>(
  { clock, forMs, limit }: Remembering,
  keep: (result: Result) => boolean = () => true,
): Once<Result> {
  const begun = boundedMap<Readonly<{ result: Promise<Result>; until: number }>>(limit);

  async function runAndForget(key: string, work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      if (!keep(result)) begun.delete(key);
      return result;
    } catch (error) {
      begun.delete(key);
      throw error;
    }
  }

  return {
    run(key, work) {
      const now = clock.now().getTime();
      const known = begun.get(key);
      if (known !== undefined && now < known.until) return known.result;
      const result = runAndForget(key, work);
      begun.set(key, { result, until: now + forMs });
      return result;
    },
    size: begun.size,
  };
}
