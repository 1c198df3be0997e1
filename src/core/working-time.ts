import type { Locale } from './locale.ts';

/** A day in the Netherlands, `YYYY-MM-DD`. Instants are UTC ISO strings; both are told apart by their length. */
type IsoDate = string;
export type IsHoliday = (day: IsoDate) => boolean;

const zone = 'Europe/Amsterdam';
/** When a working day is over for whoever owes something that day. */
const endOfWorkingDay = '17:00';
const dayMs = 86_400_000;

/** `sv-SE` writes dates and times in ISO order. */
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
});

/** The same moment on a Dutch clock, as if that clock were UTC. */
function wallTime(at: number): number {
  return Date.parse(`${wallClock.format(at).replace(' ', 'T')}Z`);
}

/** The day it is in the Netherlands at this instant. */
export function localDate(instant: string): IsoDate {
  return new Date(wallTime(parseInstant(instant))).toISOString().slice(0, 10);
}

/**
 * The instant at which a Dutch clock shows `time` (`HH:MM`) on that day. A time skipped in spring is an hour later; of a time
 * that comes twice in autumn the first is taken.
 */
export function atLocalTime(day: IsoDate, time: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const guess = wall - (wallTime(wall) - wall);
  const earlier = guess - 3_600_000;
  const at = [earlier, guess, guess + 3_600_000].find((candidate) => wallTime(candidate) === wall) ?? guess + 3_600_000;
  return new Date(at).toISOString();
}

export function isWorkingDay(day: IsoDate, isHoliday: IsHoliday): boolean {
  const weekday = new Date(parseDay(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/**
 * Due by 17:00 Dutch time on the `days`-th working day after the day of `from`; with 0 on that day itself, or on the first
 * working day after it. Throws RangeError when `days` is no whole number from 0 up.
 */
export function addWorkingDays(from: string, days: number, isHoliday: IsHoliday): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`working days: ${days}`);
  let day = localDate(from);
  let left = days === 0 && !isWorkingDay(day, isHoliday) ? 1 : days;
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day, isHoliday)) left--;
  }
  return atLocalTime(day, endOfWorkingDay);
}

/** Of a day the day, of an instant the instant at the same time on a Dutch clock; so too for weeks and months. */
export function addDays(when: string, days: number): string {
  return moved(when, (day) => new Date(parseDay(day) + days * dayMs).toISOString().slice(0, 10));
}

export function addWeeks(when: string, weeks: number): string {
  return addDays(when, weeks * 7);
}

const dayNames: Readonly<Record<Locale, Intl.DateTimeFormat>> = { nl: longDay('nl-NL'), en: longDay('en-GB') };

function longDay(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  });
}

/** "maandag 23 november 2026", "Monday 23 November 2026"; of an instant the day it is in the Netherlands. */
export function formatDay(when: string, locale: Locale): string {
  const parts = dayNames[locale].formatToParts(parseDay(isDay(when) ? when : localDate(when)));
  // Without the comma that some versions of the locale data put behind the weekday.
  const words = parts.filter(({ type }) => type !== 'literal');
  return words.map(({ value }) => value).join(' ');
}

function moved(when: string, move: (day: IsoDate) => IsoDate): string {
  if (isDay(when)) return move(when);
  const wall = new Date(wallTime(parseInstant(when))).toISOString();
  return atLocalTime(move(wall.slice(0, 10)), wall.slice(11, 16));
}

const isDay = (when: string): boolean => when.length === 10;

function parseDay(day: IsoDate): number {
  return parsed(`${day}T00:00:00Z`, day);
}

function parseInstant(instant: string): number {
  return parsed(instant, instant);
}

function parsed(text: string, given: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new RangeError(`no date: ${given}`);
  return at;
}
