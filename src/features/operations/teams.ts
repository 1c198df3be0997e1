import { z } from 'zod/v4';
import { ran, sayText } from '../../teams/answer-kit.ts';
import type { CardDefinition } from '../../teams/cards.ts';
import { type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { permissionCard, troubleCard } from './cards.ts';
import { refusalText } from './texts.ts';
import { type OperationsDeps, retry } from './trouble-desk.ts';
import { troubleStream } from './trouble.ts';

export type OperationsFeature = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/** For who keeps the bot running: a card when work is given up, with a button that sets it going again. */
export function operationsFeature(deps: OperationsDeps): OperationsFeature {
  const data = z.object({ kind: z.string().max(80) });
  const again = route({
    ...{ on: 'action', verb: 'operations/retry', data },
    async run({ actor, data: { kind } }): Promise<Ran> {
      const retried = await retry(deps, actor.id, kind);
      if (!retried.ok) return sayText(retried.refused, refusalText(retried.refused), troubleStream);
      return ran('put-back', { type: 'card', card: troubleCard.show(retried.state) }, troubleStream);
    },
  });
  return { routes: [again], messages: [], cards: [troubleCard.definition, permissionCard.definition] };
}
