import type { Because, BudgetCommand } from './budget-messages.ts';
import type { Holding, RequestId } from './budget-state.ts';
import { amountOf, isAsked, isGranted, type MoneyRequest, type RequestFile } from './request-state.ts';

type Standing = Readonly<{ request: RequestId; state: MoneyRequest; holding: Holding | undefined }>;

/**
 * What still has to be done on the budget, so that it holds what the request says; undefined when they are in step. Asked
 * again after every step, it ends.
 */
export function nextMove({ request, state, holding }: Standing, at: string): BudgetCommand | undefined {
  if (!isAsked(state)) return releasing(request, holding, { at, because: 'not-asked' });
  if (state.stage === 'asked') return isHeld(holding) ? undefined : reserving(state, at);
  if (isGranted(state)) return granting(state, holding, at);
  return releasing(request, holding, { at, because: becauseOf(state) });
}

function becauseOf({ stage }: RequestFile): Because {
  return stage === 'expired' || stage === 'rejected' ? stage : 'withdrawn';
}

function isHeld(holding: Holding | undefined): holding is Holding {
  return holding !== undefined && holding.status !== 'released';
}

function reserving(file: RequestFile, at: string): BudgetCommand {
  const { id, requester, ask } = file;
  return { type: 'ReserveMoney', data: { at, by: requester, request: id, line: ask.line, cents: amountOf(file) } };
}

function granting(file: RequestFile, holding: Holding | undefined, at: string): BudgetCommand | undefined {
  const { id: request, leader: by, ask } = file;
  const cents = amountOf(file);
  if (!isHeld(holding)) return reserving(file, at);
  if (holding.status === 'reserved') {
    return holding.reserved < cents
      ? { type: 'RaiseReservation', data: { at, by, request, cents } }
      : { type: 'CommitMoney', data: { at, by, request, cents, period: ask.period } };
  }
  const isOver = file.stage === 'ended' && holding.status === 'committed';
  return isOver ? { type: 'FinishCommitment', data: { at, request } } : undefined;
}

function releasing(
  request: RequestId,
  holding: Holding | undefined,
  { at, because }: Readonly<{ at: string; because: Because }>,
): BudgetCommand | undefined {
  return holding?.status === 'reserved' ? { type: 'ReleaseMoney', data: { at, request, because } } : undefined;
}
