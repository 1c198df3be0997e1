import { z } from 'zod/v4';
import { sentenceLike } from '../../core/sentence.ts';
import { privately, ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy } from '../cases/index.ts';
import { type CentreCode, centreCodes } from '../directory/index.ts';
import { boardOf } from './desk-board.ts';
import { ownRequests } from './desk-request.ts';
import { type Kit, say } from './teams-answers.ts';
import { refusalText } from './texts.ts';

const nothing = z.object({});
const asksBoard = z.object({ centre: z.enum(centreCodes).optional().catch(undefined) });

export function listRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'places/board', looks: true, data: asksBoard },
      run: (inbound) => showBoard(kit, inbound, inbound.data.centre),
    }),
    route({
      ...{ on: 'action', verb: 'places/list', looks: true, data: nothing },
      run: (inbound) => showList(kit, inbound),
    }),
  ];
}

async function showBoard({ deps, cards }: Kit, inbound: Inbound, centre?: CentreCode): Promise<Ran> {
  const found = await boardOf(deps, askedBy(inbound), centre);
  if (!found.ok) return sayText(found.refused, refusalText(found.refused));
  const { ok: _ok, ...board } = found;
  return ran('shown', { type: 'card', card: cards.board.show(board) });
}

async function showList({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const files = await ownRequests(deps, askedBy(inbound));
  return ran('listed', { type: 'card', card: cards.list.show({ files }) });
}

const ours = {
  board:
    /^(?:(?:toon |laat )?(?:de |alle )?(?:vrije )?(?:plekken|plekkenbord)(?: zien)?|beschikbaarheid|(?:show )?(?:the )?(?:free )?places|availability|place board)$/,
  list: /^(?:mijn |toon mijn )?(?:plek ?aanvragen|place requests)$|^(?:show )?my place requests$/,
};

/** What people type; answered in the chat with the bot only. */
export function listMessages(kit: Kit): readonly MessageRoute[] {
  const otherwise = say((texts) => texts.say.onlyInChat);
  const message = (name: string, pattern: RegExp, run: (inbound: Inbound) => Promise<Ran>): MessageRoute => ({
    name,
    match: sentenceLike(pattern),
    run: (inbound) => privately(inbound, { run: () => run(inbound), otherwise }),
  });
  return [
    message('places/board', ours.board, (inbound) => showBoard(kit, inbound, asksBoard.parse(inbound.data).centre)),
    message('places/list', ours.list, (inbound) => showList(kit, inbound)),
  ];
}
