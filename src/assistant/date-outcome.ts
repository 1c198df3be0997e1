import {
  addMonths,
  type Day,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../core/calendar.ts';
import { addDays, type IsHoliday } from '../core/working-time.ts';
import { dayOf, inWeekOf, weekdayAfter } from './calendar.ts';

/** What a phrase means: one day, a period (first and last day), or several days of which one is meant. */
export type Outcome = Readonly<{ day: Day } | { from: Day; to: Day } | { options: readonly Day[] }>;

/** When it is said. `english`: 3/4 may be meant as the fourth of March. */
export type Said = Readonly<{ today: Day; now: string; isHoliday: IsHoliday; english: boolean }>;

export const on = (day: Day): Outcome => ({ day });
export const between = (from: Day, to: Day): Outcome => ({ from, to });

/** One day when all are the same. */
export function oneOf(days: readonly Day[]): Outcome {
  const [first = '', ...more] = [...new Set(days)].toSorted();
  return more.length === 0 ? on(first) : { options: [first, ...more] };
}

/** A date that has just passed may be meant as such, or as that of next year: ask. */
const justPassedDays = 14;

type Parts = Readonly<{ date: number; month: number; year?: number }>;

/** 12 March, with or without a year: without, the next time it comes. A day that does not exist is asked about. */
export function dateIn(said: Said, { date, month, year }: Parts): Outcome | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const thisYear = year ?? yearOf(said.today);
  const day = dayOf(thisYear, month, date);
  if (day === undefined) return besideNoDay(thisYear, month);
  return year === undefined ? nextTime(said, day) : on(day);
}

function besideNoDay(year: number, month: number): Outcome {
  const last = lastOfMonth(dayOf(year, month, 1) ?? '');
  return oneOf([last, addDays(last, 1)]);
}

function nextTime({ today }: Said, day: Day): Outcome {
  if (day >= today) return on(day);
  const next = addMonths(day, 12);
  return addDays(day, justPassedDays) >= today ? oneOf([day, next]) : on(next);
}

/** "de 15e": the next one, this day included. */
export function nextDate({ today }: Said, date: number): Outcome | undefined {
  if (date < 1 || date > 31) return undefined;
  const months = [0, 1, 2].map((ahead) => addMonths(firstOfMonth(today), ahead));
  const days = months.map((first) => dayOf(yearOf(first), monthOf(first), date));
  const [here, ...later] = days;
  // The 31st in a month of thirty days is nobody's meaning for certain.
  if (here === undefined) return oneOf([lastOfMonth(today), later.find((day) => day !== undefined) ?? today]);
  const day = days.find((one) => one !== undefined && one >= today);
  return day === undefined ? undefined : on(day);
}

/** A weekday beside a date must be that of the date; otherwise one of the two is a mistake, and the person says which. */
export function checked(outcome: Outcome | undefined, weekday: Weekday | undefined): Outcome | undefined {
  if (outcome === undefined || weekday === undefined || 'from' in outcome) return outcome;
  if ('options' in outcome) {
    const fitting = outcome.options.filter((day) => weekdayOf(day) === weekday);
    return fitting.length === 0 ? outcome : oneOf(fitting);
  }
  if (weekdayOf(outcome.day) === weekday) return outcome;
  return oneOf([outcome.day, weekdayAfter(addDays(outcome.day, -4), weekday)]);
}

/** The coming one. Said on that very weekday it may be today or in a week. */
export function coming({ today }: Said, weekday: Weekday): Outcome {
  const next = weekdayAfter(today, weekday);
  return weekdayOf(today) === weekday ? oneOf([today, next]) : on(next);
}

/** The first of a month, this month or later. */
export function monthFrom({ today }: Said, month: number, year?: number): Day {
  const ahead = month < monthOf(today) ? 1 : 0;
  return dayOf(year ?? yearOf(today) + ahead, month, 1) ?? today;
}

const quarterMonths = 3;

export function quarterOf(day: Day): Outcome & Readonly<{ from: Day; to: Day }> {
  const from = addMonths(firstOfMonth(day), -((monthOf(day) - 1) % quarterMonths));
  return { from, to: lastOfMonth(addMonths(from, quarterMonths - 1)) };
}

const friday = 5;

/** A week, month, quarter or year around a day; a week ends on Friday for whoever works in it. */
export function around(day: Day, unit: string): Readonly<{ from: Day; middle: Day; to: Day; end: Day }> {
  if (unit === 'week') {
    const [from, end, to] = [1, friday, 7].map((weekday) => inWeekOf(day, weekday));
    return { from: from ?? day, middle: inWeekOf(day, 3), to: to ?? day, end: end ?? day };
  }
  const { from, to } = unit === 'maand' ? { from: firstOfMonth(day), to: lastOfMonth(day) } : longer(day, unit);
  const middle =
    unit === 'maand' ? addDays(from, 14) : unit === 'jaar' ? addMonths(from, 6) : addDays(addMonths(from, 1), 14);
  return { from, middle, to, end: to };
}

function longer(day: Day, unit: string): Readonly<{ from: Day; to: Day }> {
  return unit === 'jaar' ? { from: `${yearOf(day)}-01-01`, to: `${yearOf(day)}-12-31` } : quarterOf(day);
}

/** So many units on, or back when negative. */
export function moved({ today }: Pick<Said, 'today'>, count: number, unit: string): Day {
  if (unit === 'dag') return addDays(today, count);
  if (unit === 'week') return addDays(today, count * 7);
  const months = { maand: 1, kwartaal: quarterMonths, jaar: 12 }[unit] ?? 0;
  return addMonths(today, count * months);
}
