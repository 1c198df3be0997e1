import type { Clock } from '../../core/clock.ts';
import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import { createCards, definitionsOf } from './cards.ts';
import { type DeskDeps, findRequests } from './places-desk.ts';
import { askRoutes } from './teams-ask.ts';
import { facilityRoutes } from './teams-facility.ts';
import { formRoutes } from './teams-forms.ts';
import { listMessages, listRoutes } from './teams-lists.ts';
import { providerMessages, providerRoutes } from './teams-provider.ts';
import { requestRoutes } from './teams-request.ts';

export type PlacesDeps = DeskDeps & Readonly<{ clock: Clock }>;

export type PlacesFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

export function placesFeature(deps: PlacesDeps): PlacesFeature {
  const cards = createCards({
    ...deps,
    waiting: (centre) =>
      findRequests(deps, [
        { field: 'centre', equals: centre },
        { field: 'stage', equals: 'searching' },
      ]),
  });
  const kit = { deps, cards, log: deps.log };
  const routes = [askRoutes, requestRoutes, formRoutes, providerRoutes, facilityRoutes, listRoutes];
  return {
    routes: routes.flatMap((make) => make(kit)),
    messages: [...providerMessages(kit), ...listMessages(kit)],
    cards: definitionsOf(cards),
  };
}
