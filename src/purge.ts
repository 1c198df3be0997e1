import process from 'node:process';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { createDirectory, loadTerritory } from './features/directory/index.ts';
import { openStore } from './open-store.ts';
import { dueCases, type PurgeDeps, sweep } from './privacy/purge.ts';
import { defaultRetention } from './privacy/retention.ts';

const usage = `npm run purge -- --dry-run   names the cases whose retention period is over
npm run purge                exports them and gives them up for deletion now: the bot, which must run, deletes them.
It does so by itself every working morning. RETENTION and EXPORT_FOLDER are the settings.`;

/** Answers the exit code: 0 done, 1 something could not be exported, 2 not understood. */
export async function purgeCommand(
  args: readonly string[],
  { print, ...deps }: PurgeDeps & Readonly<{ print(line: string): void }>,
): Promise<number> {
  const wanted = wantedIn(args);
  if (!wanted) print(usage);
  if (!wanted) return 2;
  if (wanted.isDry) {
    const due = await dueCases(deps, deps.clock.now());
    for (const { number, stage, updatedAt } of due)
      print(`${number}  ${stage}, last changed ${updatedAt.slice(0, 10)}`);
    print(`${due.length} cases`);
    return 0;
  }
  const { purged, waiting, problem } = await sweep(deps);
  print(`${purged.length} cases exported and given up for deletion; ${waiting} wait${problem ? `: ${problem}` : ''}`);
  return problem === undefined ? 0 : 1;
}

function wantedIn(args: readonly string[]): Readonly<{ isDry: boolean }> | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean' } } });
    return { isDry: values['dry-run'] ?? false };
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const config = readConfig(process.env);
  const store = await openStore(config);
  const clock = { now: () => new Date() };
  const log = {
    error: (fact: unknown, say?: string) => void process.stderr.write(`${say ?? ''} ${JSON.stringify(fact)}\n`),
  };
  process.exitCode = await purgeCommand(process.argv.slice(2), {
    ...{ store, clock, log, directory: createDirectory({ store, clock, territory: await loadTerritory() }) },
    retention: { ...defaultRetention, ...config.retention },
    ...(config.exportFolder === undefined ? {} : { exportFolder: config.exportFolder }),
    print: (line) => void process.stdout.write(`${line}\n`),
  });
  await store.close();
}
