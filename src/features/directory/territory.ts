import { readFile } from 'node:fs/promises';
import type { z } from 'zod/v4';
import { readCsv } from './import-csv.ts';
import { type Centre, centreCodes, type Territory, type TerritoryRow } from './directory.ts';
import { centreRow } from './import-centres.ts';
import { territoryRow } from './import-municipalities.ts';

let known: Promise<Territory> | undefined;

/** What the product brings along (data/README.md). Read once, at start; a file that is not right stops the start. */
export function loadTerritory(): Promise<Territory> {
  return (known ??= readTerritory());
}

async function readTerritory(): Promise<Territory> {
  const folder = new URL('./data/', import.meta.url);
  const [municipalities, centres] = await Promise.all(
    ['municipalities-2026.csv', 'centres.csv'].map((file) => readFile(new URL(file, folder), 'utf8')),
  );
  return parseTerritory({ municipalities: municipalities ?? '', centres: centres ?? '' });
}

/** Throws at the first thing that is wrong: these files are ours. */
export function parseTerritory(texts: Readonly<{ municipalities: string; centres: string }>): Territory {
  const rows: readonly TerritoryRow[] = parseRows(territoryRow, texts.municipalities);
  const centres: readonly Centre[] = parseRows(centreRow, texts.centres);
  const missing = centreCodes.filter((code) => !centres.some((centre) => centre.code === code));
  if (missing.length > 0) throw new Error(`centres.csv lacks ${missing.join(', ')}`);
  return { rows, centres };
}

function parseRows<Row>(schema: z.ZodType<Row>, text: string): readonly Row[] {
  const table = readCsv(text);
  const problems = table.ok ? table.value.problems : table.problems;
  if (!table.ok || problems.length > 0) throw new Error(`territory data: ${JSON.stringify(problems)}`);
  return table.value.rows.map(({ row, cells }) => {
    const parsed = schema.safeParse(cells);
    if (parsed.success) return parsed.data;
    throw new Error(`territory data, row ${row}`, { cause: parsed.error });
  });
}
