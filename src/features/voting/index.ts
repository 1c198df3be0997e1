export { votesOwedBy } from './ballots-desk.ts';
export { adviceChoices, type Choice, decisionChoices, type VoteKind, voteKinds } from './choices.ts';
export { closingOn, remindAtFor } from './dates.ts';
export { majorities, type Majority, majorityNames } from './majority.ts';
export type { SeatFile } from './seat-state.ts';
export { votingFeature, type VotingFeature, votingRunners } from './teams.ts';
export {
  defaultVoteSettings,
  isVote,
  type Link as VoteLink,
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
export { haveOneWeight } from './vote.ts';
export { refusalText as votingRefusalText } from './texts.ts';
export { settingsLine as voteSettingsLine } from './view-settings.ts';
export type { Cancelled as VoteCancelled, Listener as VoteListener } from './closing-desk.ts';
