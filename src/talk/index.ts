import { z } from 'zod/v4';
import { actions } from '../assistant/index.ts';
import { parseCaseNumber } from '../features/cases/index.ts';
import type { CardDefinition } from '../teams/cards.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../teams/routes.ts';
import { act } from './act.ts';
import type { Acted } from './meant.ts';
import { askCard } from './cards.ts';
import { distressRoute } from './distress.ts';
import { forCaseHere } from './for-case.ts';
import { ofMunicipality } from './follow.ts';
import type { House, TalkDeps, Turning } from './house.ts';
import { offered } from './instead.ts';
import { recollection } from './memory-desk.ts';
import { createParser } from './parser.ts';
import { talkRoute } from './talk.ts';
import { saidField } from './said.ts';
import { type Wish, wishOf } from './texts.ts';
import { createUnderstanding } from './understanding.ts';

export type { AskModel, TalkDeps } from './house.ts';
export { conversationHeld, forgetConversation, forgetRunner, type Held } from './memory-desk.ts';

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
  const choose = route({
    ...{ on: 'action', verb: 'talk/choose', looks: true, data: choosing },
    run: (inbound) => remembering(house, inbound, (turning) => chosen(turning, inbound)),
  });
  const show = route({
    ...{ on: 'action', verb: 'talk/show', looks: true, data: z.object({ route: z.enum(offered) }) },
    run: (inbound) => remembering(house, inbound, (turning) => showing(turning, inbound, inbound.data.route)),
  });
  return {
    routes: [choose, show],
    messages: [
      distressRoute(house.understanding),
      ...known.filter(({ name }) => name !== lastResort).map((one) => remembered(house, one)),
      talkRoute((inbound, answer) => remembering(house, inbound, answer)),
    ],
    cards: [askCard.definition],
  };
}

const choosing = z.object({
  intent: z.string().max(40),
  case: z.string().max(20).default(''),
  municipality: z.string().max(60).default(''),
  said: saidField.optional(),
});

function chosen(turning: Turning, inbound: Inbound<z.output<typeof choosing>>): Promise<Acted> {
  const { municipality, case: typed, said } = inbound.data;
  const [intent, number] = [wishOf(inbound.data.intent), parseCaseNumber(typed)];
  if (municipality !== '' && intent !== undefined) return ofMunicipality(turning, inbound, { intent, municipality });
  const which = number === undefined ? ({ found: 'none' } as const) : ({ found: 'one', number } as const);
  return act(turning, inbound, {
    intent,
    which: () => Promise.resolve(which),
    ...(said === undefined ? {} : { said }),
  });
}

/** As if its sentence were typed. */
async function showing(turning: Turning, inbound: Inbound, name: string): Promise<Acted> {
  const [intent, ran] = [intentOf(name), await turning.as(name, inbound)];
  return intent === undefined ? ran : { ...ran, intent };
}

/** Answers with what the conversation was about, and remembers what it is about now. */
async function remembering(house: House, inbound: Inbound, answer: (turning: Turning) => Promise<Acted>): Promise<Ran> {
  const memory = recollection(house.deps, inbound);
  const { intent, ...ran } = await answer({ ...house, memory });
  await memory.keep({ intent, shown: ran.shown });
  return ran;
}

/** A sentence that a feature knows is followed too, when it showed something. */
function remembered(house: House, known: MessageRoute): MessageRoute {
  const intent = intentOf(known.name);
  const answered = async (turning: Turning, inbound: Parameters<MessageRoute['run']>[0]): Promise<Acted> => {
    const here = intent && wishOf(await forCaseHere(turning, inbound, intent));
    if (here !== intent)
      return act(turning, inbound, { intent: here, which: () => Promise.resolve({ found: 'none' }) });
    const ran = await known.run(inbound);
    return intent === undefined || ran.answer.type !== 'card' ? ran : { ...ran, intent };
  };
  return { ...known, run: (inbound) => remembering(house, inbound, (turning) => answered(turning, inbound)) };
}

function intentOf(name: string): Wish | undefined {
  const found = Object.entries(actions).find(
    ([, { way, standsIn }]) => standsIn !== true && way?.by === 'sentence' && way.route === name,
  );
  return found && wishOf(found[0]);
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
  for (const name of [lastResort, ...offered]) named(name);
  const as: House['as'] = (name, inbound, data = {}) => named(name).run({ ...inbound, data });
  const understanding = createUnderstanding();
  const parsing =
    deps.askModel === undefined ? {} : { parse: createParser({ deps, ask: deps.askModel, understanding }) };
  return { deps, understanding, as, ...parsing };
}
