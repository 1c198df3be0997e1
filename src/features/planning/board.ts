import type { DeadlineId } from '../deadlines/index.ts';
import { type Month, monthOf } from './months.ts';
import type { PlanRow } from './planning.ts';

export const statuses = ['done', 'late', 'due', 'planned', 'dropped'] as const;
/** `due`: this month. */
export type Status = (typeof statuses)[number];

/** `too-early`: due before what it waits for; `held-up`: what it waits for is late. */
export type Warning = Readonly<{ kind: 'too-early' | 'held-up'; on: PlanRow }>;

export type BoardRow = Readonly<{ row: PlanRow; month: Month; status: Status; warnings: readonly Warning[] }>;

/** In the order of the months; what goes on comes last of all, and what was dropped is left out. */
export function boardOf(rows: readonly PlanRow[], now: string): readonly BoardRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const shown = rows.filter(({ stage }) => stage !== 'dropped');
  return shown
    .toSorted((one, other) => order(one).localeCompare(order(other)))
    .map((row) => ({
      row,
      month: plannedMonth(row),
      status: statusOf(row, now),
      warnings: warningsOf(row, known, now),
    }));
}

const order = ({ kind, due, id }: PlanRow): string => `${kind === 'continuous' ? 1 : 0} ${due} ${id}`;

export function plannedMonth({ month, due }: Pick<PlanRow, 'month' | 'due'>): Month {
  return month ?? monthOf(due);
}

export function statusOf(row: PlanRow, now: string): Status {
  if (row.stage !== 'open') return row.stage;
  if (row.due < now) return 'late';
  return plannedMonth(row) <= monthOf(now) ? 'due' : 'planned';
}

type Rows = ReadonlyMap<DeadlineId, PlanRow>;

/** Only of what is still open, on what is still open; what goes on never ends, so nothing waits for it. */
export function warningsOf(row: PlanRow, rows: Rows, now: string): readonly Warning[] {
  if (row.stage !== 'open') return [];
  const before = row.dependsOn.map((id) => rows.get(id)).filter((each) => each !== undefined);
  return before
    .filter(({ stage, kind }) => stage === 'open' && kind === 'one-off')
    .flatMap((on): readonly Warning[] => {
      if (row.due < on.due) return [{ kind: 'too-early', on }];
      return on.due < now ? [{ kind: 'held-up', on }] : [];
    });
}

export const pageSize = 8;

/** The page with the first row that is not done: a planning opens where the work is. */
export function openingPage(rows: readonly BoardRow[]): number {
  const first = rows.findIndex(({ status }) => status !== 'done');
  return Math.floor(Math.max(first, 0) / pageSize);
}

/** One page of the board, and how many there are. A page that is not there is the last one. */
export function pageOf(
  rows: readonly BoardRow[],
  wanted: number,
): Readonly<{ rows: readonly BoardRow[]; page: number; pages: number }> {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  return { rows: rows.slice(page * pageSize, (page + 1) * pageSize), page, pages };
}

export function countsOf(rows: readonly BoardRow[]): Readonly<Record<Status, number>> {
  const count = (status: Status): number => rows.filter((each) => each.status === status).length;
  return { ...{ done: count('done'), late: count('late'), due: count('due') }, planned: count('planned'), dropped: 0 };
}
