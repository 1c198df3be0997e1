import type { PersonId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Locale, Text } from '../../core/locale.ts';
import { formatDay } from '../../core/working-time.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { Directory } from '../directory/index.ts';
import type { ExpertRegister } from '../experts/index.ts';
import type { ConsultationFile } from './consultation-state.ts';
import { textsIn } from './texts.ts';

export type Fact = Readonly<{ title: string; value: string }>;
export type Choice = Readonly<{ title: string; value: string }>;
export type Line = Readonly<{ text: string }>;

/** What views may ask: names of people, of regions and of concepts. */
export type Sight = Readonly<{
  directory: Directory & Readonly<{ regions(on: Date): Promise<readonly Readonly<{ code: string; label: string }>[]> }>;
  experts: Pick<ExpertRegister, 'matcher'>;
}>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

/** "maandag 23 november". */
export function day(when: string, locale: Locale): string {
  return formatDay(when, locale).replace(/ \d{4}$/, '');
}

export const lineOf = (text: string): Line => ({ text });

const lists: Readonly<Record<Locale, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl-NL'),
  en: new Intl.ListFormat('en-GB'),
};

/** "Anna, Bob en Chris". */
export function listed(parts: readonly string[], locale: Locale): string {
  return lists[locale].format(parts);
}

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

export function choicesOf<Code extends string>(
  codes: readonly Code[],
  named: Readonly<Record<Code, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ title: named[value], value }));
}

/** What an answer wants said above a card. */
export function withNotice(view: object, { notice }: JsonObject, locale: Locale): object {
  const text = typeof notice === 'object' && notice !== null ? (notice as JsonObject)[locale] : undefined;
  const shown = typeof text === 'string' ? text : '';
  return { ...view, notice: shown, hasNotice: shown !== '' };
}

export type Problems = Readonly<{ problems: readonly Text[] }>;

export function problemsOf({ problems }: Problems, locale: Locale): object {
  return { problems: problems.map((problem) => lineOf(problem[locale])), hasProblems: problems.length > 0 };
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
