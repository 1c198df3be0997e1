import { z } from 'zod/v4';
import { parseEuros } from '../../core/money.ts';
import {
  type CellProblem,
  type CentreCode,
  centreCodes,
  importKind,
  type ImportContext,
  type ImportKind,
  planChange,
  type PlannedChange,
  planEach,
} from '../directory/index.ts';
import { budgetAggregate } from './aggregates.ts';
import type { BudgetCommand, BudgetRefusal } from './budget-messages.ts';
import { type BudgetLine, budgetLines, budgetStream } from './budget-state.ts';

type Row = Readonly<{ centre: CentreCode; year: number; line: BudgetLine; cents: number }>;

const euros = z.string().transform((cell, context): number => {
  const cents = parseEuros(cell);
  if (cents !== undefined) return cents;
  context.issues.push({ code: 'custom', message: 'an amount in euros, such as 24000 or 24000,50', input: cell });
  return 0;
});

const schema = z
  .object({
    centre: z.enum(centreCodes, `one of ${centreCodes.join(', ')}`),
    year: z.coerce.number('a year').int('a year').min(2020, 'a year from 2020').max(2100, 'a year up to 2100'),
    line: z.enum(budgetLines, `one of ${budgetLines.join(', ')}`),
    euros,
  })
  .transform(({ euros: cents, ...row }): Row => ({ ...row, cents }));

const notByImport: CellProblem = { column: 'line', expected: 'an allocation' };

/** Only the first three can come of importing; the others are said for the compiler. */
const problemOf: Readonly<Record<BudgetRefusal, CellProblem>> = {
  'year-closed': { column: 'year', expected: 'a year that is not closed' },
  'amount-wrong': { column: 'euros', expected: 'an amount from 0 up' },
  'not-enough': { column: 'euros', expected: 'at least what was reserved, committed and spent on the line' },
  'no-budget': notByImport,
  'same-line': notByImport,
  'reason-missing': notByImport,
  'not-reserved': notByImport,
  'more-than-reserved': notByImport,
  'not-committed': notByImport,
  'more-than-committed': notByImport,
  'more-than-spent': notByImport,
  'no-guarantee': notByImport,
};

/** A row says what one line gets in all; lines that the file does not name stay as they are. */
function planLine({ centre, year, line, cents }: Row, context: ImportContext): Promise<PlannedChange<unknown>> {
  const data = { at: context.at.toISOString(), by: 'system', centre, year, lines: { [line]: cents } } as const;
  return planChange(context, budgetAggregate, {
    stream: budgetStream(centre, year),
    commandFor: (): BudgetCommand => ({ type: 'AllocateBudget', data }),
    problemOf,
  });
}

/** What the centres have to spend, each line of each year. */
export const budgets: ImportKind = importKind({
  name: 'budgets',
  signature: ['line', 'euros'],
  required: ['centre', 'year', 'line', 'euros'],
  optional: [],
  schema,
  key: { column: 'line', of: ({ centre, year, line }) => `${centre}-${year}-${line}` },
  asOneList: false,
  plan: planEach(planLine),
});
