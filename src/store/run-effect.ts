import { type EffectRunner, type Outcome, type StoredEffect } from './effect-queue.ts';

export type Runners = ReadonlyMap<string, EffectRunner>;

export function runnersByKind(runners: readonly EffectRunner[]): Runners {
  const byKind = new Map(runners.map((runner) => [runner.kind, runner]));
  if (byKind.size < runners.length) throw new Error('two runners for one kind of effect');
  return byKind;
}

/**
 * One attempt. A runner that throws, or that has not answered when `signal` ends, may have done its work all the same.
 */
export async function runEffect(runners: Runners, effect: StoredEffect, signal: AbortSignal): Promise<Outcome> {
  const runner = runners.get(effect.kind);
  if (!runner) return { done: false, park: true, error: `no runner for effects of kind "${effect.kind}"` };
  try {
    return await Promise.race([runner.run(effect, signal), aborted(signal)]);
  } catch (error) {
    return { done: false, error: textOf(error), ambiguous: true };
  }
}

/** A runner need not heed the signal; the lane does not wait for it longer. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => {
      const reason: unknown = signal.reason;
      reject(reason instanceof Error ? reason : new Error('aborted', { cause: reason }));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
