import { isObject, type JsonObject } from './json.ts';
import type { Locale, Text } from './locale.ts';
import { formatDay } from './working-time.ts';

/** What views are made of; each is the data of one element of a card. */
export type Fact = Readonly<{ title: string; value: string }>;
export type Choice = Readonly<{ title: string; value: string }>;
export type Line = Readonly<{ text: string }>;

export const lineOf = (text: string): Line => ({ text });

/** "maandag 23 november". */
export function day(when: string, locale: Locale): string {
  return formatDay(when, locale).replace(/ \d{4}$/, '');
}

const clockTime = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });

/** "09:05" on a Dutch clock. */
export function timeOfDay(instant: string): string {
  return clockTime.format(new Date(instant));
}

const lists: Readonly<Record<Locale, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl-NL'),
  en: new Intl.ListFormat('en-GB'),
};

/** "Anna, Bob en Chris". */
export function listed(parts: readonly string[], locale: Locale): string {
  return lists[locale].format(parts);
}

/** The choices of an input, in the order of the codes. */
export function choicesOf<Code extends string>(
  codes: readonly Code[],
  named: Readonly<Record<Code, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ title: named[value], value }));
}

/** What an answer wants said above a card: a Text under `notice` in its `extra`. */
export function withNotice(view: object, { notice }: JsonObject, locale: Locale): object {
  const text = isObject(notice) ? notice[locale] : undefined;
  const shown = typeof text === 'string' ? text : '';
  return { ...view, notice: shown, hasNotice: shown !== '' };
}

export type Problems = Readonly<{ problems: readonly Text[] }>;

/** What is wrong with a form, above it. */
export function problemsOf({ problems }: Problems, locale: Locale): object {
  return { problems: problems.map((problem) => lineOf(problem[locale])), hasProblems: problems.length > 0 };
}
