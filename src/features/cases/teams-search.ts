import type { Locale } from '../../core/locale.ts';
import { referenceCard } from '../../teams/reference-card.ts';
import type { Route, SearchResult } from '../../teams/routes.ts';
import { pageOf, searchRoute } from '../../teams/search-kit.ts';
import type { SubmittedCase } from './case-state.ts';
import { searchCases } from './desk-search.ts';
import { askedBy, type Kit } from './teams-answers.ts';
import { inBoth } from './texts.ts';
import { lineAbout, standingLine } from './view-case.ts';

/** Points to a case from any conversation. */
export function caseSearch({ deps }: Kit): Route {
  return searchRoute({
    verb: 'searchCases',
    none: inBoth(({ say }) => say.searchedNone),
    async find(inbound, looking) {
      const { locale } = inbound.actor;
      const found = await searchCases(deps, askedBy(inbound), { text: looking.text, locale });
      return pageOf(found, looking).map((file) => resultOf(file, locale));
    },
  });
}

/** In the list, which only the seeker sees, the line says more than the card that goes into the conversation. */
function resultOf(file: SubmittedCase, locale: Locale): SearchResult {
  const card = referenceCard.show({
    title: inBoth(({ say }) => say.caseTitle(file.number)),
    lines: [inBoth((_texts, each) => standingLine(file, each))],
    look: { verb: 'cases/details', case: file.id },
  });
  return { title: file.number, text: lineAbout(file, locale), card };
}
