import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import {
  centreAnswerDue,
  conferenceDue,
  defaultClocks,
  monitorDue,
  submissionDates,
  triageDue,
} from '../../../src/features/cases/clocks.ts';

const monday = '2026-11-23T09:00:00.000Z';
const calendar = { clocks: defaultClocks, isHoliday: (day: string) => day === '2026-12-25' };

describe('by when something is due', () => {
  it('acknowledges in one working day and decides in five', () => {
    deepStrictEqual(submissionDates(monday, 'none', calendar), {
      acknowledgeBy: '2026-11-24T16:00:00.000Z',
      triageBy: '2026-11-30T16:00:00.000Z',
    });
  });
  it('decides in one working day when there is a court measure', () => {
    strictEqual(triageDue(monday, 'guardianship', calendar), '2026-11-24T16:00:00.000Z');
    strictEqual(triageDue(monday, undefined, calendar), '2026-11-30T16:00:00.000Z');
  });
  it('confers in ten working days, with priority in five', () => {
    strictEqual(conferenceDue(monday, 'admit', calendar), '2026-12-07T16:00:00.000Z');
    strictEqual(conferenceDue(monday, 'priority', calendar), '2026-11-30T16:00:00.000Z');
  });
  it('looks back after four weeks, at the same time of day', () => {
    strictEqual(monitorDue(monday, calendar), '2026-12-21T09:00:00.000Z');
  });
  it('gives the centre five working days', () => {
    strictEqual(centreAnswerDue('2026-12-21T09:00:00.000Z', calendar), '2026-12-29T16:00:00.000Z');
  });
  it('goes by the settings', () => {
    const slower = { ...calendar, clocks: { ...defaultClocks, triage: 6, monitorWeeks: 1 } };
    strictEqual(triageDue(monday, 'none', slower), '2026-12-01T16:00:00.000Z');
    strictEqual(monitorDue(monday, slower), '2026-11-30T09:00:00.000Z');
  });
});
