import type { PersonId, StreamId } from '../../core/ids.ts';
import type { BodyChannel, BodyId, CentreCode } from '../directory/index.ts';
import type { AboutCase, Content, KeptOutcome, ProposalId, ProposalNumber, Ruling } from './proposal-state.ts';
import type { BodyOnRoute, Decides, Route } from './route.ts';
import type { VoteId } from '../voting/index.ts';

/** Every command and event carries the moment it happened (`at`, UTC instant). */
type At = Readonly<{ at: string }>;
type By = At & Readonly<{ by: PersonId }>;

type Drafting = By &
  Readonly<{
    id: ProposalId;
    number: ProposalNumber;
    centre: CentreCode;
    author: PersonId;
    content: Content;
    case?: AboutCase;
    raisedBy?: StreamId;
    expiresAt?: string;
  }>;

/** When a vote closes, and when who has not voted is reminded (UTC instants). */
export type NewVote = Readonly<{ vote: VoteId; closesAt: string; remindAt: string }>;
/** `vote`: only used when a body decides. */
export type NewDecision = NewVote & Readonly<{ lateAt: string }>;
/** Everybody who is told of a decision beside the author and the owner. */
export type Informed = Readonly<{ people: readonly PersonId[]; channels: readonly BodyChannel[] }>;

/** `reason`: why the chair took the vote back. */
type Cancelled = At & Readonly<{ vote: VoteId; reason: string }>;
type Closed = At & Readonly<{ vote: VoteId; outcome: KeptOutcome }>;
type Asked = At & Readonly<{ closesAt: string; remindAt: string; lateAt: string; vote?: VoteId; body?: BodyOnRoute }>;
/** `chairOf`: the body that the actor leads today. */
type Deciding = By & Readonly<{ chairOf?: BodyId }>;

export type ProposalCommand =
  | { type: 'DraftProposal'; data: Drafting }
  | { type: 'AmendProposal'; data: By & { content: Content } }
  /** The route is the one of this moment. `advice`: used when somebody advises. */
  | { type: 'PutForward'; data: By & { route: Route; advice: NewVote; decision: NewDecision } }
  | { type: 'RecordAdvice'; data: Closed }
  | { type: 'TakeToDecision'; data: By & { route: Route; decision: NewDecision } }
  | { type: 'RenewRoute'; data: At & { route: Route; decision: NewDecision } }
  /** `chair`: who leads the body now, and is to record what it decided. */
  | { type: 'RecordVote'; data: Closed & { chair: PersonId } }
  /** Advice or a decision: of whichever vote runs. `chair`: as with RecordVote. */
  | { type: 'RecordCancelled'; data: Cancelled & { chair: PersonId } }
  | { type: 'VoteAgain'; data: Deciding & { decision: NewDecision } }
  /** `version`: of the text that was read; another one has to be read first. */
  | { type: 'Decide'; data: Deciding & { ruling: Ruling; informed: Informed; version?: number } }
  | { type: 'ResumeProposal'; data: At & { route: Route; decision: NewDecision; expiresAt: string } }
  | { type: 'RemindDecider'; data: At }
  | { type: 'AskReview'; data: At }
  | { type: 'AnswerReview'; data: By & { answer: string } }
  /** `for`: the stream that raised it, and needs it no more. */
  | { type: 'WithdrawProposal'; data: By & { reason: string; for?: StreamId } }
  | { type: 'ExpireProposal'; data: At };

export type ProposalEvent =
  | { type: 'ProposalDrafted'; data: Drafting }
  | { type: 'ProposalAmended'; data: By & { content: Content } }
  | { type: 'ProposalPutForward'; data: By & { route: Route } }
  | { type: 'AdviceAsked'; data: At & NewVote & { body: BodyOnRoute } }
  | { type: 'AdviceGiven'; data: Closed }
  | { type: 'AdviceCancelled'; data: Cancelled }
  | { type: 'RouteRenewed'; data: At & { route: Route; was: Decides } }
  | { type: 'DecisionAsked'; data: Asked }
  | { type: 'VoteClosed'; data: Closed & { chair: PersonId } }
  | { type: 'VoteCancelled'; data: Cancelled & { chair: PersonId } }
  | { type: 'ProposalDecided'; data: By & { ruling: Ruling; decides: Decides; informed: Informed } }
  | { type: 'ProposalPostponed'; data: By & { until: string; motivation: string } }
  | { type: 'ProposalResumed'; data: At & { expiresAt: string } }
  | { type: 'DecisionLate'; data: At }
  | { type: 'ReviewAsked'; data: At }
  | { type: 'ReviewAnswered'; data: By & { answer: string } }
  | { type: 'ProposalWithdrawn'; data: By & { reason: string } }
  | { type: 'ProposalExpired'; data: At };

/** What can be wrong with a decision as it was filled in. */
export const rulingFaultCodes = [
  'motivation-missing',
  'not-the-result',
  'advice-answer-missing',
  'why-not-missing',
  'amendment-missing',
  'amount-too-high',
  'alternative-missing',
  'contact-missing',
  'owner-missing',
  'review-past',
  'until-missing',
  'until-past',
  'summary-missing',
] as const;
export type RulingFault = (typeof rulingFaultCodes)[number];

export type ProposalRefusal =
  | RulingFault
  | 'already-written'
  | 'not-written'
  | 'title-missing'
  | 'text-missing'
  | 'not-author'
  | 'is-over'
  | 'vote-to-record'
  | 'already-put-forward'
  | 'nothing-changed'
  | 'advice-on-single-case'
  | 'nobody-may-decide'
  | 'advice-not-closed'
  | 'not-put-forward'
  | 'not-decider'
  | 'already-decided'
  | 'changed-meanwhile'
  | 'not-deciding'
  | 'vote-has-result'
  | 'review-not-asked'
  | 'answer-missing'
  | 'reason-missing';
