import type { Brand } from '../../core/brand.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { CaseId, CaseNumber } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import type { BudgetLine, HoldingStatus, Period, RequestId } from './budget-state.ts';
import type { Judged } from './criteria.ts';

/** `LI-G-2026-0003`: centre, "geld", year, counter. */
export type RequestNumber = Brand<'RequestNumber'>;

export const requestStages = ['asked', 'adopted', 'ending', 'ended', 'rejected', 'withdrawn', 'expired'] as const;
export type RequestStage = (typeof requestStages)[number];

/** What a centre pays for without a case. */
export const generalLines = ['start-up', 'subsidy', 'learning'] as const satisfies readonly BudgetLine[];

/** A guarantee is advanced until it is known who pays, and then settled (domain.md E12). Days are YYYY-MM-DD. */
export type Guarantee = Readonly<{ guarantor: string; until: string; settlement: string }>;

export type Ask = Readonly<{
  line: BudgetLine;
  /** Whole euro cents, as all amounts. */
  cents: number;
  period: Period;
  /** What it is for, in general words. */
  purpose: string;
  /** The municipality goes on paying the care itself (domain.md E7). */
  municipalityCents: number;
  /** The amount holds regular care costs of a youth who is in care: the centre may not pay those. */
  careCosts: boolean;
  guarantee?: Guarantee;
  /** The code of a place in the register. */
  place?: string;
  criteriaVersion: number;
  criteria: readonly Judged[];
}>;

export const outcomes = ['adopted', 'adopted-amended', 'rejected', 'postponed', 'withdrawn', 'expired'] as const;
export type Outcome = (typeof outcomes)[number];

/** How a proposal ended, as whoever keeps the decisions tells it. */
export type Decided = Readonly<{
  outcome: Outcome;
  proposal: string;
  /** The number of the decision. */
  number: string;
  /** Adopted with a change: the amount that was decided. */
  amountCents?: number;
  motivation: string;
  alternative?: string;
  contact?: PersonId;
}>;
export type Decision = Decided & Readonly<{ at: string; by: PersonId | 'system' }>;

/** What the budget holds for this request, as the budget told it. */
export type Money = Readonly<{
  status: HoldingStatus | 'none';
  reserved: number;
  committed: number;
  spent: number;
  settled: number;
}>;
export const noHolding: Money = { status: 'none', reserved: 0, committed: 0, spent: 0, settled: 0 };

/** Why the budget could not follow. */
export const troubles = ['not-enough', 'year-closed', 'no-budget'] as const;
export type Trouble = (typeof troubles)[number];

export const yields = ['fitting', 'partly', 'not'] as const;
/** What it brought the youth or the region (domain.md E19). */
export type Yield = (typeof yields)[number];

/** `remains`: what stays after it (domain.md E17). */
export type Ending = Readonly<{ at: string; by: PersonId; remains: string; yield: Yield }>;

export type RequestFile = Readonly<{
  stage: RequestStage;
  id: RequestId;
  number: RequestNumber;
  centre: CentreCode;
  /** Of the budget it is paid from. */
  year: number;
  requester: PersonId;
  /** The project leader of the centre, who proposes it. */
  leader: PersonId;
  case?: Readonly<{ id: CaseId; number: CaseNumber }>;
  ask: Ask;
  askedAt: string;
  raised: boolean;
  postponed: boolean;
  decision?: Decision;
  withdrawn?: Readonly<{ reason: string }>;
  ending?: Ending;
  money: Money;
  trouble?: Trouble;
  updatedAt: string;
}>;
export type MoneyRequest = Readonly<{ stage: 'none' }> | RequestFile;

export const requestStream = (id: RequestId): StreamId => streamId('moneyrequest', id);

export function isAsked(state: MoneyRequest): state is RequestFile {
  return state.stage !== 'none';
}

/** What was decided; what was asked while nothing is. */
export function amountOf({ ask, decision }: RequestFile): number {
  return decision?.amountCents ?? ask.cents;
}

/** It was decided that the money goes there. */
export function isGranted({ stage }: RequestFile): boolean {
  return stage === 'adopted' || stage === 'ending' || stage === 'ended';
}
