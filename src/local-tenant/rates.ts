/** At most `calls` in any `seconds`. */
type RateWindow = Readonly<{ calls: number; seconds: number }>;

/** Per bot and per conversation (a chat or a channel). Microsoft: "Optimize your bot with rate limiting in Teams". */
export const sendWindows: readonly RateWindow[] = [
  { calls: 7, seconds: 1 },
  { calls: 8, seconds: 2 },
  { calls: 60, seconds: 30 },
  { calls: 1800, seconds: 3600 },
];
export const readMembersWindows: readonly RateWindow[] = [
  { calls: 14, seconds: 1 },
  { calls: 16, seconds: 2 },
  { calls: 120, seconds: 30 },
  { calls: 3600, seconds: 3600 },
];
export const perTenantWindows: readonly RateWindow[] = [{ calls: 50, seconds: 1 }];

/** Microsoft: "Microsoft Graph service-specific throttling limits", Microsoft Teams. */
export const addTeamMemberWindows: readonly RateWindow[] = [{ calls: 4, seconds: 60 }];
export const graphTeamWindows: readonly RateWindow[] = [{ calls: 4, seconds: 1 }];
export const graphChannelWindows: readonly RateWindow[] = [{ calls: 1, seconds: 1 }];

export type RateMode = 'off' | 'usual' | 'strict';

export type RateLimits = Readonly<{
  mode: RateMode;
  /** Counts a call. Answers the whole seconds to wait when it is one too many (and then it does not count). */
  take(key: string, windows: readonly RateWindow[]): number | undefined;
  clear(): void;
}>;

/** Real time, never the tenant's movable one: a bot that waits as told must be let through. */
export function openRateLimits(mode: RateMode, machine: () => number = () => performance.now()): RateLimits {
  const taken = new Map<string, number[]>();
  return {
    mode,
    take(key, windows) {
      if (mode === 'off') return undefined;
      const now = machine();
      const longest = Math.max(...windows.map(({ seconds }) => seconds)) * 1000;
      const calls = (taken.get(key) ?? []).filter((at) => at > now - longest);
      taken.set(key, calls);
      const waitMs = Math.max(...windows.map((window) => waitFor(window, calls, now)));
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      calls.push(now);
      return undefined;
    },
    clear: () => taken.clear(),
  };
}

function waitFor({ calls, seconds }: RateWindow, taken: readonly number[], now: number): number {
  const oldestThatCounts = taken.at(-calls);
  return taken.length < calls || oldestThatCounts === undefined ? 0 : oldestThatCounts + seconds * 1000 - now;
}
