import { type Day, isoDay, lastDate, type Weekday, weekdayOf, yearOf } from '../core/calendar.ts';
import { addDays } from '../core/working-time.ts';

/** The first such weekday after this day; never the day itself. */
export function weekdayAfter(day: Day, weekday: Weekday): Day {
  return addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}

/** That weekday in the week of this day, which begins on Monday. */
export function inWeekOf(day: Day, weekday: Weekday): Day {
  return addDays(day, weekday - weekdayOf(day));
}

/** Undefined when that month has no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > lastDate(year, month)) return undefined;
  return isoDay(year, month, date);
}

/** The Monday of a week as ISO 8601 counts them: week 1 has 4 January in it. Undefined when that year has no such week. */
export function mondayOfWeek(year: number, week: number): Day | undefined {
  const monday = addDays(inWeekOf(isoDay(year, 1, 4), 1), (week - 1) * 7);
  const next = inWeekOf(isoDay(year + 1, 1, 4), 1);
  return week >= 1 && monday < next ? monday : undefined;
}

/** Gregorian Easter (Meeus, Jones and Butcher). */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const correction = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const march = moon + sunday - 7 * correction + 22;
  return isoDay(year, 3, march);
}

const fixed = (month: number, date: number) => (year: number) => isoDay(year, month, date);
const fromEaster = (days: number) => (year: number) => addDays(easterOf(year), days);

/** Feasts by the word that stands for them in a sentence made plain: see date-words.ts. */
const feasts: Readonly<Record<string, (year: number) => Day>> = {
  nieuwjaarsdag: fixed(1, 1),
  'goede vrijdag': fromEaster(-2),
  pasen: fromEaster(0),
  '1e paasdag': fromEaster(0),
  '2e paasdag': fromEaster(1),
  koningsdag: (year) => (weekdayOf(isoDay(year, 4, 27)) === 7 ? isoDay(year, 4, 26) : isoDay(year, 4, 27)),
  bevrijdingsdag: fixed(5, 5),
  hemelvaartsdag: fromEaster(39),
  pinksteren: fromEaster(49),
  '1e pinksterdag': fromEaster(49),
  '2e pinksterdag': fromEaster(50),
  sinterklaas: fixed(12, 5),
  kerst: fixed(12, 25),
  '1e kerstdag': fixed(12, 25),
  '2e kerstdag': fixed(12, 26),
  oudejaarsdag: fixed(12, 31),
};

export const feastNames: readonly string[] = Object.keys(feasts);

/** That feast on or after a day. */
export function feastFrom(name: string, from: Day): Day {
  const of = feasts[name] ?? fixed(1, 1);
  const thisYear = of(yearOf(from));
  return thisYear >= from ? thisYear : of(yearOf(from) + 1);
}
