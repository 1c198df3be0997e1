import type { Clock } from '../core/clock.ts';
import { boundedMap } from './bounded-map.ts';

/**
 * Runs work for a key once: whoever comes with the same key within the time gets the first one's result, or waits for it.
 * `what`: of a key only the last is remembered, so that what came before something else is run again.
 */
export type Once<Result> = Readonly<{
  run(key: string, work: () => Promise<Result>, what?: string): Promise<Result>;
  size(): number;
}>;

type Begun<Result> = Readonly<{ what: string; result: Promise<Result>; until: number }>;
type Remembering = Readonly<{ clock: Clock; forMs: number; limit: number }>;

/** `keep` says whether a result may be given again; one that failed may not, so that the next try is a real one. */
export function once<Result>(
  { clock, forMs, limit }: Remembering,
  keep: (result: Result) => boolean = () => true,
): Once<Result> {
  const begun = boundedMap<Begun<Result>>(limit);

  async function runAndForget(key: string, work: () => Promise<Result>, what: string): Promise<Result> {
    const forget = (): void => {
      if (begun.get(key)?.what === what) begun.delete(key);
    };
    try {
      const result = await work();
      if (!keep(result)) forget();
      return result;
    } catch (error) {
      forget();
      throw error;
    }
  }

  return {
    run(key, work, what = key) {
      const now = clock.now().getTime();
      const known = begun.get(key);
      if (known !== undefined && known.what === what && now < known.until) return known.result;
      const result = runAndForget(key, work, what);
      begun.set(key, { what, result, until: now + forMs });
      return result;
    },
    size: begun.size,
  };
}
