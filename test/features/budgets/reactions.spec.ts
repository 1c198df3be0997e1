import { deepEqual, ok } from 'node:assert/strict';
import { reactToBudget, reactToRequest } from '../../../src/features/budgets/reactions.ts';
import type { RequestEvent } from '../../../src/features/budgets/request-messages.ts';
import {
  adopted,
  adoption,
  allocated,
  at,
  budgetAfter,
  committed,
  ended,
  endReached,
  fatima,
  jan,
  later,
  rejected,
  requestAfter,
  requested,
  reserved,
  withdrawn,
} from './samples.ts';

const kindsOf = (effects: ReturnType<typeof reactToBudget>) => effects.map(({ kind, key, due }) => [kind, key, due]);

describe('budgets: what an event of the budget sets in motion', () => {
  const budget = budgetAfter(allocated, reserved);

  it('is nothing for an allocation', () => deepEqual(reactToBudget(allocated, budget), []));
  it('is looking again, later, at what was set apart for a request that is not there yet', () =>
    deepEqual(kindsOf(reactToBudget(reserved, budget)), [
      ['budget-follow', 'reservation-request-1', '2026-11-23T09:10:00.000Z'],
    ]));
  it('is telling the request that its money changed', () =>
    deepEqual(kindsOf(reactToBudget(committed, budget)), [['budget-follow', 'follow-request-1', undefined]]));
  it('is telling every request that came along from last year', () =>
    deepEqual(
      kindsOf(
        reactToBudget(
          {
            type: 'CarriedIn',
            data: { at, centre: 'LI', year: 2027, fromYear: 2026, lines: {}, holdings: budget.holdings },
          },
          budget,
        ),
      ),
      [['budget-follow', 'follow-request-1', undefined]],
    ));
  it('is bringing what is left of a closed year to the next', () =>
    deepEqual(kindsOf(reactToBudget({ type: 'YearClosed', data: { at, by: jan } }, budget)), [
      ['budget-carry', 'carry', undefined],
    ]));
  it('is a warning for whoever leads then, and its card', () => {
    deepEqual(kindsOf(reactToBudget({ type: 'LineWarned', data: { at, line: 'consult', level: 80 } }, budget)), [
      ['budget-warn', 'warn-consult-80', undefined],
    ]);
    const told = reactToBudget({ type: 'WarningTold', data: { at, line: 'consult', level: 80, to: jan } }, budget);
    deepEqual(
      told.map(({ data }) => data),
      [
        {
          ...{ slot: 'warning-consult-80', card: 'budgets/warning', to: { person: jan } },
          extra: { line: 'consult', level: 80 },
        },
      ],
    );
  });
  it('is nothing without a budget', () => deepEqual(reactToBudget(reserved, { status: 'none' }), []));
});

describe('budgets: what an event of a request sets in motion', () => {
  const react = (event: RequestEvent, ...before: readonly RequestEvent[]) =>
    reactToRequest(event, requestAfter(...before, event));
  const cards = (effects: ReturnType<typeof react>) =>
    effects.flatMap(({ kind, data }) =>
      kind === 'show-card' ? [`${data['card'] as string} ${(data['to'] as { person: string }).person.slice(-2)}`] : [],
    );
  const others = (effects: ReturnType<typeof react>) => kindsOf(effects.filter(({ kind }) => kind !== 'show-card'));
  const status = ['budgets/status 07', 'budgets/status 09'];

  it('is a proposal, money, and a card for requester and project leader', () => {
    const effects = react(requested);
    deepEqual(others(effects), [
      ['money-settle', 'settle', undefined],
      ['money-propose', 'propose', undefined],
    ]);
    deepEqual(cards(effects), status);
  });
  it('is money, clocks and the decision when it is granted', () => {
    const effects = react(adopted, requested);
    deepEqual(others(effects), [
      ['money-settle', 'settle', undefined],
      ['money-tick', 'remind', '2027-02-14T08:00:00.000Z'],
      ['money-tick', 'end', '2027-03-01T08:00:00.000Z'],
    ]);
    deepEqual(cards(effects), [...status, 'budgets/decision 07', 'budgets/decision 09']);
  });
  it('is money and the decision, without clocks, when it is not', () => {
    const effects = react(rejected, requested);
    deepEqual(others(effects), [['money-settle', 'settle', undefined]]);
    deepEqual(cards(effects), [...status, 'budgets/decision 07', 'budgets/decision 09']);
  });
  it('is only the news when it is postponed', () => {
    const effects = react({ type: 'RequestPostponed', data: { ...adoption, outcome: 'postponed' } }, requested);
    deepEqual(others(effects), []);
    deepEqual(cards(effects), [...status, 'budgets/decision 07', 'budgets/decision 09']);
  });
  it('is money and proposal when it is withdrawn', () =>
    deepEqual(others(react(withdrawn, requested)), [
      ['money-settle', 'settle', undefined],
      ['money-propose', 'propose', undefined],
    ]));
  it('is a card at the end, and money when that is completed', () => {
    for (const event of [{ type: 'EndReminded', data: { at: later } }, endReached] as const) {
      deepEqual(others(react(event, requested, adopted)), []);
      deepEqual(cards(react(event, requested, adopted)), [...status, 'budgets/ending 07', 'budgets/ending 09']);
    }
    deepEqual(others(react(ended, requested, adopted)), [['money-settle', 'settle', undefined]]);
  });
  it('is a card for the next project leader', () =>
    deepEqual(cards(react({ type: 'RequestHandedOver', data: { at, leader: fatima } }, requested)), [
      'budgets/status 07',
    ]));
  it('has a slot for each person, so that cards never take one another’s place', () => {
    const effects = react(adopted, requested).filter(({ kind }) => kind === 'show-card');
    ok(new Set(effects.map(({ key }) => key)).size === effects.length);
  });
  it('is nothing without a request', () => deepEqual(reactToRequest(adopted, { stage: 'none' }), []));
});
