import { addWeeks, addWorkingDays, type IsHoliday } from '../../core/working-time.ts';
import { effectMonths } from './consultation-state.ts';

/** Working days. No founding document gives a term: every one is a setting (domain.md 1M, point 10). */
export type ConsultationClocks = Readonly<{
  /** An invitation that is not answered is brought to mind after this long … */
  remind: number;
  /** … and goes to the next expert after this long, counted from the invitation. */
  answer: number;
}>;

export const defaultConsultationClocks: ConsultationClocks = { remind: 2, answer: 4 };

export type ConsultationCalendar = Readonly<{ clocks: ConsultationClocks; isHoliday: IsHoliday }>;

/** UTC instants. */
export function answerDates(
  from: string,
  { clocks, isHoliday }: ConsultationCalendar,
): Readonly<{ remindAt: string; answerBy: string }> {
  const answer = Math.max(clocks.answer, clocks.remind + 1);
  return {
    remindAt: addWorkingDays(from, clocks.remind, isHoliday),
    answerBy: addWorkingDays(from, answer, isHoliday),
  };
}

const weeksInAMonth = 52 / 12;

/** When it is asked what the advice brought: one instant for each of `effectMonths`, at the same time of day. */
export function effectDates(from: string): readonly string[] {
  return effectMonths.map((months) => addWeeks(from, Math.round(months * weeksInAMonth)));
}
