import { accept, type Decider, deciderOf, fold, type Handlers } from '../../core/decider.ts';
import type { BudgetCommand, BudgetEvent, BudgetRefusal } from './budget-messages.ts';
import { type Budget, budgetLines, isThere, levelOf } from './budget-state.ts';
import * as budget from './decide-budget.ts';
import * as holding from './decide-holding.ts';
import { evolve } from './evolve-budget.ts';

const decisions: Handlers<BudgetCommand, Budget, budget.BudgetDecision> = {
  AllocateBudget: budget.allocate,
  ShiftMoney: budget.shift,
  ReserveMoney: holding.reserve,
  RaiseReservation: holding.raise,
  CommitMoney: holding.commit,
  ReleaseMoney: holding.release,
  SpendMoney: holding.spend,
  SettleMoney: holding.settle,
  FinishCommitment: holding.finish,
  CloseYear: budget.closeYear,
  CarryIn: budget.carryIn,
  TellWarning: budget.tellWarning,
};

type BudgetDecider = Decider<Budget, BudgetCommand, BudgetEvent, BudgetRefusal>;
const rules: BudgetDecider = deciderOf({ initial: { status: 'none' }, decisions, evolve });

/** After every change it is seen whether a line reached a level; each level is told once a year for each line. */
export const budgetDecider: BudgetDecider = {
  ...rules,
  decide(command, state) {
    const decision = rules.decide(command, state);
    if (decision.outcome === 'refused' || decision.events.length === 0) return decision;
    const after = fold({ initial: state, evolve }, decision.events);
    return accept(...decision.events, ...warnings(after, command.data.at));
  },
};

function warnings(after: Budget, at: string): readonly BudgetEvent[] {
  if (!isThere(after) || after.status === 'closed') return [];
  return budgetLines.flatMap((line): readonly BudgetEvent[] => {
    const level = levelOf(after.lines[line]);
    const isNew = level !== undefined && level > (after.warned[line] ?? 0);
    return isNew ? [{ type: 'LineWarned', data: { at, line, level } }] : [];
  });
}
