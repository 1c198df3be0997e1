import type { Clock } from '../../core/clock.ts';
import type { EffectRunner } from '../../store/effect-queue.ts';
import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { createCards, definitionsOf } from './cards.ts';
import type { DeskDeps } from './consultation-desk.ts';
import { proposeRunner } from './propose-desk.ts';
import { settleRunner } from './settle-desk.ts';
import { adviceRoutes } from './teams-advice.ts';
import { askRoutes } from './teams-ask.ts';
import { invitationRoutes } from './teams-invitation.ts';
import { consultationMessages, listRoutes } from './teams-lists.ts';
import { matchRoutes } from './teams-match.ts';
import { reasonRoutes } from './teams-reason.ts';
import { reservationRunner, tickRunner } from './tick-desk.ts';

export type ConsultationsDeps = DeskDeps & Readonly<{ clock: Clock }>;

export type ConsultationsFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

export function consultationsFeature(deps: ConsultationsDeps): ConsultationsFeature {
  const cards = createCards(deps);
  const kit = { deps, cards, log: deps.log };
  const routes = [askRoutes, matchRoutes, reasonRoutes, invitationRoutes, adviceRoutes, listRoutes];
  return {
    routes: routes.flatMap((make) => make(kit)),
    messages: consultationMessages(kit),
    cards: definitionsOf(cards),
  };
}

/** What runs by itself: proposing, clocks, and keeping hours and places in step with the invitations. */
export function consultationRunners(deps: ConsultationsDeps): readonly EffectRunner[] {
  return [proposeRunner(deps), settleRunner(deps), tickRunner(deps), reservationRunner(deps)];
}
