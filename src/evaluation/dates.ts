import { z } from 'zod/v4';
import { languageOf, readWhen, type When } from '../assistant/index.ts';
import { atLocalTime } from '../core/working-time.ts';
import { createHolidays } from '../holidays.ts';
import { parsed, share } from './file.ts';

const answer = z.union([z.string(), z.tuple([z.string(), z.string()]), z.null()]);
const datesFile = z.object({
  /** A moment on a Dutch clock, `2026-03-11T10:00:00`. */
  reference: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/),
  cases: z.array(z.tuple([z.string().min(1), answer])).min(1),
});

export type DatesFile = z.infer<typeof datesFile>;
type Answer = z.infer<typeof answer>;

export type DateEvaluation = Readonly<{
  sentences: number;
  right: number;
  /** It asked which day was meant. */
  asked: number;
  /** It said another day, without asking; a day where there was none included. */
  silentlyWrong: number;
  misses: readonly Readonly<{ text: string; meant: Answer; found: Answer | readonly string[] }>[];
}>;

export function parseDates(text: string): DatesFile {
  return parsed(datesFile, text, 'a file of dates');
}

export function evaluateDatesFile(text: string): DateEvaluation {
  return evaluateDates(parseDates(text));
}

export function evaluateDates({ reference, cases }: DatesFile): DateEvaluation {
  const now = atLocalTime(reference.slice(0, 10), reference.slice(11, 16));
  const isHoliday = createHolidays();
  const tried = cases.map(([text, meant]) => {
    const when = readWhen(text, { now, isHoliday, locale: languageOf(text) });
    return { text, meant, found: written(when), asks: when?.kind === 'ask' };
  });
  const isRight = (one: (typeof tried)[number]): boolean =>
    !one.asks && JSON.stringify(one.found) === JSON.stringify(one.meant);
  const wrong = tried.filter((one) => !one.asks && !isRight(one) && one.found !== null);
  return {
    sentences: tried.length,
    right: share(tried.filter(isRight).length, tried.length),
    asked: tried.filter(({ asks }) => asks).length,
    silentlyWrong: wrong.length,
    misses: tried.filter((one) => !isRight(one)).map(({ text, meant, found }) => ({ text, meant, found })),
  };
}

/** In the form of the file; the options of a question as a list. */
function written(when: When | undefined): Answer | readonly string[] {
  if (when === undefined) return null;
  if (when.kind === 'period') return [when.from, when.to];
  if (when.kind === 'ask') return when.options;
  return when.time === undefined ? when.day : `${when.day}T${when.time}`;
}
