import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import type { Reader } from '../../teams/cards.ts';
import type { CachedDirectory, Centre, ExpertTeam, Landing } from './directory.ts';
import { listed, say } from './texts.ts';

export type LandingState = Readonly<{ municipality: string }>;
/** `name`: what was asked and not found. */
export type AskState = Readonly<{ name?: string }>;

type Fact = Readonly<{ title: string; value: string }>;
type LandingView = Readonly<{
  title: string;
  toVerify: boolean;
  hasTeam: boolean;
  teams: readonly Readonly<{ name: string; facts: readonly Fact[] }>[];
  facts: readonly Fact[];
  contact: string;
  responsible: string;
}>;

export async function viewLanding(
  directory: CachedDirectory,
  { municipality: asked }: LandingState,
  { locale, now }: Pick<Reader, 'locale' | 'now'>,
): Promise<LandingView | undefined> {
  const landing = await directory.landing(asked, now);
  if (landing === undefined) return undefined;
  const municipality = landing.municipality.name;
  const region = (await directory.regions(now)).find(({ code }) => code === landing.municipality.region);
  return {
    title: say(locale, 'landing.title', { municipality }),
    toVerify: landing.municipality.toVerify,
    hasTeam: landing.teams.length > 0,
    teams: await Promise.all(landing.teams.map((team) => viewTeam(directory, team, locale))),
    facts: viewCentre(landing.centre, region?.label ?? landing.municipality.region, locale),
    contact: await sayContact(directory, landing, locale),
    responsible: say(locale, 'landing.responsible', { municipality }),
  };
}

async function viewTeam(
  directory: CachedDirectory,
  { name, chair, processDirectors }: ExpertTeam,
  locale: Locale,
): Promise<LandingView['teams'][number]> {
  const directors = await namesOf(directory, processDirectors);
  const fact = { title: say(locale, 'landing.processDirectors'), value: listed(locale, directors) };
  return {
    name,
    facts: [
      { title: say(locale, 'landing.chair'), value: await directory.nameOf(chair) },
      ...(directors.length > 0 ? [fact] : []),
    ],
  };
}

function viewCentre({ label, coordinatingMunicipality }: Centre, region: string, locale: Locale): readonly Fact[] {
  return [
    { title: say(locale, 'landing.region'), value: region },
    { title: say(locale, 'landing.centre'), value: label },
    { title: say(locale, 'landing.coordinating'), value: coordinatingMunicipality },
  ];
}

/** Whom to call where there is no team: never a dead end (domain.md A5). */
async function sayContact(directory: CachedDirectory, { centre }: Landing, locale: Locale): Promise<string> {
  const { label, projectLeader, staff, coordinatingMunicipality } = centre;
  const people = projectLeader === undefined ? staff : [projectLeader];
  if (people.length === 0) {
    return say(locale, 'landing.contactMunicipality', { label, municipality: coordinatingMunicipality });
  }
  return say(locale, 'landing.contact', { label, people: listed(locale, await namesOf(directory, people)) });
}

function namesOf(directory: CachedDirectory, people: readonly PersonId[]): Promise<readonly string[]> {
  return Promise.all(people.map((person) => directory.nameOf(person)));
}

type AskView = Readonly<{
  question: string;
  hasSuggestions: boolean;
  suggestions: readonly Readonly<{ name: string }>[];
}>;

/** What was typed is not repeated: it may be anything. */
export async function viewAsk(
  directory: CachedDirectory,
  { name }: AskState,
  { locale, now }: Pick<Reader, 'locale' | 'now'>,
): Promise<AskView> {
  const names = name === undefined ? [] : await directory.suggestions(name, now);
  const hasSuggestions = names.length > 0;
  const unknown = hasSuggestions ? 'ask.suggestions' : 'ask.unknown';
  return {
    question: say(locale, name === undefined ? 'ask.question' : unknown),
    hasSuggestions,
    suggestions: names.map((suggestion) => ({ name: suggestion })),
  };
}
