import { type Decider, deciderOf, type Handlers } from '../../core/decider.ts';
import * as course from './decide-course.ts';
import * as verdict from './decide-verdict.ts';
import * as writing from './decide-writing.ts';
import { evolve } from './evolve.ts';
import type { ProposalCommand, ProposalEvent, ProposalRefusal } from './proposal-messages.ts';
import type { Proposal } from './proposal-state.ts';

const decisions: Handlers<ProposalCommand, Proposal, writing.ProposalDecision> = {
  DraftProposal: writing.draftProposal,
  AmendProposal: writing.amendProposal,
  PutForward: writing.putForward,
  RecordAdvice: course.recordAdvice,
  TakeToDecision: course.takeToDecision,
  RenewRoute: course.renewRoute,
  RecordVote: course.recordVote,
  RecordCancelled: course.recordCancelled,
  VoteAgain: course.voteAgain,
  Decide: verdict.decide,
  ResumeProposal: course.resume,
  RemindDecider: course.remindDecider,
  AskReview: verdict.askReview,
  AnswerReview: verdict.answerReview,
  WithdrawProposal: writing.withdraw,
  ExpireProposal: writing.expire,
};

export const proposalDecider: Decider<Proposal, ProposalCommand, ProposalEvent, ProposalRefusal> = deciderOf({
  initial: { stage: 'none' },
  decisions,
  evolve,
});
