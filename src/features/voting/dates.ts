import { addDays, atLocalTime, type IsHoliday, isWorkingDay, localDate } from '../../core/working-time.ts';

const closingTime = '17:00';
const remindingTime = '09:00';

/** A vote that closes on a day is open until the end of that working day. */
export function closingOn(day: string): string {
  return atLocalTime(day, closingTime);
}

/** In the morning of the `days`-th working day before the day of closing. Days that somebody typed may be no days at all. */
export function remindAtFor(closesAt: string, days: number, isHoliday: IsHoliday): string {
  let day = localDate(closesAt);
  for (let left = days; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day, isHoliday)) left--;
  }
  return atLocalTime(day, remindingTime);
}
