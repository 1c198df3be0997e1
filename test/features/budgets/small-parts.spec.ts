import { deepEqual, equal, ok } from 'node:assert/strict';
import { expectedFlow } from '../../../src/features/budgets/cash-flow.ts';
import { blocking, countScores, criteria, isComplete, mustCriteria } from '../../../src/features/budgets/criteria.ts';
import { addsUp, nationalYear, nationalYears } from '../../../src/features/budgets/national.ts';
import { textsIn } from '../../../src/features/budgets/texts.ts';
import { allocated, at, budgetAfter, committed, euros, met, reserved } from './samples.ts';

describe('budgets: what the state gives', () => {
  it('adds up in every year', () =>
    deepEqual(
      nationalYears.filter((year) => !addsUp(year)),
      [],
    ));
  it('is € 11.5 million in 2020 and € 26 million from 2021 on', () =>
    deepEqual(
      [2019, 2020, 2021, 2022, 2026].map((year) => nationalYear(year)?.total),
      [undefined, euros(11_500_000), euros(26_000_000), euros(26_000_000), euros(26_000_000)],
    ));
  it('is noticed when a part is wrong', () => {
    const year = nationalYear(2021);
    ok(year);
    equal(addsUp({ ...year, implementation: year.implementation + 1 }), false);
  });
});

describe('budgets: the criteria', () => {
  it('are eleven, of which five must be met (domain.md 6.4)', () => {
    equal(criteria.length, 11);
    deepEqual(
      mustCriteria.map((must) => criteria.indexOf(must) + 1),
      [1, 3, 4, 5, 10],
    );
  });
  it('each have a reason', () => {
    equal(isComplete(met), true);
    equal(isComplete(met.slice(1)), false);
    equal(isComplete(met.map((each) => ({ ...each, reason: '' }))), false);
    equal(isComplete([...met.slice(1), ...met.slice(1, 2)]), false);
  });
  it('block only where it must, and only when not met', () => {
    deepEqual(blocking(met), []);
    deepEqual(blocking(met.map((each) => ({ ...each, score: 'partly' as const }))), []);
    deepEqual(blocking(met.map((each) => ({ ...each, score: 'not' as const }))), mustCriteria);
  });
  it('are counted', () =>
    deepEqual(countScores(met.map((each, index) => (index < 2 ? { ...each, score: 'partly' as const } : each))), {
      met: 9,
      partly: 2,
      not: 0,
    }));
  for (const locale of ['nl', 'en'] as const)
    it(`say in ${locale} which rule blocks, where it comes from and what can be done`, () => {
      for (const must of mustCriteria) {
        const { rule, instead } = textsIn[locale].names.blocked[must];
        ok(/\(.*(202\d|plan).*\)/.test(rule), rule);
        ok(instead.length > 20, instead);
      }
    });
});

describe('budgets: cash flow', () => {
  const file = (from: string, until: string, cents: number) =>
    budgetAfter(allocated, reserved, {
      ...committed,
      data: { ...committed.data, cents, period: { from, until } },
    } as typeof committed);

  it('spreads what is committed over the days of its period', () => {
    const { quarters, later } = expectedFlow(file('2026-12-01', '2027-02-28', 9_000), at);
    deepEqual([quarters, later], [[0, 0, 0, 3_100], 5_900]);
  });
  it('expects nothing before today', () => {
    const { quarters, later } = expectedFlow(file('2026-01-01', '2026-12-31', 3_900), at);
    deepEqual([quarters, later], [[0, 0, 0, 3_900], 0]);
  });
  it('expects at once what is past its end', () => {
    const { quarters } = expectedFlow(file('2026-01-01', '2026-02-01', 500), at);
    deepEqual(quarters, [0, 0, 0, 500]);
  });
  it('loses no cent in rounding', () => {
    const { quarters, later } = expectedFlow(file('2026-03-30', '2026-10-02', 100), '2026-03-01T10:00:00.000Z');
    equal(
      quarters.reduce((sum, each) => sum + each, later),
      100,
    );
    ok(quarters.every((each) => each > 0));
  });
  it('counts a last day in its quarter', () =>
    deepEqual(
      expectedFlow(file('2026-03-31', '2026-04-01', 100), '2026-01-01T10:00:00.000Z').quarters,
      [50, 50, 0, 0],
    ));
});
