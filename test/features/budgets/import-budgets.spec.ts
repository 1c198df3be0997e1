import { deepEqual, equal } from 'node:assert/strict';
import { loadDemo } from '../../../src/demo/load-demo.ts';
import { budgetAggregate } from '../../../src/features/budgets/aggregates.ts';
import { budgetStream, isThere } from '../../../src/features/budgets/budget-state.ts';
import { budgetsImport } from '../../../src/features/budgets/index.ts';
import { importFile, loadTerritory } from '../../../src/features/directory/index.ts';
import { stateOf } from '../../../src/store/handle.ts';
import { openedStore } from '../../support/store-opened.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { clock } from '../directory/imported.ts';
import { order } from './bench.ts';
import { euros, fatima, one } from './samples.ts';

describe('budgets: importing a file', () => {
  const store = openedStore(openTemporary);
  beforeEach(() => loadDemo({ store: store(), clock }));
  /** In years of which the demo has no budget. */
  const load = async (rows: readonly string[], keepExisting = false) =>
    importFile(
      { store: store(), territory: await loadTerritory(), clock, kinds: [budgetsImport] },
      { text: ['centre,year,line,euros', ...rows].join('\n'), keepExisting },
    );
  const allocated = async (centre: 'LI' | 'BZ', year: number) => {
    const state = stateOf(budgetAggregate, await store().load(budgetStream(centre, year)));
    if (!isThere(state)) return undefined;
    return Object.fromEntries(
      Object.entries(state.lines).flatMap(([line, money]) => (money.allocated > 0 ? [[line, money.allocated]] : [])),
    );
  };
  const problems = async (row: string) => {
    const result = await load([row]);
    return result.outcome === 'refused' ? result.problems : [];
  };

  it('says what each line of each centre and year gets', async () => {
    deepEqual(await load(['LI,2031,consult,100000', 'LI,2031,guarantee,"1.250,50"', 'BZ,2032,start-up,85000']), {
      outcome: 'imported',
      kind: 'budgets',
      counts: { added: 3, changed: 0, unchanged: 0, closed: 0 },
    });
    deepEqual(await allocated('LI', 2031), { consult: euros(100_000), guarantee: 125_050 });
    deepEqual(await allocated('BZ', 2032), { 'start-up': euros(85_000) });
    equal(await allocated('LI', 2032), undefined);
  });
  it('changes nothing the second time', async () => {
    await load(['LI,2031,consult,100000']);
    const again = await load(['LI,2031,consult,100000', 'LI,2031,learning,0']);
    deepEqual(again.outcome === 'imported' && again.counts, { added: 0, changed: 0, unchanged: 2, closed: 0 });
  });
  it('changes the lines it names and leaves the others', async () => {
    await load(['LI,2031,consult,100000', 'LI,2031,learning,5000']);
    const again = await load(['LI,2031,consult,90000']);
    deepEqual(again.outcome === 'imported' && again.counts, { added: 0, changed: 1, unchanged: 0, closed: 0 });
    deepEqual(await allocated('LI', 2031), { consult: euros(90_000), learning: euros(5_000) });
  });
  it('leaves what is there when it is demo data', async () => {
    await load(['LI,2031,consult,100000']);
    await load(['LI,2031,consult,90000'], true);
    deepEqual(await allocated('LI', 2031), { consult: euros(100_000) });
  });

  for (const [row, column] of [
    ['XX,2031,consult,1', 'centre'],
    ['LI,2019,consult,1', 'year'],
    ['LI,soon,consult,1', 'year'],
    ['LI,2031,holiday,1', 'line'],
    ['LI,2031,consult,veel', 'euros'],
    ['LI,2031,consult,-5', 'euros'],
  ] as const)
    it(`says which cell is wrong in ${row}`, async () =>
      deepEqual(
        (await problems(row)).map((problem) => problem.column),
        [column],
      ));
  it('refuses a line twice', async () => {
    const result = await load(['LI,2031,consult,1', 'LI,2031,consult,2']);
    equal(result.outcome, 'refused');
  });
  it('refuses less than what is used, and writes nothing of the file', async () => {
    await load(['LI,2031,consult,1000']);
    const deps = { store: store(), clock };
    await order(
      { deps },
      {
        type: 'ReserveMoney',
        data: { at: clock.now().toISOString(), by: fatima, request: one, line: 'consult', cents: euros(600) },
      },
      2031,
    );
    const result = await load(['LI,2031,learning,1', 'LI,2031,consult,500']);
    deepEqual(result.outcome === 'refused' && result.problems.map(({ row, column }) => [row, column]), [[3, 'euros']]);
    deepEqual(await allocated('LI', 2031), { consult: euros(1_000) });
  });
});
