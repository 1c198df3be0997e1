import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { privacyCards } from './cards.ts';
import { accessLogMessages, accessLogRoutes } from './teams-access-log.ts';
import { type FileDeps, fileMessages, fileRoutes } from './teams-file.ts';

export type PrivacyDeps = FileDeps;
export type PrivacyFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/** What the privacy officer looks after: who looked at what, what is kept, and how it goes. */
export function privacyFeature(deps: PrivacyDeps): PrivacyFeature {
  return {
    routes: [...accessLogRoutes(deps), ...fileRoutes(deps)],
    messages: [...accessLogMessages(deps), ...fileMessages(deps)],
    cards: privacyCards,
  };
}
