import { deepEqual, equal, ok } from 'node:assert/strict';
import { budgetLines, freeOf, type Holding, holdingOf, requestId } from '../../../src/features/budgets/budget-state.ts';
import type { BudgetsDeps } from '../../../src/features/budgets/index.ts';
import { amountOf, isGranted, type RequestFile } from '../../../src/features/budgets/request-state.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Bench, openBudgets } from './bench.ts';
import { sumOf } from './samples.ts';

/** A store whose `nth` commit fails: before anything was written, or after it was, as when the answer gets lost. */
function faulty(store: Store) {
  let [left, when]: [number, 'before' | 'after'] = [Infinity, 'before'];
  let failed = 0;
  const commit: Store['commit'] = async (each) => {
    left--;
    if (left === 0 && when === 'before') throw new Error(`stopped (${++failed})`);
    const result = await store.commit(each);
    if (left === 0) throw new Error(`stopped (${++failed})`);
    return result;
  };
  return {
    store: { ...store, commit },
    failAt(nth: number, how: 'before' | 'after') {
      [left, when] = [nth, how];
    },
    failures: () => failed,
  };
}

/** Closed also when a spec fails: a worker that goes on keeps the run from ending. */
const opened: Bench[] = [];
export async function open(...change: Parameters<typeof openBudgets>): Promise<Bench> {
  const bench = await openBudgets(...change);
  opened.push(bench);
  return bench;
}
export async function closeAll(): Promise<void> {
  for (const bench of opened.splice(0)) await bench.close();
}

export async function openFaulty() {
  let faults: ReturnType<typeof faulty> | undefined;
  const bench = await open((deps): BudgetsDeps => {
    faults = faulty(deps.store);
    return { ...deps, store: faults.store };
  });
  if (!faults) throw new Error('no faults');
  return { bench, faults };
}

/** Time enough for every retry and for every look at what was left behind. */
export async function settleAll(bench: Bench): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await bench.settled();
    bench.passMs(20 * 60_000);
  }
  await bench.settled();
}

/** What holds in the end, whatever happened: a request and its money have one outcome. */
export async function checkInStep(bench: Bench, ids: readonly string[], year = 2026): Promise<void> {
  const budget = await bench.budget(year);
  for (const id of ids) {
    const file = await bench.request(id);
    checkMoney(id, file, holdingOf(budget, requestId(id)));
    if (file?.raised === true || file?.stage === 'asked') ok(bench.raised.has(`money-${id}`), `${id} was not raised`);
  }
  for (const line of budgetLines) ok(freeOf(budget.lines[line]) >= 0);
  const there = sumOf(budget, (money) => freeOf(money) + money.reserved + money.committed + money.spent);
  const came = sumOf(budget, ({ allocated, settled, carried }) => allocated + settled + carried);
  equal(there, came);
}

function checkMoney(id: string, file: RequestFile | undefined, holding: Holding | undefined): void {
  const { reserved, committed, spent } = holding ?? { reserved: 0, committed: 0, spent: 0 };
  deepEqual({ reserved, taken: committed + spent }, wanted(file, spent), `${id} is ${file?.stage ?? 'not there'}`);
  if (file) deepEqual([file.money.reserved, file.money.committed], [reserved, committed], `${id} was told`);
}

/** Money that nobody asked for, or that was refused, is held by nobody; what was spent stays spent. */
function wanted(file: RequestFile | undefined, spent: number): object {
  if (file?.stage === 'asked') return { reserved: file.ask.cents, taken: 0 };
  const runs = file !== undefined && isGranted(file) && file.stage !== 'ended';
  return { reserved: 0, taken: runs ? amountOf(file) : spent };
}

export const tried = async (doing: Promise<unknown>): Promise<void> => {
  await doing.catch((error: unknown) => ok(String(error).includes('stopped'), String(error)));
};
