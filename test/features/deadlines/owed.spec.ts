import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { createHolidays } from '../../../src/holidays.ts';
import { handClock, startEngine } from '../../support/deadline-engine.ts';
import { createOracle } from '../../support/deadline-oracle.ts';
import { type Happening, happen, instantOf, judge, opensAt, prefer } from '../../support/deadline-run.ts';
import { openTemporary } from '../../support/store-sqlite.ts';

const isHoliday = createHolidays();
// Through the change of the clock, Easter, King's Day and Ascension Day.
const setting = { from: '2027-03-15', owners: 4, stewards: 2, officials: 3, isHoliday };

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom('keep', 'keep', 'move', 'complete', 'handOver', 'snooze', 'away'),
  ...{ day: fc.nat(45), minute: fc.nat(39), thing: fc.nat(7), person: fc.nat(9), days: fc.nat(30) },
});

async function live(happenings: readonly Happening[]): Promise<void> {
  const opened = await openTemporary();
  const begin = '2027-03-15T06:30:00.000Z';
  const mailbox = { posted: [], updated: [] };
  const engine = startEngine({ store: opened.store, clock: handClock(begin), isHoliday, mailbox });
  const oracle = createOracle({ isHoliday, opens: opensAt, now: begin });
  await prefer(engine, setting);
  const inOrder = happenings.map((one) => ({ happening: one, now: instantOf(one, setting) }));
  for (const { happening: one, now } of inOrder.toSorted((a, b) => a.now.localeCompare(b.now))) {
    await engine.until(now);
    oracle.until(now);
    await happen({ engine, oracle }, { happening: one, setting, now });
  }
  await engine.until('2027-06-20T06:00:00.000Z');
  oracle.until('2027-06-20T06:00:00.000Z');
  await engine.worker.stop();
  await opened.close();
  deepEqual(judge(oracle.owed, mailbox).wrong, []);
}

describe('what is owed', () => {
  it('is told exactly once and never before its time, whatever happens', async function () {
    this.timeout(60_000);
    await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), live), {
      numRuns: 12,
    });
  });
});
