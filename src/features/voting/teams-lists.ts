import { z } from 'zod/v4';
import { sentenceLike } from '../../core/sentence.ts';
import { privately, ran } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { votesOwedBy } from './ballots-desk.ts';
import type { Kit } from './teams-kit.ts';
import { say } from './texts.ts';

export function listRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'voting/owed', looks: true, data: z.object({}) },
      run: (inbound) => showOwed(kit, inbound),
    }),
  ];
}

const asksForOwed =
  /^((wat |wie )?wacht(en)? (er )?nog op mij|op mij wacht nog|welke stemmingen wachten( er)?( nog)? op mij|mijn stemmingen|waar moet ik nog (over )?stemmen|(show )?(the )?votes (that )?i (still )?owe|(show )?my votes)$/;

/** A list is for one person: it is shown in the chat with the bot only. */
export function votingMessages(kit: Kit): readonly MessageRoute[] {
  return [{ name: 'voting/owed', match: sentenceLike(asksForOwed), run: (inbound) => showOwed(kit, inbound) }];
}

async function showOwed({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  return privately(inbound, {
    otherwise: say(({ onlyInChat }) => onlyInChat),
    async run() {
      const seats = await votesOwedBy(deps, inbound.actor.id, inbound.at);
      return ran('listed', { type: 'card', card: cards.owed.show({ seats, inVote: false }) });
    },
  });
}
