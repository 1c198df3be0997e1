import { addDays } from './working-time.ts';

/** `YYYY-MM-DD`. Weekdays count from 1, Monday, to 7. */
export type Day = string;
export type Weekday = number;

export function weekdayOf(day: Day): Weekday {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** A month or a date beyond the last goes on in the next year or month. */
export function isoDay(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

export function lastDate(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same date of the month, or the last one when that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = isoDay(yearOf(day), monthOf(day) + months, 1);
  return isoDay(yearOf(first), monthOf(first), Math.min(Number(day.slice(8)), lastDate(yearOf(first), monthOf(first))));
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;
export const lastOfMonth = (day: Day): Day => addDays(addMonths(firstOfMonth(day), 1), -1);
