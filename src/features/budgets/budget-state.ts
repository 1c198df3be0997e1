import type { Brand } from '../../core/brand.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { CentreCode } from '../directory/index.ts';

/** What a centre may spend money on: its functions and instruments (domain.md E3, E5–E13, F6). */
export const budgetLines = [
  'consult',
  'fly-in',
  'availability',
  'guarantee',
  'add-on',
  'start-up',
  'subsidy',
  'learning',
] as const;
export type BudgetLine = (typeof budgetLines)[number];

export type RequestId = Brand<'RequestId'>;
export const requestId = (id: string): RequestId => id as RequestId;

/**
 * All amounts are whole euro cents. `committed` is what is still to be spent of what was decided; `settled` is what came
 * back of money that was advanced; `carriedOut` went to the next year when this one was closed.
 */
export type LineMoney = Readonly<{
  allocated: number;
  shifted: number;
  carried: number;
  reserved: number;
  committed: number;
  spent: number;
  settled: number;
  carriedOut: number;
}>;

export const holdingStatuses = ['reserved', 'committed', 'finished', 'released'] as const;
export type HoldingStatus = (typeof holdingStatuses)[number];

/** The money of one request. `spent` and `settled` count over all years; `committed` is what is left of it to spend. */
export type Holding = Readonly<{
  request: RequestId;
  line: BudgetLine;
  status: HoldingStatus;
  reserved: number;
  committed: number;
  spent: number;
  settled: number;
  /** For which time it was decided; YYYY-MM-DD. */
  period?: Period;
}>;
export type Period = Readonly<{ from: string; until: string }>;

export const warningLevels = [80, 95] as const;
export type WarningLevel = (typeof warningLevels)[number];

/** A line was allowed below zero, by somebody who may, and why. */
export type Overriding = Readonly<{ at: string; by: PersonId; line: BudgetLine; reason: string }>;

export type Lines = Readonly<Record<BudgetLine, LineMoney>>;
export type BudgetFile = Readonly<{
  status: 'open' | 'closed';
  centre: CentreCode;
  year: number;
  lines: Lines;
  /** In the order of asking. */
  holdings: readonly Holding[];
  /** The highest level that was warned of. */
  warned: Readonly<Partial<Record<BudgetLine, WarningLevel>>>;
  overridden: readonly Overriding[];
  /** Spent in each quarter of the year, of all lines together. */
  quarters: Quarters;
  /** The year that was closed into this one. */
  carriedFrom?: number;
  updatedAt: string;
}>;
export type Quarters = readonly [number, number, number, number];
export type Budget = Readonly<{ status: 'none' }> | BudgetFile;

export const budgetStream = (centre: CentreCode, year: number): StreamId => streamId('budget', `${centre}-${year}`);

export function isThere(state: Budget): state is BudgetFile {
  return state.status !== 'none';
}

const noMoney: LineMoney = {
  ...{ allocated: 0, shifted: 0, carried: 0, reserved: 0 },
  ...{ committed: 0, spent: 0, settled: 0, carriedOut: 0 },
};
export const noLines: Lines = Object.fromEntries(budgetLines.map((line) => [line, noMoney])) as Record<
  BudgetLine,
  LineMoney
>;

/** What the line has this year, before anything is taken. */
export function totalOf({ allocated, shifted, carried }: LineMoney): number {
  return allocated + shifted + carried;
}

/** What is taken: set apart, promised or paid, less what came back. */
export function usedOf({ reserved, committed, spent, settled }: LineMoney): number {
  return reserved + committed + spent - settled;
}

export function freeOf(money: LineMoney): number {
  return totalOf(money) - usedOf(money) - money.carriedOut;
}

/** The highest level that the line has reached. A line without money has none. */
export function levelOf(money: LineMoney): WarningLevel | undefined {
  const total = totalOf(money);
  return warningLevels.findLast((level) => total > 0 && usedOf(money) * 100 >= total * level);
}

export function holdingOf({ holdings }: BudgetFile, request: RequestId): Holding | undefined {
  return holdings.find((holding) => holding.request === request);
}

/** What is left on a line, and which others could shift how much: what a refusal tells. */
export type Room = Readonly<{ line: BudgetLine; free: number; others: readonly LineRoom[] }>;
export type LineRoom = Readonly<{ line: BudgetLine; free: number }>;

export function roomOf({ lines }: BudgetFile, line: BudgetLine): Room {
  const others = budgetLines
    .filter((other) => other !== line && freeOf(lines[other]) > 0)
    .map((other) => ({ line: other, free: freeOf(lines[other]) }))
    .toSorted((one, other) => other.free - one.free);
  return { line, free: freeOf(lines[line]), others };
}
