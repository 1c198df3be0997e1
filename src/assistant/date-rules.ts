import { addMonths, type Day, firstOfMonth, lastOfMonth, monthOf, yearOf } from '../core/calendar.ts';
import { addDays } from '../core/working-time.ts';
import { inWeekOf, weekdayAfter } from './calendar.ts';
import {
  between,
  checked,
  coming,
  dateIn,
  monthFrom,
  nextDate,
  on,
  oneOf,
  type Outcome,
  type Said,
} from './date-outcome.ts';
import {
  date,
  type Found,
  fullYear,
  maybeWeekday,
  month,
  number,
  optional,
  rule,
  type Rule,
  unit,
  weekday,
  year,
} from './date-pattern.ts';
import { named, spans } from './date-spans.ts';

/** Dates that are written out. */
const written: readonly Rule[] = [
  rule(
    `(?:van |vanaf |tussen )?(?<first>\\d{1,2})(?:e? (?:tot|tem|en) |-)${date} ${month}(?: ${year})?`,
    (found, said) => {
      const [from, to] = [number(found['first']), number(found['date'])].map((one) =>
        dateIn(said, { date: one, month: number(found['month']), year: optional(found['year']) }),
      );
      return from && to && 'day' in from && 'day' in to && from.day <= to.day ? between(from.day, to.day) : undefined;
    },
  ),
  rule(`${maybeWeekday}(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/]${date}`, calendarDate),
  rule(`${maybeWeekday}${date} (?:van |of )?${month}(?: ${year}| (?<year2>\\d\\d)(?! u))?`, calendarDate),
  rule(
    `${maybeWeekday}${month} (?:the )?(?<date>\\d{1,2}e|\\d{1,2}(?=$| (?:20\\d\\d|at|om|tot|tem|and)))(?: ${year})?`,
    calendarDate,
  ),
  rule(`${maybeWeekday}${date}[-/.](?<month>\\d{1,2})[-/.](?<year>\\d{4}|\\d\\d)`, numericDate),
  rule(`${weekday} ${date}[-/](?<month>\\d{1,2})`, numericDate),
  rule(`${date}[-/](?<month>\\d{1,2})(?= (?:tot|tem) \\d{1,2}[-/]\\d)`, numericDate),
  rule(
    `(?<which>volgende|deze) maand (?:op )?(?:de |the )?${date}|(?:de |the )?(?<date2>\\d{1,2})e? (?:van )?(?<which2>volgende|deze) maand`,
    (found, said) => {
      const first = addMonths(firstOfMonth(said.today), (found['which'] ?? found['which2']) === 'volgende' ? 1 : 0);
      return dateIn(said, {
        date: number(found['date'] ?? found['date2']),
        month: monthOf(first),
        year: yearOf(first),
      });
    },
  ),
  rule(
    `(?<lead>op|voor|tot|tem|naar|van|vanaf|tussen|per|uiterlijk|deadline|datum|by|on|before|en|of|is|wordt) ${date}[-/](?<month>\\d{1,2})(?! (?:dag|week|maand|jaar|u|keer|jarige|x))`,
    numericDate,
  ),
  rule(`${weekday} (?:de |the )?(?<date>\\d{1,2}e)`, ({ weekday: named, date: on31 }, said) =>
    checked(nextDate(said, number(on31)), number(named)),
  ),
  rule(
    `(?:de|the|den) (?<date>\\d{1,2}e)(?: van (?:de|deze) maand)?(?! (?:keer|taak|plek|van|of|D|M|[a-z]))`,
    (found, said) => nextDate(said, number(found['date'])),
  ),
];

function calendarDate(found: Found, said: Said): Outcome | undefined {
  const parts = {
    date: number(found['date']),
    month: number(found['month']),
    year: fullYear(found['year'] ?? found['year2']),
  };
  return checked(dateIn(said, parts), optional(found['weekday']));
}

/** Day before month; in an English sentence it may be the other way round. */
function numericDate(found: Found, said: Said): Outcome | undefined {
  const [first, second] = [number(found['date']), number(found['month'])];
  const parts = { year: fullYear(found['year']) };
  const outcome = dateIn(said, { ...parts, date: first, month: second });
  const turned = said.english ? dateIn(said, { ...parts, date: second, month: first }) : undefined;
  const both = [outcome, turned].flatMap((one) => (one !== undefined && 'day' in one ? [one.day] : []));
  return checked(said.english && both.length > 0 ? oneOf(both) : outcome, optional(found['weekday']));
}

/** Weekdays, and weeks away from them. */
const weekdays: readonly Rule[] = [
  rule(`elke (?:D[1-7]|${unit}|dag|werkdag|ochtend|middag|avond)(?: en D[1-7])*`, () => undefined),
  rule(
    `(?<rank>[1-4]e|laatste) ${weekday} (?:van|in|of) (?:(?:de|the|deze) maand|(?<next>volgende) maand|${month}(?: ${year})?)`,
    rankedWeekday,
  ),
  rule(
    `${weekday} (?:(?:ochtend|middag|avond) )?(?:van |in |of )?(?<which>volgende|deze|vorige) week|(?<which2>volgende|deze|vorige) week (?:op |on )?(?<weekday2>D[1-7])`,
    (found, { today }) =>
      on(
        addDays(
          inWeekOf(today, number(found['weekday'] ?? found['weekday2'])),
          weeksAway[found['which'] ?? found['which2'] ?? ''] ?? 0,
        ),
      ),
  ),
  rule(
    `${weekday} over (?<count>\\d+) week|(?<count2>\\d+) week (?:van|vanaf|na|after) (?:deze |komend )?(?<weekday2>D[1-7])`,
    (found, said) =>
      later(coming(said, number(found['weekday'] ?? found['weekday2'])), number(found['count'] ?? found['count2'])),
  ),
  rule(`(?:over|in) (?<count>\\d+) week (?:op |on )?${weekday}`, (found, { today }) => {
    const [named, days] = [number(found['weekday']), number(found['count']) * 7];
    return oneOf([inWeekOf(addDays(today, days), named), addDays(weekdayAfter(today, named), days)]);
  }),
  rule(`volgende ${weekday}`, (found, { today }) => {
    const next = weekdayAfter(today, number(found['weekday']));
    return oneOf([next, addDays(next, 7)]);
  }),
  rule(`vorige ${weekday}|(?<weekday2>D[1-7]) jongstleden`, (found, { today }) =>
    on(weekdayAfter(addDays(today, -8), number(found['weekday'] ?? found['weekday2']))),
  ),
  rule(`komend ${weekday}|(?<weekday2>D[1-7]) komend`, (found, { today }) =>
    on(weekdayAfter(today, number(found['weekday'] ?? found['weekday2']))),
  ),
  rule(`(?:deze )?${weekday}`, (found, said) => coming(said, number(found['weekday']))),
];

const weeksAway: Readonly<Record<string, number>> = { volgende: 7, deze: 0, vorige: -7 };

/** On a Friday "vrijdag over een week" is a week from then. */
function later(outcome: Outcome, weeks: number): Outcome {
  const days = 'day' in outcome ? [outcome.day] : 'options' in outcome ? outcome.options.slice(0, 1) : [];
  return oneOf(days.map((day) => addDays(day, weeks * 7)));
}

function rankedWeekday({ rank, weekday: named, next, month: inMonth, year: inYear }: Found, said: Said): Outcome {
  const ofMonth = (first: Day): Day =>
    rank === 'laatste'
      ? addDays(weekdayAfter(lastOfMonth(first), number(named)), -7)
      : addDays(weekdayAfter(addDays(first, -1), number(named)), (number(rank) - 1) * 7);
  if (inMonth !== undefined) return on(ofMonth(monthFrom(said, number(inMonth), optional(inYear))));
  const first = firstOfMonth(said.today);
  const day = ofMonth(next === undefined ? first : addMonths(first, 1));
  return day >= said.today ? on(day) : oneOf([day, ofMonth(addMonths(first, 1))]);
}

/** The first that fits counts: what is written out goes before what is guessed from a single word. */
export const rules: readonly Rule[] = [...written, ...weekdays, ...spans, ...named];
