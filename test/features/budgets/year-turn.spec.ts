import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { PersonId } from '../../../src/core/ids.ts';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { adopt, ask, type Bench, openBudgets, order, people } from './bench.ts';
import { euros } from './samples.ts';

const year = { centre: 'LI', year: 2026 };

async function openWithBoard(): Promise<Bench> {
  const bench = await openBudgets();
  const { store, clock } = bench.sources.deps;
  const board = `id,kind,centre,name,members,valid_from\nli-board,administrative-board,LI,Bestuurlijk overleg,${people.els},2026-01-01`;
  await importFile({ store, clock, territory: await loadTerritory() }, { text: board });
  bench.sources.deps.directory.forget();
  return bench;
}

describe('the turn of the year', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openWithBoard();
    await adopt(bench, 'r-1');
    await ask(bench, 'r-2', { amount: '10.000' });
    bench.pass(30);
    await bench.settled();
  });
  afterEach(() => bench.close());
  const close = (person: PersonId) => bench.click(person, 'submit budgets/close-send', year);

  it('brings what is free and what runs to the next year', async () => {
    match((await bench.click(people.jan, 'dialog budgets/close', year)).card, /gaat mee naar 2027/);
    equal((await close(people.jan)).outcome, 'done');
    await bench.settled();
    const [old, next] = [await bench.budget(2026), await bench.budget(2027)];
    deepEqual([old.status, freeOf(old.lines.availability)], ['closed', 0]);
    const { reserved, committed } = next.lines.availability;
    deepEqual([reserved, committed, freeOf(next.lines.availability)], [euros(10_000), euros(24_000), euros(66_000)]);
    equal((await bench.request('r-1'))?.year, 2027);
  });
  it('changes nothing for who spends, and for a decision that comes after it', async () => {
    await close(people.jan);
    await bench.settled();
    await bench.decide('r-2');
    await bench.settled();
    const shown = await bench.click(people.jan, 'submit budgets/spend-send', {
      ...{ request: 'r-1', amount: '4.000', day: '2027-01-05', text: 'Januari.' },
    });
    equal(shown.outcome, 'done');
    const { committed, spent } = (await bench.budget(2027)).lines.availability;
    deepEqual([committed, spent], [euros(30_000), euros(4_000)]);
    deepEqual((await bench.budget(2027)).quarters, [euros(4_000), 0, 0, 0]);
  });
  it('is followed by a decision that comes before the money has arrived', async () => {
    await order(bench, { type: 'CloseYear', data: { at: bench.deps.clock.now().toISOString(), by: people.jan } });
    await bench.decide('r-2', { outcome: 'rejected', alternative: 'Anders.', contact: people.jan });
    await bench.settled();
    bench.passMs(5_000);
    await bench.settled();
    equal((await bench.holding('r-2', 2027))?.status, 'released');
    equal(freeOf((await bench.budget(2027)).lines.availability), euros(76_000));
  });
  it('adds to what was allocated for the next year already', async () => {
    await order(
      bench,
      {
        type: 'AllocateBudget',
        data: {
          ...({ at: bench.deps.clock.now().toISOString(), by: people.jan, centre: 'LI', year: 2027 } as const),
          lines: { availability: euros(50_000) },
        },
      },
      2027,
    );
    await close(people.jan);
    await bench.settled();
    equal(freeOf((await bench.budget(2027)).lines.availability), euros(116_000));
    match(
      (await bench.click(people.jan, 'action budgets/overview', { ...year, year: 2027 })).card,
      /uit vorig jaar €.100\.000/,
    );
  });
  it('happens once', async () => {
    await close(people.jan);
    await close(people.jan);
    await bench.settled();
    equal(freeOf((await bench.budget(2027)).lines.availability), euros(66_000));
    const { card } = await bench.click(people.jan, 'action budgets/overview', year);
    match(card, /afgesloten/);
    ok(!card.includes('budgets/allocate'));
  });
  it('is for the project leader of that centre only', async () => {
    for (const person of [people.els, people.miriam, people.fatima])
      equal((await close(person)).outcome, 'not-allowed');
    equal((await bench.budget()).status, 'open');
  });
});
