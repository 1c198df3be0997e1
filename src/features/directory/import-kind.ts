import type { z } from 'zod/v4';
import type { PersonalDataKind } from '../../core/personal-data.ts';
import type { CsvRow, Problem } from './import-csv.ts';
import { type CellProblem, type ImportContext, noCounts, type Plan, type PlannedChange } from './import-plan.ts';

/** One kind of file. Its header decides which kind it is: `signature` are the columns that no other kind has. */
export type ImportKind = Readonly<{
  name: string;
  signature: readonly string[];
  required: readonly string[];
  optional: readonly string[];
  /** By column: what belongs there and would be refused in any other; see guardRows. */
  mayHold?: Readonly<Record<string, PersonalDataKind>>;
  prepare(rows: readonly CsvRow[], context: ImportContext): Promise<Plan>;
}>;

export type Numbered<Row> = Readonly<{ row: number; value: Row }>;

export function importKind<Row>(
  definition: Omit<ImportKind, 'prepare'> &
    Readonly<{
      schema: z.ZodType<Row>;
      /** What may occur only once in a file, and the column it stands in. */
      key: Readonly<{ column: string; of(row: Row): string }>;
      /** The rows mean something only together: no more is said about them while one is wrong. */
      asOneList: boolean;
      plan(rows: readonly Numbered<Row>[], context: ImportContext): Promise<Plan>;
    }>,
): ImportKind {
  const { schema, key, asOneList, plan, ...kind } = definition;
  return {
    ...kind,
    async prepare(rows, context) {
      const parsed = rows.map((row) => parseRow(schema, row));
      const values = parsed.flatMap((part) => part.values);
      const problems = [...parsed.flatMap((part) => part.problems), ...findRepeated(values, key)];
      if (problems.length > 0 && asOneList) return { problems, counts: noCounts, writes: [] };
      const planned = await plan(values, context);
      return { ...planned, problems: [...problems, ...planned.problems] };
    },
  };
}

type Parsed<Row> = Readonly<{ values: readonly Numbered<Row>[]; problems: readonly Problem[] }>;

function parseRow<Row>(schema: z.ZodType<Row>, { row, cells }: CsvRow): Parsed<Row> {
  const result = schema.safeParse(cells);
  if (result.success) return { values: [{ row, value: result.data }], problems: [] };
  const problems = result.error.issues.map(({ path, message }) => {
    const column = String(path[0]);
    return { row, column, expected: message, found: cells[column] ?? '' };
  });
  return { values: [], problems };
}

function findRepeated<Row>(
  rows: readonly Numbered<Row>[],
  { column, of }: Readonly<{ column: string; of(row: Row): string }>,
): readonly Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, value }) => {
    const earlier = first.get(of(value));
    if (earlier === undefined) first.set(of(value), row);
    return earlier === undefined
      ? []
      : [{ row, column, expected: `something else than in row ${earlier}`, found: of(value) }];
  });
}

/** For kinds in which every row is a stream of its own. */
export function planEach<Row>(
  planRow: (row: Row, context: ImportContext) => Promise<PlannedChange<unknown>>,
): (rows: readonly Numbered<Row>[], context: ImportContext) => Promise<Plan> {
  return async (rows, context) => {
    let plan: Plan = { problems: [], counts: noCounts, writes: [] };
    for (const { row, value } of rows) plan = extended(plan, row, kept(await planRow(value, context), context));
    return plan;
  };
}

function kept(change: PlannedChange<unknown>, { keepExisting }: ImportContext): PlannedChange<unknown> {
  if ('problems' in change || change.outcome !== 'changed' || !keepExisting) return change;
  return { outcome: 'unchanged', events: [], write: async () => {} };
}

function extended(plan: Plan, row: number, change: PlannedChange<unknown>): Plan {
  if ('problems' in change) {
    return { ...plan, problems: [...plan.problems, ...change.problems.map((problem) => ({ row, ...problem }))] };
  }
  const { outcome, write } = change;
  const counts = { ...plan.counts, [outcome]: plan.counts[outcome] + 1 };
  return { ...plan, counts, writes: outcome === 'unchanged' ? plan.writes : [...plan.writes, write] };
}

/** Problems of a row's own put before what its decider says. */
export async function withProblems<Event>(
  problems: readonly CellProblem[],
  change: Promise<PlannedChange<Event>>,
): Promise<PlannedChange<Event>> {
  const planned = await change;
  if (problems.length === 0) return planned;
  return { problems: [...problems, ...('problems' in planned ? planned.problems : [])] };
}
