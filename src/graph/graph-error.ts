import type { Outcome } from '../store/effect-queue.ts';

/** The code, ours, of a call that needs a permission which the bot was not given. */
export const missingPermission = 'MissingPermission';

export class GraphError extends Error {
  /** 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  constructor(
    status: number,
    code: string,
    detail: Readonly<{ message: string; retryAfterMs?: number; cause?: unknown }>,
  ) {
    super(`Graph ${status} ${code}: ${detail.message}`, { cause: detail.cause });
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.retryAfterMs = detail.retryAfterMs;
  }

  /** The call may have had its effect although it failed. */
  get ambiguous(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 408;
  }
}

/** What a runner answers after Graph failed: try again when Graph says so; anything unexpected is thrown on. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof GraphError)) throw error;
  const { message, ambiguous, retryAfterMs, status } = error;
  if (status === 429 && retryAfterMs !== undefined) return { done: false, again: true, afterMs: retryAfterMs };
  return { done: false, error: message, ambiguous, ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }) };
}
