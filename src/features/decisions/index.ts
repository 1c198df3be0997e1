export { type DecisionClocks, defaultDecisionClocks } from './clocks.ts';
export { type DeskDeps as DecisionDeskDeps, type Refusal as DecisionRefusal, type Told } from './decision-desk.ts';
export { fullTable, publicTable } from './decision-rows.ts';
export { decisionsOf, downloadName } from './desk-lists.ts';
export { type Raising, raiseProposal, withdrawProposal } from './desk-raise.ts';
export { mandateFor } from './governance-desk.ts';
export { mandates as mandatesImport } from './import-mandates.ts';
export { routes as routesImport } from './import-routes.ts';
export { proposalAggregate } from './aggregates.ts';
export {
  contentOf,
  isWritten,
  type Proposal,
  type ProposalFile,
  type ProposalId,
  proposalId,
  proposalStream,
  voteOf,
} from './proposal-state.ts';
export { type PublicDecision, publicVersion } from './public-version.ts';
export { refusalText as decisionRefusalText } from './texts.ts';
export { type Settled, type SettledListener } from './settle-desk.ts';
export { type Matter, type Subject } from './subjects.ts';
export { decisionRunners, type DecisionsDeps, decisionsFeature, type DecisionsFeature } from './teams.ts';
export { decisionCancelled, decisionTold } from './votes-desk.ts';
export { type HowToVote } from './how-to-vote.ts';
export { type VoteOutcome, type Votes } from './votes-port.ts';
export { deciderOf, openStages as openProposalStages, proposalLacks } from './lacking.ts';
