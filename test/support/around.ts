import type { Around } from '../../src/core/gap.ts';
import type { PersonId } from '../../src/core/ids.ts';

/** Everybody is there but who is named. */
export function around(now: string, ...gone: readonly PersonId[]): Around {
  return { now, isThere: (person) => person !== undefined && !gone.includes(person) };
}
