import { accept, type Decider, type Decision, refuse, unchanged } from '../../core/decider.ts';
import { compareTerritory, newestDay, type TerritoryChange } from './compare-territory.ts';
import { centreCodes, type TerritoryRow } from './directory.ts';
import { isWithin } from './validity.ts';

/** A whole list of municipalities. `shipped`: what the product brings along, known until something was imported. */
export type TerritoryCommand = {
  type: 'ImportTerritory';
  data: Readonly<{ rows: readonly TerritoryRow[]; shipped: readonly TerritoryRow[] }>;
};

/** The first import records what was known before, so that from then on the history stands by itself. */
export type TerritoryEvent =
  | { type: 'TerritoryStarted'; data: Readonly<{ rows: readonly TerritoryRow[] }> }
  | { type: 'TerritoryImported'; data: TerritoryChange };

export type TerritoryRefusal = 'no-rows' | 'older-than-known' | 'centre-without-municipalities';

/** Empty until the first import; from then on complete. */
export type TerritoryState = Readonly<{ rows: readonly TerritoryRow[] }>;

function decide(
  { data: { rows, shipped } }: TerritoryCommand,
  state: TerritoryState,
): Decision<TerritoryEvent, TerritoryRefusal> {
  const isFirst = state.rows.length === 0;
  const known = isFirst ? shipped : state.rows;
  const newest = newestDay(rows);
  if (newest === undefined) return refuse('no-rows');
  if (newest < (newestDay(known) ?? newest)) return refuse('older-than-known');
  if (!coversEveryCentre(rows, newest)) return refuse('centre-without-municipalities');
  const change = compareTerritory(known, rows);
  if (change.opened.length === 0 && change.closed.length === 0) return accept();
  const imported = { type: 'TerritoryImported', data: change } as const;
  return isFirst ? accept({ type: 'TerritoryStarted', data: { rows: shipped } }, imported) : accept(imported);
}

/** A part of the list would close all the rest; then nobody there would land anywhere (domain.md A5). */
function coversEveryCentre(rows: readonly TerritoryRow[], day: string): boolean {
  const covered = new Set(rows.filter((row) => isWithin(day, row)).map(({ centre }) => centre));
  return centreCodes.every((code) => covered.has(code));
}

function evolve(state: TerritoryState, event: TerritoryEvent): TerritoryState {
  switch (event.type) {
    case 'TerritoryStarted':
      return { rows: event.data.rows };
    case 'TerritoryImported':
      return { rows: applied(state.rows, event.data) };
    default:
      return unchanged(state, event);
  }
}

function applied(rows: readonly TerritoryRow[], { opened, closed }: TerritoryChange): readonly TerritoryRow[] {
  const lastDays = new Map(closed.map((row) => [keyOf(row), row.validTo]));
  const replaced = new Set(opened.map(keyOf));
  const kept = rows
    .filter((row) => !replaced.has(keyOf(row)))
    .map((row) => ({ ...row, ...validTo(lastDays.get(keyOf(row))) }))
    // Closed before it began: it never held.
    .filter((row) => row.validTo === undefined || row.validTo >= row.validFrom);
  return [...kept, ...opened];
}

function validTo(day: string | undefined): Readonly<{ validTo?: string }> {
  return day === undefined ? {} : { validTo: day };
}

function keyOf({ name, validFrom }: Pick<TerritoryRow, 'name' | 'validFrom'>): string {
  return `${name}|${validFrom}`;
}

export const datedTerritory: Decider<TerritoryState, TerritoryCommand, TerritoryEvent, TerritoryRefusal> = {
  initial: { rows: [] },
  decide,
  evolve,
};
