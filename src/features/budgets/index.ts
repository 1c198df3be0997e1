export { budgetAggregate, requestAggregate } from './aggregates.ts';
export { type BudgetLine, budgetLines, budgetStream, requestId, type RequestId } from './budget-state.ts';
export { type Decisions, type Proposal } from './decisions-port.ts';
export { budgets as budgetsImport } from './import-budgets.ts';
export { type ProposalResult, settleRequest } from './proposal-desk.ts';
export { isAsked as isMoneyRequest, type MoneyRequest, type RequestFile, requestStream } from './request-state.ts';
export { budgetRunners, type BudgetsDeps, type BudgetsFeature, budgetsFeature } from './teams.ts';
