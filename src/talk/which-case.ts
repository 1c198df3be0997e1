import type { CaseMention } from '../assistant/index.ts';
import { localDate } from '../core/working-time.ts';
import {
  type Asked,
  type CasesDeps,
  findByNumbers,
  isSubmitted,
  listCases,
  parseCaseNumber,
  standingFor,
} from '../features/cases/index.ts';
import { centreCodes } from '../features/directory/index.ts';

/** The case that is meant, by number; `several`: ask which; `none`: no case was named; `unknown`: none of theirs fits. */
export type Which =
  | Readonly<{ found: 'one'; number: string }>
  | Readonly<{ found: 'several'; numbers: readonly string[] }>
  | Readonly<{ found: 'none' | 'unknown' }>;

type Numbered = Extract<CaseMention, { by: 'number' }>;

/** A full number is taken as it stands: whether they may know of it is asked where it is shown. */
export async function whichCase(deps: CasesDeps, asked: Asked, mentions: readonly CaseMention[]): Promise<Which> {
  const numbered = mentions.filter((mention) => mention.by === 'number');
  if (numbered.length === 0) return { found: 'none' };
  const numbers = (await Promise.all(numbered.map((mention) => fitting(deps, asked, mention)))).flat();
  return oneOf([...new Set(numbers)]);
}

export function oneOf(numbers: readonly string[]): Which {
  const [number, ...others] = numbers;
  if (number === undefined) return { found: 'unknown' };
  return others.length === 0 ? { found: 'one', number } : { found: 'several', numbers };
}

/** Of a number that is said in part: those that exist and that they may know of. */
async function fitting(deps: CasesDeps, asked: Asked, said: Numbered): Promise<readonly string[]> {
  const year = Number(localDate(asked.at.toISOString()).slice(0, 4));
  const years = said.year === undefined ? [year, year - 1] : [said.year];
  const centres = said.centre === undefined ? centreCodes : [said.centre];
  const numbers = years.flatMap((one) => centres.map((centre) => parseCaseNumber(`${centre}-${one}-${said.counter}`)));
  const possible = numbers.filter((number) => number !== undefined);
  if (said.centre !== undefined && said.year !== undefined) return possible;
  const known = await findByNumbers(deps.store, possible);
  const standing = await Promise.all(known.map(({ id }) => standingFor(deps, asked.actor, id)));
  return standing.flatMap((file) => (file === undefined ? [] : [file.number]));
}

/** Their own cases, the latest first, to ask which. */
export async function ownCases(deps: CasesDeps, asked: Asked): Promise<readonly string[]> {
  const listed = await listCases(deps, asked, { filter: { scope: 'own' } });
  return listed.ok ? listed.cases.flatMap((file) => (isSubmitted(file) ? [file.number] : [])) : [];
}
