import type { PersonId } from '../../core/ids.ts';
import type { Asked } from '../cases/index.ts';
import {
  datesFor,
  type DeadlineCommand,
  type DeadlineId,
  type DeadlineKind,
  endOfMonth,
  type Facts,
  keepDeadline,
  nextDates,
  sendDeadline,
} from '../deadlines/index.ts';
import type { CentreCode } from '../directory/index.ts';
import type { Month } from './months.ts';
import {
  type DeskDeps,
  enterPlanning,
  enterRow,
  factsOf,
  nudgesFor,
  officeOf,
  orderOf,
  refused,
  type Refused,
  rowsOf,
  type Which,
} from './planning-desk.ts';
import { checkContent, keyIn, type PlanRow, rowId } from './planning.ts';

export type Told = Readonly<{ ok: true; row: PlanRow }> | Refused;

type Part = Readonly<{ part: string; command(row: PlanRow, at: string): DeadlineCommand }>;

/** One command on one row, by who may change the planning. */
async function change(deps: DeskDeps, asked: Asked, { part, command, ...which }: Which & Part): Promise<Told> {
  const entered = await enterRow(deps, asked, { ...which, action: 'plan.manage' });
  if (!entered.ok) return entered;
  return send(deps, asked, { row: entered.row, part, command });
}

async function send(
  deps: DeskDeps,
  asked: Asked,
  { row, part, command }: Part & Readonly<{ row: PlanRow }>,
): Promise<Told> {
  const wanted = command(row, asked.at.toISOString());
  const told = await sendDeadline(deps, orderOf(asked, part), { id: row.id, command: wanted });
  return told.ok ? { ok: true, row: told.state } : refused(told.refused);
}

export function finish(
  deps: DeskDeps,
  asked: Asked,
  { note, ...which }: Which & Readonly<{ note: string }>,
): Promise<Told> {
  return change(deps, asked, {
    ...{ ...which, part: 'done' },
    command(row, at) {
      const next = nextDates(row, at, deps.isHoliday);
      return { type: 'CompleteDeadline', data: { at, note, by: asked.actor, ...(next === undefined ? {} : { next }) } };
    },
  });
}

type MoveWish = Which & Readonly<{ month: Month; reason: string }>;

export function move(deps: DeskDeps, asked: Asked, { month, reason, ...which }: MoveWish): Promise<Told> {
  return change(deps, asked, {
    ...{ ...which, part: 'move' },
    command(row, at) {
      const dates = datesFor(row, { due: endOfMonth(month, deps.isHoliday), month, at }, deps.isHoliday);
      return { type: 'MoveDeadline', data: { at, ...dates, reason, by: asked.actor } };
    },
  });
}

export function drop(
  deps: DeskDeps,
  asked: Asked,
  { reason, ...which }: Which & Readonly<{ reason: string }>,
): Promise<Told> {
  return change(deps, asked, {
    ...{ ...which, part: 'drop' },
    command: (_row, at) => ({ type: 'DropDeadline', data: { at, reason, by: asked.actor } }),
  });
}

/** What a form says of a row; what it waits for by key. */
export type RowWish = Readonly<{
  title: string;
  kind: DeadlineKind;
  every?: number;
  owner: PersonId;
  dependsOn: readonly string[];
}>;

/** Words, rhythm and what it waits for; the owner is handed over to, so that both hear of it. */
export async function edit(
  deps: DeskDeps,
  asked: Asked,
  { wish, ...which }: Which & Readonly<{ wish: Omit<RowWish, 'kind'> }>,
): Promise<Told> {
  const entered = await enterRow(deps, asked, { ...which, action: 'plan.manage' });
  if (!entered.ok) return entered;
  const { row, rows, centre } = entered;
  if (row.stage !== 'open') return refused('already-ended');
  if (!(await deps.directory.person(wish.owner))) return refused('unknown-person');
  const dependsOn = idsOf(wish.dependsOn, centre);
  const fault = checkContent(row.id, { ...wish, kind: row.kind, dependsOn }, rows);
  if (fault) return refused(fault);
  const facts = factsOf(
    {
      ...pick(row),
      title: titleOf(row, wish.title),
      dependsOn,
      ...(row.kind === 'one-off' ? {} : { every: wish.every }),
    },
    await officeOf(deps, centre, asked.at),
  );
  const kept = await keepDeadline(deps, orderOf(asked, 'edit'), {
    ...{ id: row.id, facts, plan: nudgesFor(row.kind), reason: '' },
  });
  if (!kept.ok) return refused(kept.refused);
  return wish.owner === kept.state.owner
    ? { ok: true, row: kept.state }
    : handOver(deps, asked, { row: kept.state, to: wish.owner });
}

type HandingOver = Readonly<{ row: PlanRow; to: PersonId }>;

function handOver(deps: DeskDeps, asked: Asked, { row, to }: HandingOver): Promise<Told> {
  return send(deps, asked, {
    ...{ row, part: 'owner' },
    command: (_row, at) => ({ type: 'HandOverDeadline', data: { at, to, by: asked.actor, note: '' } }),
  });
}

function pick(row: PlanRow) {
  const { kind, owner, due, month } = row;
  return { key: keyIn(row), kind, owner, due, ...(month === undefined ? {} : { month }) };
}

/** What nobody changed keeps its words in the other language. */
function titleOf({ title }: PlanRow, typed: string): Facts['title'] {
  return [title.nl, title.en].includes(typed) ? title : { nl: typed, en: typed };
}

function idsOf(keys: readonly string[], centre: CentreCode): readonly DeadlineId[] {
  return keys.map((key) => rowId(centre, key));
}

export type AddWish = Readonly<{ centre: CentreCode; key: string; month: Month; wish: RowWish }>;

/** `key`: made when the form was opened, so that it is added once however often it is sent. */
export async function add(deps: DeskDeps, asked: Asked, { centre, key, month, wish }: AddWish): Promise<Told> {
  const entered = await enterPlanning(deps, asked, { action: 'plan.manage', centre });
  if (!entered.ok) return entered;
  const [office, rows, owner] = await Promise.all([
    officeOf(deps, centre, asked.at),
    rowsOf(deps, centre),
    deps.directory.person(wish.owner),
  ]);
  const there = rows.find((row) => keyIn(row) === key);
  if (there) return { ok: true, row: there };
  if (!owner) return refused('unknown-person');
  const dependsOn = idsOf(wish.dependsOn, centre);
  const id = rowId(centre, key);
  const fault = checkContent(id, { ...wish, dependsOn }, rows);
  if (fault) return refused(fault);
  const due = endOfMonth(month, deps.isHoliday);
  if (due <= asked.at.toISOString()) return refused('in-the-past');
  const { title, kind, every } = wish;
  const facts = factsOf(
    {
      ...{ key, title: { nl: title, en: title }, kind, every: kind === 'one-off' ? undefined : every },
      ...{ owner: owner.id, due, month, dependsOn },
    },
    office,
  );
  const kept = await keepDeadline(deps, orderOf(asked, 'add'), { id, facts, plan: nudgesFor(kind), reason: '' });
  return kept.ok ? { ok: true, row: kept.state } : refused(kept.refused);
}
