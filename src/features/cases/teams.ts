import type { Logger } from 'pino';
import type { Clock } from '../../core/clock.ts';
import type { CardDefinition } from '../../teams/cards.ts';
import type { EventRoute, MessageRoute, Route } from '../../teams/routes.ts';
import { createCaseCards, definitionsOf } from './cards.ts';
import type { DeskDeps } from './case-desk.ts';
import { caseRoutes } from './teams-case.ts';
import { intakeRoutes } from './teams-intake.ts';
import { caseEvents, caseMessages, listRoutes } from './teams-lists.ts';
import { caseSearch } from './teams-search.ts';
import type { Sight } from './view-case.ts';

export type CasesDeps = DeskDeps & Pick<Sight, 'teamsLink'> & Readonly<{ clock: Clock; log: Logger }>;

/** `messages` ends with a route that takes every sentence: put it after those of other features. */
export type CasesFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  events: readonly EventRoute[];
  cards: readonly CardDefinition[];
}>;

export function casesFeature(deps: CasesDeps): CasesFeature {
  const { directory, teamsLink, log } = deps;
  const cards = createCaseCards({ directory, ...(teamsLink === undefined ? {} : { teamsLink }) });
  const kit = { deps, cards, log };
  return {
    routes: [...intakeRoutes(kit), ...caseRoutes(kit), ...listRoutes(kit), caseSearch(kit)],
    messages: caseMessages(kit),
    events: caseEvents(kit),
    cards: definitionsOf(cards),
  };
}
