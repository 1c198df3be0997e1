import { accept, refuse } from '../../core/decider.ts';
import type { BudgetRefusal } from './budget-messages.ts';
import { type Budget, type BudgetFile, freeOf, type Holding, holdingOf, type RequestId } from './budget-state.ts';
import { asNeeded, type BudgetDecision, type DataOf, isAmount, openIn, tooLow } from './decide-budget.ts';

type Found = Readonly<{ budget: BudgetFile; holding: Holding | undefined }> | BudgetRefusal;

function found(state: Budget, request: RequestId): Found {
  const budget = openIn(state);
  return typeof budget === 'string' ? budget : { budget, holding: holdingOf(budget, request) };
}

/** Set apart when it is asked, not when it is decided: two who want the last money of a line meet here. */
export function reserve(data: DataOf<'ReserveMoney'>, state: Budget): BudgetDecision {
  const both = found(state, data.request);
  if (typeof both === 'string') return refuse(both);
  const { budget, holding } = both;
  if (holding && holding.status !== 'released') return accept();
  if (!isAmount(data.cents)) return refuse('amount-wrong');
  if (data.cents > freeOf(budget.lines[data.line])) return refuse('not-enough');
  return accept({ type: 'MoneyReserved', data });
}

/** More was decided than was asked. */
export function raise(data: DataOf<'RaiseReservation'>, state: Budget): BudgetDecision {
  const both = found(state, data.request);
  if (typeof both === 'string') return refuse(both);
  const { budget, holding } = both;
  if (holding?.status !== 'reserved') return refuse('not-reserved');
  if (!isAmount(data.cents)) return refuse('amount-wrong');
  if (data.cents <= holding.reserved) return accept();
  const left = freeOf(budget.lines[holding.line]) - (data.cents - holding.reserved);
  const refusal = tooLow(left, data.override);
  return refusal ? refuse(refusal) : accept({ type: 'ReservationRaised', data: asNeeded(data, left < 0) });
}

export function commit(data: DataOf<'CommitMoney'>, state: Budget): BudgetDecision {
  const both = found(state, data.request);
  if (typeof both === 'string') return refuse(both);
  const { holding } = both;
  if (holding?.status === 'committed' || holding?.status === 'finished') return accept();
  if (holding?.status !== 'reserved') return refuse('not-reserved');
  if (!isAmount(data.cents)) return refuse('amount-wrong');
  return data.cents > holding.reserved ? refuse('more-than-reserved') : accept({ type: 'MoneyCommitted', data });
}

export function release(data: DataOf<'ReleaseMoney'>, state: Budget): BudgetDecision {
  const both = found(state, data.request);
  if (typeof both === 'string') return refuse(both);
  return both.holding?.status === 'reserved' ? accept({ type: 'MoneyReleased', data }) : accept();
}

export function spend(data: DataOf<'SpendMoney'>, state: Budget): BudgetDecision {
  const both = found(state, data.request);
  if (typeof both === 'string') return refuse(both);
  if (both.holding?.status !== 'committed') return refuse('not-committed');
  if (!isAmount(data.cents)) return refuse('amount-wrong');
  if (data.cents > both.holding.committed) return refuse('more-than-committed');
  return accept({ type: 'MoneySpent', data });
}

/** Only of a guarantee: it was advanced until somebody else pays (domain.md E12). */
export function settle(data: DataOf<'SettleMoney'>, state: Budget): BudgetDecision {
  const both = found(state, data.request);
  if (typeof both === 'string') return refuse(both);
  const { holding } = both;
  if (!holding) return refuse('not-committed');
  if (holding.line !== 'guarantee') return refuse('no-guarantee');
  if (!isAmount(data.cents)) return refuse('amount-wrong');
  if (data.cents > holding.spent - holding.settled) return refuse('more-than-spent');
  return accept({ type: 'MoneySettled', data });
}

export function finish(data: DataOf<'FinishCommitment'>, state: Budget): BudgetDecision {
  const both = found(state, data.request);
  if (typeof both === 'string') return refuse(both);
  return both.holding?.status === 'committed' ? accept({ type: 'CommitmentFinished', data }) : accept();
}
