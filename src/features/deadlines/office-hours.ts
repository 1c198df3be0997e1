import { addDays, atLocalTime, type IsHoliday, isWorkingDay, localDate } from '../../core/working-time.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';

export const rhythms = ['daily', 'weekly', 'each'] as const;

/** When somebody wants to hear of what they owe. Times `HH:MM` in Amsterdam; `weekdays` 1 (Monday) to 7. */
export type Preferences = Readonly<{
  /** From then on a day; what came at night waits until then. */
  from: string;
  until: string;
  weekdays: readonly number[];
  /** `weekly`: what is not due yet waits for the first working day of the week. `each`: never taken together. */
  rhythm: (typeof rhythms)[number];
  language?: Locale;
}>;

export const defaultPreferences: Preferences = {
  from: '08:30',
  until: '17:30',
  weekdays: [1, 2, 3, 4, 5],
  rhythm: 'daily',
};

/** Both days belong to it. */
export type Absence = Readonly<{ from: string; until: string; deputy: PersonId }>;

export function isAway(absence: Absence | undefined, instant: string): absence is Absence {
  const day = localDate(instant);
  return absence !== undefined && absence.from <= day && day <= absence.until;
}

const farthest = 400;

/** The first moment from this instant on in somebody's own hours, on one of their own working days. */
export function withinHours(instant: string, preferences: Preferences, isHoliday: IsHoliday): string {
  let day = localDate(instant);
  for (let looked = 0; looked < farthest; looked++, day = addDays(day, 1)) {
    if (!worksOn(day, preferences, isHoliday)) continue;
    const opens = atLocalTime(day, preferences.from);
    if (instant <= opens) return opens;
    if (instant < atLocalTime(day, preferences.until)) return instant;
  }
  // Somebody without any working day hears it all the same.
  return instant;
}

function worksOn(day: string, { weekdays }: Preferences, isHoliday: IsHoliday): boolean {
  return weekdays.includes(weekdayOf(day)) && isWorkingDay(day, isHoliday);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday after this day. */
export function nextMonday(day: string): string {
  return addDays(day, 8 - weekdayOf(day));
}
