import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { budgetDecider } from '../../../src/features/budgets/budget.ts';
import type { BudgetEvent } from '../../../src/features/budgets/budget-messages.ts';
import { type BudgetFile, freeOf, holdingOf, isThere } from '../../../src/features/budgets/budget-state.ts';
import { requestDecider } from '../../../src/features/budgets/request.ts';
import type { RequestCommand, RequestEvent } from '../../../src/features/budgets/request-messages.ts';
import {
  amountOf,
  isAsked,
  isGranted,
  type MoneyRequest,
  type RequestFile,
} from '../../../src/features/budgets/request-state.ts';
import { nextMove } from '../../../src/features/budgets/settlement.ts';
import {
  adopted,
  adoption,
  allocated,
  ask,
  at,
  budgetAfter,
  committed,
  ended,
  euros,
  fatima,
  jan,
  later,
  one,
  rejected,
  requestAfter,
  requested,
  reserved,
  withdrawn,
} from './samples.ts';

const released: BudgetEvent = { type: 'MoneyReleased', data: { at, request: one, because: 'rejected' } };
const amended: RequestEvent = {
  type: 'RequestDecided',
  data: { ...adoption, outcome: 'adopted-amended', amountCents: euros(20_000) },
};
const raised: RequestEvent = {
  type: 'RequestDecided',
  data: { ...adoption, outcome: 'adopted-amended', amountCents: euros(30_000) },
};
const expired: RequestEvent = { type: 'RequestDecided', data: { ...adoption, outcome: 'expired' } };
const postponed: RequestEvent = { type: 'RequestPostponed', data: { ...adoption, outcome: 'postponed' } };

const move = (history: readonly RequestEvent[], ...money: readonly BudgetEvent[]) => {
  const state: MoneyRequest = history.length === 0 ? { stage: 'none' } : requestAfter(...history);
  return nextMove({ request: one, state, holding: holdingOf(budgetAfter(allocated, ...money), one) }, at);
};
const reserving = { at, by: fatima, request: one, line: 'availability' };
const committing = { at, by: jan, request: one, period: ask.period };

describe('money: what the budget still has to do', () => {
  const cases: readonly (readonly [string, ReturnType<typeof move>, object | undefined])[] = [
    ['asked and set apart: nothing', move([requested], reserved), undefined],
    [
      'asked and not set apart: set it apart',
      move([requested]),
      { type: 'ReserveMoney', data: { ...reserving, cents: ask.cents } },
    ],
    [
      'asked and given back: set it apart',
      move([requested], reserved, released),
      { type: 'ReserveMoney', data: { ...reserving, cents: ask.cents } },
    ],
    ['postponed: nothing', move([requested, postponed], reserved), undefined],
    [
      'never asked: give it back',
      move([], reserved),
      { type: 'ReleaseMoney', data: { at, request: one, because: 'not-asked' } },
    ],
    ['never asked, and given back: nothing', move([], reserved, released), undefined],
    ['never asked, nothing there: nothing', move([]), undefined],
    [
      'adopted: commit it',
      move([requested, adopted], reserved),
      { type: 'CommitMoney', data: { ...committing, cents: ask.cents } },
    ],
    [
      'adopted for less: commit that',
      move([requested, amended], reserved),
      { type: 'CommitMoney', data: { ...committing, cents: euros(20_000) } },
    ],
    [
      'adopted for more: set more apart first',
      move([requested, raised], reserved),
      { type: 'RaiseReservation', data: { at, by: jan, request: one, cents: euros(30_000) } },
    ],
    [
      'adopted after it was given back: set it apart first',
      move([requested, amended], reserved, released),
      { type: 'ReserveMoney', data: { ...reserving, cents: euros(20_000) } },
    ],
    ['adopted and committed: nothing', move([requested, adopted], reserved, committed), undefined],
    [
      'ended: finish it',
      move([requested, adopted, ended], reserved, committed),
      { type: 'FinishCommitment', data: { at, request: one } },
    ],
    [
      'ended before it was committed: commit it first',
      move([requested, adopted, ended], reserved),
      { type: 'CommitMoney', data: { ...committing, cents: ask.cents } },
    ],
    [
      'rejected: give it back',
      move([requested, rejected], reserved),
      { type: 'ReleaseMoney', data: { at, request: one, because: 'rejected' } },
    ],
    [
      'withdrawn: give it back',
      move([requested, withdrawn], reserved),
      { type: 'ReleaseMoney', data: { at, request: one, because: 'withdrawn' } },
    ],
    [
      'expired: give it back',
      move([requested, expired], reserved),
      { type: 'ReleaseMoney', data: { at, request: one, because: 'expired' } },
    ],
    ['rejected and given back: nothing', move([requested, rejected], reserved, released), undefined],
  ];
  for (const [what, found, wanted] of cases) it(what, () => deepEqual(found, wanted));
});

const step = fc.constantFrom<RequestCommand | 'settle' | 'spend'>(
  'settle',
  'settle',
  'spend',
  { type: 'DecideRequest', data: adoption },
  { type: 'DecideRequest', data: amended.data },
  { type: 'DecideRequest', data: raised.data },
  { type: 'DecideRequest', data: rejected.data as typeof adoption },
  { type: 'DecideRequest', data: { ...adoption, outcome: 'postponed' } },
  { type: 'DecideRequest', data: { ...adoption, outcome: 'expired' } },
  { type: 'WithdrawRequest', data: { at: later, by: fatima, reason: 'Niet nodig.' } },
  { type: 'ReachEnd', data: { at: later } },
  { type: 'EndRequest', data: ended.data as Extract<RequestCommand, { type: 'EndRequest' }>['data'] },
);

type Both = Readonly<{ state: MoneyRequest; budget: BudgetFile }>;

function settleOnce({ state, budget }: Both): Both | undefined {
  const command = nextMove({ request: one, state, holding: holdingOf(budget, one) }, at);
  if (!command) return undefined;
  const decision = budgetDecider.decide(command, budget);
  ok(decision.outcome === 'accepted', `${command.type} was refused`);
  const after = decision.events.reduce(budgetDecider.evolve, budget);
  ok(isThere(after));
  return { state, budget: after };
}

function taken(both: Both, each: RequestCommand | 'settle' | 'spend'): Both {
  if (each === 'settle') return settleOnce(both) ?? both;
  if (each === 'spend') {
    const data = { at, by: jan, request: one, cents: 100, day: '2026-12-01', what: '' };
    const decision = budgetDecider.decide({ type: 'SpendMoney', data }, both.budget);
    const events = decision.outcome === 'accepted' ? decision.events : [];
    const budget = events.reduce(budgetDecider.evolve, both.budget);
    return isThere(budget) ? { ...both, budget } : both;
  }
  const decision = requestDecider.decide(each, both.state);
  const events = decision.outcome === 'accepted' ? decision.events : [];
  return { ...both, state: events.reduce(requestDecider.evolve, both.state) };
}

/** What was refused is held by nobody; what was spent stays spent. */
function wantedOf(file: RequestFile, spent: number): object {
  if (file.stage === 'asked') return { held: ask.cents, taken: 0 };
  return { held: 0, taken: isGranted(file) && file.stage !== 'ended' ? amountOf(file) : spent };
}

describe('money: request and budget, whatever comes in between', () => {
  it('are in step in the end, and a decision has one outcome on both', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, wasReserved) => {
        const start: Both = {
          state: requestAfter(requested),
          budget: wasReserved ? budgetAfter(allocated, reserved) : budgetAfter(allocated),
        };
        let both = steps.reduce(taken, start);
        let moves = 0;
        for (let next = settleOnce(both); next; next = settleOnce(both)) {
          both = next;
          moves++;
        }
        ok(moves <= 4, `${moves} moves`);
        const { state, budget } = both;
        ok(isAsked(state));
        const holding = holdingOf(budget, one);
        const { reserved: held, committed: promised, spent } = holding ?? { reserved: 0, committed: 0, spent: 0 };
        const wanted = wantedOf(state, spent);
        deepEqual({ held, taken: promised + spent }, wanted);
        equal(freeOf(budget.lines.availability), euros(100_000) - held - promised - spent);
      }),
    ));
});
