import { covered, coverMark, findPersonalData, isBlocked, isCovered } from '../../core/personal-data.ts';
import type { Cover } from '../../teams/routes.ts';
import { coveredInChat } from './mask.ts';
import { inBoth } from './texts.ts';

/** Kinds are noted, never what was typed. */
type Covering = Readonly<{ log: Readonly<{ info(line: object, message: string): void }> }>;

/**
 * What the bot reads of a sentence: dots stand for what is personal, so that no word of ours in its place is taken for a wish.
 * A sentence with a number that identifies is refused as a whole by the guard, which says so itself.
 */
export function createCover({ log }: Covering): Cover {
  return async (typed) => {
    const found = findPersonalData(typed);
    const read = covered(typed, found, () => coverMark);
    if (found.length === 0 || found.some(({ kind }) => isBlocked(kind))) return { read };
    const kinds = [...new Set(found.map(({ kind }) => kind))].filter(isCovered);
    log.info({ covered: kinds }, 'personal data in chat');
    return { read, note: inBoth((texts) => coveredInChat(kinds, texts)) };
  };
}
