import { createHolidays } from '../../src/holidays.ts';
import { skewMs } from '../../test/support/deadline-machines.ts';
import { liveAYear } from '../../test/support/deadline-year.ts';
import { option } from './option.ts';

// A year of promises on a clock that is moved, with two instances whose clocks differ, crashes in the middle of writes and two
// days without any machine: what people were told against what they were owed. One JSON line; fails when one nudge is wrong.

const size = {
  ...{ from: '2026-09-07', days: option('days', 365), things: option('deadlines', 5_000), seed: option('seed', 2_026) },
  ...{ owners: 40, stewards: 8, officials: 12, crashes: option('crashes', 3), offAt: option('off', 154), offDays: 2 },
};
const began = performance.now();
const { wrong, ...figures } = await liveAYear({ ...size, isHoliday: createHolidays() });
const { owners, stewards, officials, days, things, seed } = size;
const people = owners + stewards + officials;
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  JSON.stringify({
    ...{ bench: 'year', days, centres: 8, cases: 400, deadlines: things, people, instances: 2, skewMs, seed },
    ...{ ...figures, met: wrong.length === 0 && figures.mostAfterOff <= 1, seconds },
  }),
);
for (const line of wrong.slice(0, 20)) console.error(line);
if (wrong.length > 0 || figures.mostAfterOff > 1 || figures.crashed < size.crashes) process.exitCode = 1;
