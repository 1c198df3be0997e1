import { accept, type Decision, refuse } from '../../core/decider.ts';
import { monthFrom, type DeadlineFile, type DeadlineId, deadlineId, type DeadlineKind } from '../deadlines/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { firstFrom, type Month, monthOf } from './months.ts';
import { keyOf, template, type TemplateRow, templateRow } from './template.ts';

/** A row of a planning is a deadline: its key in the planning is what it is about. */
export type PlanRow = DeadlineFile;

export function rowId(centre: CentreCode, key: string): DeadlineId {
  return deadlineId(`plan-${centre}-${key}`);
}

export function keyIn({ about }: Pick<PlanRow, 'about'>): string {
  return about.id ?? '';
}

export type Starting = Readonly<{ row: TemplateRow; key: string; month: Month }>;
export type StartRefusal = 'already-started' | 'start-too-far';

/** How far back or ahead a planning may begin. */
export const startWithin = { back: 24, ahead: 24 } as const;

type Start = Readonly<{ start: Month; at: string }>;

/**
 * What is still to be made of the template. A start that was cut short goes on with the same month; with another month it
 * would be a second planning beside the first.
 */
export function startPlanning({ start, at }: Start, rows: readonly PlanRow[]): Decision<StartEvent, StartRefusal> {
  const today = monthOf(at);
  if (start < monthFrom(today, -startWithin.back) || start > monthFrom(today, startWithin.ahead))
    return refuse('start-too-far');
  const there = new Map(rows.map((row) => [keyIn(row), row]));
  const ours = new Set(template.map((row) => keyOf(row, start)));
  const isOther = (row: PlanRow): boolean =>
    row.kind === 'one-off' && templateRow(keyIn(row)) !== undefined && !ours.has(keyIn(row));
  if (rows.some((row) => row.stage === 'open' && isOther(row))) return refuse('already-started');
  const missing = template.filter((row) => !there.has(keyOf(row, start)));
  return accept(
    ...missing.map((row) => ({
      type: 'RowPlanned' as const,
      data: { row, key: keyOf(row, start), month: monthFor(row, { start, at }) },
    })),
  );
}

/** Whether starting makes sense: none runs, or one was cut short. */
export function isStartable(rows: readonly PlanRow[]): boolean {
  const isRunning = rows.some(({ stage, kind }) => stage === 'open' && kind === 'one-off');
  const shipped = rows.map((row) => templateRow(keyIn(row)));
  return !isRunning || template.some((row) => !shipped.includes(row));
}

export type StartEvent = Readonly<{ type: 'RowPlanned'; data: Starting }>;

/** Of what comes back, only what is to come: nobody is late for a check-in that nobody asked for. */
function monthFor({ month, every }: TemplateRow, { start, at }: Start): Month {
  const first = monthFrom(start, month);
  return every === undefined ? first : firstFrom(first, every, monthOf(at));
}

export type Content = Readonly<{
  title: string;
  kind: DeadlineKind;
  every?: number;
  dependsOn: readonly DeadlineId[];
}>;
export type ContentRefusal = 'title-missing' | 'rhythm-missing' | 'unknown-predecessor' | 'goes-in-circles';

export const limits = { title: 120, every: 24, note: 400 } as const;

type Waiting = Pick<PlanRow, 'id' | 'dependsOn'>;

/** What may be kept of the row with this id; undefined when all of it may. */
export function checkContent(
  id: DeadlineId,
  { title, kind, every, dependsOn }: Content,
  rows: readonly Waiting[],
): ContentRefusal | undefined {
  if (title.trim() === '') return 'title-missing';
  if (kind !== 'one-off' && !isRhythm(every)) return 'rhythm-missing';
  const known = new Map(rows.map((row) => [row.id, row]));
  if (!dependsOn.every((other) => other === id || known.has(other))) return 'unknown-predecessor';
  return allBefore(dependsOn, known).has(id) ? 'goes-in-circles' : undefined;
}

/** These and everything that they wait for, at any distance. */
function allBefore(ids: readonly DeadlineId[], rows: ReadonlyMap<DeadlineId, Waiting>): ReadonlySet<DeadlineId> {
  const found = new Set(ids);
  for (const id of found) for (const other of rows.get(id)?.dependsOn ?? []) found.add(other);
  return found;
}

function isRhythm(every: number | undefined): boolean {
  return every !== undefined && Number.isInteger(every) && every >= 1 && every <= limits.every;
}
