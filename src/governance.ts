import type { Clock } from './core/clock.ts';
import {
  type BudgetsDeps,
  budgetRunners,
  budgetsFeature,
  type ProposalResult,
  settleRequest,
} from './features/budgets/index.ts';
import {
  type DecisionClocks,
  decisionCancelled,
  decisionRunners,
  type DecisionsDeps,
  decisionsFeature,
  decisionTold,
  defaultDecisionClocks,
  proposalId,
  raiseProposal,
  withdrawProposal,
} from './features/decisions/index.ts';
import { cancelVote, openVote, type VotingDeps, votingFeature, votingRunners } from './features/voting/index.ts';
import type { EffectRunner } from './store/effect-queue.ts';
import type { CardDefinition } from './teams/cards.ts';
import type { MessageRoute, Route } from './teams/routes.ts';

export type GovernanceDeps = Omit<DecisionsDeps & BudgetsDeps & VotingDeps, 'votes' | 'decisions' | 'decisionClocks'> &
  Readonly<{ clock: Clock; decisionClocks?: Partial<DecisionClocks> }>;

type Part = Readonly<{
  routes: readonly Route[];
  messages: readonly MessageRoute[];
  cards: readonly CardDefinition[];
}>;

/**
 * Votes, proposals and money, which know each other by ports only: a money request raises a proposal, a proposal opens a
 * vote, and each hears how the other ended.
 */
export function governance(given: GovernanceDeps): Readonly<{
  parts: readonly Part[];
  runners: readonly EffectRunner[];
}> {
  const decisions: DecisionsDeps = {
    ...given,
    decisionClocks: { ...defaultDecisionClocks, ...given.decisionClocks },
    votes: {
      open: (asked, vote) => openVote(given, asked, vote),
      cancel: (asked, vote) => cancelVote(given, asked, vote),
    },
  };
  const budgets: BudgetsDeps = {
    ...given,
    decisions: {
      raise: (asked, { id, ...wish }) => raiseProposal(decisions, asked, { id: proposalId(id), ...wish }),
      withdraw: (asked, { id, reason }) => withdrawProposal(decisions, asked, { id: proposalId(id), reason }),
    },
  };
  return {
    parts: [votingFeature(given), decisionsFeature(decisions), budgetsFeature(budgets)],
    runners: [
      ...votingRunners(given, { closed: decisionTold(decisions), cancelled: decisionCancelled(decisions) }),
      ...decisionRunners(decisions, { settled: (result) => tellBudgets(budgets, result) }),
      ...budgetRunners(budgets),
    ],
  };
}

/** Only requests for money raise proposals now; an end that a request knows already changes nothing. */
async function tellBudgets(deps: BudgetsDeps, result: ProposalResult): Promise<void> {
  const told = await settleRequest(deps, result);
  if (!told.ok) deps.log.warn({ stream: result.subject, refused: told.refused }, 'end of a proposal not recorded');
}
