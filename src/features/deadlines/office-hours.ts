import { weekdayOf } from '../../core/calendar.ts';
import { addDays, atLocalTime, type IsHoliday, localDate } from '../../core/working-time.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import type { Audience } from './deadline-state.ts';

export const rhythms = ['daily', 'weekly', 'each'] as const;

/** When somebody wants to hear of what they owe. Times `HH:MM` in Amsterdam; `weekdays` 1 (Monday) to 7. */
export type Preferences = Readonly<{
  /** From then on a day; what came at night waits until then. */
  from: string;
  until: string;
  weekdays: readonly number[];
  /** `weekly`: what is not due yet waits for the first working day of the week. `each`: not taken together in a morning. */
  rhythm: (typeof rhythms)[number];
  language?: Locale;
}>;

const mondayToFriday = [1, 2, 3, 4, 5];

export const defaultPreferences: Preferences = {
  from: '08:30',
  until: '17:30',
  weekdays: mondayToFriday,
  rhythm: 'daily',
};

/** Both days belong to it. */
export type Absence = Readonly<{ from: string; until: string; deputy: PersonId }>;

export function isAway(absence: Absence | undefined, instant: string): absence is Absence {
  const day = localDate(instant);
  return absence !== undefined && absence.from <= day && day <= absence.until;
}

/** From when on a day somebody may be told of what falls on that day; their own hours may begin later. */
export const dayBegins = '07:00';

/** So long what belongs together is gathered, so that it comes as one: a morning's, and what was held up. */
export const gatherMs = 120_000;
/** Many clocks end at the same minute of a day; who waits for one of them does not notice this. */
const beatMs = 500;

/** From when it may be told, and whether the bot was away when it should have been. */
export function gathered(moment: string, now: string): Readonly<{ from: string; heldUp?: true }> {
  if (Date.parse(now) - Date.parse(moment) > gatherMs) return { from: later(now, gatherMs), heldUp: true };
  const isMorning = moment === atLocalTime(localDate(moment), dayBegins);
  return { from: later(moment, isMorning ? gatherMs : beatMs) };
}

export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** What is told: not before `from`, of a deadline with that date. */
export type Telling = Readonly<{ from: string; to: Audience; due: string }>;

/** When somebody hears it, by their own wishes. What is escalated waits for nobody's rhythm or days off, only for the morning. */
export function tellAt({ from, to, due }: Telling, preferences: Preferences, isHoliday: IsHoliday): string {
  const weekdays = to === 'owner' ? preferences.weekdays : [...preferences.weekdays, ...mondayToFriday];
  const opens = withinHours(from, { ...preferences, weekdays }, isHoliday);
  if (preferences.rhythm !== 'weekly' || to !== 'owner' || from >= dayStart(due)) return opens;
  const first = firstOfWeek(opens, preferences, isHoliday);
  if (first <= due) return first;
  // Never past the day on which it is due.
  const onTheDay = withinHours(dayStart(due), preferences, isHoliday);
  return onTheDay <= due ? onTheDay : opens;
}

const dayStart = (instant: string): string => atLocalTime(localDate(instant), '00:00');

/** On somebody's first day of a week; once that day is over, on the first one of the week after. */
function firstOfWeek(instant: string, preferences: Preferences, isHoliday: IsHoliday): string {
  const day = localDate(instant);
  const monday = addDays(day, 1 - weekdayOf(day));
  const first = localDate(withinHours(atLocalTime(monday, '00:00'), preferences, isHoliday));
  return first === day ? instant : withinHours(atLocalTime(addDays(monday, 7), '00:00'), preferences, isHoliday);
}

const farthest = 400;

/** The first moment from this instant on in somebody's own hours, on one of their own days. */
export function withinHours(instant: string, preferences: Preferences, isHoliday: IsHoliday): string {
  let day = localDate(instant);
  for (let looked = 0; looked < farthest; looked++, day = addDays(day, 1)) {
    if (!preferences.weekdays.includes(weekdayOf(day)) || isHoliday(day)) continue;
    const opens = atLocalTime(day, preferences.from);
    if (instant <= opens) return opens;
    if (instant < atLocalTime(day, preferences.until)) return instant;
  }
  // Somebody without any day hears it all the same.
  return instant;
}
