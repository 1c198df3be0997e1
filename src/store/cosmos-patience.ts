import { CosmosFault, type Failure, failureOf } from './cosmos-fault.ts';

/** In ms. `total` bounds one call with all its attempts and pauses; `attempt` bounds each of them. */
export type Patience = Readonly<{ total: number; attempt: number; firstPause: number; longestPause: number }>;

export const defaultPatience: Patience = { total: 10_000, attempt: 4000, firstPause: 40, longestPause: 1000 };

/** How often it was tried before: above 0 an earlier answer may have been lost after the write was made. */
type Attempted<Answer> = Readonly<{ answer: Answer; earlier: number }>;

/**
 * Our own retries: the SDK leaves 408, 410, 449 and 5xx to its caller, does not pause for a 429 without a time, and
 * loses the status of an answer that is not JSON.
 */
export async function persist<Answer>(
  operation: string,
  patience: Patience,
  call: (signal: AbortSignal) => Promise<Answer>,
): Promise<Attempted<Answer>> {
  const end = performance.now() + patience.total;
  let told: Failure | undefined;
  for (let earlier = 0; ; earlier++) {
    try {
      return { answer: await bounded(Math.min(patience.attempt, end - performance.now()), call), earlier };
    } catch (error) {
      const failure = failureOf(error);
      // The last attempt may have been cut short by the budget: what the service said before tells more.
      if (failure.status > 0 || !told) told = failure;
      const pause = Math.max(failure.retryAfterMs ?? 0, pauseAfter(earlier, patience));
      const outOfTime = performance.now() + pause >= end;
      if (!failure.retryable || outOfTime)
        throw new CosmosFault(operation, earlier + 1, failure.retryable ? told : failure);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** The SDK does not look at the signal while it sleeps between its own retries, so the wait ends here as well. */
async function bounded<Answer>(ms: number, call: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(ms)));
  const { promise: late, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => {
    reject(new DOMException('no answer in time', 'TimeoutError'));
  });
  return Promise.race([call(signal), late]);
}

function pauseAfter(earlier: number, { firstPause, longestPause }: Patience): number {
  const most = Math.min(longestPause, firstPause * 2 ** earlier);
  return most / 2 + (Math.random() * most) / 2;
}
