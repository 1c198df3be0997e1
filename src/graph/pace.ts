import { setTimeout as delay } from 'node:timers/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { takeTurn, type Turn } from '../pacing/take-turn.ts';
import { GraphError } from './graph-error.ts';

export type GraphLimits = Readonly<{
  /** How long a call may wait for its turn; a longer wait is a GraphError 429 `LocalLimit` that says when to come back. */
  maxWaitMs: number;
  /** How long Graph may keep one request waiting by refusals (429) before they are the worker's. */
  maxRefusedMs: number;
  /** How long one answer may take. */
  timeoutMs: number;
  /** A little over the second in which Graph counts: requests do not all travel equally fast. */
  windowMs: number;
  /** Requests per window about one team and about one of its channels. */
  perTeam: number;
  perChannel: number;
  teamAdditionsPerMinute: number;
}>;

export const localLimitCode = 'LocalLimit';

/** Microsoft: "Microsoft Graph service-specific throttling limits", Microsoft Teams. */
export const graphLimits: GraphLimits = {
  maxWaitMs: 5_000,
  maxRefusedMs: 2_000,
  timeoutMs: 15_000,
  windowMs: 1_100,
  perTeam: 4,
  perChannel: 1,
  teamAdditionsPerMinute: 4,
};

/**
 * Waits until a request may go. Short waits are waited out, because a step of several requests on one channel would else never
 * come through; a long one is given back to the effects worker. Real time, counted per process: Graph's own 429 stays possible.
 */
export type Pace = (request: Readonly<{ method: string; url: URL }>) => Promise<void>;

export function createPace(limits: GraphLimits): Pace {
  const window = limits.windowMs / 1000;
  const perTeam = new RateLimiterMemory({ points: limits.perTeam, duration: window });
  const perChannel = new RateLimiterMemory({ points: limits.perChannel, duration: window });
  const additions = new RateLimiterMemory({ points: limits.teamAdditionsPerMinute, duration: 60 });
  return async ({ method, url }) => {
    const [, team, rest, channel] = /\/teams\/([^/]+)(\/channels\/([^/]+)|\/members$)?/.exec(url.pathname) ?? [];
    if (team === undefined) return;
    const turns = [
      ...(method === 'POST' && rest === '/members' ? [{ limiter: additions, key: team }] : []),
      ...(channel === undefined ? [] : [{ limiter: perChannel, key: channel }]),
      { limiter: perTeam, key: team },
    ];
    for (const turn of turns) await waitForTurn(turn, limits.maxWaitMs);
  };
}

async function waitForTurn(turn: Turn, maxWaitMs: number): Promise<void> {
  let left = maxWaitMs;
  for (;;) {
    const wait = await takeTurn(turn);
    if (wait === 0) return;
    if (wait > left) throw localLimit(wait);
    left -= wait;
    await delay(wait);
  }
}

function localLimit(retryAfterMs: number): GraphError {
  return new GraphError(429, localLimitCode, { message: 'our own pace, before Graph has to ask for it', retryAfterMs });
}
