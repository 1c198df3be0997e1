import { addDays } from '../../core/working-time.ts';
import type { TerritoryRow } from './directory.ts';
import { sameFacts } from './same-facts.ts';

/** `closed`: known rows that get a last day. An opened row takes the place of one of the same name and first day. */
export type TerritoryChange = Readonly<{
  opened: readonly TerritoryRow[];
  closed: readonly Readonly<Required<Pick<TerritoryRow, 'name' | 'validFrom' | 'validTo'>>>[];
}>;

/**
 * What a whole new list changes in what is known. A row that says again what still holds changes nothing; another row of
 * the same municipality closes the known one on the day before; a municipality that the list leaves out is closed on the
 * day before the newest day in the list (it merged into another).
 */
export function compareTerritory(known: readonly TerritoryRow[], list: readonly TerritoryRow[]): TerritoryChange {
  const opened = list.filter((row) => !known.some((candidate) => saysAgain(row, candidate)));
  const closed = known
    .filter((row) => row.validTo === undefined && !list.some((candidate) => saysAgain(candidate, row)))
    .filter((row) => !opened.some((candidate) => isSamePeriod(candidate, row)))
    .map((row) => ({ name: row.name, validFrom: row.validFrom, validTo: addDays(dayItEnds(row, list), -1) }));
  return { opened, closed };
}

function saysAgain(row: TerritoryRow, known: TerritoryRow): boolean {
  return row.name === known.name && (sameFacts(known, row) || stillHolds(known, row));
}

function stillHolds(known: TerritoryRow, row: TerritoryRow): boolean {
  if (known.validTo !== undefined || row.validTo !== undefined || row.validFrom < known.validFrom) return false;
  return sameFacts({ ...known, validFrom: '' }, { ...row, validFrom: '' });
}

function isSamePeriod(one: TerritoryRow, other: TerritoryRow): boolean {
  return one.name === other.name && one.validFrom === other.validFrom;
}

/** The first day on which a known row holds no more: its successor's, or that of the list when it has none. */
function dayItEnds({ name }: TerritoryRow, list: readonly TerritoryRow[]): string {
  const successor = newestDay(list.filter((row) => row.name === name));
  return successor ?? newestDay(list) ?? '';
}

export function newestDay(rows: readonly TerritoryRow[]): string | undefined {
  return rows
    .map(({ validFrom }) => validFrom)
    .sort()
    .at(-1);
}
