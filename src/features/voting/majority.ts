import type { VoteSettings } from './vote-state.ts';

/**
 * The majorities that can be chosen. A vote is won by more than its threshold, so one just below two thirds lets exactly
 * two thirds win.
 */
export const majorities = { half: 50, 'two-thirds': 66.666, 'three-quarters': 74.999 } as const;
export type Majority = keyof typeof majorities;
export const majorityNames = Object.keys(majorities) as readonly Majority[];

/** Undefined for a threshold that is none of these. */
export function majorityOf({ thresholdPercent }: VoteSettings): Majority | undefined {
  return majorityNames.find((name) => majorities[name] === thresholdPercent);
}
