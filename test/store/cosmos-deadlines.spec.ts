import { deepEqual, ok } from 'node:assert/strict';
import { createHolidays } from '../../src/holidays.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';
import { openCosmosStore } from '../support/cosmos-double/open-store.ts';
import { handClock, startEngine } from '../support/deadline-engine.ts';
import { createOracle } from '../support/deadline-oracle.ts';
import { happen, instantOf, judge, opensAt, prefer } from '../support/deadline-run.ts';
import { happenings } from '../support/deadline-year.ts';

const isHoliday = createHolidays();
const setting = { from: '2027-03-15', owners: 4, stewards: 2, officials: 2, isHoliday };

describe('deadlines on Cosmos DB', () => {
  let double: CosmosDouble;
  before(async () => {
    double = await startCosmosDouble();
  });
  after(() => double.close());

  it('are told exactly once and never before their time, through some weeks of what people do', async function () {
    this.timeout(120_000);
    const { store, close } = await openCosmosStore(double);
    const begin = '2027-03-15T05:30:00.000Z';
    const mailbox = { posted: [], updated: [] };
    const engine = startEngine({ store, clock: handClock(begin), isHoliday, mailbox });
    const oracle = createOracle({ isHoliday, opens: opensAt, now: begin });
    await prefer(engine, setting);
    const todo = happenings({ days: 30, things: 12, seed: 3 })
      .map((happening) => ({ happening, now: instantOf(happening, setting) }))
      .toSorted((one, other) => one.now.localeCompare(other.now));
    for (const { happening, now } of todo) {
      await engine.until(now);
      oracle.until(now);
      await happen({ engine, oracle }, { happening, setting, now });
    }
    await engine.until('2027-05-10T06:00:00.000Z');
    oracle.until('2027-05-10T06:00:00.000Z');
    await engine.worker.stop();
    await close();
    deepEqual(judge(oracle.owed, mailbox).wrong, []);
    ok(oracle.owed.length > 20, String(oracle.owed.length));
  });
});
