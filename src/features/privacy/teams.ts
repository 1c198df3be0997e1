import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { privacyCards } from './cards.ts';
import type { OfficerDeps } from './officer-desk.ts';
import { accessLogMessages, accessLogRoutes } from './teams-access-log.ts';

export type PrivacyDeps = OfficerDeps;
export type PrivacyFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/** What the privacy officer looks after: who looked at what, what is kept, and how it goes. */
export function privacyFeature(deps: PrivacyDeps): PrivacyFeature {
  return { routes: accessLogRoutes(deps), messages: accessLogMessages(deps), cards: privacyCards };
}
