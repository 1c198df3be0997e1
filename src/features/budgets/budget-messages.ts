import type { PersonId } from '../../core/ids.ts';
import type { CentreCode } from '../directory/index.ts';
import type { BudgetLine, Holding, Period, RequestId, WarningLevel } from './budget-state.ts';

/** Every command and event carries the moment it happened (`at`, UTC instant). Amounts are whole euro cents. */
type At = Readonly<{ at: string }>;
type By = At & Readonly<{ by: PersonId }>;
type About = By & Readonly<{ request: RequestId }>;
/** A line may go below zero: only with a reason, and only by who may. */
type Override = Readonly<{ override?: Readonly<{ reason: string }> }>;
export type Amounts = Readonly<Partial<Record<BudgetLine, number>>>;

/** By the system when it was imported. */
type Allocating = At &
  Readonly<{ by: PersonId | 'system'; centre: CentreCode; year: number; lines: Amounts }> &
  Override;
type Shifting = By & Readonly<{ from: BudgetLine; to: BudgetLine; cents: number; reason: string }> & Override;
type Reserving = About & Readonly<{ line: BudgetLine; cents: number }>;
type Raising = About & Readonly<{ cents: number }> & Override;
/** `cents`: what was decided; what was set apart above it is free again. */
type Committing = About & Readonly<{ cents: number; period: Period }>;
/** `day`: YYYY-MM-DD. */
type Paying = About & Readonly<{ cents: number; day: string; what: string }>;
type Carrying = At &
  Readonly<{
    centre: CentreCode;
    year: number;
    fromYear: number;
    lines: Amounts;
    holdings: readonly Holding[];
  }>;
type Warning = At & Readonly<{ line: BudgetLine; level: WarningLevel }>;

export const becauses = ['not-asked', 'rejected', 'withdrawn', 'expired'] as const;
export type Because = (typeof becauses)[number];

export type BudgetCommand =
  /** What each line gets in all; a line that is not named stays as it is. */
  | { type: 'AllocateBudget'; data: Allocating }
  | { type: 'ShiftMoney'; data: Shifting }
  | { type: 'ReserveMoney'; data: Reserving }
  /** `cents`: what is to be set apart in all, when more was decided than was asked. */
  | { type: 'RaiseReservation'; data: Raising }
  | { type: 'CommitMoney'; data: Committing }
  | { type: 'ReleaseMoney'; data: At & { request: RequestId; because: Because } }
  | { type: 'SpendMoney'; data: Paying }
  /** What was advanced and came back. */
  | { type: 'SettleMoney'; data: Paying }
  | { type: 'FinishCommitment'; data: At & { request: RequestId } }
  | { type: 'CloseYear'; data: By }
  | { type: 'CarryIn'; data: Carrying }
  | { type: 'TellWarning'; data: Warning & { to: PersonId } };

export type BudgetEvent =
  | { type: 'BudgetAllocated'; data: Allocating }
  | { type: 'MoneyShifted'; data: Shifting }
  | { type: 'MoneyReserved'; data: Reserving }
  | { type: 'ReservationRaised'; data: Raising }
  | { type: 'MoneyCommitted'; data: Committing }
  | { type: 'MoneyReleased'; data: At & { request: RequestId; because: Because } }
  | { type: 'MoneySpent'; data: Paying }
  | { type: 'MoneySettled'; data: Paying }
  | { type: 'CommitmentFinished'; data: At & { request: RequestId } }
  | { type: 'YearClosed'; data: By }
  | { type: 'CarriedIn'; data: Carrying }
  | { type: 'LineWarned'; data: Warning }
  | { type: 'WarningTold'; data: Warning & { to: PersonId } };

export const budgetRefusals = [
  'no-budget',
  'year-closed',
  'amount-wrong',
  'same-line',
  'reason-missing',
  'not-enough',
  'not-reserved',
  'more-than-reserved',
  'not-committed',
  'more-than-committed',
  'more-than-spent',
  'no-guarantee',
] as const;
export type BudgetRefusal = (typeof budgetRefusals)[number];
