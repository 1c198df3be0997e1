import type { Locale } from '../../core/locale.ts';
import { day, type Line, lineOf, listed } from '../../core/view-parts.ts';
import type { Fit, FitReason } from './fit.ts';
import type { PlaceRequestFile } from './request-state.ts';
import { textsFor } from './texts.ts';
import { conceptNames, regionNames, type Seen, type Sight } from './view-format.ts';

export type ResultsState = Readonly<{ file: PlaceRequestFile; fits: readonly Fit[]; more: number }>;

/** What fits, with why, best first. */
export async function resultsView(
  sight: Sight,
  { file, fits, more }: ResultsState,
  { locale, now }: Seen,
): Promise<object> {
  const { say } = textsFor[locale];
  const words: Words = {
    ...{ locale, file },
    concepts: await conceptNames(sight, locale),
    region: await regionNames(sight, now),
  };
  return {
    request: file.id,
    title: say.resultsTitle(file.about.number),
    rows: fits.map((fit) => rowOf(fit, words)),
    ...{ isEmpty: fits.length === 0, hasRows: fits.length > 0 },
    ...{ more: say.more(more), hasMore: more > 0 },
  };
}

type Words = Readonly<{
  locale: Locale;
  file: PlaceRequestFile;
  concepts: Awaited<ReturnType<typeof conceptNames>>;
  region: (code: string) => string;
}>;

function rowOf(fit: Fit, words: Words): object {
  const { locale, region } = words;
  const { say, cards, names } = textsFor[locale];
  const { facility } = fit.known;
  const { near } = facility;
  return {
    facility: fit.id,
    name: facility.name,
    line: [names.kind[facility.kind], facility.provider, region(facility.region)].join(' · '),
    lines: [
      `${fit.places === 'free' ? say.free(fit.count) : say.toCreate(fit.count)} · ${say.score(fit.score)}`,
      reasonsOf(fit, words),
      ...(near.length === 0
        ? []
        : [
            say.near(
              listed(
                near.map((thing) => names.near[thing]),
                locale,
              ),
            ),
          ]),
      ...(facility.concerns === '' ? [] : [say.discuss(facility.concerns)]),
      ...(facility.centre === words.file.about.centre ? [] : [say.crossing]),
    ].map((text): Line => lineOf(text)),
    mayHold: fit.places === 'free',
    tooltip: `${cards.results.hold}: ${facility.name}`,
  };
}

function reasonsOf({ reasons }: Fit, words: Words): string {
  return sentence(
    listed(
      reasons.flatMap((reason) => reasonText(reason, words)),
      words.locale,
    ),
  );
}

function reasonText(reason: FitReason, { locale, concepts, file }: Words): readonly string[] {
  const { say, names } = textsFor[locale];
  switch (reason.by) {
    case 'kind':
      // Who asked for any kind learns nothing from its fitting.
      return file.needs.kinds.length === 0 ? [] : [reason.fits ? say.kindFits : say.kindDiffers];
    case 'profile':
      return reason.shared.length === 0 ? [] : [say.shares(listed(concepts(reason.shared).map(inSentence), locale))];
    case 'distance':
      return [names.distance[reason.distance].toLowerCase()];
    case 'date':
      return [reason.inTime ? say.inTime : say.later(day(reason.from, locale))];
  }
}

/** "Wonen en verblijf" as "wonen en verblijf", "LVB" as it is. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
