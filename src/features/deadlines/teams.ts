import type { Logger } from 'pino';
import type { CardDefinition } from '../../teams/cards.ts';
import type { MessageRoute, Route } from '../../teams/routes.ts';
import type { Directory } from '../directory/index.ts';
import { isOwnerAway } from './acting-desk.ts';
import { createCards, definitionsOf } from './cards.ts';
import { findDeadlines, loadDeadline } from './deadlines-desk.ts';
import type { OwnDeps } from './own-desk.ts';
import { actionRoutes } from './teams-actions.ts';
import { colleagueMessage } from './teams-colleague.ts';
import { ownMessages, ownRoutes } from './teams-own.ts';

export type DeadlinesDeps = OwnDeps & Readonly<{ directory: Directory; log: Logger; newId(): string }>;

export type DeadlinesFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

export function deadlinesFeature(deps: DeadlinesDeps): DeadlinesFeature {
  const cards = createCards({
    directory: deps.directory,
    deadline: (id) => loadDeadline(deps, id),
    ownerAway: (file, at) => isOwnerAway(deps, file, at),
    async owedByOthers(person, until) {
      const open = await findDeadlines(deps, [
        { field: 'people', contains: person },
        { field: 'stage', equals: 'open' },
        { field: 'due', to: until },
      ]);
      return open.filter(({ owner }) => owner !== person);
    },
  });
  const kit = { deps, cards, log: deps.log };
  return {
    routes: [...actionRoutes(kit), ...ownRoutes(kit)],
    messages: [...ownMessages(kit), colleagueMessage(kit)],
    cards: definitionsOf(cards),
  };
}
