/** Teams leaves a view alone that is less than a minute old (Microsoft: User-specific views). */
const minimumAgeMs = 60_000;

export type Refresh = Readonly<{ verb: string; data: object; userIds: readonly string[] | undefined }>;

export function readRefresh(card: object): Refresh | undefined {
  const { refresh } = card as Readonly<{ refresh?: unknown }>;
  const { action, userIds } = { ...(refresh as Readonly<{ action?: unknown; userIds?: unknown }> | undefined) };
  const { verb, data } = { ...(action as Readonly<{ verb?: unknown; data?: unknown }> | undefined) };
  if (typeof verb !== 'string') return undefined;
  return {
    verb,
    data: { ...(data as object | undefined) },
    userIds: Array.isArray(userIds) ? userIds.filter((id) => typeof id === 'string') : undefined,
  };
}

/** Without a list everybody is meant; an empty list means nobody: only by hand. A user id ends in the Entra object id. */
export function isMeantFor({ userIds }: Refresh, persona: string): boolean {
  return userIds?.some((id) => id === persona || id.endsWith(`:${persona}`)) ?? true;
}

export type LastRefresh = Readonly<{ version: string; at: number }>;

/** Milliseconds until this version may be asked for by itself; undefined when that has been done. */
export function waitBeforeRefresh(last: LastRefresh | undefined, version: string, now: number): number | undefined {
  if (last === undefined) return 0;
  if (last.version === version) return undefined;
  return Math.max(0, last.at + minimumAgeMs - now);
}
