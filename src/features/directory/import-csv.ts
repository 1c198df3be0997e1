import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod/v4';

/** `row` counts as a spreadsheet does: the header is row 1. */
export type Problem = Readonly<{ row: number; column?: string; expected: string; found?: string }>;
export type CsvRow = Readonly<{ row: number; cells: Readonly<Record<string, string>> }>;
/** `problems`: rows that are left out, because their cells do not fit the header. */
export type CsvTable = Readonly<{
  header: readonly string[];
  rows: readonly CsvRow[];
  problems: readonly Problem[];
}>;
type Read<Value> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; problems: readonly Problem[] }>;

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** UTF-8 with or without byte order mark, `;` (Dutch Excel) or `,` between cells, any line end. Empty rows are skipped. */
export function readCsv(text: string): Read<CsvTable> {
  // What a Windows-1252 file becomes when it is read as UTF-8: names would lose their accents without a word.
  if (text.includes('\uFFFD')) return failed(1, 'a file in UTF-8 (in Excel: save as "CSV UTF-8")');
  try {
    const [first, ...rest] = records.parse(parse(text, { ...options, delimiter: separatorOf(text) }));
    if (first === undefined) return failed(1, 'a header with the names of the columns');
    const header = first.record.map((name) => name.toLowerCase());
    const problems = rest.flatMap(({ record, info }) => checkLength(record, header, info.lines));
    const fitting = rest.filter(({ record }) => record.length === header.length);
    const rows = fitting.map(({ record, info }) => toRow(header, record, info.lines));
    return { ok: true, value: { header, rows, problems } };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What stands behind the colon quotes the file.
    const [wrong] = error.message.split(':', 1);
    return failed(Number(error['lines'] ?? 1), `readable CSV (${wrong})`);
  }
}

const options = {
  bom: true,
  info: true,
  trim: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
} as const;

function separatorOf(text: string): ';' | ',' {
  return (text.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ',';
}

function checkLength(record: readonly string[], header: readonly string[], row: number): readonly Problem[] {
  if (record.length === header.length) return [];
  return [{ row, expected: `${header.length} cells, as in the header`, found: String(record.length) }];
}

function toRow(header: readonly string[], record: readonly string[], row: number): CsvRow {
  return { row, cells: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) };
}

function failed(row: number, expected: string): Read<never> {
  return { ok: false, problems: [{ row, expected }] };
}
