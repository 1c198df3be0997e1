import { z } from 'zod/v4';
import type { PersonId } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import { findPersonalData, isBlocked } from '../../core/personal-data.ts';
import { plainSentence, sentenceLike } from '../../core/sentence.ts';
import type { Answer, EventRoute, Inbound, MessageRoute, Ran } from '../../teams/routes.ts';
import { route, type Route } from '../../teams/routes.ts';
import { stages, type SubmittedCase } from './case-state.ts';
import { isSubmitted } from './case-state.ts';
import { caseOfChannel } from './find-case.ts';
import { askStatus, listCases, type ListFilter, regionsOf, welcome } from './desk-lists.ts';
import { parseCaseNumber } from './numbering.ts';
import { askedBy, type Kit, ran, refusalText, refusedText } from './teams-answers.ts';
import { inBoth } from './texts.ts';
import { everything } from './view-list.ts';

const cursor = z.string().max(2_000);
const asksList = z.object({
  scope: z.enum(['own', 'team']),
  stage: z.enum(stages).optional().catch(undefined),
  region: z.string().min(1).max(100).optional().catch(undefined),
  overdue: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  after: cursor.optional(),
  trail: z.array(cursor).max(200).default([]),
});
type AsksList = z.output<typeof asksList>;
/** Which list somebody means, when their sentence says so. */
const listWish = asksList.pick({ scope: true });

export function listRoutes(kit: Kit): readonly Route[] {
  return [
    route({ on: 'action', verb: 'cases/list', looks: true, data: asksList, run: (inbound) => showList(kit, inbound) }),
  ];
}

async function showList({ deps, cards }: Kit, inbound: Inbound<AsksList>): Promise<Ran> {
  const { after, trail, ...filter } = inbound.data;
  const asked = askedBy(inbound);
  const chosen = chosenFilter(filter);
  const listed = await listCases(deps, asked, { filter: chosen, ...(after === undefined ? {} : { after }) });
  if (!listed.ok) return ran(listed.refused, { type: 'text', text: refusalText(listed.refused) });
  const { cases, next } = listed;
  const known = chosen.scope === 'team' ? await regionsOf(deps, asked) : [];
  const regions = known.map(({ code, label }) => ({ title: label, value: code }));
  const place = { ...(after === undefined ? {} : { after }), ...(next === undefined ? {} : { next }) };
  const card = cards.list.show({ filter: chosen, cases, trail, regions, ...place });
  const ids = cases.filter(isSubmitted).map(({ number }) => number);
  return { ...ran('listed', { type: 'card', card }), shown: { list: { of: 'case', ids } } };
}

function chosenFilter({ scope, stage, region, overdue }: Omit<AsksList, 'after' | 'trail'>): ListFilter {
  return {
    scope,
    ...(stage === undefined ? {} : { stage }),
    ...(region === undefined || region === everything ? {} : { region }),
    ...(overdue === true ? { overdue } : {}),
  };
}

async function showHome({ deps, cards }: Kit, person: PersonId, notUnderstood: boolean): Promise<Answer> {
  return { type: 'card', card: cards.home.show({ ...(await welcome(deps, person)), notUnderstood }) };
}

const ours = {
  submit:
    /^(ik wil )?((een |de )?casus aanmelden|aanmelden|aanmelding|meld (een |de )?casus aan|nieuwe casus|(i want to )?submit (a )?case|new case)$/,
  own: /^((toon |laat )?mijn (casussen|zaken)( zien)?|(show )?my cases)$/,
  team: /^((toon )?(de )?casussen van (mijn|ons) team|team ?casussen|(show )?(the )?cases of my team|(my )?team('s)? cases)$/,
  help: /^(help|hulp|hallo|hoi|hi|hello|hey|goedemorgen|goedemiddag|start|menu)?$/,
};

/** What people type. The guard comes first, and the last one takes every sentence that nobody understood. */
export function caseMessages(kit: Kit): readonly MessageRoute[] {
  const home = (notUnderstood: boolean) => (inbound: Inbound) => sayHome(kit, inbound, notUnderstood);
  const list = (usual: ListFilter['scope']) => (inbound: Inbound<JsonObject>) => {
    const { scope } = listWish.catch({ scope: usual }).parse(inbound.data);
    return privately(inbound, () => showList(kit, { ...inbound, data: { scope, trail: [] } }));
  };
  return [
    { name: 'cases/guard', asTyped: true, match: matchBlocked, run: (inbound) => askToDelete(kit, inbound) },
    { name: 'cases/submit', match: sentenceLike(ours.submit), run: home(false) },
    { name: 'cases/own', match: sentenceLike(ours.own), run: list('own') },
    { name: 'cases/team', match: sentenceLike(ours.team), run: list('team') },
    { name: 'cases/status', match: matchNumber, run: (inbound) => sayStatus(kit, inbound) },
    { name: 'cases/help', match: sentenceLike(ours.help), run: home(false) },
    { name: 'cases/not-understood', match: () => ({}), run: home(true) },
  ];
}

/** In a channel everybody reads along: there no drafts are shown. */
async function sayHome(kit: Kit, { actor, conversation }: Inbound, notUnderstood: boolean): Promise<Ran> {
  const shown = await welcome(kit.deps, actor.id);
  const state = conversation.kind === 'personal' ? shown : { ...shown, drafts: [] };
  return ran('home', { type: 'card', card: kit.cards.home.show({ ...state, notUnderstood }) });
}

async function privately({ conversation }: Inbound, run: () => Promise<Ran>): Promise<Ran> {
  if (conversation.kind === 'personal') return run();
  return ran('only-in-chat', { type: 'text', text: inBoth(({ say }) => say.onlyInChat) });
}

/** Other personal data was covered before anything here reads it. */
function matchBlocked(text: string): JsonObject | undefined {
  const kind = findPersonalData(text).find((found) => isBlocked(found.kind))?.kind;
  return kind === undefined ? undefined : { kind };
}

const guarded = z.object({ kind: z.enum(['bsn', 'iban']) });

/** Teams lets no bot delete what a person wrote, so the person is asked to. */
async function askToDelete({ log }: Kit, inbound: Inbound<JsonObject>): Promise<Ran> {
  const { kind } = guarded.parse(inbound.data);
  log.info({ kind }, 'personal data in chat');
  const text = inBoth(({ say, names }) => say.guardedChat(names.personalData[kind]));
  return ran('personal-data', { type: 'text', text });
}

function matchNumber(text: string): JsonObject | undefined {
  const typed = /^(?:(?:status(?: van)?|casus|case|zaak) )*(.+)$/.exec(plainSentence(text))?.[1] ?? '';
  const number = parseCaseNumber(typed);
  return number === undefined ? undefined : { number };
}

const numbered = z.object({ number: z.string() });

/** In the channel of a case its people read along, and see what its channel shows of it; elsewhere only who asks. */
async function sayStatus(kit: Kit, inbound: Inbound<JsonObject>): Promise<Ran> {
  const { number } = numbered.parse(inbound.data);
  const own = await caseOfChannel(kit.deps.store, inbound.conversation.channelId);
  const isHere = own !== undefined && own.number === parseCaseNumber(number);
  return isHere ? showStatus(kit, inbound) : privately(inbound, () => showStatus(kit, inbound));
}

async function showStatus(kit: Kit, inbound: Inbound<JsonObject>): Promise<Ran> {
  const { number } = numbered.parse(inbound.data);
  const found = await askStatus(kit.deps, askedBy(inbound), number);
  if (!found.ok) return ran(found.refused, { type: 'text', text: refusedText(found) });
  if (!isSubmitted(found.state)) return ran('unknown-case', { type: 'text', text: refusalText('unknown-case') });
  const isPersonal = inbound.conversation.kind === 'personal';
  const card = isPersonal ? cardFor(kit, found.state, inbound.actor.id) : kit.cards.summary;
  const { id, number: about } = found.state;
  return { ...ran('shown', { type: 'card', card: card.show(found.state) }, id), shown: { case: about } };
}

/** The card on which this person can do something. */
function cardFor({ cards }: Kit, { stage, team, processDirector }: SubmittedCase, person: PersonId) {
  if (processDirector === person) return cards.director;
  return team.chair === person && stage === 'submitted' ? cards.triage : cards.status;
}

export function caseEvents(kit: Kit): readonly EventRoute[] {
  return [
    {
      name: 'cases/welcome',
      async run({ type, conversation }, { id }) {
        return type === 'installed' && conversation.kind === 'personal' ? showHome(kit, id, false) : undefined;
      },
    },
  ];
}
