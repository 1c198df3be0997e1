import { deepEqual, ok } from 'node:assert/strict';
import { createHolidays } from '../../../src/holidays.ts';
import { liveAYear } from '../../support/deadline-year.ts';

const size = {
  ...{ from: '2026-09-28', days: 60, things: 300, owners: 8, stewards: 3, officials: 4 },
  ...{ crashes: 3, offAt: 28, offDays: 2, seed: 7, isHoliday: createHolidays() },
};

describe('two months of promises', () => {
  it('are told exactly once with two clocks, three crashes and two days off, and then in one message', async function () {
    this.timeout(60_000);
    const { wrong, crashed, mostAfterOff, owed } = await liveAYear(size);
    deepEqual(wrong, []);
    deepEqual([crashed, mostAfterOff], [3, 1]);
    ok(owed > 300);
  });
});
