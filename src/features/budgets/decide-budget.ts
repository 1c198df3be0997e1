import { accept, type Decision, refuse } from '../../core/decider.ts';
import type { Amounts, BudgetCommand, BudgetEvent, BudgetRefusal } from './budget-messages.ts';
import {
  type Budget,
  type BudgetFile,
  type BudgetLine,
  budgetLines,
  freeOf,
  isThere,
  noLines,
} from './budget-state.ts';

export type BudgetDecision = Decision<BudgetEvent, BudgetRefusal>;
export type DataOf<Type extends BudgetCommand['type']> = Extract<BudgetCommand, { type: Type }>['data'];

/** The budget while money may move on it; otherwise why not. */
export function openIn(state: Budget): BudgetFile | BudgetRefusal {
  if (!isThere(state)) return 'no-budget';
  return state.status === 'closed' ? 'year-closed' : state;
}

export function isAmount(cents: number): boolean {
  return Number.isSafeInteger(cents) && cents > 0;
}

type Override = Readonly<{ reason: string }> | undefined;

/** Why a line may not go as low as `free`; undefined when it may. */
export function tooLow(free: number, override: Override): BudgetRefusal | undefined {
  if (free >= 0) return undefined;
  if (override === undefined) return 'not-enough';
  return override.reason.trim() === '' ? 'reason-missing' : undefined;
}

/** An override that was not needed is not recorded: nothing went below zero. */
export function asNeeded<Data extends Readonly<{ override?: object }>>(data: Data, isNeeded: boolean): Data {
  if (isNeeded) return data;
  const { override: _notNeeded, ...rest } = data;
  return rest as Data;
}

/** The year's table, and every change of it later: a line gets what is said here in all. */
export function allocate(data: DataOf<'AllocateBudget'>, state: Budget): BudgetDecision {
  if (isThere(state) && state.status === 'closed') return refuse('year-closed');
  const before = isThere(state) ? state.lines : noLines;
  const changed = budgetLines.filter((line) => (data.lines[line] ?? before[line].allocated) !== before[line].allocated);
  const amounts = changed.map((line) => data.lines[line] ?? 0);
  if (amounts.some((cents) => !Number.isSafeInteger(cents) || cents < 0)) return refuse('amount-wrong');
  if (changed.length === 0 && isThere(state)) return accept();
  const lines: Amounts = Object.fromEntries(changed.map((line, index) => [line, amounts[index] ?? 0]));
  const lowest = Math.min(0, ...changed.map((line) => freeAfter(before, line, lines)));
  const refusal = tooLow(lowest, data.override);
  if (refusal) return refuse(refusal);
  return accept({ type: 'BudgetAllocated', data: { ...asNeeded(data, lowest < 0), lines } });
}

/** A line that goes up is never in the way, also when it was below zero. */
function freeAfter(before: BudgetFile['lines'], line: BudgetLine, lines: Amounts): number {
  const change = (lines[line] ?? 0) - before[line].allocated;
  return change >= 0 ? 0 : freeOf(before[line]) + change;
}

export function shift(data: DataOf<'ShiftMoney'>, state: Budget): BudgetDecision {
  const budget = openIn(state);
  if (typeof budget === 'string') return refuse(budget);
  if (!isAmount(data.cents)) return refuse('amount-wrong');
  if (data.from === data.to) return refuse('same-line');
  if (data.reason.trim() === '') return refuse('reason-missing');
  const left = freeOf(budget.lines[data.from]) - data.cents;
  const refusal = tooLow(left, data.override);
  return refusal ? refuse(refusal) : accept({ type: 'MoneyShifted', data: asNeeded(data, left < 0) });
}

/** What is free, and what runs on, goes to the next year by an effect. */
export function closeYear(data: DataOf<'CloseYear'>, state: Budget): BudgetDecision {
  if (!isThere(state)) return refuse('no-budget');
  return state.status === 'closed' ? accept() : accept({ type: 'YearClosed', data });
}

export function carryIn(data: DataOf<'CarryIn'>, state: Budget): BudgetDecision {
  if (isThere(state) && state.carriedFrom !== undefined) return accept();
  if (isThere(state) && state.status === 'closed') return refuse('year-closed');
  return accept({ type: 'CarriedIn', data });
}

export function tellWarning(data: DataOf<'TellWarning'>, state: Budget): BudgetDecision {
  return isThere(state) ? accept({ type: 'WarningTold', data }) : refuse('no-budget');
}
