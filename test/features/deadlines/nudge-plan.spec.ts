import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, isWorkingDay, localDate } from '../../../src/core/working-time.ts';
import {
  defaultPlans,
  endOfMonth,
  momentsOf,
  parseStep,
  planned,
  repeated,
} from '../../../src/features/deadlines/nudge-plan.ts';
import { createHolidays } from '../../../src/holidays.ts';

const isHoliday = createHolidays();
const friday = '2026-12-18T16:00:00.000Z';
const told = (plan: keyof typeof defaultPlans, due: string) =>
  momentsOf(defaultPlans[plan], due, isHoliday).map(({ name, at, to }) => [name, at, to]);

describe('when a deadline is brought to mind', () => {
  it('is two weeks, a week and a day before, on the day, the next working day, and then higher up', () => {
    deepEqual(told('long', friday), [
      ['T-14', '2026-12-04T06:00:00.000Z', 'owner'],
      ['T-7', '2026-12-11T06:00:00.000Z', 'owner'],
      ['T-1', '2026-12-17T06:00:00.000Z', 'owner'],
      ['T', '2026-12-18T06:00:00.000Z', 'owner'],
      ['T+1', '2026-12-21T06:00:00.000Z', 'owner'],
      // Christmas Day is a Friday, and Boxing Day a Saturday.
      ['T+7', '2026-12-28T06:00:00.000Z', 'official'],
      ['T+14', '2027-01-04T06:00:00.000Z', 'administrative'],
    ]);
  });

  it('is hours before what must be done within a few working days', () => {
    deepEqual(told('short', friday).slice(0, 4), [
      ['T-24h', '2026-12-17T16:00:00.000Z', 'owner'],
      ['T-4h', '2026-12-18T12:00:00.000Z', 'owner'],
      ['T', '2026-12-18T16:00:00.000Z', 'owner'],
      ['T+1w', '2026-12-21T06:00:00.000Z', 'owner'],
    ]);
  });

  it('goes through the night in which the clock changes', () => {
    const monday = '2027-03-29T15:00:00.000Z';
    const weekBefore = momentsOf(defaultPlans.long, monday, () => false).find(({ name }) => name === 'T-7');
    equal(weekBefore?.at, '2027-03-22T06:00:00.000Z');
    equal(
      momentsOf(defaultPlans.long, monday, () => false).find(({ name }) => name === 'T')?.at,
      '2027-03-29T05:00:00.000Z',
    );
  });

  describe('counts working days', () => {
    const table = [
      ['five after the Thursday before Easter', '2026-04-02T15:00:00.000Z', '+5wd', '2026-04-10T05:00:00.000Z'],
      ['five before the Thursday after Easter', '2026-04-09T15:00:00.000Z', '-5wd', '2026-04-01T05:00:00.000Z'],
      ['one after the day before King’s Day', '2027-04-26T15:00:00.000Z', '+1wd', '2027-04-28T05:00:00.000Z'],
      ['one after Christmas Eve', '2026-12-24T16:00:00.000Z', '+1wd', '2026-12-28T06:00:00.000Z'],
      ['one before the Monday after Christmas', '2026-12-28T16:00:00.000Z', '-1wd', '2026-12-24T06:00:00.000Z'],
      [
        'one before the Monday on which it is summer time',
        '2027-03-30T15:00:00.000Z',
        '-1wd',
        '2027-03-26T06:00:00.000Z',
      ],
      ['one after the Friday before winter time', '2026-10-23T15:00:00.000Z', '+1wd', '2026-10-26T06:00:00.000Z'],
      [
        'a day before the Tuesday after Easter is Good Friday',
        '2026-04-07T15:00:00.000Z',
        '-1d',
        '2026-04-03T05:00:00.000Z',
      ],
      ['a day after Good Friday is Tuesday', '2026-04-03T15:00:00.000Z', '+1d', '2026-04-07T05:00:00.000Z'],
      ['a week after the Friday before Whitsun', '2026-05-22T15:00:00.000Z', '+7d', '2026-05-29T05:00:00.000Z'],
      [
        'four hours before five, also when the clock changes at night',
        '2027-03-28T15:00:00.000Z',
        '-4h',
        '2027-03-28T11:00:00.000Z',
      ],
      [
        'a day of hours over that night is an hour off on the clock',
        '2027-03-28T15:00:00.000Z',
        '-24h',
        '2027-03-27T15:00:00.000Z',
      ],
    ] as const;
    for (const [title, due, written, at] of table) {
      it(title, () => {
        const step = parseStep(written);
        equal(step && momentsOf({ steps: [step] }, due, isHoliday)[0]?.at, at);
      });
    }
  });

  it('is only what is still to come', () => {
    const moments = planned({ plan: defaultPlans.long, due: friday, at: '2026-12-15T10:00:00.000Z', isHoliday });
    equal(moments[0]?.name, 'T-1');
  });

  it('is the next morning for what is late already, and then as planned', () => {
    const moments = planned({ plan: defaultPlans.long, due: friday, at: '2026-12-23T10:00:00.000Z', isHoliday });
    deepEqual(
      moments.map(({ name, at }) => [name, at]),
      [
        ['T+6', '2026-12-24T06:00:00.000Z'],
        ['T+7', '2026-12-28T06:00:00.000Z'],
        ['T+14', '2027-01-04T06:00:00.000Z'],
      ],
    );
  });

  it('goes on every week', () => {
    deepEqual(repeated('2026-12-21T06:00:00.000Z', 7, { due: friday, isHoliday }), {
      ...{ name: 'T+10', at: '2026-12-28T06:00:00.000Z', to: 'owner' },
    });
  });

  it('never falls on a day that nobody works', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.constantFrom('long', 'short', 'light'), (days, name) => {
        const due = `${addDays('2026-01-01', days)}T16:00:00.000Z`;
        for (const step of momentsOf(defaultPlans[name], due, isHoliday)) {
          if (step.name === 'T' || step.name.endsWith('h')) continue;
          equal(isWorkingDay(localDate(step.at), isHoliday), true, `${name} ${due} ${step.name}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a step of a nudge plan, as it is written in the settings', () => {
  it('counts days, hours or working days, and names who is told', () => {
    deepEqual(parseStep('-14d'), { by: -14, unit: 'day', to: 'owner' });
    deepEqual(parseStep('-4h'), { by: -4, unit: 'hour', to: 'owner' });
    deepEqual(parseStep('+10wd official'), { by: 10, unit: 'working-day', to: 'official' });
    deepEqual(parseStep('0d administrative'), { by: 0, unit: 'day', to: 'administrative' });
  });

  it('is refused in any other form', () => {
    for (const text of ['', '14', 'd', '-1y', '+7d mayor', '1.5d', '-1000d']) equal(parseStep(text), undefined, text);
  });
});

describe('what is due in a month', () => {
  it('is due on its last working day, at five', () => {
    equal(endOfMonth('2027-02', isHoliday), '2027-02-26T16:00:00.000Z');
    equal(endOfMonth('2026-12', isHoliday), '2026-12-31T16:00:00.000Z');
    equal(endOfMonth('2027-05', isHoliday), '2027-05-31T15:00:00.000Z');
  });
});
