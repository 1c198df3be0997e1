export { votesOwedBy } from './ballots-desk.ts';
export { adviceChoices, type Choice, decisionChoices, type VoteKind, voteKinds } from './choices.ts';
export { closingOn, remindAtFor } from './dates.ts';
export type { SeatFile } from './seat-state.ts';
export { votingFeature, type VotingFeature, votingRunners } from './teams.ts';
export {
  defaultVoteSettings,
  isVote,
  type Outcome,
  type Result as VoteResult,
  results as voteResults,
  secrecies,
  type SeatFor,
  type Vote,
  type VoteFile,
  type VoteId,
  voteId,
  type VoteSettings,
  voteStream,
  type VoteToOpen,
} from './vote-state.ts';
export {
  cancelVote,
  extendVote,
  type ExtendWish,
  loadVote,
  openVote,
  type Refusal as VotingRefusal,
  type Told as VoteTold,
  type VotingDeps,
} from './voting-desk.ts';
export { refusalText as votingRefusalText } from './texts.ts';
export type { Listener as VoteListener } from './closing-desk.ts';
