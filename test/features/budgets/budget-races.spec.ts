import { deepEqual, equal } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { budgetAggregate } from '../../../src/features/budgets/aggregates.ts';
import type { BudgetCommand } from '../../../src/features/budgets/budget-messages.ts';
import { budgetLines, budgetStream, freeOf, isThere, requestId } from '../../../src/features/budgets/budget-state.ts';
import { handle, stateOf } from '../../../src/store/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { openTemporary } from '../../support/store-sqlite.ts';
import { at, fatima, jan } from './samples.ts';

function year() {
  return { at, by: jan, centre: 'LI', year: 2026 } as const;
}
const lines = Object.fromEntries(budgetLines.map((each) => [each, 1_000]));
const first: BudgetCommand = { type: 'AllocateBudget', data: { ...year(), lines } };

describe('budgets: two who want the last money at the same moment', () => {
  let opening: Awaited<ReturnType<typeof openTemporary>>;
  let other: Store;
  beforeEach(async () => {
    opening = await openTemporary();
    // Another instance of the bot: within one, commands on one stream wait for each other.
    other = sqliteStore({ file: opening.file });
    await send(opening.store, first, 'allocate');
  });
  afterEach(async () => {
    await other.close();
    await opening.close();
  });
  const send = (store: Store, each: BudgetCommand, id: string) =>
    handle(store, budgetAggregate, {
      ...({ stream: budgetStream('LI', 2026), by: 'system', at: new Date(at), command: each } as const),
      commandId: commandId(id),
    });
  const reserve = (id: string): BudgetCommand => ({
    type: 'ReserveMoney',
    data: { at, by: fatima, request: requestId(id), line: 'consult', cents: 600 },
  });
  const left = async () => {
    const state = stateOf(budgetAggregate, await opening.store.load(budgetStream('LI', 2026)));
    return isThere(state) ? freeOf(state.lines.consult) : undefined;
  };

  for (const where of ['one instance', 'two instances'])
    it(`do not both get it, of ${where}`, async () => {
      const wanted = [1, 2, 3, 4].map((n) => {
        const store = where === 'two instances' && n % 2 === 0 ? other : opening.store;
        return send(store, reserve(`r-${n}`), `reserve-${n}`);
      });
      const outcomes = (await Promise.all(wanted)).map(({ decision }) =>
        decision.outcome === 'refused' ? decision.code : decision.outcome,
      );
      deepEqual(outcomes.toSorted(), ['accepted', 'not-enough', 'not-enough', 'not-enough']);
      equal(await left(), 400);
    });

  it('are counted once when the very same click comes twice', async () => {
    await Promise.all([opening.store, other].map((store) => send(store, reserve('r-1'), 'once')));
    equal(await left(), 400);
  });
});
