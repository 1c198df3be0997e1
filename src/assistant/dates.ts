import type { Day } from '../core/calendar.ts';
import type { Locale } from '../core/locale.ts';
import { addDays, type IsHoliday, localDate } from '../core/working-time.ts';
import { oneOf, type Outcome, type Said } from './date-outcome.ts';
import { rules } from './date-rules.ts';
import { readTime } from './date-times.ts';
import { plainDates } from './date-words.ts';

/**
 * What a sentence says about when: a day (`YYYY-MM-DD`), a period (first and last day), or `ask`: several days of which one
 * is meant, also when what is said contradicts itself. `time` is on a Dutch clock (`HH:MM`).
 */
export type When = Readonly<
  | { kind: 'date'; day: Day; time?: string }
  | { kind: 'period'; from: Day; to: Day }
  | { kind: 'ask'; options: readonly Day[]; time?: string }
>;

/** `now` is an instant; `locale` is the language of the sentence. */
export type WhenSaid = Readonly<{ now: string; isHoliday: IsHoliday; locale: Locale }>;

/** Undefined when the sentence names no day. */
export function readWhen(text: string, { now, isHoliday, locale }: WhenSaid): When | undefined {
  const plain = plainDates(text);
  const said = { now, isHoliday, english: locale === 'en', today: localDate(now) };
  const outcome = meant(datesIn(alone(plain), said));
  if (outcome === undefined) return undefined;
  if ('from' in outcome) return { kind: 'period', ...outcome };
  const time = readTime(plain);
  const when = time === undefined ? {} : { time };
  return 'day' in outcome
    ? { kind: 'date', day: outcome.day, ...when }
    : { kind: 'ask', options: outcome.options, ...when };
}

/** `16-3` and `mei` that stand alone are dates; in a longer sentence they need a word before them. */
function alone(plain: string): string {
  if (/^\d{1,2}[-/]\d{1,2}$/.test(plain)) return `op ${plain}`;
  return /^M\d+$/.test(plain) ? `in ${plain}` : plain;
}

type Hit = Readonly<{ start: number; end: number; outcome: Outcome; text: string }>;

function datesIn(text: string, said: Said): readonly Hit[] {
  const hits: Hit[] = [];
  let start = 0;
  while (start < text.length) {
    const found = ruleAt(text.slice(start), said);
    if (found?.outcome) hits.push({ start, end: start + found.length, outcome: found.outcome, text });
    const from = start + (found?.length ?? 1);
    const next = text.indexOf(' ', from - (found ? 0 : 1));
    start = next === -1 ? text.length : next + 1;
  }
  return hits;
}

function ruleAt(rest: string, said: Said): Readonly<{ length: number; outcome: Outcome | undefined }> | undefined {
  for (const [pattern, meaning] of rules) {
    const match = pattern.exec(rest);
    if (match) return { length: match[0].length, outcome: meaning(match.groups ?? {}, said) };
  }
  return undefined;
}

/** Of several: a period when they are joined so, what comes after "naar", or a question. */
function meant(hits: readonly Hit[]): Outcome | undefined {
  const [first, second] = hits;
  if (first === undefined || second === undefined) return first?.outcome;
  const period = hits.length === 2 ? periodOf(first, second) : undefined;
  if (period !== undefined) return period;
  const aims = hits.filter(({ start, text }) => /(?:naar|wordt|worden) (?:de )?$/.test(text.slice(0, start)));
  if (aims.length === 1) return aims[0]?.outcome;
  return oneOf(
    hits.flatMap(({ outcome }) =>
      'day' in outcome ? [outcome.day] : 'options' in outcome ? outcome.options : [outcome.from, outcome.to],
    ),
  );
}

const joint = /^ (?:tot|tem|en) (?:en met )?(?:de )?$/;

function periodOf(first: Hit, second: Hit): Outcome | undefined {
  const between = first.text.slice(first.end, second.start);
  const joined =
    joint.exec(between) ??
    (/^ $/.test(between) && /^(?:tot|tem) /.test(first.text.slice(second.start)) ? [between] : null);
  const [from, to] = [first.outcome, second.outcome];
  if (joined === null || !('day' in from) || !('day' in to)) return undefined;
  if (joined[0].includes(' en ') && !/tussen $/.test(first.text.slice(0, first.start))) return undefined;
  return to.day >= from.day
    ? { from: from.day, to: to.day }
    : laterPeriod(from.day, to.day, first.text.slice(second.start));
}

/** "van vrijdag tot dinsdag": the Tuesday after that Friday. A written date that lies before the first is asked about. */
function laterPeriod(from: Day, to: Day, text: string): Outcome {
  const next = addDays(to, 7);
  return /^(?:tot |tem )?D/.test(text) && next >= from ? { from, to: next } : oneOf([from, to]);
}
