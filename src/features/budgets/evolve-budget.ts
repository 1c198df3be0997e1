import { dispatch, type Handlers } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Amounts, BudgetEvent } from './budget-messages.ts';
import {
  type Budget,
  type BudgetFile,
  type BudgetLine,
  budgetLines,
  freeOf,
  type Holding,
  holdingOf,
  isThere,
  type LineMoney,
  type Lines,
  noLines,
  type Quarters,
  type RequestId,
} from './budget-state.ts';

type Beginning = Extract<BudgetEvent, { type: 'BudgetAllocated' | 'CarriedIn' }>;

/** The state after an event. One from a newer deployment, or that does not fit the state, leaves it as it was. */
export function evolve(state: Budget, event: BudgetEvent): Budget {
  const budget = isThere(state) ? state : begun(event);
  const changed = budget && dispatch<BudgetEvent, BudgetFile, BudgetFile>(handlers, event, budget);
  return changed ? { ...changed, updatedAt: event.data.at } : state;
}

function begun(event: BudgetEvent): BudgetFile | undefined {
  if (event.type !== 'BudgetAllocated' && event.type !== 'CarriedIn') return undefined;
  const { centre, year, at }: Beginning['data'] = event.data;
  return {
    ...{ status: 'open', centre, year, lines: noLines, holdings: [], warned: {}, overridden: [] },
    ...{ quarters: [0, 0, 0, 0], updatedAt: at },
  };
}

type Change = Readonly<Partial<Record<keyof LineMoney, number>>>;

/** Each amount is added to what stands there. */
function moved(budget: BudgetFile, line: BudgetLine, change: Change): BudgetFile {
  const before = budget.lines[line];
  const after = Object.fromEntries(
    Object.entries(change).map(([name, by]) => [name, before[name as keyof Change] + by]),
  );
  return { ...budget, lines: { ...budget.lines, [line]: { ...before, ...after } } };
}

/** The holding of a request, and its line, change together. */
function held(
  budget: BudgetFile,
  request: RequestId,
  change: (holding: Holding) => [Partial<Holding>, Change],
): BudgetFile {
  const holding = holdingOf(budget, request);
  if (!holding) return budget;
  const [own, onLine] = change(holding);
  const holdings = budget.holdings.map((each) => (each === holding ? { ...each, ...own } : each));
  return moved({ ...budget, holdings }, holding.line, onLine);
}

type Overridden = Readonly<{ at: string; by: PersonId | 'system'; override?: Readonly<{ reason: string }> }>;

function noted(budget: BudgetFile, { at, by, override }: Overridden, lines: readonly BudgetLine[]): BudgetFile {
  if (override === undefined || by === 'system') return budget;
  const named = lines.map((line) => ({ at, by, line, reason: override.reason }));
  return { ...budget, overridden: [...budget.overridden, ...named] };
}

function set(lines: Lines, name: 'allocated' | 'carried', amounts: Amounts): Lines {
  const changed = budgetLines.map((line) => [line, { ...lines[line], [name]: amounts[line] ?? lines[line][name] }]);
  return Object.fromEntries(changed) as Record<BudgetLine, LineMoney>;
}

function quartersWith(quarters: Quarters, day: string, cents: number): Quarters {
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const [one, two, three, four] = quarters.map((spent, index) => (index === quarter ? spent + cents : spent));
  return [one ?? 0, two ?? 0, three ?? 0, four ?? 0];
}

/** What was set apart, promised, or still has to be settled goes along to the next year. */
export function runsOn({ status, line, spent, settled }: Holding): boolean {
  return status === 'reserved' || status === 'committed' || (line === 'guarantee' && spent > settled);
}

function closed(budget: BudgetFile): BudgetFile {
  const lines = budgetLines.map((line) => {
    const money = budget.lines[line];
    const carriedOut = freeOf(money) + money.reserved + money.committed;
    return [line, { ...money, reserved: 0, committed: 0, carriedOut }];
  });
  return { ...budget, status: 'closed', lines: Object.fromEntries(lines) as Record<BudgetLine, LineMoney> };
}

function broughtAlong(budget: BudgetFile, holding: Holding): BudgetFile {
  const { line, reserved, committed } = holding;
  return moved({ ...budget, holdings: [...budget.holdings, holding] }, line, { reserved, committed });
}

const handlers: Handlers<BudgetEvent, BudgetFile, BudgetFile> = {
  BudgetAllocated: (data, budget) => {
    const lowered = budgetLines.filter((line) => (data.lines[line] ?? Infinity) < budget.lines[line].allocated);
    return noted({ ...budget, lines: set(budget.lines, 'allocated', data.lines) }, data, lowered);
  },
  MoneyShifted: (data, budget) => {
    const taken = moved(budget, data.from, { shifted: -data.cents });
    return noted(moved(taken, data.to, { shifted: data.cents }), data, [data.from]);
  },
  MoneyReserved: ({ request, line, cents }, budget) => {
    const holding: Holding = {
      ...{ request, line, status: 'reserved', reserved: cents, committed: 0, spent: 0, settled: 0 },
    };
    const others = budget.holdings.filter((each) => each.request !== request);
    return moved({ ...budget, holdings: [...others, holding] }, line, { reserved: cents });
  },
  ReservationRaised: (data, budget) => {
    const raised = held(budget, data.request, ({ reserved }) => [
      { reserved: data.cents },
      { reserved: data.cents - reserved },
    ]);
    const line = holdingOf(budget, data.request)?.line;
    return noted(raised, data, line === undefined ? [] : [line]);
  },
  MoneyCommitted: ({ request, cents, period }, budget) =>
    held(budget, request, ({ reserved }) => [
      { status: 'committed', reserved: 0, committed: cents, period },
      { reserved: -reserved, committed: cents },
    ]),
  MoneyReleased: ({ request }, budget) =>
    held(budget, request, ({ reserved }) => [{ status: 'released', reserved: 0 }, { reserved: -reserved }]),
  MoneySpent: ({ request, cents, day }, budget) => ({
    ...held(budget, request, ({ committed, spent }) => [
      { committed: committed - cents, spent: spent + cents },
      { committed: -cents, spent: cents },
    ]),
    quarters: quartersWith(budget.quarters, day, cents),
  }),
  MoneySettled: ({ request, cents }, budget) =>
    held(budget, request, ({ settled }) => [{ settled: settled + cents }, { settled: cents }]),
  CommitmentFinished: ({ request }, budget) =>
    held(budget, request, ({ committed }) => [{ status: 'finished', committed: 0 }, { committed: -committed }]),
  YearClosed: (_data, budget) => closed(budget),
  CarriedIn: ({ fromYear, lines, holdings }, budget) => {
    const here = { ...budget, carriedFrom: fromYear, lines: set(budget.lines, 'carried', lines) };
    return holdings.reduce(broughtAlong, here);
  },
  LineWarned: ({ line, level }, budget) => ({ ...budget, warned: { ...budget.warned, [line]: level } }),
  WarningTold: (_data, budget) => budget,
};
