import { addWeeks, addWorkingDays, type IsHoliday } from '../../core/working-time.ts';

/** No founding document gives a term: every one is a setting (domain.md 1M, point 10). Working days, but for the review. */
export type DecisionClocks = Readonly<{
  advice: number;
  decision: number;
  /** How long the chair has to record what a body decided, before it is late. */
  record: number;
  /** What another feature asked for and nobody decided on, ends after this long. */
  expireDays: number;
  /** After how many months it is asked what a decision brought. */
  reviewMonths: number;
}>;

export const defaultDecisionClocks: DecisionClocks = {
  advice: 10,
  decision: 10,
  record: 3,
  expireDays: 40,
  reviewMonths: 6,
};

export type DecisionCalendar = Readonly<{ clocks: DecisionClocks; isHoliday: IsHoliday }>;

/** UTC instants. */
export type Term = Readonly<{ closesAt: string; remindAt: string }>;

export function adviceTerm(from: string, { clocks, isHoliday }: DecisionCalendar): Term {
  return termOf(from, clocks.advice, isHoliday);
}

/** `lateAt`: from when it is late. A body has to meet, vote, and have it recorded. */
export function decisionTerm(
  from: string,
  by: 'person' | 'body',
  { clocks, isHoliday }: DecisionCalendar,
): Term & Readonly<{ lateAt: string }> {
  const term = termOf(from, clocks.decision, isHoliday);
  const lateAt = by === 'person' ? term.closesAt : addWorkingDays(term.closesAt, clocks.record, isHoliday);
  return { ...term, lateAt };
}

function termOf(from: string, days: number, isHoliday: IsHoliday): Term {
  const long = Math.max(1, days);
  return {
    closesAt: addWorkingDays(from, long, isHoliday),
    remindAt: addWorkingDays(from, long - 1, isHoliday),
  };
}

export function expiryOf(from: string, { clocks, isHoliday }: DecisionCalendar): string {
  return addWorkingDays(from, clocks.expireDays, isHoliday);
}

const weeksInAMonth = 52 / 12;

export function reviewDate(from: string, { clocks }: DecisionCalendar): string {
  return addWeeks(from, Math.round(clocks.reviewMonths * weeksInAMonth));
}
