import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { type Choice, day, type Fact, listed } from '../../core/view-parts.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { CentreCode, Directory, Region } from '../directory/index.ts';
import type { ExpertRegister } from '../experts/index.ts';
import type { Needs, PlaceRequestFile } from './request-state.ts';
import { textsFor } from './texts.ts';

/** What views may ask: names of people, of regions and of concepts, and who waits in a centre. */
export type Sight = Readonly<{
  directory: Directory & Readonly<{ regions(on: Date): Promise<readonly Region[]> }>;
  experts: Pick<ExpertRegister, 'matcher'>;
  waiting(centre: CentreCode): Promise<readonly PlaceRequestFile[]>;
}>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

/** The labels of concepts; one that the thesaurus does not have (any more) by its id. */
export async function conceptNames(
  { experts }: Pick<Sight, 'experts'>,
  locale: Locale,
): Promise<(ids: readonly ConceptId[]) => readonly string[]> {
  const { concepts } = await experts.matcher();
  const labels = new Map(concepts.map(({ id, label }) => [id, label[locale]]));
  return (ids) => ids.map((id) => labels.get(id) ?? id);
}

export async function regionNames(
  { directory }: Pick<Sight, 'directory'>,
  now: Date,
): Promise<(code: string) => string> {
  const labels = new Map((await directory.regions(now)).map(({ code, label }) => [code as string, label]));
  return (code) => labels.get(code) ?? code;
}

export async function regionChoices({ directory }: Pick<Sight, 'directory'>, now: Date): Promise<readonly Choice[]> {
  const choices = (await directory.regions(now)).map(({ code, label }) => ({ title: label, value: code }));
  return choices.toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
}

/** What is needed, as a provider may read it: no case text, no place, no name. */
export function needFacts({ kinds, ages, words, from }: Needs, locale: Locale): readonly Fact[] {
  const { say, names } = textsFor[locale];
  const wanted = kinds.map((kind) => names.kind[kind]);
  return [
    { title: say.ages, value: say.agesValue(listed(ages.map(String), locale), ages.length) },
    { title: say.kinds, value: wanted.length === 0 ? say.anyKind : listed(wanted, locale) },
    { title: say.needs, value: words },
    { title: say.from, value: day(from, locale) },
  ];
}
