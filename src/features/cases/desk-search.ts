import type { Locale } from '../../core/locale.ts';
import { mayDo } from '../directory/index.ts';
import { type Asked, type DeskDeps, mayKnow } from './case-desk.ts';
import { type Case, isSubmitted, type SubmittedCase } from './case-state.ts';
import { askStatus, scopeOf } from './desk-lists.ts';
import { parseCaseNumber } from './numbering.ts';
import { lineAbout } from './view-case.ts';

/** How many digits a counter has at least. */
const inFull = 4;

/**
 * The cases that somebody may know of and that fit these words, the newest change first. A number in full is asked for by
 * itself, so that a look at somebody else's case leaves its line in the access log; Teams also asks while it is being typed,
 * and what is not in full yet is a look at nobody's.
 */
export async function searchCases(
  deps: DeskDeps,
  asked: Asked,
  { text, locale }: Readonly<{ text: string; locale: Locale }>,
): Promise<readonly SubmittedCase[]> {
  const number = parseCaseNumber(text);
  if (number !== undefined && text.endsWith(number.slice(-inFull))) {
    const found = await askStatus(deps, asked, number);
    return found.ok && isSubmitted(found.state) ? [found.state] : [];
  }
  const theirs = await knownCases(deps, asked);
  const words = (file: SubmittedCase): string => `${file.number} ${lineAbout(file, locale)}`.toLowerCase();
  return theirs.filter((file) => file.number === number || words(file).includes(text));
}

/** Teams asks at every pause in the typing, so that this must stay cheap; what is older is found by its number in full. */
const mostLooked = 100;

/** The cases that somebody may know of, the newest change first: of their own and of their teams, the newest of each. */
export async function knownCases(deps: DeskDeps, asked: Asked): Promise<readonly SubmittedCase[]> {
  const who = await deps.directory.person(asked.actor);
  if (who === undefined) return [];
  const scopes = mayDo('case.list-team', who).allowed ? (['own', 'team'] as const) : (['own'] as const);
  const found = await Promise.all(scopes.map((scope) => inScope(deps, asked, scope)));
  const each = [...new Map(found.flat().map((file) => [file.id, file])).values()];
  const known = await Promise.all(each.map(async (file) => ((await mayKnow(deps, who, file)) ? [file] : [])));
  return known.flat().toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt));
}

async function inScope(deps: DeskDeps, asked: Asked, scope: 'own' | 'team'): Promise<readonly SubmittedCase[]> {
  const where = await scopeOf(deps, asked, { scope });
  if (where === undefined) return [];
  const order = { field: 'updatedAt', direction: 'desc' } as const;
  const { items } = await deps.store.find({ type: 'case', where: [where], order, limit: mostLooked });
  return items.map(({ state }) => state as unknown as Case).filter(isSubmitted);
}
