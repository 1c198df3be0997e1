import { covered, coverMark, findPersonalData, isBlocked, isCovered } from '../../core/personal-data.ts';
import type { Cover } from '../../teams/routes.ts';
import type { Asked, DeskDeps } from './case-desk.ts';
import { colleaguesIn } from './colleagues.ts';
import { knownCases } from './desk-search.ts';
import { coveredInChat } from './mask.ts';
import { inBoth } from './texts.ts';

/** Kinds are noted, never what was typed. */
type Covering = DeskDeps & Readonly<{ log: Readonly<{ info(line: object, message: string): void }> }>;

/**
 * What the bot reads of a sentence: dots stand for what is personal, so that no word of ours in its place is taken for a wish.
 * A sentence with a number that identifies is refused as a whole by the guard, which says so itself.
 */
export function createCover(deps: Covering): Cover {
  return async (typed, { actor, at, commandId }) => {
    const aliases = () => aliasesOf(deps, { actor: actor.id, at, commandId });
    const found = findPersonalData(typed, await colleaguesIn(typed, deps.directory, aliases));
    const read = covered(typed, found, () => coverMark);
    if (found.length === 0 || found.some(({ kind }) => isBlocked(kind))) return { read };
    const kinds = [...new Set(found.map(({ kind }) => kind))].filter(isCovered);
    deps.log.info({ covered: kinds }, 'personal data in chat');
    return { read, note: inBoth((texts) => coveredInChat(kinds, texts)) };
  };
}

/** The made-up names in the cases that somebody may know of. */
async function aliasesOf(deps: DeskDeps, asked: Asked): Promise<readonly string[]> {
  const cases = await knownCases(deps, asked);
  return cases.map(({ intake }) => intake.pseudonym ?? '');
}
