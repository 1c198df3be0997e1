import { deepEqual, equal } from 'node:assert/strict';
import { personId } from '../../../src/core/ids.ts';
import {
  defaultPreferences,
  gathered,
  isAway,
  type Preferences,
  tellAt,
  withinHours,
} from '../../../src/features/deadlines/office-hours.ts';
import { createHolidays } from '../../../src/holidays.ts';

const isHoliday = createHolidays();
const hours = (from: string, changed: Partial<Preferences> = {}) =>
  withinHours(from, { ...defaultPreferences, ...changed }, isHoliday);

describe('the hours in which somebody hears of what they owe', () => {
  it('are their own, and what comes at night waits until the morning', () => {
    const table = [
      // In the morning, in the day, in the evening, on a Friday evening, before and over Christmas and King's Day.
      ['2026-11-24T05:00:00.000Z', '2026-11-24T07:30:00.000Z'],
      ['2026-11-24T12:00:00.000Z', '2026-11-24T12:00:00.000Z'],
      ['2026-11-24T16:30:00.000Z', '2026-11-25T07:30:00.000Z'],
      ['2026-11-27T20:00:00.000Z', '2026-11-30T07:30:00.000Z'],
      ['2026-12-24T20:00:00.000Z', '2026-12-28T07:30:00.000Z'],
      ['2027-04-26T20:00:00.000Z', '2027-04-28T06:30:00.000Z'],
      // The weekends in which the clock goes forward and back.
      ['2027-03-26T20:00:00.000Z', '2027-03-30T06:30:00.000Z'],
      ['2026-10-23T20:00:00.000Z', '2026-10-26T07:30:00.000Z'],
    ] as const;
    for (const [from, opens] of table) equal(hours(from), opens, from);
  });

  it('may be in a weekend, but not on a holiday', () => {
    equal(hours('2026-11-25T20:00:00.000Z', { weekdays: [6, 7] }), '2026-11-28T07:30:00.000Z');
    equal(hours('2026-12-25T20:00:00.000Z', { weekdays: [6] }), '2027-01-02T07:30:00.000Z');
  });

  it('of somebody without any day do not keep it from them', () =>
    equal(hours('2026-11-24T02:00:00.000Z', { weekdays: [] }), '2026-11-24T02:00:00.000Z'));
});

describe('when something is told', () => {
  const due = '2026-12-18T16:00:00.000Z';
  const weekly = { ...defaultPreferences, rhythm: 'weekly' } as const;
  const tell = (from: string, to: 'owner' | 'official' = 'owner', preferences: Preferences = weekly) =>
    tellAt({ from, to, due }, preferences, isHoliday);

  it('is the first day of the week, for who wants it weekly', () => {
    equal(tell('2026-12-03T06:00:00.000Z'), '2026-12-07T07:30:00.000Z');
    equal(tell('2026-12-07T09:00:00.000Z'), '2026-12-07T09:00:00.000Z');
  });
  it('is the first of their own days, also after a holiday', () => {
    const later = { from: '2027-03-29T06:00:00.000Z', to: 'owner', due: '2027-04-30T16:00:00.000Z' } as const;
    // Easter Monday.
    equal(tellAt(later, weekly, isHoliday), '2027-03-30T06:30:00.000Z');
    equal(tell('2026-12-07T06:00:00.000Z', 'owner', { ...weekly, weekdays: [3, 4] }), '2026-12-09T07:30:00.000Z');
  });
  it('is never later than the day on which it is due', () =>
    equal(tell('2026-12-15T06:00:00.000Z'), '2026-12-18T07:30:00.000Z'));
  it('waits for no week once that day has come', () =>
    equal(tell('2026-12-22T06:00:00.000Z'), '2026-12-22T07:30:00.000Z'));
  it('waits for no week and no day off when it is escalated, but for the morning', () => {
    const mondays = { ...weekly, weekdays: [1] };
    equal(tell('2026-12-02T06:00:00.000Z', 'official', mondays), '2026-12-02T07:30:00.000Z');
    equal(tell('2026-12-04T20:00:00.000Z', 'official', mondays), '2026-12-07T07:30:00.000Z');
  });
});

describe('what belongs together', () => {
  it('is gathered in the morning, and for a moment in the day', () => {
    deepEqual(gathered('2026-11-24T06:00:00.000Z', '2026-11-24T06:00:01.000Z'), { from: '2026-11-24T06:02:00.000Z' });
    deepEqual(gathered('2026-11-24T12:00:00.000Z', '2026-11-24T12:00:01.000Z'), { from: '2026-11-24T12:00:00.500Z' });
  });
  it('is gathered anew when the bot was away', () =>
    deepEqual(gathered('2026-11-22T06:00:00.000Z', '2026-11-24T09:00:00.000Z'), {
      ...{ from: '2026-11-24T09:02:00.000Z', heldUp: true },
    }));
});

describe('somebody who is away', () => {
  const absence = { from: '2026-12-21', until: '2026-12-23', deputy: personId('marieke') };
  it('is away on both days and between them, by the Dutch clock', () => {
    equal(isAway(absence, '2026-12-20T22:59:00.000Z'), false);
    equal(isAway(absence, '2026-12-20T23:00:00.000Z'), true);
    equal(isAway(absence, '2026-12-23T22:59:00.000Z'), true);
    equal(isAway(absence, '2026-12-23T23:00:00.000Z'), false);
  });
  it('is there when they said nothing', () => equal(isAway(undefined, '2026-12-20T22:59:00.000Z'), false));
});
