import type { PersonId } from '../../core/ids.ts';
import { type Audience, audiences, type DeadlineFile } from './deadline-state.ts';

export type Level = Exclude<Audience, 'owner'>;

/**
 * What somebody has to do with a deadline: `owner`, `deputy` (while the owner is away) and `steward` may act on it;
 * `watcher` may look, and so may whoever was asked for an answer at a level.
 */
export type Standing = 'owner' | 'deputy' | 'steward' | 'watcher' | Level;

type Reader = Readonly<{ person: PersonId | undefined; ownerAway: boolean }>;

/** The strongest first; undefined for an outsider. */
export function standingOf(file: DeadlineFile, { person, ownerAway }: Reader): Standing | undefined {
  if (person === undefined) return undefined;
  const { owner, steward, watchers, told } = file;
  if (person === owner) return 'owner';
  const standsIn = told.some((one) => one.person === person && one.behalf === owner);
  if (ownerAway && (standsIn || person === file.deputy)) return 'deputy';
  if (person === steward) return 'steward';
  return levelOf(file, person) ?? (watchers.includes(person) ? 'watcher' : undefined);
}

export function mayAct(standing: Standing | undefined): boolean {
  return standing === 'owner' || standing === 'deputy' || standing === 'steward';
}

/**
 * The highest level at which this person was asked for an answer, themselves or in somebody's place. Where nobody is known
 * the steward was.
 */
export function levelOf({ reached, levels, steward, told }: DeadlineFile, person: PersonId): Level | undefined {
  const asked = reached.map(({ moment }) => moment.to).filter((to) => to !== 'owner');
  const inPlaceOf = told.filter((one) => one.person === person).map(({ behalf }) => behalf ?? person);
  const isTheirs = (level: Level): boolean => {
    const people = levels[level].length > 0 ? levels[level] : [steward];
    return people.some((each) => each === person || inPlaceOf.includes(each));
  };
  return audiences
    .filter((to) => to !== 'owner')
    .filter((level) => asked.includes(level) && isTheirs(level))
    .at(-1);
}
