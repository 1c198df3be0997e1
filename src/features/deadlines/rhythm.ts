import { addMonths } from '../../core/calendar.ts';
import { addWeeks, atLocalTime, type IsHoliday, localDate } from '../../core/working-time.ts';
import type { Dates } from './deadline-messages.ts';
import type { DeadlineFile, Rhythm } from './deadline-state.ts';
import { endOfMonth, planned } from './nudge-plan.ts';

/** So many months on from a month (`2027-02`), or back. */
export function monthFrom(month: string, months: number): string {
  return addMonths(`${month}-01`, months).slice(0, 7);
}

type Dated = Readonly<{ due: string; month?: string }>;

/** When what comes back is due next: the first time of its rhythm after this date and after now. Undefined for what is once. */
export function nextDates(file: DeadlineFile, at: string, isHoliday: IsHoliday): Dates | undefined {
  const { rhythm, kind } = file;
  if (kind === 'one-off' || !rhythm || rhythm.every < 1) return undefined;
  let next: Dated = file;
  do next = oneOn(next, rhythm, isHoliday);
  while (next.due <= at || next.due <= file.due);
  return datesFor(file, { ...next, at }, isHoliday);
}

/** A new date for a deadline, with what is told around it from now on. */
export function datesFor(
  { plan }: Pick<DeadlineFile, 'plan'>,
  { due, month, at }: Dated & Readonly<{ at: string }>,
  isHoliday: IsHoliday,
): Dates {
  return { due, ...(month === undefined ? {} : { month }), moments: planned({ plan, due, at, isHoliday }) };
}

function oneOn({ due, month }: Dated, { every, unit }: Rhythm, isHoliday: IsHoliday): Dated {
  if (unit === 'week') return { due: addWeeks(due, every) };
  if (month === undefined) return { due: dueOn(addMonths(localDate(due), every)) };
  const next = monthFrom(month, every);
  return { due: endOfMonth(next, isHoliday), month: next };
}

/** What is due on a day is due at the end of its working hours. */
export const dueOn = (day: string): string => atLocalTime(day, '17:00');
