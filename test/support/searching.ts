import { commandId, type PersonId } from '../../src/core/ids.ts';
import { referenceCard } from '../../src/teams/reference-card.ts';
import { renderCard } from '../../src/teams/render.ts';
import type { Route } from '../../src/teams/routes.ts';
import { checkCard } from './card-check.ts';
import { monday } from './feature-bench.ts';

/** What a search of the message extension gives, in Dutch. `cards`: those to put in a conversation, as JSON text. */
export type Found = Readonly<{
  outcome: string;
  said: string;
  titles: readonly string[];
  texts: readonly string[];
  cards: readonly string[];
}>;

export async function searching(
  routes: readonly Route[],
  actor: PersonId,
  { verb, ...data }: Readonly<{ verb: string; query?: string; skip?: number; count?: number }>,
): Promise<Found> {
  const ran = await routes
    .find((route) => route.on === 'search' && route.verb === verb)
    ?.run({
      ...{ data, at: monday, commandId: commandId(`search-${JSON.stringify(data)}`) },
      actor: { id: actor, tenantId: 'tenant', locale: 'nl' },
      conversation: { id: '19:general@thread.tacv2', kind: 'channel' },
    });
  if (ran === undefined) throw new Error(`nobody searches by ${verb}`);
  const { answer, outcome } = ran;
  if (answer.type === 'text') return { outcome, said: answer.text.nl, titles: [], texts: [], cards: [] };
  if (answer.type !== 'results') throw new Error(`${verb} is answered by ${answer.type}`);
  const { results } = answer;
  return {
    ...{ outcome, said: '' },
    titles: results.map(({ title }) => title),
    texts: results.map(({ text }) => text),
    cards: await Promise.all(
      results.map(async ({ card: { state } }) => {
        const reader = { locale: 'nl', person: undefined, now: monday } as const;
        const json = await renderCard(referenceCard.definition, { state, reader });
        if (json) checkCard(json);
        return JSON.stringify(json);
      }),
    ),
  };
}
