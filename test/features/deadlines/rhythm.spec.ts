import { deepEqual, equal } from 'node:assert/strict';
import type { DeadlineFile, Rhythm } from '../../../src/features/deadlines/deadline-state.ts';
import { defaultPlans } from '../../../src/features/deadlines/nudge-plan.ts';
import { datesFor, nextDates } from '../../../src/features/deadlines/rhythm.ts';
import { facts, id, noHoliday, opened } from './samples.ts';

function comesBack(rhythm: Rhythm | undefined, dated: Readonly<{ due: string; month?: string }>): DeadlineFile {
  const history = { moments: [], since: opened, moves: [], kept: [], reached: [], answers: [], told: [] };
  const { due: _due, ...rest } = facts;
  const kept = { ...rest, ...history, stage: 'open', id, plan: defaultPlans.light } as const;
  return { ...kept, kind: 'recurring', ...dated, ...(rhythm === undefined ? {} : { rhythm }) };
}
const nextOf = (rhythm: Rhythm | undefined, dated: Readonly<{ due: string; month?: string }>, at = opened) =>
  nextDates(comesBack(rhythm, dated), at, noHoliday);

describe('deadlines: what comes back', () => {
  it('is due by the end of the next month of its rhythm when it is due in a month', () => {
    const next = nextOf({ every: 3, unit: 'month' }, { due: '2026-11-30T16:00:00.000Z', month: '2026-11' });
    deepEqual([next?.due, next?.month], ['2027-02-26T16:00:00.000Z', '2027-02']);
    deepEqual(
      next?.moments.map(({ name }) => name),
      ['T', 'T+7'],
    );
  });

  it('is due on the same day of a later month, or on the last when that has no such day', () => {
    const monthly: Rhythm = { every: 1, unit: 'month' };
    equal(nextOf(monthly, { due: '2026-12-15T16:00:00.000Z' })?.due, '2027-01-15T16:00:00.000Z');
    equal(nextOf(monthly, { due: '2027-01-31T16:00:00.000Z' })?.due, '2027-02-28T16:00:00.000Z');
  });

  it('is due weeks later at the same time on a Dutch clock, also over the change of the clock', () => {
    const fortnightly: Rhythm = { every: 2, unit: 'week' };
    equal(nextOf(fortnightly, { due: '2027-03-19T16:00:00.000Z' })?.due, '2027-04-02T15:00:00.000Z');
  });

  it('skips what is over by now', () => {
    const weekly: Rhythm = { every: 1, unit: 'week' };
    equal(nextOf(weekly, { due: '2026-11-02T16:00:00.000Z' })?.due, '2026-11-23T16:00:00.000Z');
  });

  it('is nothing without a rhythm, and for what is once', () => {
    const due = '2026-12-15T16:00:00.000Z';
    equal(nextOf(undefined, { due }), undefined);
    equal(nextOf({ every: 0, unit: 'week' }, { due }), undefined);
    equal(
      nextDates({ ...comesBack({ every: 1, unit: 'week' }, { due }), kind: 'one-off' }, opened, noHoliday),
      undefined,
    );
  });

  it('gets with a new date what is told around it', () => {
    const dates = datesFor({ plan: defaultPlans.long }, { due: '2026-12-18T16:00:00.000Z', at: opened }, noHoliday);
    deepEqual(dates.moments.map(({ name }) => name).slice(0, 2), ['T-14', 'T-7']);
    equal('month' in dates, false);
  });
});
