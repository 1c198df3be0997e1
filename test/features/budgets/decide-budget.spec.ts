import { deepEqual, equal } from 'node:assert/strict';
import { budgetDecider } from '../../../src/features/budgets/budget.ts';
import type { BudgetCommand, BudgetEvent } from '../../../src/features/budgets/budget-messages.ts';
import { roomOf } from '../../../src/features/budgets/budget-state.ts';
import { specify } from '../../support/decider-spec.ts';
import { allocated, at, budgetAfter, committed, euros, freeIn, jan, one, reserved } from './samples.ts';

const given = specify(budgetDecider);
const closed: BudgetEvent = { type: 'YearClosed', data: { at, by: jan } };
const year = { at, by: jan, centre: 'LI', year: 2026 } as const;
const override = { reason: 'Het bestuur heeft dit al toegezegd.' };

describe('budgets: allocating', () => {
  const allocate = (lines: object, rest: object = {}): BudgetCommand => ({
    type: 'AllocateBudget',
    data: { ...year, lines, ...rest },
  });

  it('begins a year', () =>
    given()
      .when(allocate({ consult: euros(900_000) }))
      .thenEvents({ type: 'BudgetAllocated', data: { ...year, lines: { consult: euros(900_000) } } }));
  it('changes the lines that are different, and says nothing of the others', () =>
    given(allocated)
      .when(allocate({ consult: euros(10_000), learning: euros(5_000) }))
      .thenEvents({ type: 'BudgetAllocated', data: { ...year, lines: { learning: euros(5_000) } } }));
  it('does nothing when every line is as it was', () =>
    given(allocated)
      .when(allocate({ consult: euros(10_000) }))
      .thenNothing());
  for (const cents of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
    it(`refuses ${cents} cents`, () =>
      given()
        .when(allocate({ consult: cents }))
        .thenRefused('amount-wrong'));
  it('refuses to take what is used', () =>
    given(allocated, reserved)
      .when(allocate({ availability: euros(20_000) }))
      .thenRefused('not-enough'));
  it('takes it all the same when somebody allows it by name', () =>
    given(allocated, reserved)
      .when(allocate({ availability: euros(20_000) }, { override }))
      .thenEvents(
        { type: 'BudgetAllocated', data: { ...year, lines: { availability: euros(20_000) }, override } },
        { type: 'LineWarned', data: { at, line: 'availability', level: 95 } },
      ));
  it('refuses an allowance without a reason', () =>
    given(allocated, reserved)
      .when(allocate({ availability: 0 }, { override: { reason: ' ' } }))
      .thenRefused('reason-missing'));
  it('does not record an allowance that nothing needed', () =>
    given(allocated)
      .when(allocate({ availability: euros(90_000) }, { override }))
      .thenEvents({ type: 'BudgetAllocated', data: { ...year, lines: { availability: euros(90_000) } } }));
  it('lets a line that is below zero go up by less than it lacks', () =>
    given(allocated, reserved, {
      type: 'BudgetAllocated',
      data: { ...year, lines: { availability: euros(10_000) }, override },
    })
      .when(allocate({ availability: euros(12_000) }))
      .thenEvents(
        { type: 'BudgetAllocated', data: { ...year, lines: { availability: euros(12_000) } } },
        { type: 'LineWarned', data: { at, line: 'availability', level: 95 } },
      ));
  it('refuses when the year is closed', () =>
    given(allocated, closed)
      .when(allocate({ consult: 0 }))
      .thenRefused('year-closed'));

  it('names who allowed a line below zero, and why', () => {
    const state = budgetAfter(allocated, reserved, {
      type: 'BudgetAllocated',
      data: { ...year, lines: { availability: euros(20_000), consult: euros(11_000) }, override },
    });
    deepEqual(state.overridden, [{ at, by: jan, line: 'availability', reason: override.reason }]);
    equal(freeIn(state, 'availability'), euros(-4_000));
  });
});

describe('budgets: shifting', () => {
  const shift = (rest: object = {}): BudgetCommand => ({
    type: 'ShiftMoney',
    data: { at, by: jan, from: 'guarantee', to: 'consult', cents: euros(5_000), reason: 'Meer vragen.', ...rest },
  });

  it('takes from one line what it gives to another', () => {
    given(allocated)
      .when(shift())
      .thenEvents({
        type: 'MoneyShifted',
        data: { at, by: jan, from: 'guarantee', to: 'consult', cents: euros(5_000), reason: 'Meer vragen.' },
      });
    const state = budgetAfter(allocated, {
      type: 'MoneyShifted',
      data: { at, by: jan, from: 'guarantee', to: 'consult', cents: euros(5_000), reason: 'Meer vragen.' },
    });
    deepEqual([freeIn(state, 'guarantee'), freeIn(state, 'consult')], [euros(45_000), euros(15_000)]);
  });
  it('refuses more than is free', () =>
    given(allocated)
      .when(shift({ cents: euros(50_001) }))
      .thenRefused('not-enough'));
  it('allows exactly what is free', () =>
    given(allocated)
      .when(shift({ cents: euros(50_000), to: 'availability' }))
      .thenEvents({
        type: 'MoneyShifted',
        data: {
          ...{ at, by: jan, from: 'guarantee', to: 'availability' },
          ...{ cents: euros(50_000), reason: 'Meer vragen.' },
        },
      }));
  for (const [what, rest, code] of [
    ['nothing', { cents: 0 }, 'amount-wrong'],
    ['less than nothing', { cents: -100 }, 'amount-wrong'],
    ['to the same line', { to: 'guarantee' }, 'same-line'],
    ['without a reason', { reason: '  ' }, 'reason-missing'],
    ['below zero without saying why', { cents: euros(60_000), override: { reason: '' } }, 'reason-missing'],
  ] as const)
    it(`refuses to shift ${what}`, () => given(allocated).when(shift(rest)).thenRefused(code));
  it('refuses without a budget, and in a closed year', () => {
    given().when(shift()).thenRefused('no-budget');
    given(allocated, closed).when(shift()).thenRefused('year-closed');
  });
  it('goes below zero when somebody allows it by name', () =>
    given(allocated)
      .when(shift({ cents: euros(60_000), override }))
      .thenEvents({
        type: 'MoneyShifted',
        data: {
          ...{ at, by: jan, from: 'guarantee', to: 'consult' },
          ...{ cents: euros(60_000), reason: 'Meer vragen.', override },
        },
      }));
});

describe('budgets: warnings', () => {
  const reserve = (cents: number): BudgetCommand => ({
    type: 'ReserveMoney',
    data: { at, by: jan, request: one, line: 'consult', cents },
  });
  const levels = (cents: number, ...before: readonly BudgetEvent[]) => {
    const decision = budgetDecider.decide(reserve(cents), budgetAfter(allocated, ...before));
    const events = decision.outcome === 'accepted' ? decision.events : [];
    return events.flatMap(({ type, data }) => (type === 'LineWarned' ? [data.level] : []));
  };

  it('come at 80 and at 95 per cent, the higher one alone when both are passed', () => {
    deepEqual(levels(euros(8_000) - 1), []);
    deepEqual(levels(euros(8_000)), [80]);
    deepEqual(levels(euros(9_500) - 1), [80]);
    deepEqual(levels(euros(9_500)), [95]);
    deepEqual(levels(euros(10_000)), [95]);
  });
  it('come once for each level', () => {
    const told = (level: 80 | 95): BudgetEvent => ({ type: 'LineWarned', data: { at, line: 'consult', level } });
    deepEqual(levels(euros(9_000), told(80)), []);
    deepEqual(levels(euros(9_600), told(80)), [95]);
    deepEqual(levels(euros(9_600), told(80), told(95)), []);
  });
  it('do not come for a line without money', () =>
    given(allocated)
      .when({ type: 'ShiftMoney', data: { at, by: jan, from: 'consult', to: 'learning', cents: 100, reason: 'x' } })
      .thenEvents({
        type: 'MoneyShifted',
        data: { at, by: jan, from: 'consult', to: 'learning', cents: 100, reason: 'x' },
      }));
});

describe('budgets: the turn of the year', () => {
  it('closes once', () => {
    given(allocated)
      .when({ type: 'CloseYear', data: { at, by: jan } })
      .thenEvents(closed);
    given(allocated, closed)
      .when({ type: 'CloseYear', data: { at, by: jan } })
      .thenNothing();
    given()
      .when({ type: 'CloseYear', data: { at, by: jan } })
      .thenRefused('no-budget');
  });
  it('takes out what is free and what runs on, and leaves what was spent', () => {
    const state = budgetAfter(allocated, reserved, committed, closed);
    const { carriedOut, reserved: held, committed: promised } = state.lines.availability;
    deepEqual([carriedOut, held, promised, freeIn(state, 'availability')], [euros(100_000), 0, 0, 0]);
  });
  const carrying = {
    ...({ at, centre: 'LI' } as const),
    ...{ year: 2027, fromYear: 2026, lines: { availability: euros(100_000) } },
    holdings: budgetAfter(allocated, reserved, committed).holdings,
  } as const;
  it('comes in once, with what runs on', () => {
    given().when({ type: 'CarryIn', data: carrying }).thenEvents({ type: 'CarriedIn', data: carrying });
    given({ type: 'CarriedIn', data: carrying }).when({ type: 'CarryIn', data: carrying }).thenNothing();
    const state = budgetAfter({ type: 'CarriedIn', data: carrying });
    deepEqual(
      [state.year, state.lines.availability.committed, freeIn(state, 'availability')],
      [2027, euros(24_000), euros(76_000)],
    );
  });
  it('is refused by a year that is closed itself', () =>
    given({ ...allocated, data: { ...allocated.data, year: 2027 } } as BudgetEvent, closed)
      .when({ type: 'CarryIn', data: carrying })
      .thenRefused('year-closed'));
});

describe('budgets: what a refusal tells', () => {
  it('is what is left on the line, and which others could shift how much, the most first', () =>
    deepEqual(roomOf(budgetAfter(allocated, reserved), 'consult'), {
      line: 'consult',
      free: euros(10_000),
      others: [
        { line: 'availability', free: euros(76_000) },
        { line: 'guarantee', free: euros(50_000) },
      ],
    }));
});
