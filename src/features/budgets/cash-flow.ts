import { addDays, localDate } from '../../core/working-time.ts';
import type { BudgetFile, Holding } from './budget-state.ts';

/** Whole euro cents; the quarters of one year, and what falls after it. */
export type Flow = Readonly<{ quarters: readonly number[]; later: number }>;

const dayMs = 86_400_000;

/**
 * What is still to be spent, spread evenly over the days that are left of each period. What was decided without a period,
 * or whose period is over, is expected now. All of it together is exactly what is committed.
 */
export function expectedFlow({ holdings, year }: BudgetFile, now: string): Flow {
  const today = localDate(now);
  const spread = holdings.filter(({ committed }) => committed > 0).map((holding) => spreadOf(holding, year, today));
  const sum = (index: number) => spread.reduce((total, parts) => total + (parts[index] ?? 0), 0);
  return { quarters: [0, 1, 2, 3].map(sum), later: sum(4) };
}

/** Four quarters and what comes later. */
function spreadOf({ committed, period }: Holding, year: number, today: string): readonly number[] {
  const { from, until } = remaining(period ?? { from: today, until: today }, today);
  const bounds = [`${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`, until];
  const days = Math.max(1, daysBetween(from, addDays(until, 1)));
  // Up to each bound, so that rounding never loses or makes a cent.
  const upTo = bounds.map((bound) => {
    const passed = Math.min(days, Math.max(0, daysBetween(from, addDays(bound, 1))));
    return Math.floor((committed * passed) / days);
  });
  return [...upTo.slice(0, 4), committed].map((cents, index) => cents - (upTo[index - 1] ?? 0));
}

function remaining({ from, until }: Readonly<{ from: string; until: string }>, today: string) {
  const first = from > today ? from : today;
  return { from: first, until: until < first ? first : until };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
