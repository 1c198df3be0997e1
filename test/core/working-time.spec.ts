import { deepStrictEqual, equal, throws } from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  addWeeks,
  addWorkingDays,
  atLocalTime,
  formatDay,
  isWorkingDay,
  localDate,
} from '../../src/core/working-time.ts';
import { createHolidays } from '../../src/holidays.ts';

const isHoliday = createHolidays();
const noHolidays = (): boolean => false;

describe('addWorkingDays', () => {
  const table: readonly (readonly [string, string, number, string])[] = [
    ['five working days from Thursday before Easter', '2026-04-02T10:00:00.000Z', 5, '2026-04-10T15:00:00.000Z'],
    ['one from Friday is Monday', '2026-11-20T09:00:00.000Z', 1, '2026-11-23T16:00:00.000Z'],
    ['one from Saturday is Monday', '2026-11-21T09:00:00.000Z', 1, '2026-11-23T16:00:00.000Z'],
    ['passes both days of Christmas and the weekend', '2026-12-24T09:00:00.000Z', 1, '2026-12-28T16:00:00.000Z'],
    ['passes New Year', '2026-12-31T09:00:00.000Z', 1, '2027-01-04T16:00:00.000Z'],
    ['passes King’s Day', '2026-04-24T09:00:00.000Z', 1, '2026-04-28T15:00:00.000Z'],
    ['passes Ascension Day and Whit Monday', '2026-05-13T09:00:00.000Z', 7, '2026-05-26T15:00:00.000Z'],
    ['works on Good Friday', '2026-04-02T09:00:00.000Z', 1, '2026-04-03T15:00:00.000Z'],
    ['works on 5 May', '2026-05-04T09:00:00.000Z', 1, '2026-05-05T15:00:00.000Z'],
    ['works on New Year’s Eve', '2026-12-30T09:00:00.000Z', 1, '2026-12-31T16:00:00.000Z'],
    ['is 17:00 in summer after the clock went forward', '2026-03-27T09:00:00.000Z', 1, '2026-03-30T15:00:00.000Z'],
    ['is 17:00 in winter after the clock went back', '2026-10-23T09:00:00.000Z', 1, '2026-10-26T16:00:00.000Z'],
    ['counts from the Dutch day, late in the evening UTC', '2026-11-18T23:30:00.000Z', 1, '2026-11-20T16:00:00.000Z'],
    ['none on a working day is that day', '2026-11-19T09:00:00.000Z', 0, '2026-11-19T16:00:00.000Z'],
    ['none on a Sunday is Monday', '2026-11-22T09:00:00.000Z', 0, '2026-11-23T16:00:00.000Z'],
  ];
  for (const [title, from, days, due] of table) {
    it(title, () => {
      equal(addWorkingDays(from, days, isHoliday), due);
    });
  }

  it('refuses a number of days that is none', () => {
    throws(() => addWorkingDays('2026-11-19T09:00:00.000Z', -1, isHoliday), RangeError);
    throws(() => addWorkingDays('2026-11-19T09:00:00.000Z', 1.5, isHoliday), RangeError);
    throws(() => addWorkingDays('gisteren', 1, isHoliday), RangeError);
  });

  it('ends on a working day, at five, never before it began, whatever the start', () => {
    const dates = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const due = addWorkingDays(from.toISOString(), days, isHoliday);
        equal(isWorkingDay(localDate(due), isHoliday), true);
        equal(atLocalTime(localDate(due), '17:00'), due);
        equal(due > from.toISOString(), true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('localDate', () => {
  it('is the day in the Netherlands', () => {
    equal(localDate('2026-11-22T22:59:59.999Z'), '2026-11-22');
    equal(localDate('2026-11-22T23:00:00.000Z'), '2026-11-23');
    equal(localDate('2026-07-01T21:59:59.999Z'), '2026-07-01');
    equal(localDate('2026-07-01T22:00:00.000Z'), '2026-07-02');
  });
});

describe('atLocalTime', () => {
  it('follows the Dutch clock over its changes', () => {
    equal(atLocalTime('2026-01-15', '09:00'), '2026-01-15T08:00:00.000Z');
    equal(atLocalTime('2026-03-29', '01:59'), '2026-03-29T00:59:00.000Z');
    equal(atLocalTime('2026-03-29', '03:00'), '2026-03-29T01:00:00.000Z');
    equal(atLocalTime('2026-10-25', '01:59'), '2026-10-24T23:59:00.000Z');
    equal(atLocalTime('2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z');
  });

  it('makes a skipped time an hour later, and takes the first of a double one', () => {
    equal(atLocalTime('2026-03-29', '02:30'), '2026-03-29T01:30:00.000Z');
    equal(atLocalTime('2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z');
  });
});

describe('days and weeks', () => {
  it('move a day to a day', () => {
    equal(addDays('2026-12-31', 1), '2027-01-01');
    equal(addDays('2026-11-23', -14), '2026-11-09');
    equal(addWeeks('2026-10-23', 4), '2026-11-20');
  });

  it('keep an instant at its time on a Dutch clock', () => {
    equal(addWeeks('2026-10-23T08:00:00.000Z', 1), '2026-10-30T09:00:00.000Z');
  });

  it('refuse what is no date', () => {
    throws(() => addDays('2026-13-45', 1), RangeError);
    throws(() => addWeeks('morgen om tien', 1), RangeError);
  });
});

describe('formatDay', () => {
  it('writes a day in full', () => {
    equal(formatDay('2026-11-23', 'nl'), 'maandag 23 november 2026');
    equal(formatDay('2026-11-23', 'en'), 'Monday 23 November 2026');
  });

  it('takes the Dutch day of an instant', () => {
    equal(formatDay('2026-11-22T23:30:00.000Z', 'nl'), 'maandag 23 november 2026');
  });
});

describe('createHolidays', () => {
  const of = (isHoliday: (day: string) => boolean, days: readonly string[]): readonly string[] =>
    days.filter(isHoliday);

  it('knows the Dutch public holidays of a year', () => {
    const year = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));
    const easter = ['2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-24', '2026-05-25'];
    deepStrictEqual(of(isHoliday, year), ['2026-01-01', ...easter, '2026-12-25', '2026-12-26']);
  });

  it('keeps King’s Day on Saturday when it would be a Sunday', () => {
    deepStrictEqual(of(isHoliday, ['2031-04-26', '2031-04-27']), ['2031-04-26']);
    deepStrictEqual(of(isHoliday, ['2026-04-26', '2026-04-27']), ['2026-04-27']);
  });

  it('adds Good Friday and 5 May only when asked', () => {
    const days = ['2026-04-03', '2026-05-05'];
    deepStrictEqual(of(isHoliday, days), []);
    deepStrictEqual(of(createHolidays({ goodFriday: true }), days), ['2026-04-03']);
    deepStrictEqual(of(createHolidays({ goodFriday: true, liberationDay: true }), days), days);
  });

  it('leaves working days alone', () => {
    equal(isWorkingDay('2026-11-23', noHolidays), true);
    equal(isWorkingDay('2026-11-22', noHolidays), false);
    equal(
      isWorkingDay('2026-11-23', () => true),
      false,
    );
  });
});
