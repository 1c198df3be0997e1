import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import type { IsHoliday } from './core/working-time.ts';

/** Days that are a holiday here and a working day there; off unless switched on. */
export type ExtraHolidays = Readonly<{ goodFriday?: boolean; liberationDay?: boolean }>;

/** What `require` gives is the class itself. */
type HolidaysClass = typeof Holidays;

const rules = { goodFriday: 'easter -2', liberationDay: '05-05' } as const;

/**
 * The public holidays of the Netherlands. The package brings the holidays of the whole world, so it is loaded at the first
 * question; each year is worked out once.
 */
export function createHolidays(extra: ExtraHolidays = {}): IsHoliday {
  const years = new Map<string, ReadonlySet<string>>();
  return (day) => {
    const year = day.slice(0, 4);
    const known = years.get(year) ?? holidaysOf(year, extra);
    years.set(year, known);
    return known.has(day);
  };
}

function holidaysOf(year: string, extra: ExtraHolidays): ReadonlySet<string> {
  const Calendar = createRequire(import.meta.url)('date-holidays') as HolidaysClass;
  const also: readonly string[] = [
    ...(extra.goodFriday === true ? [rules.goodFriday] : []),
    ...(extra.liberationDay === true ? [rules.liberationDay] : []),
  ];
  const days = new Calendar('NL').getHolidays(Number(year));
  return new Set(
    days.filter(({ type, rule }) => type === 'public' || also.includes(rule)).map(({ date }) => date.slice(0, 10)),
  );
}
