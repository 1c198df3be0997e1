import { fold } from '../../../src/core/decider.ts';
import { personId } from '../../../src/core/ids.ts';
import { caseId, type CaseNumber } from '../../../src/features/cases/index.ts';
import { budgetDecider } from '../../../src/features/budgets/budget.ts';
import type { BudgetEvent } from '../../../src/features/budgets/budget-messages.ts';
import {
  type Budget,
  type BudgetFile,
  budgetLines,
  freeOf,
  isThere,
  type LineMoney,
  requestId,
} from '../../../src/features/budgets/budget-state.ts';
import { criteria, type Judged } from '../../../src/features/budgets/criteria.ts';
import { requestDecider } from '../../../src/features/budgets/request.ts';
import type { RequestEvent } from '../../../src/features/budgets/request-messages.ts';
import {
  type Ask,
  type Decision,
  isAsked,
  type RequestFile,
  type RequestNumber,
} from '../../../src/features/budgets/request-state.ts';

export const at = '2026-11-23T09:00:00.000Z';
export const later = '2026-11-24T09:00:00.000Z';
/** Project leader, requester. */
export const jan = personId('00000000-0000-4000-8000-000000000009');
export const fatima = personId('00000000-0000-4000-8000-000000000007');
export const one = requestId('request-1');
export const two = requestId('request-2');

export const euros = (amount: number): number => amount * 100;

export const met: readonly Judged[] = criteria.map((criterion) => ({
  criterion,
  score: 'met',
  reason: 'Besproken met het expertteam.',
}));

/** Wolf's: € 24,000 to keep a place available for three months. */
export const ask: Ask = {
  line: 'availability',
  cents: euros(24_000),
  period: { from: '2026-12-01', until: '2027-02-28' },
  purpose: 'Een maatwerkplek beschikbaar houden.',
  municipalityCents: euros(30_000),
  careCosts: false,
  criteriaVersion: 1,
  criteria: met,
};

/** Linde's: € 15,000 for sixteen weeks, until it is known who pays. */
export const guaranteed: Ask = {
  ...ask,
  line: 'guarantee',
  cents: euros(15_000),
  purpose: 'Onderwijs en zorg samen kunnen meteen beginnen.',
  guarantee: {
    guarantor: 'De verantwoordelijke gemeente',
    until: '2027-03-31',
    settlement: 'Zodra vaststaat wie betaalt.',
  },
};

export const allocated: BudgetEvent = {
  type: 'BudgetAllocated',
  data: {
    ...{ at, by: jan, centre: 'LI', year: 2026 },
    lines: { availability: euros(100_000), guarantee: euros(50_000), consult: euros(10_000) },
  },
};
export const reserved: BudgetEvent = {
  type: 'MoneyReserved',
  data: { at, by: fatima, request: one, line: 'availability', cents: euros(24_000) },
};
export const committed: BudgetEvent = {
  type: 'MoneyCommitted',
  data: { at, by: jan, request: one, cents: euros(24_000), period: ask.period },
};
export const reservedGuarantee: BudgetEvent = {
  type: 'MoneyReserved',
  data: { at, by: fatima, request: two, line: 'guarantee', cents: euros(15_000) },
};
export const committedGuarantee: BudgetEvent = {
  type: 'MoneyCommitted',
  data: { at, by: jan, request: two, cents: euros(15_000), period: ask.period },
};
export const spentGuarantee: BudgetEvent = {
  type: 'MoneySpent',
  data: { at, by: jan, request: two, cents: euros(9_000), day: '2026-11-23', what: 'Voorgeschoten dagdelen.' },
};

export function budgetAfter(...events: readonly BudgetEvent[]): BudgetFile {
  const state = fold(budgetDecider, events);
  if (!isThere(state)) throw new Error('no budget');
  return state;
}

export const requested: RequestEvent = {
  type: 'MoneyRequested',
  data: {
    ...{ at, by: fatima, id: one, number: 'LI-G-2026-0001' as RequestNumber, centre: 'LI', year: 2026, leader: jan },
    case: { id: caseId('case-1'), number: 'LI-2026-0002' as CaseNumber },
    ask,
  },
};
export const adoption: Decision = {
  ...{ at: later, by: jan, outcome: 'adopted', proposal: 'money-request-1', number: 'LI-B-2026-0001' },
  motivation: 'Past bij de criteria.',
};
export const adopted: RequestEvent = { type: 'RequestDecided', data: adoption };
export const rejected: RequestEvent = {
  type: 'RequestDecided',
  data: {
    ...{ ...adoption, outcome: 'rejected', motivation: 'Regulier aanbod is beschikbaar.' },
    ...{ alternative: 'Een aanbieder in de buurregio.', contact: personId('00000000-0000-4000-8000-000000000009') },
  },
};
export const withdrawn: RequestEvent = {
  type: 'RequestWithdrawn',
  data: { at: later, by: fatima, reason: 'Niet meer nodig.' },
};
export const endReached: RequestEvent = { type: 'EndReached', data: { at: later } };
export const ended: RequestEvent = {
  type: 'RequestEnded',
  data: { at: later, by: jan, remains: 'De plek blijft bestaan.', yield: 'fitting' },
};

export function requestAfter(...events: readonly RequestEvent[]): RequestFile {
  const state = fold(requestDecider, events);
  if (!isAsked(state)) throw new Error('no request');
  return state;
}

export function sumOf(budget: Budget, of: (money: LineMoney) => number): number {
  return isThere(budget) ? budgetLines.reduce((sum, line) => sum + of(budget.lines[line]), 0) : 0;
}

export const freeIn = (budget: BudgetFile, line: keyof BudgetFile['lines']): number => freeOf(budget.lines[line]);
