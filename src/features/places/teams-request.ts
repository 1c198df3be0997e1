import { z } from 'zod/v4';
import { ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy } from '../cases/index.ts';
import { holdPlace } from './desk-request.ts';
import { searchPlaces } from './desk-search.ts';
import { requestStream } from './place-ids.ts';
import { enter } from './places-desk.ts';
import { about, type About, facilityField, type Kit, onCard, requestField, say, toldOnCard } from './teams-answers.ts';
import { refusalText } from './texts.ts';

const holding = z.object({ request: requestField, facility: facilityField });

/** The card of a request: how it stands, what fits, and setting a place apart. */
export function requestRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'places/request-show', looks: true, data: about },
      run: (inbound) => showRequest(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'places/results', looks: true, data: about },
      run: (inbound) => showResults(kit, inbound),
    }),
    route({ on: 'action', verb: 'places/hold', data: holding, run: (inbound) => hold(kit, inbound) }),
  ];
}

async function showRequest({ deps, cards }: Kit, inbound: About): Promise<Ran> {
  const entered = await enter(deps, askedBy(inbound), inbound.data.request);
  if (!entered.ok) return sayText(entered.refused, refusalText(entered.refused));
  return onCard(cards.request, entered.state, { outcome: 'shown' });
}

async function showResults({ deps, cards }: Kit, inbound: About, notice?: ReturnType<typeof say>): Promise<Ran> {
  const found = await searchPlaces(deps, askedBy(inbound), inbound.data.request);
  if (!found.ok) return toldOnCard(cards.request, found, {});
  const { state: file, fits, more } = found;
  const card = cards.results.show({ file, fits, more }, notice === undefined ? {} : { notice });
  return ran('shown', { type: 'card', card }, requestStream(file.id));
}

/** Whoever came too late sees at once what there is now. */
async function hold(kit: Kit, inbound: Inbound<z.output<typeof holding>>): Promise<Ran> {
  const { request: id, facility } = inbound.data;
  const told = await holdPlace(kit.deps, askedBy(inbound), { id, facility });
  if (told.ok || told.state?.stage !== 'searching')
    return toldOnCard(kit.cards.request, told, { notice: say((texts) => texts.say.held) });
  const shown = await showResults(kit, inbound, refusalText(told.refused));
  return { ...shown, outcome: told.refused };
}
