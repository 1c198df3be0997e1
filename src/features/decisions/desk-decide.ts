import type { PersonId } from '../../core/ids.ts';
import type { Asked } from '../cases/index.ts';
import type { BodyOnDay } from '../directory/index.ts';
import { type DeskDeps, loadProposal, refused, type Refused, send, type Told } from './decision-desk.ts';
import { identifies } from './desk-write.ts';
import { chairedBy, decisionFor, governanceOf, plan, stillMay } from './governance-desk.ts';
import type { Informed } from './proposal-messages.ts';
import { isWritten, matterOf, type ProposalFile, type ProposalId, type Ruling } from './proposal-state.ts';
import type { Governance, Route } from './route.ts';
import { cannotBeSecret } from './secret-desk.ts';

export type Deciding = Readonly<{
  ok: true;
  state: ProposalFile;
  route: Route;
  known: Governance;
  chairOf?: BodyOnDay['id'];
}>;

/**
 * Whoever the route names, if they may still decide at this moment. Whose mandate is over or too small is refused, and
 * the proposal goes to whoever may.
 */
export async function openDecision(deps: DeskDeps, asked: Asked, id: ProposalId): Promise<Deciding | Refused> {
  const state = await loadProposal(deps, id);
  if (!isWritten(state) || !state.route) return refused('unknown-proposal');
  const { route } = state;
  const known = await governanceOf(deps, state.centre, asked.at);
  const chair = chairedBy(route.decide, asked.actor, known.bodies);
  const isTheirs = route.decide.by === 'person' ? route.decide.person === asked.actor : chair.chairOf !== undefined;
  if (!isTheirs) return refused('not-decider');
  const isOpen = state.stage === 'deciding' || state.stage === 'to-record';
  if (isOpen && !stillMay(route.decide, matterOf(state), known)) return renew(deps, asked, state);
  return { ok: true, state, route, known, ...chair };
}

async function renew(deps: DeskDeps, asked: Asked, file: ProposalFile): Promise<Refused> {
  const planned = await plan(deps, file, asked.at);
  if (!planned.ok) return refused(planned.refused, file);
  const { route, decision } = planned;
  const told = await send(deps, asked, {
    ...{ id: file.id, part: 'renew', by: 'system' },
    command: { type: 'RenewRoute', data: { at: asked.at.toISOString(), route, decision } },
  });
  return refused('mandate-over', told.ok ? told.state : file);
}

/** By the holder of the mandate, or as the chair records it for the body. */
export async function decideProposal(
  deps: DeskDeps,
  asked: Asked,
  { id, ruling, version }: Readonly<{ id: ProposalId; ruling: Ruling; version?: number }>,
): Promise<Told> {
  const opened = await openDecision(deps, asked, id);
  if (!opened.ok) return opened;
  const { state, route, known, chairOf } = opened;
  if (state.case && (await identifies(deps, state.case.number, wordsIn(ruling)))) return refused('identifying-words');
  const data = {
    ...{ at: asked.at.toISOString(), by: asked.actor, ruling },
    informed: informedBy(route, known.bodies),
    ...(version === undefined ? {} : { version }),
    ...(chairOf === undefined ? {} : { chairOf }),
  };
  return send(deps, asked, { id, command: { type: 'Decide', data } });
}

function wordsIn({ motivation, amendment, conditions, whyNot, alternative, summary }: Ruling): readonly string[] {
  return [motivation, amendment, conditions, whyNot, alternative, summary].flatMap((text) => text ?? []);
}

/** A body with a channel is told there; of another every member is told. */
function informedBy({ inform, advise, decide }: Route, bodies: readonly BodyOnDay[]): Informed {
  const ids = [...inform, ...(advise ? [advise.id] : []), ...(decide.by === 'body' ? [decide.body.id] : [])];
  const told = bodies.filter(({ id }) => ids.includes(id));
  const people = told
    .filter(({ channel }) => channel === undefined)
    .flatMap(({ members }) => members.map(({ person }) => person));
  return { people: unique(people), channels: told.flatMap(({ channel }) => channel ?? []) };
}

function unique(people: readonly PersonId[]): readonly PersonId[] {
  return [...new Set(people)];
}

/** When the vote came to nothing. */
export async function voteAgain(deps: DeskDeps, asked: Asked, id: ProposalId): Promise<Told> {
  const opened = await openDecision(deps, asked, id);
  if (!opened.ok) return opened;
  const { state, route, chairOf } = opened;
  const bodies = route.decide.by === 'body' ? [route.decide.body] : [];
  if (await cannotBeSecret(deps, state, { bodies, at: asked.at })) return refused('secret-weights', state);
  const data = {
    ...{ at: asked.at.toISOString(), by: asked.actor, ...(chairOf === undefined ? {} : { chairOf }) },
    decision: decisionFor(deps, { file: state, decide: route.decide, at: asked.at }),
  };
  return send(deps, asked, { id, command: { type: 'VoteAgain', data } });
}

export async function answerReview(
  deps: DeskDeps,
  asked: Asked,
  { id, answer }: Readonly<{ id: ProposalId; answer: string }>,
): Promise<Told> {
  const opened = await openReview(deps, asked, id);
  if (!opened.ok) return opened;
  const about = opened.state.case;
  if (about && (await identifies(deps, about.number, [answer]))) return refused('identifying-words');
  const data = { at: asked.at.toISOString(), by: asked.actor, answer };
  return send(deps, asked, { id, command: { type: 'AnswerReview', data } });
}

/** Only for who carries the decision out. */
export async function openReview(deps: DeskDeps, asked: Asked, id: ProposalId): Promise<Told> {
  const state = await loadProposal(deps, id);
  if (!isWritten(state) || state.decision?.owner !== asked.actor) return refused('unknown-proposal');
  return { ok: true, state };
}
