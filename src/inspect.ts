import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import { personId } from './core/ids.ts';
import { caseStream, findByNumber } from './features/cases/index.ts';
import { createDirectory, loadTerritory } from './features/directory/index.ts';
import { openStore } from './open-store.ts';
import { exportCase, type ExportDeps } from './privacy/export.ts';

const usage = `npm run inspect -- LI-2026-0001 --to FOLDER

Writes everything that is kept of a case as .docx and .json, with what is of others marked, for somebody who asks to see
what is kept of them. Read docs/privacy.md first: what is of others must be blacked out.`;

export type InspectParts = ExportDeps & Readonly<{ clock: Clock; home: string; print(line: string): void }>;

/** Answers the exit code: 0 done, 1 no such case, 2 not understood. */
export async function inspectCommand(args: readonly string[], parts: InspectParts): Promise<number> {
  const { store, clock, home, print } = parts;
  const wanted = wantedIn(args);
  if (!wanted) print(usage);
  if (!wanted) return 2;
  const file = await findByNumber(store, wanted.number);
  if (!file) print(`There is no case ${wanted.number}, or it was deleted.`);
  if (!file) return 1;
  const now = clock.now();
  await store.access.append(caseStream(file.id), {
    ...{ occurredAt: now.toISOString(), eventType: 'case.inspect', action: 'export', outcome: 'allowed' },
    ...{ caseKey: file.number, dataCategory: 'case', userId: personId('command'), userRole: 'operator' },
    ...{ organisation: 'doorbraak', authorisationRule: 'command line', breakGlass: false, sourceSystem: 'doorbraak' },
  });
  const { files } = await exportCase(parts, { file, folder: path.resolve(home, wanted.to), now, title: 'Inzage' });
  print(`${files.join(' and ')} written to ${wanted.to}`);
  return 0;
}

function wantedIn(args: readonly string[]): Readonly<{ number: string; to: string }> | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { to: { type: 'string' } },
      allowPositionals: true,
    });
    const [number] = positionals;
    return number && values.to && positionals.length === 1 ? { number, to: values.to } : undefined;
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const store = await openStore(readConfig(process.env));
  const clock = { now: () => new Date() };
  process.exitCode = await inspectCommand(process.argv.slice(2), {
    ...{ store, clock, directory: createDirectory({ store, clock, territory: await loadTerritory() }) },
    // npm starts this in the project's folder.
    home: process.env['INIT_CWD'] ?? process.cwd(),
    print: (line) => void process.stdout.write(`${line}\n`),
  });
  await store.close();
}
