import { z } from 'zod/v4';
import { sentenceLike } from '../../core/sentence.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy } from '../cases/index.ts';
import { centresOf, invitationsTo, ownConsultations } from './desk-advice.ts';
import { loadOf, redistributeOpen, suggestAll } from './desk-overview.ts';
import { type Kit, ran, say } from './teams-answers.ts';
import { refusalText } from './texts.ts';

const nothing = z.object({});

export function listRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'consultations/list', looks: true, data: nothing },
      run: (inbound) => showList(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'consultations/load', looks: true, data: nothing },
      run: (inbound) => showLoad(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'consultations/redistribute', looks: true, data: nothing },
      run: (inbound) => redistribute(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'consultations/suggest', data: nothing },
      run: (inbound) => suggest(kit, inbound),
    }),
  ];
}

async function showList({ deps, cards }: Kit, { actor }: Inbound): Promise<Ran> {
  const [own, asked] = await Promise.all([ownConsultations(deps, actor.id), invitationsTo(deps, actor.id)]);
  return ran('listed', { type: 'card', card: cards.list.show({ own, asked }) });
}

async function showLoad({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const centres = await centresOf(deps, askedBy(inbound));
  if (!centres.ok) return ran(centres.refused, { type: 'text', text: refusalText(centres.refused) });
  const experts = await loadOf(deps, centres.centres, inbound.at);
  return ran('shown', { type: 'card', card: cards.load.show({ experts }) });
}

async function redistribute({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const centres = await centresOf(deps, askedBy(inbound));
  if (!centres.ok) return ran(centres.refused, { type: 'text', text: refusalText(centres.refused) });
  const proposal = await redistributeOpen(deps, centres.centres);
  return ran('shown', { type: 'card', card: cards.redistribution.show(proposal) });
}

/** Worked out anew: what was shown may have changed meanwhile. Each director gets it on their own card, to take over or not. */
async function suggest({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const asked = askedBy(inbound);
  const centres = await centresOf(deps, asked);
  if (!centres.ok) return ran(centres.refused, { type: 'text', text: refusalText(centres.refused) });
  const proposal = await redistributeOpen(deps, centres.centres);
  await suggestAll(deps, asked, proposal.moves);
  const notice = say((texts) => texts.say.suggested);
  return ran('suggested', { type: 'card', card: cards.redistribution.show({ ...proposal, isSent: true }, { notice }) });
}

const ours = {
  list: /^((toon |laat )?(mijn )?consultaties( zien)?|(show )?(my )?consultations|uitnodigingen)$/,
  load: /^(wie wordt (te )?vaak gevraagd|belasting( van)?( de)? experts|who is asked (too )?often|load of (the )?experts)$/,
  redistribute: /^(herverdeling|herverdeel( de vragen)?|redistribution|redistribute)$/,
};

/** What people type. Lists hold what is for one person: they are shown in the chat with the bot only. */
export function consultationMessages(kit: Kit): readonly MessageRoute[] {
  const privately = (pattern: RegExp, name: string, run: (inbound: Inbound) => Promise<Ran>): MessageRoute => ({
    name,
    match: sentenceLike(pattern),
    run: async (inbound) =>
      inbound.conversation.kind === 'personal'
        ? run(inbound)
        : ran('only-in-chat', { type: 'text', text: say((texts) => texts.say.onlyInChat) }),
  });
  return [
    privately(ours.list, 'consultations/list', (inbound) => showList(kit, inbound)),
    privately(ours.load, 'consultations/load', (inbound) => showLoad(kit, inbound)),
    privately(ours.redistribute, 'consultations/redistribute', (inbound) => redistribute(kit, inbound)),
  ];
}
