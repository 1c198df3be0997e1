import {
  covered,
  coverMark,
  findPersonalData,
  isBlocked,
  isCovered,
  type KnownName,
  knownNames,
} from '../../core/personal-data.ts';
import type { Cover } from '../../teams/routes.ts';
import type { Directory } from '../directory/index.ts';
import { coveredInChat } from './mask.ts';
import { inBoth } from './texts.ts';

/** Kinds are noted, never what was typed. */
type Covering = Readonly<{
  log: Readonly<{ info(line: object, message: string): void }>;
  directory: Pick<Directory, 'people'>;
}>;

/**
 * What the bot reads of a sentence: dots stand for what is personal, so that no word of ours in its place is taken for a wish.
 * A sentence with a number that identifies is refused as a whole by the guard, which says so itself.
 */
export function createCover({ log, directory }: Covering): Cover {
  return async (typed) => {
    const found = findPersonalData(typed, await colleaguesIn(typed, directory));
    const read = covered(typed, found, () => coverMark);
    if (found.length === 0 || found.some(({ kind }) => isBlocked(kind))) return { read };
    const kinds = [...new Set(found.map(({ kind }) => kind))].filter(isCovered);
    log.info({ covered: kinds }, 'personal data in chat');
    return { read, note: inBoth((texts) => coveredInChat(kinds, texts)) };
  };
}

/** Whose names are none of a case's; looked up only where a name stands. */
export async function colleaguesIn(text: string, directory: Covering['directory']): Promise<KnownName> {
  const nobody = knownNames([]);
  if (!findPersonalData(text, nobody).some(({ kind }) => kind === 'name')) return nobody;
  const people = await directory.people().catch(() => []);
  return knownNames(people.map(({ name }) => name));
}
