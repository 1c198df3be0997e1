import type { JsonObject } from '../../core/json.ts';
import type { Locale } from '../../core/locale.ts';
import { formatDay } from '../../core/working-time.ts';
import { textsIn } from './texts.ts';

export type Choice = Readonly<{ title: string; value: string }>;
export type Fact = Readonly<{ title: string; value: string }>;
export type Line = Readonly<{ text: string }>;

/** "maandag 23 november": within a case's life the year goes without saying. */
export function day(when: string, locale: Locale): string {
  return formatDay(when, locale).replace(/ \d{4}$/, '');
}

const clockTime = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });

/** "09:05" on a Dutch clock. */
export function timeOfDay(instant: string): string {
  return clockTime.format(new Date(instant));
}

/** The choices of an input, out of the names of a code list. */
export function choicesOf(named: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(named).map(([value, title]) => ({ title, value }));
}

export function lineOf(text: string): Line {
  return { text };
}

/** What an answer wants said above a card: see `noticed`. Empty when there is nothing. */
export function noticeOf({ notice }: JsonObject, locale: Locale): string {
  if (typeof notice !== 'object' || notice === null || !(locale in notice)) return '';
  const text = (notice as JsonObject)[locale];
  return typeof text === 'string' ? text : '';
}

/** A text for every code, also for one that a newer deployment stored. */
export function nameIn(named: Readonly<Record<string, string>>, code: string): string {
  return named[code] ?? code;
}

export function listed(parts: readonly string[], locale: Locale): string {
  const last = parts.at(-1);
  if (last === undefined || parts.length === 1) return last ?? '';
  return `${parts.slice(0, -1).join(', ')}${textsIn[locale].say.or}${last}`;
}
