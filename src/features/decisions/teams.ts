import type { EffectRunner } from '../../store/effect-queue.ts';
import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { createCards, definitionsOf } from './cards.ts';
import type { RunnerDeps } from './decision-desk.ts';
import { settledRunner, type SettledListener } from './settle-desk.ts';
import { decideRoutes } from './teams-decide.ts';
import { decisionMessages, listRoutes } from './teams-lists.ts';
import { proposalRoutes } from './teams-proposal.ts';
import { searchRoutes } from './teams-search.ts';
import { writeRoutes } from './teams-write.ts';
import { tickRunner } from './tick-desk.ts';
import { cancelVoteRunner, openVoteRunner } from './votes-desk.ts';

export type DecisionsDeps = RunnerDeps;

export type DecisionsFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

export function decisionsFeature(deps: DecisionsDeps): DecisionsFeature {
  const cards = createCards(deps);
  const kit = { deps, cards, log: deps.log };
  const routes = [writeRoutes, proposalRoutes, decideRoutes, listRoutes, searchRoutes];
  return {
    routes: routes.flatMap((make) => make(kit)),
    messages: decisionMessages(kit),
    cards: definitionsOf(cards),
  };
}

/** What runs by itself: votes that are opened and taken back, clocks, and telling who raised a proposal. */
export function decisionRunners(deps: DecisionsDeps, listener: SettledListener): readonly EffectRunner[] {
  return [openVoteRunner(deps), cancelVoteRunner(deps), tickRunner(deps), settledRunner(deps, listener)];
}
