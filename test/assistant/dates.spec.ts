import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readWhen, type When } from '../../src/assistant/index.ts';
import { addDays, formatDay } from '../../src/core/working-time.ts';
import { evaluateDates, parseDates } from '../../src/evaluation/dates.ts';
import { createHolidays } from '../../src/holidays.ts';

const isHoliday = createHolidays();

/** Said on Thursday 26 November 2026, at eleven in the morning, unless told otherwise. */
function read(
  text: string,
  { locale = 'nl' as const, now = '2026-11-26T10:00:00.000Z' }: { locale?: 'nl' | 'en'; now?: string } = {},
) {
  return readWhen(text, { now, isHoliday, locale });
}

const ask = (...options: readonly string[]): When => ({ kind: 'ask', options });
const date = (day: string): When => ({ kind: 'date', day });

describe('a day in plain Dutch or English', () => {
  for (const file of ['dates', 'dates-june', 'dates-february']) {
    it(`is read from sentences that were written apart: ${file}`, () => {
      const figures = evaluateDates(parseDates(readFileSync(new URL(`./data/${file}.json`, import.meta.url), 'utf8')));
      ok(figures.right >= 0.9, `right ${figures.right}`);
      equal(figures.silentlyWrong, 0, JSON.stringify(figures.misses));
    });
  }

  it('is asked about when "next Friday" can be two days', () => {
    deepEqual(read('volgende vrijdag'), ask('2026-11-27', '2026-12-04'));
    deepEqual(read('verplaats de deadline naar volgende maandag'), ask('2026-11-30', '2026-12-07'));
    deepEqual(read('move it to next Friday', { locale: 'en' }), ask('2026-11-27', '2026-12-04'));
    deepEqual(read('volgend weekend'), ask('2026-11-28', '2026-12-05'));
  });

  it('is asked about when it is the weekday of today', () => {
    deepEqual(read('donderdag'), ask('2026-11-26', '2026-12-03'));
    deepEqual(read('deze donderdag'), ask('2026-11-26', '2026-12-03'));
  });

  it('is a week ago when it was last Thursday, on a Thursday', () => {
    deepEqual(read('vorige donderdag'), date('2026-11-19'));
    deepEqual(read('afgelopen maandag'), date('2026-11-23'));
  });

  it('is asked about when weekday and date contradict each other', () => {
    deepEqual(read('vrijdag 3 december'), ask('2026-12-03', '2026-12-04'));
    deepEqual(read('ma 1-12-2026'), ask('2026-11-30', '2026-12-01'));
    deepEqual(read('morgen, zaterdag'), ask('2026-11-27', '2026-11-28'));
    deepEqual(read('dinsdag de 4e'), ask('2026-12-01', '2026-12-04'));
  });

  it('is asked about when no such day exists', () => {
    deepEqual(read('31 april 2027'), ask('2027-04-30', '2027-05-01'));
    deepEqual(read('29 februari 2027'), ask('2027-02-28', '2027-03-01'));
    deepEqual(read('30-2-2027'), ask('2027-02-28', '2027-03-01'));
  });

  it('is asked about when a date without a year has just passed, and is next year when that was long ago', () => {
    deepEqual(read('20 november'), ask('2026-11-20', '2027-11-20'));
    deepEqual(read('1 november'), date('2027-11-01'));
    deepEqual(read('26 november'), date('2026-11-26'));
  });

  it('is asked about when several are named', () => {
    deepEqual(read('dinsdag of woensdag'), ask('2026-12-01', '2026-12-02'));
    deepEqual(read('vandaag, morgen of overmorgen'), ask('2026-11-26', '2026-11-27', '2026-11-28'));
    deepEqual(read('over twee weken op maandag'), ask('2026-12-07', '2026-12-14'));
  });

  it('is the day before the month, but asked about in English', () => {
    deepEqual(read('voor 3/4/2027'), date('2027-04-03'));
    deepEqual(read('by 3/4/2027', { locale: 'en' }), ask('2027-03-04', '2027-04-03'));
    deepEqual(read('by 13/4/2027', { locale: 'en' }), date('2027-04-13'));
  });

  it('is a working day when working days are counted', () => {
    deepEqual(read('over 2 werkdagen', { now: '2026-12-24T09:00:00.000Z' }), date('2026-12-29'));
  });

  it('is the Dutch day, late in the evening', () => {
    deepEqual(read('vandaag', { now: '2026-11-26T23:30:00.000Z' }), date('2026-11-27'));
  });

  it('keeps the time beside it', () => {
    deepEqual(read('volgende vrijdag om half drie'), {
      kind: 'ask',
      options: ['2026-11-27', '2026-12-04'],
      time: '14:30',
    });
  });

  it('is a period when two are joined', () => {
    deepEqual(read('deze week'), { kind: 'period', from: '2026-11-23', to: '2026-11-29' });
    deepEqual(read('eerste kwartaal 2027'), { kind: 'period', from: '2027-01-01', to: '2027-03-31' });
    deepEqual(read('van 5 december tot 1 december'), ask('2026-12-01', '2026-12-05'));
  });
});

describe('a weekday with a date', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((ahead) => addDays('2026-11-26', ahead));
  const [languages, weekdays] = [fc.constantFrom('nl' as const, 'en' as const), fc.integer({ min: 0, max: 6 })];

  it('is that day when both agree, whatever day it is', () => {
    fc.assert(
      fc.property(days, languages, (day, locale) => {
        deepEqual(read(formatDay(day, locale), { locale }), date(day));
      }),
    );
  });

  it('is never taken for one of them when they do not agree', () => {
    fc.assert(
      fc.property(days, languages, weekdays, (day, locale, shift) => {
        const [weekday = ''] = formatDay(addDays(day, shift), locale).split(' ');
        const [, ...rest] = formatDay(day, locale).split(' ');
        const found = read([weekday, ...rest].join(' '), { locale });
        if (shift === 0) deepEqual(found, date(day));
        else ok(found?.kind === 'ask' && found.options.includes(day), day);
      }),
    );
  });

  it('breaks on nothing that is typed', () => {
    const bits = fc.constantFrom(
      'maandag',
      '31',
      '12',
      'mei',
      '-',
      '/',
      'over',
      'week',
      'eind',
      'volgende',
      'half',
      'van',
      'tot',
      '0',
      '2026',
      'de',
      '99e',
      'om',
      ':',
      'q4',
      'week 99',
      'februari',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 8 }), (words) => {
        const found = read(words.join(' '));
        const named =
          found === undefined
            ? []
            : found.kind === 'date'
              ? [found.day]
              : found.kind === 'ask'
                ? found.options
                : [found.from, found.to];
        for (const day of named)
          ok(/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)), `${words.join(' ')}: ${day}`);
        if (found?.kind === 'ask') ok(found.options.length > 1);
        if (found?.kind === 'period') ok(found.from <= found.to, words.join(' '));
      }),
      { numRuns: 2000 },
    );
  });
});
