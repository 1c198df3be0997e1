import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { readConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import {
  importFile,
  type ImportResult,
  type ImportSources,
  loadTerritory,
  type Problem,
} from './features/directory/index.ts';
import type { Plans } from './features/deadlines/index.ts';
import { importKinds } from './import-kinds.ts';
import { openStore } from './open-store.ts';
import type { EventStore } from './store/event-store.ts';

export type ImportDeps = Readonly<{
  store: EventStore;
  /** The file's text, read as UTF-8. */
  readFile(file: string): Promise<string>;
  print(line: string): void;
  clock: Clock;
  /** When deadlines that come in are brought to mind; as usual unless told. */
  nudgePlans?: Partial<Plans>;
}>;

const usage = `Usage: npm run import -- <file.csv> [more files]

The header says what a file is: people, expert-teams, centres, municipalities, bodies, body-members, experts, mandates,
routes, budgets, places or planning. People come first: most others name them; bodies come before members, mandates, routes and planning. Importing a file again changes nothing.`;

/** Imports the files in the order given; a file with a problem is left out whole. The answer is the exit code. */
export async function importCommand(files: readonly string[], deps: ImportDeps): Promise<number> {
  if (files.length === 0) {
    deps.print(usage);
    return 2;
  }
  const { store, clock, nudgePlans } = deps;
  const sources = { store, clock, territory: await loadTerritory(), kinds: importKinds(nudgePlans) };
  let wrong = 0;
  for (const file of files) {
    if (!(await importOne(file, sources, deps))) wrong += 1;
  }
  return wrong === 0 ? 0 : 1;
}

async function importOne(
  file: string,
  sources: ImportSources,
  { readFile: read, print }: ImportDeps,
): Promise<boolean> {
  const text = await read(file).catch((error: unknown) => {
    print(`${file}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  });
  if (text === undefined) return false;
  const result = await importFile(sources, { text });
  describe(file, result).forEach(print);
  return result.outcome === 'imported';
}

function describe(file: string, result: ImportResult): readonly string[] {
  if (result.outcome === 'refused') {
    const { problems } = result;
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    return [
      ...problems.map(describeProblem),
      `${file}: ${count}, nothing imported. Mend the file and import it again.`,
    ];
  }
  const { added, changed, unchanged, closed } = result.counts;
  const gone = closed > 0 ? `, ${closed} closed` : '';
  return [`${file} (${result.kind}): ${added} new, ${changed} changed, ${unchanged} unchanged${gone}`];
}

const longestFound = 60;

function describeProblem({ row, column, expected, found }: Problem): string {
  const where = column === undefined ? `row ${row}` : `row ${row}, column ${column}`;
  const what = found === undefined ? '' : `, found "${found.slice(0, longestFound)}"`;
  return `${where}: expected ${expected}${what}`;
}

async function main(): Promise<number> {
  const config = readConfig(process.env);
  const store = await openStore(config);
  // npm starts this in the project's folder; the file is named from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  try {
    return await importCommand(process.argv.slice(2), {
      store,
      readFile: (file) => readFile(path.resolve(from, file), 'utf8'),
      print: (line) => process.stdout.write(`${line}\n`),
      clock: { now: () => new Date() },
      nudgePlans: config.nudgePlans ?? {},
    });
  } finally {
    await store.close();
  }
}

if (import.meta.main) process.exitCode = await main();
