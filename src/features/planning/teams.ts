import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { createCards, definitionsOf } from './cards.ts';
import type { DeskDeps } from './planning-desk.ts';
import { boardMessages, boardRoutes } from './teams-board.ts';
import { editRoutes } from './teams-edit.ts';
import { rowRoutes } from './teams-row.ts';

export type PlanningDeps = DeskDeps;

export type PlanningFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

export function planningFeature(deps: PlanningDeps): PlanningFeature {
  const cards = createCards(deps);
  const kit = { deps, cards, log: deps.log };
  return {
    routes: [boardRoutes, rowRoutes, editRoutes].flatMap((make) => make(kit)),
    messages: boardMessages(kit),
    cards: definitionsOf(cards),
  };
}
