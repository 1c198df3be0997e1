import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { privacyCards } from './cards.ts';
import { erasureCards } from './cards-erasure.ts';
import type { ErasureDeps } from './erasure-desk.ts';
import { accessLogMessages, accessLogRoutes } from './teams-access-log.ts';
import { erasureRoutes } from './teams-erasure.ts';
import { type FileDeps, fileMessages, fileRoutes } from './teams-file.ts';

export type PrivacyDeps = FileDeps & ErasureDeps;
export type PrivacyFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/** What the privacy officer looks after: who looked at what, what is kept, and how it goes. */
export function privacyFeature(deps: PrivacyDeps): PrivacyFeature {
  const cards = erasureCards(deps.directory);
  const ofErasure = [cards.form, cards.request, cards.review].map(({ definition }) => definition);
  return {
    routes: [...accessLogRoutes(deps), ...fileRoutes(deps), ...erasureRoutes({ deps, cards })],
    messages: [...accessLogMessages(deps), ...fileMessages(deps)],
    cards: [...privacyCards, ...ofErasure],
  };
}
