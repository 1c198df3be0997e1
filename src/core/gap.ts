import type { PersonId } from './ids.ts';
import { addWeeks } from './working-time.ts';

/** What something that is open must have, and has not: somebody whose turn it is, something to do next, or a date. */
export const gaps = ['owner', 'step', 'date'] as const;
export type Gap = (typeof gaps)[number];

export type Around = Readonly<{
  /** UTC instant. */
  now: string;
  /** Somebody who left has no turn any more. */
  isThere(person: PersonId | undefined): boolean;
}>;

const weeksOfStandstill = 2;

/** For what has no date by nature: it waits for somebody, and not for ever. */
export function standsStill(updatedAt: string, { now }: Around): boolean {
  return addWeeks(updatedAt, weeksOfStandstill) < now;
}

/** Those that hold, in one order. */
export function gapsOf(lacks: Readonly<Record<Gap, boolean>>): readonly Gap[] {
  return gaps.filter((gap) => lacks[gap]);
}
