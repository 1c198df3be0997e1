import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { createExpertCards, definitionsOf } from './cards.ts';
import type { DeskDeps } from './experts-desk.ts';
import { expertMessages, listRoutes } from './teams-lists.ts';
import { profileRoutes } from './teams-profile.ts';
import { expertSearch } from './teams-search.ts';

export type ExpertsDeps = DeskDeps;

export type ExpertsFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/** Who can be asked to think along, what they know about, and the words by which they are found. */
export function expertsFeature(deps: ExpertsDeps): ExpertsFeature {
  const { directory, experts, log } = deps;
  const cards = createExpertCards({ directory, experts });
  const kit = { deps, cards, log };
  return {
    routes: [...profileRoutes(kit), ...listRoutes(kit), expertSearch(kit)],
    messages: expertMessages(kit),
    cards: definitionsOf(cards),
  };
}
