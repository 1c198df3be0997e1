import { accept, type Decision, refuse } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import { sameVote, usualVote } from './how-to-vote.ts';
import type { NewDecision, ProposalCommand, ProposalEvent, ProposalRefusal } from './proposal-messages.ts';
import {
  type Content,
  contentOf,
  isWritten,
  over,
  type Proposal,
  type ProposalFile,
  verdictOfVote,
} from './proposal-state.ts';
import type { Decides, Route } from './route.ts';

export type ProposalDecision = Decision<ProposalEvent, ProposalRefusal>;
export type DataOf<Type extends ProposalCommand['type']> = Extract<ProposalCommand, { type: Type }>['data'];

export function draftProposal(data: DataOf<'DraftProposal'>, state: Proposal): ProposalDecision {
  if (isWritten(state)) return refuse('already-written');
  return textFault(data.content) ?? accept({ type: 'ProposalDrafted', data });
}

function textFault({ title, text }: Content): ProposalDecision | undefined {
  if (title.trim() === '') return refuse('title-missing');
  return text.trim() === '' ? refuse('text-missing') : undefined;
}

/** What a body decided is not changed any more before it is recorded. */
function mayChange(state: Proposal, by: PersonId): ProposalFile | ProposalRefusal {
  if (!isWritten(state)) return 'not-written';
  if (state.author !== by) return 'not-author';
  if (over.includes(state.stage)) return 'is-over';
  return verdictOfVote(state) === undefined ? state : 'vote-to-record';
}

/** Another text is another version: what was advised on the earlier one does not hold for it. */
export function amendProposal(data: DataOf<'AmendProposal'>, state: Proposal): ProposalDecision {
  const file = mayChange(state, data.by);
  if (typeof file === 'string') return refuse(file);
  const fault = textFault(data.content);
  if (fault) return fault;
  if (sameContent(contentOf(file), data.content)) return refuse('nothing-changed');
  return accept({ type: 'ProposalAmended', data });
}

function sameContent(one: Content, other: Content): boolean {
  const { voting = usualVote } = one;
  const facts = ({ subject, title, text, links, amountCents, wantsAdvice }: Content): string =>
    JSON.stringify([subject, title, text, links.map(({ title: name, url }) => [name, url]), amountCents, wantsAdvice]);
  return facts(one) === facts(other) && sameVote(voting, other.voting ?? usualVote);
}

export function putForward({ at, by, ...data }: DataOf<'PutForward'>, state: Proposal): ProposalDecision {
  if (!isWritten(state)) return refuse('not-written');
  if (state.author !== by) return refuse('not-author');
  if (over.includes(state.stage)) return refuse('is-over');
  if (state.stage !== 'draft') return refuse('already-put-forward');
  const { route, advice, decision } = data;
  const fault = routeFault(route, state);
  if (fault) return refuse(fault);
  const planned: ProposalEvent = { type: 'ProposalPutForward', data: { at, by, route } };
  return route.advise
    ? accept(planned, { type: 'AdviceAsked', data: { at, body: route.advise, ...advice } })
    : accept(planned, decisionAsked(at, route.decide, decision));
}

/** Whatever worked the route out: a sounding board only advises, and never on one case (domain.md A23, 6.4). */
export function routeFault({ advise, decide }: Route, file: ProposalFile): ProposalRefusal | undefined {
  if (file.case && advise?.kind === 'sounding-board') return 'advice-on-single-case';
  return decide.by === 'body' && decide.body.kind === 'sounding-board' ? 'nobody-may-decide' : undefined;
}

export function decisionAsked(at: string, decide: Decides, { vote, ...term }: NewDecision): ProposalEvent {
  const byVote = decide.by === 'body' ? { vote, body: decide.body } : {};
  return { type: 'DecisionAsked', data: { at, ...term, ...byVote } };
}

export function withdraw({ at, by, ...data }: DataOf<'WithdrawProposal'>, state: Proposal): ProposalDecision {
  if (!isWritten(state)) return refuse('not-written');
  const forWhom = data.for !== undefined && data.for === state.raisedBy ? state.author : by;
  const file = mayChange(state, forWhom);
  if (typeof file === 'string') return state.stage === 'withdrawn' ? accept() : refuse(file);
  if (data.reason.trim() === '') return refuse('reason-missing');
  return accept({ type: 'ProposalWithdrawn', data: { at, by, reason: data.reason } });
}

/** Only what somebody waits for, and not what a body has voted on already. */
export function expire({ at }: DataOf<'ExpireProposal'>, state: Proposal): ProposalDecision {
  if (!isWritten(state) || state.expiresAt === undefined || at < state.expiresAt) return accept();
  if (over.includes(state.stage) || state.stage === 'postponed' || verdictOfVote(state) !== undefined) return accept();
  return accept({ type: 'ProposalExpired', data: { at } });
}
