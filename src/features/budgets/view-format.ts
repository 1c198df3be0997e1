import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { formatEuros } from '../../core/money.ts';
import { day } from '../../core/view-parts.ts';
import type { Directory } from '../directory/index.ts';
import type { RequestId } from './budget-state.ts';

/** What views may ask: names of people, and whether somebody leads the centre that pays. */
export type Sight = Readonly<{
  directory: Directory;
  leads(person: PersonId, centre: Parameters<Directory['centre']>[0], now: Date): Promise<boolean>;
}>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;

/** "1 december 2026": for a term of months the day of the week says nothing. */
export function dayWithYear(date: string, locale: Locale): string {
  return `${day(date, locale).replace(/^\p{L}+,? /u, '')} ${date.slice(0, 4)}`;
}

export function eurosIn(locale: Locale): (cents: number) => string {
  return (cents) => formatEuros(cents, locale);
}

/** A button that opens a dialog about one request. */
export type Button = Readonly<{ title: string; verb: string; request: RequestId }>;
