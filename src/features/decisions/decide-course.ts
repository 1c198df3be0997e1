import { accept, refuse } from '../../core/decider.ts';
import { localDate } from '../../core/working-time.ts';
import { type DataOf, decisionAsked, type ProposalDecision, routeFault } from './decide-writing.ts';
import type { ProposalEvent, ProposalRefusal } from './proposal-messages.ts';
import {
  adviceOf,
  adviceTakenBack,
  isWritten,
  over,
  type Proposal,
  type ProposalFile,
  verdictOfVote,
  type Vote,
  voteOf,
} from './proposal-state.ts';
import { type Route, sameDecider } from './route.ts';

/** An outcome of another vote, or one that was told before, changes nothing. */
export function recordAdvice(data: DataOf<'RecordAdvice'>, state: Proposal): ProposalDecision {
  if (!isWritten(state) || state.stage !== 'advising' || adviceOf(state)?.id !== data.vote) return accept();
  return accept({ type: 'AdviceGiven', data });
}

/** With the advice, or without it when it did not come in its term or was taken back. */
export function takeToDecision({ at, by, ...data }: DataOf<'TakeToDecision'>, state: Proposal): ProposalDecision {
  if (!isWritten(state)) return refuse('not-written');
  if (state.author !== by) return refuse('not-author');
  const fault = adviceTakenBack(state) === undefined ? notAdvised(state, at) : undefined;
  return fault ? refuse(fault) : onward(at, state, data);
}

function notAdvised(file: ProposalFile, at: string): ProposalRefusal | undefined {
  switch (file.stage) {
    case 'advised':
      return undefined;
    case 'advising':
      return (adviceOf(file)?.closesAt ?? at) < at ? undefined : 'advice-not-closed';
    case 'draft':
      return 'not-put-forward';
    case 'deciding':
    case 'to-record':
    case 'postponed':
      return 'already-put-forward';
    default:
      return 'is-over';
  }
}

type Onward = Readonly<{ route: Route; decision: DataOf<'TakeToDecision'>['decision'] }>;

/** To whoever may decide now: that may be somebody else than when it was put forward. */
function onward(at: string, file: ProposalFile, next: Onward): ProposalDecision {
  const { route, decision } = next;
  const fault = routeFault(route, file);
  if (fault === 'nobody-may-decide') return refuse(fault);
  return accept(...renewed(at, file, route), decisionAsked(at, route.decide, decision));
}

function renewed(at: string, file: ProposalFile, route: Route): readonly ProposalEvent[] {
  const was = file.route?.decide;
  if (!was || sameDecider(was, route.decide)) return [];
  return [{ type: 'RouteRenewed', data: { at, route: { ...file.route, decide: route.decide }, was } }];
}

/** The one who was to decide may not (any more): it goes up. */
export function renewRoute({ at, ...next }: DataOf<'RenewRoute'>, state: Proposal): ProposalDecision {
  if (!isWritten(state) || (state.stage !== 'deciding' && state.stage !== 'to-record')) return accept();
  if (!state.route || sameDecider(state.route.decide, next.route.decide)) return accept();
  return onward(at, state, next);
}

export function recordVote(data: DataOf<'RecordVote'>, state: Proposal): ProposalDecision {
  if (!isWritten(state) || state.stage !== 'deciding' || voteOf(state)?.id !== data.vote) return accept();
  return accept({ type: 'VoteClosed', data });
}

/** Taken back by its chair: one step back. A vote that the proposal itself let go is over already. */
export function recordCancelled({ chair, ...data }: DataOf<'RecordCancelled'>, state: Proposal): ProposalDecision {
  if (!isWritten(state)) return accept();
  const runs = (vote: Vote | undefined): boolean => vote?.id === data.vote && vote.status === 'open';
  if (state.stage === 'advising' && runs(adviceOf(state))) return accept({ type: 'AdviceCancelled', data });
  if (state.stage === 'deciding' && runs(voteOf(state)))
    return accept({ type: 'VoteCancelled', data: { ...data, chair } });
  return accept();
}

/** Without quorum or majority, taken back, or when the vote never ended, the body votes once more. */
export function voteAgain({ at, chairOf, decision }: DataOf<'VoteAgain'>, state: Proposal): ProposalDecision {
  if (!isWritten(state)) return refuse('not-written');
  if (over.includes(state.stage)) return refuse('already-decided');
  const decides = state.route?.decide;
  if (decides?.by !== 'body' || decides.body.id !== chairOf) return refuse('not-decider');
  if (verdictOfVote(state) !== undefined) return refuse('vote-has-result');
  if (state.stage !== 'to-record' && !isStuck(state, at)) return refuse('not-deciding');
  return accept(decisionAsked(at, decides, decision));
}

function isStuck({ stage, lateAt }: ProposalFile, at: string): boolean {
  return stage === 'deciding' && lateAt !== undefined && lateAt <= at;
}

/** What was postponed comes back by itself on its day. */
export function resume({ at, expiresAt, ...next }: DataOf<'ResumeProposal'>, state: Proposal): ProposalDecision {
  if (!isWritten(state) || state.stage !== 'postponed') return accept();
  if (state.postponed && localDate(at) < state.postponed.until) return accept();
  const asked = onward(at, state, next);
  if (asked.outcome === 'refused') return asked;
  return accept({ type: 'ProposalResumed', data: { at, expiresAt } }, ...asked.events);
}

export function remindDecider({ at }: DataOf<'RemindDecider'>, state: Proposal): ProposalDecision {
  if (!isWritten(state) || (state.stage !== 'deciding' && state.stage !== 'to-record')) return accept();
  if (state.isLate || state.lateAt === undefined || at < state.lateAt) return accept();
  return accept({ type: 'DecisionLate', data: { at } });
}
