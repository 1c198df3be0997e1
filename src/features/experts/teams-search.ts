import { referenceCard } from '../../teams/reference-card.ts';
import type { Inbound, Route, SearchResult } from '../../teams/routes.ts';
import { pageOf, searchRoute } from '../../teams/search-kit.ts';
import { askedBy } from '../cases/index.ts';
import { searchExperts } from './desk-search.ts';
import type { EngagedExpert } from './expert-state.ts';
import { type Kit, refusalText, sayText } from './teams-answers.ts';
import { inBoth } from './texts.ts';
import { lineAbout } from './view-list.ts';

/** Points to an expert from any conversation: name and organisation, and what they know about only behind the button. */
export function expertSearch(kit: Kit): Route {
  return searchRoute({
    verb: 'searchExperts',
    none: inBoth(({ say }) => say.searchedNone),
    async find(inbound, looking) {
      const sought = await searchExperts(kit.deps, askedBy(inbound), looking.text);
      if (!sought.ok) return sayText(sought.refused, refusalText(sought.refused));
      return Promise.all(pageOf(sought.experts, looking).map((state) => resultOf(kit, inbound, state)));
    },
  });
}

async function resultOf({ deps }: Kit, { actor, at }: Inbound, state: EngagedExpert): Promise<SearchResult> {
  const { id, organisation } = state.expert;
  const name = await deps.directory.nameOf(id);
  const card = referenceCard.show({
    title: inBoth(({ say }) => say.profileOf(name)),
    lines: [{ nl: organisation, en: organisation }],
    look: { verb: 'experts/profile', expert: id },
  });
  const reader = { locale: actor.locale, person: actor.id, now: at };
  return { title: name, text: await lineAbout(deps, state, reader), card };
}
