import type { IRunOptions } from 'docx';
import type { Table } from './core/csv.ts';

export type DocumentWish = Readonly<{ title: string; intro: string; table: Table }>;

/** A4 on its side, in twentieths of a point. */
const page = { width: 11_906, height: 16_838, margin: 1_000 } as const;
const tableWidth = page.height - 2 * page.margin;

/** A Word document with a heading and one table. The package is large, and only needed here: it is loaded when asked for. */
export async function wordDocument({ title, intro, table }: DocumentWish): Promise<Uint8Array> {
  const docx = await import('docx');
  const { Document, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    docx;
  const width = Math.floor(tableWidth / table.columns.length);
  const run = (text: string, bold: boolean): IRunOptions => ({ text: printable(text), bold });
  const cell = (text: string, isBold: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: [new Paragraph({ children: [new TextRun(run(text, isBold))] })],
    });
  const row = (cells: readonly string[], isHeader: boolean) =>
    new TableRow({ tableHeader: isHeader, cantSplit: true, children: cells.map((text) => cell(text, isHeader)) });
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: 'Calibri', size: 20, language: { value: 'nl-NL' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: intro }),
          new Table({
            width: { size: tableWidth, type: WidthType.DXA },
            columnWidths: table.columns.map(() => width),
            rows: [row(table.columns, true), ...table.rows.map((cells) => row(cells, false))],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** What XML cannot hold makes the whole document unreadable. */
function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
