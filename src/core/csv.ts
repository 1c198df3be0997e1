/** The first row are its headings. */
export type Table = Readonly<{ columns: readonly string[]; rows: readonly (readonly string[])[] }>;

/** What a spreadsheet would take for a formula. */
const formula = /^[\s]*[=+\-@]|^[\t\r]/;

/** With a mark of the encoding and semicolons, as a Dutch spreadsheet opens it. No cell is ever a formula. */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map((cells) => cells.map(csvCell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A cell as it was before it was made safe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
