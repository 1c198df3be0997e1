import { guardTexts } from '../../core/personal-data.ts';
import type { CsvTable, Problem } from './import-csv.ts';
import type { ImportKind } from './import-kind.ts';

const headerRow = 1;

/** The names of the columns are said back when no kind of file has them: they are looked through first. */
export function guardHeader(header: CsvTable['header']): readonly Problem[] {
  const kinds = new Set(guardTexts(Object.fromEntries(header.entries())).map(({ kind }) => kind));
  return [...kinds].map((kind) => ({ row: headerRow, expected: withoutPersonalData(kind) }));
}

/**
 * Leaves out the rows with personal data, and says where it is: in every cell of every kind of file, also where an id or
 * an amount belongs. What was written is never said back.
 */
export function guardRows(table: CsvTable, { mayHold = {} }: Pick<ImportKind, 'mayHold'>): CsvTable {
  const found = table.rows.flatMap(({ row, cells }) =>
    guardTexts(cells)
      .filter(({ field, kind }) => mayHold[field] !== kind)
      .map(({ field, kind }) => ({ row, column: field, expected: withoutPersonalData(kind) })),
  );
  const wrong = new Set(found.map(({ row }) => row));
  return {
    ...table,
    rows: table.rows.filter(({ row }) => !wrong.has(row)),
    problems: [...table.problems, ...found],
  };
}

function withoutPersonalData(kind: string): string {
  return `a text without personal data (this looks like: ${kind})`;
}
