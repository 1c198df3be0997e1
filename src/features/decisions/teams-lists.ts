import { z } from 'zod/v4';
import { sentenceLike } from '../../core/sentence.ts';
import { localDate } from '../../core/working-time.ts';
import { privately, ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy } from '../cases/index.ts';
import { type CentreCode, centreCodes } from '../directory/index.ts';
import { mayWrite } from './decision-desk.ts';
import { centresOf, decisionsOf, linksFor, mandatesFor, proposalsFor } from './desk-lists.ts';
import { type Kit, say } from './teams-answers.ts';
import { refusalText } from './texts.ts';

const nothing = z.object({});
const aboutAmount = z.object({ cents: z.int().positive().optional().catch(undefined) });
const oneList = z.object({
  centre: z.enum(centreCodes).optional(),
  year: z.coerce.number().int().min(2000).max(2999).optional(),
  isPublic: z.enum(['true', 'false']).default('false'),
});

export function listRoutes(kit: Kit): readonly Route[] {
  return [
    route({
      on: 'action',
      verb: 'decisions/list',
      looks: true,
      data: nothing,
      run: (inbound) => showList(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'decisions/mandates', looks: true, data: nothing },
      run: (inbound) => showMandates(kit, inbound),
    }),
    route({
      ...{ on: 'action', verb: 'decisions/decisions', looks: true, data: oneList },
      run: (inbound) => showDecisions(kit, inbound),
    }),
  ];
}

async function showList({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const asked = askedBy(inbound);
  const [found, writes] = await Promise.all([proposalsFor(deps, asked), mayWrite(deps, asked)]);
  return ran('listed', { type: 'card', card: cards.list.show({ ...found, mayWrite: writes }) });
}

async function showMandates({ deps, cards }: Kit, inbound: Inbound, cents?: number): Promise<Ran> {
  const found = await mandatesFor(deps, askedBy(inbound));
  if (!found.ok) return sayText(found.refused, refusalText(found.refused));
  const amount = cents === undefined ? {} : { amountCents: cents };
  return ran('shown', { type: 'card', card: cards.mandates.show({ centres: found.centres, ...amount }) });
}

type Listing = Inbound<z.output<typeof oneList>>;

/** Of a centre that is theirs; the centre and year of the moment unless others are asked for. */
async function showDecisions({ deps, cards }: Kit, inbound: Listing): Promise<Ran> {
  const opened = await centresOf(deps, askedBy(inbound));
  if (!opened.ok) return sayText(opened.refused, refusalText(opened.refused));
  const centre = chosen(opened.centres, inbound.data.centre);
  if (centre === undefined) return sayText('not-allowed', refusalText('not-allowed'));
  const year = inbound.data.year ?? Number(localDate(inbound.at.toISOString()).slice(0, 4));
  const files = await decisionsOf(deps.store, { centre, year });
  const isPublic = inbound.data.isPublic === 'true';
  const links = isPublic && files.length > 0 ? await linksFor(deps, { centre, year }) : undefined;
  const state = { centre, year, files, isPublic, ...(links === undefined ? {} : { links }) };
  return ran('listed', { type: 'card', card: cards.decisions.show(state) });
}

function chosen(own: readonly CentreCode[], wanted: CentreCode | undefined): CentreCode | undefined {
  return wanted === undefined ? own[0] : own.find((centre) => centre === wanted);
}

const ours = {
  list: /^((toon |laat )?(mijn |de )?voorstellen( zien)?|voorstel (maken|schrijven)|(ik wil )?een voorstel (maken|schrijven)|(show )?(my |the )?proposals|(write|make) a proposal)$/,
  decisions: /^((toon |laat )?(de )?besluitenlijst( zien)?|besluiten|(show )?(the )?decision list|decisions)$/,
  mandates: /^(wie (beslist|besluit) wat|wie mag wat (beslissen|besluiten)|mandaten|who decides what|mandates)$/,
};

/** What people type. Lists are for one person: they are shown in the chat with the bot only. */
export function decisionMessages(kit: Kit): readonly MessageRoute[] {
  const message = (name: keyof typeof ours, run: (inbound: Inbound) => Promise<Ran>): MessageRoute => ({
    name: `decisions/${name}`,
    match: sentenceLike(ours[name]),
    run: (inbound) => privately(inbound, { run: () => run(inbound), otherwise: say((texts) => texts.say.onlyInChat) }),
  });
  return [
    message('list', (inbound) => showList(kit, inbound)),
    message('decisions', (inbound) => showDecisions(kit, { ...inbound, data: { isPublic: 'false' } })),
    message('mandates', (inbound) => showMandates(kit, inbound, aboutAmount.parse(inbound.data).cents)),
  ];
}
