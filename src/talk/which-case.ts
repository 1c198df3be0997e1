import { type CaseMention, readWhen } from '../assistant/index.ts';
import { addDays, localDate } from '../core/working-time.ts';
import {
  type Asked,
  type CasesDeps,
  findByNumbers,
  isSubmitted,
  listCases,
  parseCaseNumber,
  standingFor,
  type SubmittedCase,
} from '../features/cases/index.ts';
import { centreCodes } from '../features/directory/index.ts';
import { atPlace, type Memory } from './memory.ts';

/** The case that is meant, by number; `several`: ask which; `none`: no case was named; `unknown`: none of theirs fits. */
export type Which =
  | Readonly<{ found: 'one'; number: string }>
  | Readonly<{ found: 'several'; numbers: readonly string[] }>
  | Readonly<{ found: 'none' | 'unknown' }>;

type Numbered = Extract<CaseMention, { by: 'number' }>;
export type Recall = () => Promise<Memory>;
type Said = Readonly<{ mentions: readonly CaseMention[]; recall: Recall }>;

/** A full number, or one that was spoken of, is taken as it stands: whether they may know of it is asked where it is shown. */
export async function whichCase(deps: CasesDeps, asked: Asked, { mentions, recall }: Said): Promise<Which> {
  const numbered = mentions.filter((mention) => mention.by === 'number');
  if (numbered.length > 0) {
    const numbers = (await Promise.all(numbered.map((mention) => fitting(deps, asked, mention)))).flat();
    return oneOf([...new Set(numbers)]);
  }
  const [mention] = mentions;
  if (mention === undefined || mention.by === 'number') return { found: 'none' };
  const numbers = mention.by === 'day' ? await changedOn(deps, asked, mention.text) : spokenOf(mention, await recall());
  return numbers.length === 0 ? { found: 'none' } : oneOf(numbers);
}

export function oneOf(numbers: readonly string[]): Which {
  const [number, ...others] = numbers;
  if (number === undefined) return { found: 'unknown' };
  return others.length === 0 ? { found: 'one', number } : { found: 'several', numbers };
}

/** Those that may be meant; with a list before them and none of it chosen, each of it. */
export function spokenOf(mention: Exclude<CaseMention, { by: 'number' | 'day' }>, memory: Memory): readonly string[] {
  const { case: current } = memory;
  const listed = memory.list?.of === 'case' ? memory.list.ids : [];
  switch (mention.by) {
    case 'hand':
      return current === undefined ? listed : [current];
    case 'place':
      return [atPlace(listed, mention.place)].filter((number) => number !== undefined);
    case 'other':
      return othersOf(listed, memory);
  }
}

/** Of a list the rest of it; without one, the case that was spoken of before this one. */
function othersOf(listed: readonly string[], { case: current, before }: Memory): readonly string[] {
  if (listed.length > 0 && current !== undefined) return listed.filter((number) => number !== current);
  return before === undefined ? listed : [before];
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

/** "Die van gisteren": their own cases that last changed then. */
async function changedOn(deps: CasesDeps, asked: Asked, text: string): Promise<readonly string[]> {
  const now = asked.at.toISOString();
  const when = readWhen(text, { now, isHoliday: deps.isHoliday, locale: 'nl' });
  if (when?.kind !== 'date') return [];
  // Monday is the last one here, and last week the whole of it.
  const from = when.day > localDate(now) ? addDays(when.day, -7) : when.day;
  const to = text.endsWith('week') ? addDays(from, 6) : from;
  const isThen = (day: string): boolean => day >= from && day <= to;
  return (await ownFiles(deps, asked))
    .filter(({ updatedAt }) => isThen(localDate(updatedAt)))
    .map(({ number }) => number);
}

/** Their own cases, the latest first, to ask which. */
export async function ownCases(deps: CasesDeps, asked: Asked): Promise<readonly string[]> {
  return (await ownFiles(deps, asked)).map(({ number }) => number);
}

/** Their own cases of a municipality. */
export async function ownCasesIn(deps: CasesDeps, asked: Asked, municipality: string): Promise<Which> {
  const there = (await ownFiles(deps, asked)).filter((file) => file.municipality === municipality);
  return oneOf(there.map(({ number }) => number));
}

async function ownFiles(deps: CasesDeps, asked: Asked): Promise<readonly SubmittedCase[]> {
  const listed = await listCases(deps, asked, { filter: { scope: 'own' } });
  return listed.ok ? listed.cases.filter(isSubmitted) : [];
}
