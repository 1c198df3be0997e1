import { deepEqual } from 'node:assert/strict';
import { budgetDecider } from '../../../src/features/budgets/budget.ts';
import type { BudgetCommand, BudgetEvent } from '../../../src/features/budgets/budget-messages.ts';
import { holdingOf } from '../../../src/features/budgets/budget-state.ts';
import { specify } from '../../support/decider-spec.ts';
import { allocated, ask, at, budgetAfter, committed, euros, fatima, freeIn, jan, one, reserved } from './samples.ts';

const given = specify(budgetDecider);
const released: BudgetEvent = { type: 'MoneyReleased', data: { at, request: one, because: 'rejected' } };
const closed: BudgetEvent = { type: 'YearClosed', data: { at, by: jan } };
const spending = { at, by: jan, request: one, cents: euros(10_000), day: '2026-12-05', what: 'Eerste maand.' };
const finished: BudgetEvent = { type: 'CommitmentFinished', data: { at, request: one } };

const everyCommand: readonly BudgetCommand[] = [
  { type: 'ReserveMoney', data: { at, by: fatima, request: one, line: 'consult', cents: 100 } },
  { type: 'RaiseReservation', data: { at, by: jan, request: one, cents: 100 } },
  { type: 'CommitMoney', data: { at, by: jan, request: one, cents: 100, period: ask.period } },
  { type: 'ReleaseMoney', data: { at, request: one, because: 'rejected' } },
  { type: 'SpendMoney', data: spending },
  { type: 'SettleMoney', data: spending },
  { type: 'FinishCommitment', data: { at, request: one } },
];
for (const command of everyCommand)
  describe(`budgets: ${command.type}`, () => {
    it('is refused without a budget', () => given().when(command).thenRefused('no-budget'));
    it('is refused in a closed year', () => given(allocated, closed).when(command).thenRefused('year-closed'));
  });

describe('budgets: reserving', () => {
  const reserve = (cents: number): BudgetCommand => ({
    type: 'ReserveMoney',
    data: { at, by: fatima, request: one, line: 'availability', cents },
  });

  it('sets money apart', () =>
    given(allocated)
      .when(reserve(euros(24_000)))
      .thenEvents(reserved));
  it('takes it out of what is free', () =>
    deepEqual(freeIn(budgetAfter(allocated, reserved), 'availability'), euros(76_000)));
  it('happens once for a request, whatever the amount', () => {
    given(allocated, reserved)
      .when(reserve(euros(24_000)))
      .thenNothing();
    given(allocated, reserved)
      .when(reserve(euros(90_000)))
      .thenNothing();
    given(allocated, reserved, committed)
      .when(reserve(euros(24_000)))
      .thenNothing();
  });
  it('refuses a cent more than is free, and takes the last cent', () => {
    given(allocated)
      .when(reserve(euros(100_000) + 1))
      .thenRefused('not-enough');
    deepEqual(budgetDecider.decide(reserve(euros(100_000)), budgetAfter(allocated)).outcome, 'accepted');
  });
  for (const cents of [0, -1, 1.5])
    it(`refuses ${cents} cents`, () => given(allocated).when(reserve(cents)).thenRefused('amount-wrong'));
  it('takes it anew after it was given back', () =>
    given(allocated, reserved, released)
      .when(reserve(euros(24_000)))
      .thenEvents(reserved));
});

describe('budgets: raising what is set apart', () => {
  const raise = (cents: number, rest: object = {}): BudgetCommand => ({
    type: 'RaiseReservation',
    data: { at, by: jan, request: one, cents, ...rest },
  });
  const override = { reason: 'Het bestuur besloot zo.' };

  it('takes the difference', () => {
    given(allocated, reserved)
      .when(raise(euros(30_000)))
      .thenEvents({ type: 'ReservationRaised', data: { at, by: jan, request: one, cents: euros(30_000) } });
    const state = budgetAfter(allocated, reserved, {
      type: 'ReservationRaised',
      data: { at, by: jan, request: one, cents: euros(30_000) },
    });
    deepEqual([freeIn(state, 'availability'), holdingOf(state, one)?.reserved], [euros(70_000), euros(30_000)]);
  });
  it('does nothing for what is set apart already', () =>
    given(allocated, reserved)
      .when(raise(euros(24_000)))
      .thenNothing());
  it('refuses more than the line has', () =>
    given(allocated, reserved)
      .when(raise(euros(100_001)))
      .thenRefused('not-enough'));
  it('goes below zero with a name and a reason', () =>
    given(allocated, reserved)
      .when(raise(euros(110_000), { override }))
      .thenEvents(
        { type: 'ReservationRaised', data: { at, by: jan, request: one, cents: euros(110_000), override } },
        { type: 'LineWarned', data: { at, line: 'availability', level: 95 } },
      ));
  it('refuses without a reservation', () => {
    given(allocated).when(raise(100)).thenRefused('not-reserved');
    given(allocated, reserved, committed)
      .when(raise(euros(30_000)))
      .thenRefused('not-reserved');
  });
});

describe('budgets: committing', () => {
  const commit = (cents: number): BudgetCommand => ({
    type: 'CommitMoney',
    data: { at, by: jan, request: one, cents, period: ask.period },
  });

  it('promises what was set apart', () =>
    given(allocated, reserved)
      .when(commit(euros(24_000)))
      .thenEvents(committed));
  it('frees the rest when less was decided', () => {
    const less: BudgetEvent = {
      type: 'MoneyCommitted',
      data: { at, by: jan, request: one, cents: euros(20_000), period: ask.period },
    };
    given(allocated, reserved)
      .when(commit(euros(20_000)))
      .thenEvents(less);
    const { reserved: held, committed: promised } = budgetAfter(allocated, reserved, less).lines.availability;
    deepEqual([held, promised], [0, euros(20_000)]);
    deepEqual(freeIn(budgetAfter(allocated, reserved, less), 'availability'), euros(80_000));
  });
  it('happens once', () => {
    given(allocated, reserved, committed)
      .when(commit(euros(24_000)))
      .thenNothing();
    given(allocated, reserved, committed, finished)
      .when(commit(euros(24_000)))
      .thenNothing();
  });
  it('refuses more than was set apart, and nothing at all', () => {
    given(allocated, reserved)
      .when(commit(euros(24_000) + 1))
      .thenRefused('more-than-reserved');
    given(allocated, reserved).when(commit(0)).thenRefused('amount-wrong');
  });
  it('refuses without a reservation', () => {
    given(allocated).when(commit(100)).thenRefused('not-reserved');
    given(allocated, reserved, released).when(commit(100)).thenRefused('not-reserved');
  });
});

describe('budgets: releasing', () => {
  const release: BudgetCommand = { type: 'ReleaseMoney', data: { at, request: one, because: 'rejected' } };

  it('gives back what was set apart', () => {
    given(allocated, reserved).when(release).thenEvents(released);
    deepEqual(freeIn(budgetAfter(allocated, reserved, released), 'availability'), euros(100_000));
  });
  it('happens once, and not to what was decided', () => {
    given(allocated, reserved, released).when(release).thenNothing();
    given(allocated, reserved, committed).when(release).thenNothing();
    given(allocated).when(release).thenNothing();
  });
});
