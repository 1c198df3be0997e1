import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import { csvOf, type Table } from './core/csv.ts';
import { wordDocument } from './decisions-document.ts';
import { publicIntro } from './decisions-download.ts';
import { decisionsOf, fullTable, publicTable } from './features/decisions/index.ts';
import { centreCodes, createDirectory, type CentreCode, loadTerritory } from './features/directory/index.ts';
import { openStore } from './open-store.ts';
import type { EventStore } from './store/event-store.ts';

/** `npm run decisions`: what a centre decided in a year, as documents. */
export type DecisionsParts = Readonly<{
  store: EventStore;
  clock: Clock;
  /** Makes the folder when it is not there. */
  write(folder: string, file: string, content: string | Uint8Array): Promise<void>;
  print(line: string): void;
}>;

const usage = `npm run decisions -- --centre LI --year 2026 --to FOLDER

Writes the decision list of a centre and year as .docx and .csv: in full, and as anybody may read it (openbaar).
Centres: ${centreCodes.join(', ')}.`;

type Wanted = Readonly<{ centre: CentreCode; year: number; to: string }>;

/** Answers the exit code: 0 done, 1 nothing decided in that year, 2 not understood. */
export async function decisionsCommand(args: readonly string[], parts: DecisionsParts): Promise<number> {
  const wanted = wantedIn(args);
  if (!wanted) {
    parts.print(usage);
    return 2;
  }
  const { store, clock, print } = parts;
  const files = await decisionsOf(store, wanted);
  if (files.length === 0) {
    print(`No decisions of ${wanted.centre} in ${wanted.year}.`);
    return 1;
  }
  const directory = createDirectory({ store, clock, territory: await loadTerritory() });
  await writeBoth(parts, wanted, { kind: '', intro: 'Volledige lijst.', table: await fullTable({ directory }, files) });
  await writeBoth(parts, wanted, { kind: '-openbaar', intro: publicIntro, table: publicTable(files) });
  return 0;
}

function wantedIn(args: readonly string[]): Wanted | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { centre: text, year: text, to: text } });
    const centre = centreCodes.find((code) => code === values.centre?.toUpperCase());
    const year = /^20\d\d$/.test(values.year ?? '') ? Number(values.year) : undefined;
    return centre && year && values.to ? { centre, year, to: values.to } : undefined;
  } catch {
    return undefined;
  }
}

type List = Readonly<{ kind: string; intro: string; table: Table }>;

async function writeBoth(
  { write, print }: DecisionsParts,
  wanted: Wanted,
  { kind, intro, table }: List,
): Promise<void> {
  const { centre, year, to } = wanted;
  const name = `besluitenlijst-${centre}-${year}${kind}`;
  const title = `Besluitenlijst ${centre} ${year}`;
  await write(to, `${name}.docx`, await wordDocument({ title, intro, table }));
  await write(to, `${name}.csv`, csvOf(table));
  print(`${name}.docx and ${name}.csv: ${table.rows.length} decisions`);
}

async function main(): Promise<number> {
  const store = await openStore(readConfig(process.env));
  // npm starts this in the project's folder; the folder is named from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  try {
    return await decisionsCommand(process.argv.slice(2), {
      store,
      clock: { now: () => new Date() },
      async write(folder, file, content) {
        const to = path.resolve(from, folder);
        await mkdir(to, { recursive: true });
        await writeFile(path.join(to, file), content);
      },
      print: (line) => process.stdout.write(`${line}\n`),
    });
  } finally {
    await store.close();
  }
}

if (import.meta.main) process.exitCode = await main();
