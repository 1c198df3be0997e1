import { commandId, type PersonId, type StreamId } from '../../core/ids.ts';
import { guardTexts } from '../../core/personal-data.ts';
import { localDate } from '../../core/working-time.ts';
import { handle } from '../../store/handle.ts';
import {
  type Asked,
  type CaseNumber,
  findByNumber,
  identifyingWord,
  standingFor,
  type SubmittedCase,
} from '../cases/index.ts';
import { type CentreCode, workplaces } from '../directory/index.ts';
import {
  type DeskDeps,
  loadProposal,
  mayWrite,
  openOwn,
  refused,
  type Refused,
  send,
  type Told,
} from './decision-desk.ts';
import { plan } from './governance-desk.ts';
import { numberingAggregate, numberingStream } from './numbering.ts';
import type { NewVote, ProposalCommand } from './proposal-messages.ts';
import { type AboutCase, type Content, isWritten, type ProposalId, type ProposalNumber } from './proposal-state.ts';

import type { BodyOnRoute, Route } from './route.ts';
import { cannotBeSecret } from './secret-desk.ts';

export type Opened = Readonly<{ ok: true; centres: readonly CentreCode[] }> | Refused;

/** The centres for which somebody may write. */
export async function openWriting(deps: DeskDeps, asked: Asked): Promise<Opened> {
  if (!(await mayWrite(deps, asked))) return refused('not-allowed');
  const places = await workplaces(deps.directory, asked.actor, asked.at);
  return places.length === 0 ? refused('not-allowed') : { ok: true, centres: places.map(({ centre }) => centre) };
}

export type Writing = Readonly<{ id: ProposalId; centre: CentreCode; content: Content; caseNumber: string }>;

/** A first version; the same form twice is one proposal. */
export async function writeProposal(deps: DeskDeps, asked: Asked, wish: Writing): Promise<Told> {
  const opened = await openWriting(deps, asked);
  if (!opened.ok) return opened;
  const { id, centre, content } = wish;
  if (!opened.centres.includes(centre)) return refused('not-allowed');
  const known = await loadProposal(deps, id);
  if (isWritten(known)) return known.author === asked.actor ? { ok: true, state: known } : refused('unknown-proposal');
  const linked = await linkedCase(deps, asked, wish);
  if (linked && 'ok' in linked) return linked;
  const about = linked ? { case: { id: linked.id, number: linked.number } } : {};
  return draft(deps, asked, { id, centre, content, author: asked.actor, ...about });
}

/** Only a case that the author may know: a refusal must not tell that it exists. */
async function linkedCase(
  deps: DeskDeps,
  asked: Asked,
  { caseNumber, centre, content }: Writing,
): Promise<SubmittedCase | Refused | undefined> {
  if (caseNumber.trim() === '') return undefined;
  const found = await findByNumber(deps.store, caseNumber);
  const file = found && (await standingFor(deps, asked.actor, found.id));
  if (!file) return refused('unknown-case');
  if (file.centre !== centre) return refused('case-of-another-centre');
  const telling = await identifyingWord(deps, file, [content.title, content.text]);
  return telling === undefined ? file : refused('identifying-words');
}

/** Whether words of a proposal tell who its case is about. */
export async function identifies(deps: DeskDeps, number: CaseNumber, texts: readonly string[]): Promise<boolean> {
  const file = await findByNumber(deps.store, number);
  return file !== undefined && (await identifyingWord(deps, file, texts)) !== undefined;
}

export type Drafting = Readonly<{
  id: ProposalId;
  centre: CentreCode;
  content: Content;
  author: PersonId;
  case?: AboutCase;
  raisedBy?: StreamId;
  expiresAt?: string;
}>;

/** Without asking who: for what was asked already. */
export async function draft(deps: DeskDeps, asked: Asked, drafting: Drafting): Promise<Told> {
  const { title, text } = drafting.content;
  if (guardTexts({ title, text }).length > 0) return refused('personal-data');
  const number = await issueNumber(deps, asked, drafting);
  const data = { at: asked.at.toISOString(), by: asked.actor, number, ...drafting };
  return send(deps, asked, { id: drafting.id, command: { type: 'DraftProposal', data }, part: 'draft' });
}

/** The command id is the proposal's: asked again, also by a later click, it is the number of the first time. */
async function issueNumber({ store }: DeskDeps, { at }: Asked, { id, centre }: Drafting): Promise<ProposalNumber> {
  const year = Number(localDate(at.toISOString()).slice(0, 4));
  const { decision } = await handle(store, numberingAggregate, {
    ...({ stream: numberingStream(centre, year), by: 'system', at } as const),
    command: { type: 'IssueNumber', data: { centre, year, proposal: id } },
    commandId: commandId(`number-${id}`),
  });
  const issued = decision.outcome === 'accepted' ? decision.events[0] : undefined;
  if (!issued) throw new Error(`no number for proposal ${id}`);
  return issued.data.number;
}

export async function amendProposal(
  deps: DeskDeps,
  asked: Asked,
  { id, content }: Readonly<{ id: ProposalId; content: Content }>,
): Promise<Told> {
  const own = await openOwn(deps, asked, id);
  if (!own.ok) return own;
  const about = own.state.case;
  if (about && (await identifies(deps, about.number, [content.title, content.text]))) {
    return refused('identifying-words');
  }
  const data = { at: asked.at.toISOString(), by: asked.actor, content };
  return send(deps, asked, { id, command: { type: 'AmendProposal', data } });
}

/** With the route of this moment: whoever advises and whoever decides must be able to vote as the author wants. */
export function putForward(deps: DeskDeps, asked: Asked, id: ProposalId): Promise<Told> {
  return onward(deps, asked, {
    id,
    bodies: (route) => [...(route.advise ? [route.advise] : []), ...votersOn(route)],
    command: ({ route, advice, decision }, at, by) => ({
      type: 'PutForward',
      data: { at, by, route, advice, decision },
    }),
  });
}

/** The adviser has spoken, or let the term go by; now somebody decides. */
export function takeToDecision(deps: DeskDeps, asked: Asked, id: ProposalId): Promise<Told> {
  return onward(deps, asked, {
    id,
    bodies: votersOn,
    command: ({ route, decision }, at, by) => ({ type: 'TakeToDecision', data: { at, by, route, decision } }),
  });
}

type PlannedRoute = Extract<Awaited<ReturnType<typeof plan>>, { ok: true }> & Readonly<{ advice: NewVote }>;
type Onward = Readonly<{
  id: ProposalId;
  /** Those that vote next. */
  bodies(route: Route): readonly BodyOnRoute[];
  command(planned: PlannedRoute, at: string, by: PersonId): ProposalCommand;
}>;

function votersOn({ decide }: Route): readonly BodyOnRoute[] {
  return decide.by === 'body' ? [decide.body] : [];
}

async function onward(deps: DeskDeps, asked: Asked, { id, bodies, command }: Onward): Promise<Told> {
  const own = await openOwn(deps, asked, id);
  if (!own.ok) return own;
  const planned = await plan(deps, own.state, asked.at);
  if (!planned.ok) return refused(planned.refused, own.state);
  const voting = { bodies: bodies(planned.route), at: asked.at };
  if (await cannotBeSecret(deps, own.state, voting)) return refused('secret-weights', own.state);
  return send(deps, asked, { id, command: command(planned, asked.at.toISOString(), asked.actor) });
}

export async function withdrawOwn(
  deps: DeskDeps,
  asked: Asked,
  { id, reason }: Readonly<{ id: ProposalId; reason: string }>,
): Promise<Told> {
  const own = await openOwn(deps, asked, id);
  if (!own.ok) return own;
  const data = { at: asked.at.toISOString(), by: asked.actor, reason };
  return send(deps, asked, { id, command: { type: 'WithdrawProposal', data } });
}
