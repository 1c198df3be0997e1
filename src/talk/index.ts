import { z } from 'zod/v4';
import { actions } from '../assistant/index.ts';
import { parseCaseNumber } from '../features/cases/index.ts';
import type { CardDefinition } from '../teams/cards.ts';
import { type MessageRoute, route, type Route } from '../teams/routes.ts';
import { act } from './act.ts';
import { askCard } from './cards.ts';
import { distressRoute } from './distress.ts';
import type { House, TalkDeps } from './house.ts';
import { talkRoute } from './talk.ts';
import { wishOf } from './texts.ts';
import { createUnderstanding } from './understanding.ts';

export type { TalkDeps } from './house.ts';

export type Talking = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/** The route that takes what nobody understood: asked by name only, behind what is understood by its meaning. */
const lastResort = 'cases/not-understood';

/** Sentences that features know, and then those that are understood by their meaning and answered by the same routes. */
export function talking(deps: TalkDeps, known: readonly MessageRoute[]): Talking {
  const house = houseOf(deps, known);
  const choosing = z.object({ intent: z.string().max(40), case: z.string().max(20).default('') });
  const choose = route({
    ...{ on: 'action', verb: 'talk/choose', looks: true, data: choosing },
    run: (inbound) => act(house, inbound, chosen(inbound.data)),
  });
  return {
    routes: [choose],
    messages: [
      distressRoute(house.understanding),
      ...known.filter(({ name }) => name !== lastResort),
      talkRoute(house),
    ],
    cards: [askCard.definition],
  };
}

function chosen({ intent, case: typed }: Readonly<{ intent: string; case: string }>) {
  const number = parseCaseNumber(typed);
  return {
    intent: wishOf(intent),
    which: () =>
      Promise.resolve(number === undefined ? ({ found: 'none' } as const) : ({ found: 'one', number } as const)),
  };
}

/** Fails at start when the table of actions names a route that is not there. */
function houseOf(deps: TalkDeps, known: readonly MessageRoute[]): House {
  const byName = new Map(known.map((one) => [one.name, one]));
  const named = (name: string): MessageRoute => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`no sentence has the route ${name}`);
    return found;
  };
  for (const { way } of Object.values(actions)) if (way?.by === 'sentence') named(way.route);
  named(lastResort);
  const as: House['as'] = (name, inbound, data = {}) => named(name).run({ ...inbound, data });
  return { deps, understanding: createUnderstanding(), as };
}
