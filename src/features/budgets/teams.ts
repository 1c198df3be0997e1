import type { EffectRunner } from '../../store/effect-queue.ts';
import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { type DeskDeps, mayManage } from './budget-desk.ts';
import { createCards, definitionsOf } from './cards.ts';
import { proposeRunner } from './proposal-desk.ts';
import { followRunner, settleRunner } from './settle-desk.ts';
import { askRoutes } from './teams-ask.ts';
import { budgetMessages, budgetRoutes } from './teams-budget.ts';
import { requestRoutes } from './teams-request.ts';
import { carryRunner, tickRunner, warnRunner } from './tick-desk.ts';

export type BudgetsDeps = DeskDeps;

export type BudgetsFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

export function budgetsFeature(deps: BudgetsDeps): BudgetsFeature {
  const { directory } = deps;
  const cards = createCards({ directory, leads: (actor, centre, at) => mayManage(deps, { actor, at }, centre) });
  const kit = { deps, cards, log: deps.log };
  return {
    routes: [askRoutes, requestRoutes, budgetRoutes].flatMap((make) => make(kit)),
    messages: budgetMessages(kit),
    cards: definitionsOf(cards),
  };
}

/** What runs by itself: keeping budget, requests and proposals in step, clocks, warnings, and the turn of the year. */
export function budgetRunners(deps: BudgetsDeps): readonly EffectRunner[] {
  return [settleRunner, followRunner, proposeRunner, tickRunner, warnRunner, carryRunner].map((make) => make(deps));
}
