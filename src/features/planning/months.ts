import type { Locale } from '../../core/locale.ts';
import { localDate } from '../../core/working-time.ts';
import { monthFrom } from '../deadlines/index.ts';

/** A month in the Netherlands, `YYYY-MM`. */
export type Month = string;
export const monthPattern: RegExp = /^20\d\d-(?:0[1-9]|1[0-2])$/;

export function monthOf(instant: string): Month {
  return localDate(instant).slice(0, 7);
}

const written: Readonly<Record<Locale, Intl.DateTimeFormat>> = { nl: long('nl-NL'), en: long('en-GB') };

function long(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long', year: 'numeric' });
}

/** "februari 2027". */
export function formatMonth(month: Month, locale: Locale): string {
  return written[locale].format(Date.parse(`${month}-01T00:00:00Z`));
}

/** Every `every` months from `first` on: the first that is not before `from`. */
export function firstFrom(first: Month, every: number, from: Month): Month {
  let month = first;
  while (month < from) month = monthFrom(month, every);
  return month;
}
