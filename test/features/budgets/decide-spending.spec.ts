import { deepEqual } from 'node:assert/strict';
import { budgetDecider } from '../../../src/features/budgets/budget.ts';
import type { BudgetCommand, BudgetEvent } from '../../../src/features/budgets/budget-messages.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  allocated,
  at,
  budgetAfter,
  committed,
  committedGuarantee,
  euros,
  freeIn,
  jan,
  one,
  reserved,
  reservedGuarantee,
  spentGuarantee,
  two,
} from './samples.ts';

const given = specify(budgetDecider);
const spending = { at, by: jan, request: one, cents: euros(10_000), day: '2026-12-05', what: 'Eerste maand.' };
const spent: BudgetEvent = { type: 'MoneySpent', data: spending };
const finished: BudgetEvent = { type: 'CommitmentFinished', data: { at, request: one } };

describe('budgets: spending', () => {
  const spend = (rest: object = {}): BudgetCommand => ({ type: 'SpendMoney', data: { ...spending, ...rest } });

  it('goes against what was decided, in the quarter of its day', () => {
    given(allocated, reserved, committed).when(spend()).thenEvents(spent);
    const state = budgetAfter(allocated, reserved, committed, spent);
    const { committed: left, spent: paid } = state.lines.availability;
    deepEqual([left, paid, state.quarters], [euros(14_000), euros(10_000), [0, 0, 0, euros(10_000)]]);
    deepEqual(freeIn(state, 'availability'), euros(76_000));
  });
  it('refuses more than is left of it', () => {
    given(allocated, reserved, committed)
      .when(spend({ cents: euros(24_001) }))
      .thenRefused('more-than-committed');
    given(allocated, reserved, committed, spent)
      .when(spend({ cents: euros(14_000) + 1 }))
      .thenRefused('more-than-committed');
  });
  it('refuses before the decision and after the end', () => {
    given(allocated, reserved).when(spend()).thenRefused('not-committed');
    given(allocated, reserved, committed, finished).when(spend()).thenRefused('not-committed');
    given(allocated).when(spend()).thenRefused('not-committed');
  });
  it('refuses nothing', () =>
    given(allocated, reserved, committed)
      .when(spend({ cents: 0 }))
      .thenRefused('amount-wrong'));
});

describe('budgets: settling a guarantee', () => {
  const settling = { at, by: jan, request: two, cents: euros(9_000), day: '2026-12-20', what: 'Het zorgkantoor.' };
  const settle = (rest: object = {}): BudgetCommand => ({ type: 'SettleMoney', data: { ...settling, ...rest } });
  const advanced = [allocated, reservedGuarantee, committedGuarantee, spentGuarantee] as const;
  const settled: BudgetEvent = { type: 'MoneySettled', data: settling };

  it('brings back what was advanced', () => {
    given(...advanced)
      .when(settle())
      .thenEvents(settled);
    deepEqual(freeIn(budgetAfter(...advanced), 'guarantee'), euros(35_000));
    deepEqual(freeIn(budgetAfter(...advanced, settled), 'guarantee'), euros(44_000));
  });
  it('also after it was finished', () =>
    given(...advanced, { type: 'CommitmentFinished', data: { at, request: two } })
      .when(settle())
      .thenEvents(settled));
  it('refuses more than was advanced, and what came back already', () => {
    given(...advanced)
      .when(settle({ cents: euros(9_001) }))
      .thenRefused('more-than-spent');
    given(...advanced, settled)
      .when(settle({ cents: 1 }))
      .thenRefused('more-than-spent');
  });
  it('refuses for anything but a guarantee', () => {
    given(allocated, reserved, committed, spent)
      .when(settle({ request: one }))
      .thenRefused('no-guarantee');
    given(allocated).when(settle()).thenRefused('not-committed');
    given(...advanced)
      .when(settle({ cents: 0 }))
      .thenRefused('amount-wrong');
  });
});

describe('budgets: finishing', () => {
  const finish: BudgetCommand = { type: 'FinishCommitment', data: { at, request: one } };

  it('frees what was not spent', () => {
    given(allocated, reserved, committed, spent).when(finish).thenEvents(finished);
    deepEqual(freeIn(budgetAfter(allocated, reserved, committed, spent, finished), 'availability'), euros(90_000));
  });
  it('happens once, and not before the decision', () => {
    given(allocated, reserved, committed, finished).when(finish).thenNothing();
    given(allocated, reserved).when(finish).thenNothing();
  });
});
