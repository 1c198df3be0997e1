import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { sentenceLike } from '../../core/sentence.ts';
import { privately, ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { boardFor } from './desk-board.ts';
import { start } from './desk-start.ts';
import { enterPlanning } from './planning-desk.ts';
import {
  aboutCentre,
  centreField,
  formInDialog,
  guarded,
  type Kit,
  monthField,
  refusedInDialog,
  say,
  sentCentre,
  toldInDialog,
  wrong,
} from './teams-answers.ts';
import { inBoth, refusalText } from './texts.ts';

const asksBoard = z.object({
  centre: centreField.optional().catch(undefined),
  page: z.coerce.number().int().min(0).max(99).optional().catch(undefined),
});
type Which = z.output<typeof asksBoard>;

export function boardRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      ...{ on: 'action', verb: 'planning/board', looks: true, data: asksBoard },
      run: (inbound) => showBoard(kit, inbound, inbound.data),
    }),
    route({ on: 'dialog', verb: 'planning/start', data: aboutCentre, run: (inbound) => openStart(kit, inbound) }),
    route({ on: 'submit', verb: 'planning/start-send', data: sentCentre, run: (inbound) => sendStart(kit, inbound) }),
  ];
}

const asks =
  /^(?:(?:toon |laat )?(?:de |het |onze )?(?:planning|planningsbord|planbord)(?: zien)?|(?:show )?(?:the |our )?planning board)$/;

/** What people type; answered in the chat with the bot only. */
export function boardMessages(kit: Kit): readonly MessageRoute[] {
  const otherwise = say((all) => all.say.onlyInChat);
  return [
    {
      ...{ name: 'planning/board', match: sentenceLike(asks) },
      run: (inbound) => privately(inbound, { run: () => showBoard(kit, inbound, {}), otherwise }),
    },
  ];
}

async function showBoard({ deps, cards }: Kit, inbound: Inbound, { centre, page }: Which): Promise<Ran> {
  const found = await boardFor(deps, askedBy(inbound), centre);
  if (!found.ok) return sayText(found.refused, refusalText(found.refused));
  const { ok: _ok, ...board } = found;
  return ran('shown', { type: 'card', card: cards.board.show({ ...board, ...(page === undefined ? {} : { page }) }) });
}

type Form = Readonly<{ centre: CentreCode; typed: Typed; problems: readonly Text[] }>;

function showStart({ cards }: Kit, form: Form): Ran {
  return formInDialog({
    ...{ title: ({ dialogStart }) => dialogStart, card: cards.start.show(form), problems: form.problems },
  });
}

async function openStart(kit: Kit, inbound: Inbound<z.output<typeof aboutCentre>>): Promise<Ran> {
  const { centre } = inbound.data;
  const entered = await enterPlanning(kit.deps, askedBy(inbound), { action: 'plan.manage', centre });
  return entered.ok ? showStart(kit, { centre, typed: {}, problems: [] }) : refusedInDialog(entered);
}

async function sendStart(kit: Kit, inbound: Inbound<z.output<typeof sentCentre>>): Promise<Ran> {
  const { centre } = inbound.data;
  const { typed } = await guarded(kit, inbound);
  const again = (problems: readonly Text[]): Ran => showStart(kit, { centre, typed, problems });
  const month = monthField.safeParse(typed['month']);
  if (!month.success) return again([wrong('month')]);
  const told = await start(kit.deps, askedBy(inbound), { centre, start: month.data });
  return toldInDialog(told, { again, line: inBoth((all) => all.say.started(told.ok ? told.made : 0)) });
}
