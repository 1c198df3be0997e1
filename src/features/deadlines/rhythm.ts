import { addDays, addWeeks, atLocalTime, type IsHoliday, localDate } from '../../core/working-time.ts';
import type { Dates } from './deadline-messages.ts';
import type { DeadlineFile, Rhythm } from './deadline-state.ts';
import { endOfMonth, planned } from './nudge-plan.ts';

export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
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
  const next = addMonths(month ?? localDate(due).slice(0, 7), every);
  if (month !== undefined) return { due: endOfMonth(next, isHoliday), month: next };
  return { due: dueOn(dayIn(next, localDate(due).slice(8))) };
}

/** What is due on a day is due at the end of its working hours. */
export const dueOn = (day: string): string => atLocalTime(day, '17:00');

/** The 31st of a month that has none is its last day. */
function dayIn(month: string, day: string): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  return `${month}-${day}` > last ? last : `${month}-${day}`;
}
