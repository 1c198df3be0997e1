import type { Locale, Text } from '../../core/locale.ts';
import { formatDay } from '../../core/working-time.ts';
import type { Matcher } from '../../matching/index.ts';
import type { Reader } from '../../teams/cards.ts';
import { domainName, domains, lineOf, type Typed } from '../cases/index.ts';
import { mandates, type Period } from './expert-state.ts';
import { formFields, periodKey } from './profile-form.ts';
import { inBoth, textsIn } from './texts.ts';
import type { Sight } from './view-profile.ts';

type Choice = Readonly<{ title: string; value: string }>;

/** The dialog in which somebody says what they know; what was typed is kept when something is wrong. */
export type ProfileForm = Readonly<{
  typed: Typed;
  problems: readonly Text[];
  organisation: string;
  /** Periods that are not over and that can be taken away. */
  periods: readonly Period[];
}>;

/** A first guess for who has not said yet. */
const defaultHours = '4';

export async function profileFormView(
  { directory, experts }: Sight,
  { typed, problems, organisation, periods }: ProfileForm,
  { locale, now }: Reader,
): Promise<object> {
  const { names, say } = textsIn[locale];
  const { concepts } = await experts.matcher();
  const empty = Object.fromEntries(formFields.map((field) => [field, '']));
  return {
    value: { ...empty, livedExperience: 'false', ...typed, hoursPerMonth: numberIn(typed['hoursPerMonth']) },
    organisation,
    problems: problems.map((problem) => lineOf(problem[locale])),
    hasProblems: problems.length > 0,
    specialisms: sorted(concepts.map(({ id, label }) => ({ title: label[locale], value: id }))),
    domains: domains.map((value) => ({ title: domainName(value, locale), value })),
    regions: sorted((await directory.regions(now)).map(({ code, label }) => ({ title: label, value: code }))),
    mandates: mandates.map((value) => ({ title: names.mandates[value], value })),
    periods: periods.map((period) => ({
      title: say.period(formatDay(period.from, locale), formatDay(period.to, locale)),
      value: periodKey(period),
    })),
    hasPeriods: periods.length > 0,
  };
}

function numberIn(text = defaultHours): number | null {
  return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
}

function sorted(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
}

/** A short confirmation or refusal; `alert` stands out. */
export type Outcome = Readonly<{ lines: readonly Text[]; alert?: Text }>;

export function outcomeView({ lines, alert }: Outcome, locale: Locale): object {
  return {
    lines: lines.map((line) => lineOf(line[locale])),
    alert: alert?.[locale] ?? '',
    hasAlert: alert !== undefined,
  };
}

/** What was understood of somebody's own words, with the words by which, and what was not. */
export function readBack(matcher: Matcher, ownWords: string): readonly Text[] {
  if (ownWords.trim() === '') return [];
  const { concepts, unknown } = matcher.read(ownWords);
  const nothing = concepts.length === 0;
  return [
    inBoth(({ say }, locale) =>
      nothing ? say.recognisedNothing : say.recognised(namedWith(matcher, concepts, locale)),
    ),
    ...(unknown.length === 0
      ? []
      : [inBoth(({ say }) => say.unknownWords(unknown.join(', '))), inBoth(({ say }) => say.unknownNext)]),
  ];
}

type Recognised = ReturnType<Matcher['read']>['concepts'];

/** "Eetstoornissen (anorexia), Autisme (ass)" */
function namedWith({ concepts }: Matcher, recognised: Recognised, locale: Locale): string {
  const named = recognised.map(({ id, words }) => {
    const label = concepts.find((concept) => concept.id === id)?.label[locale] ?? id;
    return `${label} (${words.join(', ')})`;
  });
  return named.join(', ');
}
