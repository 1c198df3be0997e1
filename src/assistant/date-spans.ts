import { addMonths, type Day, firstOfMonth, lastOfMonth, monthOf, weekdayOf, yearOf } from '../core/calendar.ts';
import { addDays, addWorkingDays, localDate } from '../core/working-time.ts';
import { feastFrom, inWeekOf, feastNames, mondayOfWeek, weekdayAfter } from './calendar.ts';
import { around, between, monthFrom, moved, on, oneOf, type Outcome, quarterOf, type Said } from './date-outcome.ts';
import { type Found, month, number, optional, rule, type Rule, unit, year } from './date-pattern.ts';

/** So long from now, and parts of weeks, months and years. */
export const spans: readonly Rule[] = [
  rule('(?:over|in) \\d+ (?:dag|week|maand|jaar) of \\d+', () => undefined),
  rule(
    `(?:over|in) (?<count>\\d{1,3}) werkdag|(?<count2>\\d{1,3}) werkdag (?:later|van nu)`,
    (found, { now, isHoliday }) =>
      on(localDate(addWorkingDays(now, number(found['count'] ?? found['count2']), isHoliday))),
  ),
  rule(
    `(?:over|in) (?<count>\\d{1,3}) (?<unit>dag|week|maand|kwartaal|jaar)(?! (?:later|geleden|per|tijd))|(?<count2>\\d{1,3}) (?<unit2>dag|week|maand|kwartaal|jaar) (?:later|van nu)`,
    (found, said) => on(moved(said, number(found['count'] ?? found['count2']), found['unit'] ?? found['unit2'] ?? '')),
  ),
  rule('(?<count>\\d{1,3}) (?<unit>dag|week|maand|kwartaal|jaar) geleden', (found, said) =>
    on(moved(said, -number(found['count']), found['unit'] ?? '')),
  ),
  rule(`(?<part>eind|begin|half) (?:van |of |in )?${month}(?: ${year})?`, partOfMonth),
  rule(`(?<part>eind|begin|half) (?:van |of )?(?<which>volgende|komend|deze|de|het|the) ${unit}`, (found, { today }) =>
    partOf(found, today),
  ),
  rule(`(?<part>eind|begin|half) (?:van |of )?${year}`, ({ part, year: of = '' }) =>
    on(partDay(around(`${of}-01-01`, 'jaar'), part)),
  ),
  rule(`(?<part>1e|laatste) dag (?:van|of) (?:(?:de|deze|the) maand|${month}(?: ${year})?)`, (found, said) => {
    const first =
      found['month'] === undefined
        ? firstOfMonth(said.today)
        : monthFrom(said, number(found['month']), optional(found['year']));
    const days = [first, addMonths(first, 1)].map((one) => (found['part'] === '1e' ? one : lastOfMonth(one)));
    return on(days.find((day) => day >= said.today) ?? first);
  }),
  rule(`(?<rank>[1-4])e week (?:van|in|of) ${month}(?: ${year})?`, (found, said) => {
    const first = monthFrom(said, number(found['month']), optional(found['year']));
    const mondays = [inWeekOf(first, 1), weekdayAfter(addDays(first, -1), 1)];
    return oneOf(mondays.map((monday) => addDays(monday, (number(found['rank']) - 1) * 7)));
  }),
  rule(`(?<which>volgende|komend|vorige) ${unit}`, ({ which, unit: of = '' }, said) =>
    on(around(moved(said, which === 'vorige' ? -1 : 1, of), of).from),
  ),
  rule(`deze ${unit}`, ({ unit: of = '' }, { today }) => between(around(today, of).from, around(today, of).to)),
  rule(`week (?:nummer |nr )?(?<week>\\d{1,2})(?: (?:van )?${year})?(?! (?:dag|u|keer))`, (found, { today }) => {
    const monday = mondayOfWeek(optional(found['year']) ?? yearOf(today), number(found['week']));
    const past = monday !== undefined && found['year'] === undefined && addDays(monday, 7) <= today;
    const day = past ? mondayOfWeek(yearOf(today) + 1, number(found['week'])) : monday;
    return day === undefined ? undefined : on(day);
  }),
  rule(`(?:(?<rank>[1-4])e kwartaal|q ?(?<rank2>[1-4]))(?: (?:van )?${year})?`, (found, { today }) =>
    quarterOf(
      addMonths(`${optional(found['year']) ?? yearOf(today)}-01-01`, (number(found['rank'] ?? found['rank2']) - 1) * 3),
    ),
  ),
];

function partOfMonth(found: Found, said: Said): Outcome {
  const first = monthFrom(said, number(found['month']), optional(found['year']));
  const day = partDay(around(first, 'maand'), found['part']);
  return day >= said.today || found['year'] !== undefined
    ? on(day)
    : oneOf([day, partDay(around(addMonths(first, 12), 'maand'), found['part'])]);
}

function partOf({ part, which, unit: of = '' }: Found, today: Day): Outcome {
  const next = partDay(around(moved({ today }, 1, of), of), part);
  const day = partDay(around(today, of), part);
  if (which === 'volgende' || which === 'komend') return on(next);
  return day >= today ? on(day) : oneOf([day, next]);
}

function partDay({ from, middle, end }: Readonly<{ from: Day; middle: Day; end: Day }>, part: string | undefined): Day {
  return part === 'begin' ? from : part === 'half' ? middle : end;
}

const saturday = 6;

/** Days with a name, weekends and feasts. */
export const named: readonly Rule[] = [
  rule('(?:na|after) (?:het |the )?weekend', (_, { today }) => on(weekdayAfter(today, 1))),
  rule('volgende weekend', (_, { today }) => {
    const next = weekdayAfter(addDays(today, -1), saturday);
    return oneOf([next, addDays(next, 7)]);
  }),
  rule('(?:deze|komend|in het|het|in the|the|op) weekend', (_, { today }) =>
    on(weekdayOf(today) === 7 ? today : weekdayAfter(addDays(today, -1), saturday)),
  ),
  rule(
    `(?<feast>${[...feastNames].toSorted((one, other) => other.length - one.length).join('|')})(?: ${year})?`,
    ({ feast = '', year: inYear }, { today }) => on(feastFrom(feast, inYear === undefined ? today : `${inYear}-01-01`)),
  ),
  rule('(?:na|after) [a-z]+', () => undefined),
  rule('vandaag', (_, { today }) => on(today)),
  rule('morgen', (_, { today }) => on(addDays(today, 1))),
  rule('overmorgen', (_, { today }) => on(addDays(today, 2))),
  rule('gisteren', (_, { today }) => on(addDays(today, -1))),
  rule('eergisteren', (_, { today }) => on(addDays(today, -2))),
  rule(
    `(?:in|vanaf|tot|tem|voor|na|per|sinds|by|before|after) (?:de maand |de loop van )?${month}(?: ${year})?(?! \\d)`,
    wholeMonth,
  ),
  rule(`${month} ${year}`, wholeMonth),
];

function wholeMonth(found: Found, said: Said): Outcome {
  const first = monthFrom(said, number(found['month']), optional(found['year']));
  return monthOf(first) === monthOf(said.today) && yearOf(first) === yearOf(said.today)
    ? between(first, lastOfMonth(first))
    : on(first);
}
