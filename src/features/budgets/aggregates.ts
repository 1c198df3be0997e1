import type { Aggregate } from '../../store/handle.ts';
import { budgetDecider } from './budget.ts';
import type { BudgetCommand, BudgetEvent, BudgetRefusal } from './budget-messages.ts';
import { type Budget, isThere } from './budget-state.ts';
import { reactToBudget, reactToRequest } from './reactions.ts';
import { requestDecider } from './request.ts';
import type { RequestCommand, RequestEvent, RequestRefusal } from './request-messages.ts';
import { isAsked, type MoneyRequest } from './request-state.ts';

export const budgetAggregate: Aggregate<Budget, BudgetCommand, BudgetEvent, BudgetRefusal> = {
  type: 'budget',
  decider: budgetDecider,
  react: reactToBudget,
  fields: (state) => (isThere(state) ? { centre: state.centre, year: state.year, status: state.status } : {}),
};

export const requestAggregate: Aggregate<MoneyRequest, RequestCommand, RequestEvent, RequestRefusal> = {
  type: 'moneyrequest',
  decider: requestDecider,
  react: reactToRequest,
  fields(state) {
    if (!isAsked(state)) return {};
    const { stage, number, centre, year, requester, ask, updatedAt } = state;
    const about = state.case === undefined ? {} : { case: state.case.id };
    return { stage, number, centre, year, requester, line: ask.line, updatedAt, ...about };
  },
};
