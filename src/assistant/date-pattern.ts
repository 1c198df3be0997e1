import type { Outcome, Said } from './date-outcome.ts';

/** Undefined: it looked like a date and is none. */
export type Rule = readonly [pattern: RegExp, meaning: (found: Found, said: Said) => Outcome | undefined];
export type Found = Readonly<Record<string, string | undefined>>;

export const number = (text: string | undefined): number => Number(/\d+/.exec(text ?? '')?.[0] ?? 0);
export const optional = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : number(text);
export const fullYear = (text: string | undefined): number | undefined => {
  const year = optional(text);
  return year === undefined || year > 99 ? year : 2000 + year;
};

export const rule = (pattern: string, meaning: Rule[1]): Rule => [new RegExp(`^(?:${pattern})(?= |$)`), meaning];
export const weekday = '(?<weekday>D[1-7])';
export const maybeWeekday = `(?:${weekday} )?(?:de |the |den )?`;
export const month = '(?<month>M1[0-2]|M[1-9])';
export const year = '(?<year>20\\d\\d)';
export const date = '(?<date>\\d{1,2})e?';
export const unit = '(?<unit>week|maand|kwartaal|jaar)';
