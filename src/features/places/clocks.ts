import { addWorkingDays, type IsHoliday } from '../../core/working-time.ts';

/** Working days. No founding document gives a term: every one is a setting (domain.md 1M, point 10). */
export type PlaceClocks = Readonly<{
  /** For so long a place is set apart before it goes back by itself … */
  hold: number;
  /** … and for so long more, once, with a reason. */
  extend: number;
}>;

export const defaultPlaceClocks: PlaceClocks = { hold: 5, extend: 5 };

export type PlaceCalendar = Readonly<{ placeClocks: PlaceClocks; isHoliday: IsHoliday }>;

/** UTC instants. */
export function holdUntil(at: string, { placeClocks, isHoliday }: PlaceCalendar): string {
  return addWorkingDays(at, placeClocks.hold, isHoliday);
}

export function extendedUntil(until: string, { placeClocks, isHoliday }: PlaceCalendar): string {
  return addWorkingDays(until, placeClocks.extend, isHoliday);
}
