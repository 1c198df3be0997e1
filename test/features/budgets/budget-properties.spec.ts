import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/core/decider.ts';
import { budgetDecider } from '../../../src/features/budgets/budget.ts';
import type { BudgetCommand, BudgetEvent } from '../../../src/features/budgets/budget-messages.ts';
import {
  type Budget,
  type BudgetFile,
  budgetLines,
  freeOf,
  isThere,
  requestId,
} from '../../../src/features/budgets/budget-state.ts';
import { carriedBy } from '../../../src/features/budgets/settle-desk.ts';
import { expectedFlow } from '../../../src/features/budgets/cash-flow.ts';
import { ask, at, fatima, jan, sumOf } from './samples.ts';

const line = fc.constantFrom(...budgetLines);
const request = fc.constantFrom('r-1', 'r-2', 'r-3', 'r-4', 'r-5', 'r-6').map(requestId);
const cents = fc.integer({ min: -5, max: 400 });
const day = fc.constantFrom('2026-02-01', '2026-05-01', '2026-08-31', '2026-12-31');
const reason = 'Daarom.';

const wishes: readonly (readonly [number, fc.Arbitrary<BudgetCommand>])[] = [
  [
    2,
    fc.dictionary(line, cents, { maxKeys: 3 }).map((lines) => ({ type: 'AllocateBudget', data: { ...year(), lines } })),
  ],
  [
    2,
    fc
      .record({ from: line, to: line, cents })
      .map((data) => ({ type: 'ShiftMoney', data: { at, by: jan, reason, ...data } })),
  ],
  [5, fc.record({ request, line, cents }).map((data) => ({ type: 'ReserveMoney', data: { at, by: fatima, ...data } }))],
  [1, fc.record({ request, cents }).map((data) => ({ type: 'RaiseReservation', data: { at, by: jan, ...data } }))],
  [
    4,
    fc
      .record({ request, cents })
      .map((data) => ({ type: 'CommitMoney', data: { at, by: jan, period: ask.period, ...data } })),
  ],
  [2, request.map((id) => ({ type: 'ReleaseMoney', data: { at, request: id, because: 'rejected' } }))],
  [
    4,
    fc
      .record({ request, cents, day })
      .map((data) => ({ type: 'SpendMoney', data: { at, by: jan, what: '', ...data } })),
  ],
  [
    2,
    fc
      .record({ request, cents, day })
      .map((data) => ({ type: 'SettleMoney', data: { at, by: jan, what: '', ...data } })),
  ],
  [1, request.map((id) => ({ type: 'FinishCommitment', data: { at, request: id } }))],
];
function year() {
  return { at, by: jan, centre: 'LI', year: 2026 } as const;
}
const command: fc.Arbitrary<BudgetCommand> = fc.oneof(
  ...wishes.map(([weight, arbitrary]): fc.WeightedArbitrary<BudgetCommand> => ({ weight, arbitrary })),
);
const lines = Object.fromEntries(budgetLines.map((each) => [each, 1_000]));
const first: BudgetCommand = { type: 'AllocateBudget', data: { ...year(), lines } };
const history = fc.array(command, { maxLength: 60 }).map((commands): readonly BudgetCommand[] => [first, ...commands]);

function stateAfter(commands: readonly BudgetCommand[]): Readonly<{ state: Budget; events: readonly BudgetEvent[] }> {
  let state: Budget = { status: 'none' };
  const events: BudgetEvent[] = [];
  for (const each of commands) {
    const decision = budgetDecider.decide(each, state);
    if (decision.outcome === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce(budgetDecider.evolve, state);
  }
  return { state, events };
}

function opened(commands: readonly BudgetCommand[]): BudgetFile {
  const { state } = stateAfter(commands);
  if (!isThere(state)) throw new Error('no budget');
  return state;
}

describe('budgets: money, whatever happens', () => {
  it('is never below zero on any line, nor is any amount, when nobody allowed it', () =>
    fc.assert(
      fc.property(history, (commands) => {
        const budget = opened(commands);
        for (const money of Object.values(budget.lines)) {
          ok(freeOf(money) >= 0);
          const { allocated, reserved, committed, spent, settled } = money;
          ok(Math.min(allocated, reserved, committed, spent, settled) >= 0);
        }
        deepEqual(budget.overridden, []);
      }),
    ));

  it('sums up to what was allocated and what came back', () =>
    fc.assert(
      fc.property(history, (commands) => {
        const budget = opened(commands);
        const there = sumOf(budget, (money) => freeOf(money) + money.reserved + money.committed + money.spent);
        equal(
          there,
          sumOf(budget, ({ allocated, settled }) => allocated + settled),
        );
        equal(
          sumOf(budget, ({ shifted }) => shifted),
          0,
        );
      }),
    ));

  it('is on each line what its requests hold', () =>
    fc.assert(
      fc.property(history, (commands) => {
        const { lines: all, holdings, quarters } = opened(commands);
        for (const each of budgetLines) {
          const own = holdings.filter((holding) => holding.line === each);
          for (const name of ['reserved', 'committed', 'spent', 'settled'] as const) {
            // A request that was taken back and asked anew on another line has spent nothing.
            equal(
              all[each][name],
              own.reduce((sum, holding) => sum + holding[name], 0),
            );
          }
        }
        equal(
          quarters.reduce((sum, spent) => sum + spent, 0),
          budgetLines.reduce((sum, each) => sum + all[each].spent, 0),
        );
      }),
    ));

  it('is held, decided and given back once by each request', () =>
    fc.assert(
      fc.property(history, (commands) => {
        const { state, events } = stateAfter(commands);
        const ids = isThere(state) ? state.holdings.map((holding) => holding.request) : [];
        deepEqual(ids, [...new Set(ids)]);
        for (const id of ids) {
          const own = events.filter(({ data }) => 'request' in data && data.request === id).map(({ type }) => type);
          const count = (type: BudgetEvent['type']) => own.filter((each) => each === type).length;
          ok(count('MoneyCommitted') <= 1 && count('CommitmentFinished') <= 1);
          ok(count('MoneyReleased') <= count('MoneyReserved'));
          ok(count('MoneyReserved') <= count('MoneyReleased') + 1);
        }
      }),
    ));

  it('is the fold of its events, and survives being kept as JSON', () =>
    fc.assert(
      fc.property(history, (commands) => {
        const { state, events } = stateAfter(commands);
        deepEqual(fold(budgetDecider, events), state);
        deepEqual(JSON.parse(JSON.stringify(state)), state);
      }),
    ));

  it('goes to the next year to the cent, and runs on there', () =>
    fc.assert(
      fc.property(history, (commands) => {
        const before = opened(commands);
        const closed = opened([...commands, { type: 'CloseYear', data: { at, by: jan } }]);
        const next = opened([{ type: 'CarryIn', data: { at, ...carriedBy(closed) } }]);
        for (const each of budgetLines) {
          equal(freeOf(closed.lines[each]), 0);
          equal(freeOf(next.lines[each]), freeOf(before.lines[each]));
          equal(next.lines[each].reserved, before.lines[each].reserved);
          equal(next.lines[each].committed, before.lines[each].committed);
        }
      }),
    ));

  it('is warned of at most once for each level of a line', () =>
    fc.assert(
      fc.property(history, (commands) => {
        const { events } = stateAfter(commands);
        const told = events.flatMap(({ type, data }) => (type === 'LineWarned' ? [`${data.line} ${data.level}`] : []));
        deepEqual(told, [...new Set(told)]);
      }),
    ));

  it('is expected over the quarters to the cent', () =>
    fc.assert(
      fc.property(
        history,
        fc.constantFrom('2026-01-05', '2026-11-23', '2027-01-10', '2028-01-01'),
        (commands, today) => {
          const budget = opened(commands);
          const { quarters, later } = expectedFlow(budget, `${today}T10:00:00.000Z`);
          equal(
            quarters.reduce((sum, each) => sum + each, later),
            sumOf(budget, ({ committed }) => committed),
          );
          ok([...quarters, later].every((each) => Number.isInteger(each) && each >= 0));
        },
      ),
    ));
});
