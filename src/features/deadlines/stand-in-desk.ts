import type { PersonId } from '../../core/ids.ts';
import type { DeadlineFile, Told } from './deadline-state.ts';
import { loadInbox, type Stored } from './deadlines-desk.ts';
import { deputyAt } from './inbox-state.ts';

/**
 * Who hears it when it is this person's: they, or while they are away whoever stands in for them, or for that one. When
 * all of them are away it is whoever answers for it, and in the end the person all the same: it never becomes nobody's.
 */
export async function hearerOf(
  deps: Stored,
  file: DeadlineFile,
  { person, at }: Readonly<{ person: PersonId; at: string }>,
): Promise<Told> {
  const deputyOf = async (each: PersonId) => deputyAt(await loadInbox(deps, each), at);
  const away = await deputyOf(person);
  if (away === undefined) return { person };
  const own = person === file.owner && file.deputy !== undefined ? [file.deputy] : [];
  const candidates = new Set([person, ...own, away]);
  // A set can grow while it is walked through, and holds everybody once: a circle of deputies ends.
  for (const candidate of candidates) {
    if (candidate === person) continue;
    const next = await deputyOf(candidate);
    if (next === undefined) return { person: candidate, behalf: person };
    candidates.add(next);
  }
  const { steward } = file;
  const stewardIsThere = !candidates.has(steward) && (await deputyOf(steward)) === undefined;
  return stewardIsThere ? { person: steward, behalf: person } : { person };
}

/** Still has to do with it: owes it, answers for it, or hears of it when it is late. */
export function concerns({ owner, steward, levels }: DeadlineFile, person: PersonId): boolean {
  return [owner, steward, ...levels.official, ...levels.administrative].includes(person);
}
