import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { day, type Fact, listed } from '../../core/view-parts.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { Directory } from '../directory/index.ts';
import type { ExpertRegister } from '../experts/index.ts';
import type { ConsultationFile } from './consultation-state.ts';
import { textsIn } from './texts.ts';

/** What views may ask: names of people, of regions and of concepts. */
export type Sight = Readonly<{
  directory: Directory & Readonly<{ regions(on: Date): Promise<readonly Readonly<{ code: string; label: string }>[]> }>;
  experts: Pick<ExpertRegister, 'matcher'>;
}>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

export async function namesOf({ directory }: Sight, people: readonly PersonId[]): Promise<readonly string[]> {
  return Promise.all(people.map((person) => directory.nameOf(person)));
}

export type ConceptNames = (concepts: readonly ConceptId[]) => readonly string[];

/** The labels of concepts; one that the thesaurus does not have (any more) by its id. */
export async function conceptNames({ experts }: Sight, locale: Locale): Promise<ConceptNames> {
  const { concepts } = await experts.matcher();
  const labels = new Map(concepts.map(({ id, label }) => [id, label[locale]]));
  return (ids) => ids.map((id) => labels.get(id) ?? id);
}

export async function regionName({ directory }: Sight, { about }: ConsultationFile, now: Date): Promise<string> {
  const regions = await directory.regions(now);
  return regions.find(({ code }) => code === about.region)?.label ?? about.region;
}

/** What is asked for, without the case. */
export async function requestFacts(sight: Sight, file: ConsultationFile, { locale }: Seen): Promise<readonly Fact[]> {
  const { say, names } = textsIn[locale];
  const { request } = file;
  const concepts = (await conceptNames(sight, locale))(request.needs);
  const what = names.form[request.form];
  return [
    { title: say.form, value: request.livedExperience ? `${what}, ${say.andLived}` : what },
    ...(concepts.length === 0 ? [] : [{ title: say.needs, value: listed(concepts, locale) }]),
    { title: say.hours, value: say.hoursValue(request.hours) },
    { title: say.by, value: day(request.by, locale) },
  ];
}
