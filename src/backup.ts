import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { readConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import { openArchive } from './open-store.ts';
import { type Archive, digestOf } from './store/archive.ts';

/** `npm run backup` and `npm run restore`: a folder that holds the whole store, and a list of what is in it. */
export type BackupParts = Readonly<{
  archive: Archive;
  clock: Clock;
  /** Where the person is: folders are named from there. */
  home: string;
  print(line: string): void;
}>;

const usage = `npm run backup -- --to FOLDER      saves the whole store in an empty folder
npm run restore -- --from FOLDER   fills an empty store from such a folder`;
const listName = 'backup.json';
const list = z.object({
  /** Of this list itself. */
  format: z.literal(1),
  kind: z.string(),
  schema: z.number(),
  at: z.string(),
  streams: z.number(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })).length(1),
});
type List = z.output<typeof list>;

/** Answers the exit code: 0 done, 1 refused and nothing changed, 2 not understood. */
export async function backupCommand(args: readonly string[], parts: BackupParts): Promise<number> {
  const wanted = wantedIn(args);
  if (!wanted) parts.print(usage);
  if (!wanted) return 2;
  const folder = path.resolve(parts.home, wanted.folder);
  const refusal = await (wanted.word === 'backup' ? save : restore)(folder, parts);
  if (refusal !== undefined) parts.print(refusal);
  return refusal === undefined ? 0 : 1;
}

type Wanted = Readonly<{ word: 'backup' | 'restore'; folder: string }>;

function wantedIn([word, ...args]: readonly string[]): Wanted | undefined {
  try {
    const { values } = parseArgs({ args, options: { to: { type: 'string' }, from: { type: 'string' } } });
    const { to, from } = values;
    if (word === 'backup' && to && from === undefined) return { word, folder: to };
    return word === 'restore' && from && to === undefined ? { word, folder: from } : undefined;
  } catch {
    return undefined;
  }
}

async function save(to: string, { archive, clock, print }: BackupParts): Promise<string | undefined> {
  const at = clock.now();
  const hindrance = await archive.hindrance(at);
  if (hindrance !== undefined) return hindrance;
  await mkdir(to, { recursive: true, mode: 0o700 });
  if ((await readdir(to)).length > 0) return `${to} is not empty. Name a new folder: a backup never replaces another.`;
  const name = `store.${archive.kind}`;
  const file = path.join(to, name);
  const { streams, schema } = await archive.save(file);
  const files = [{ name, bytes: (await stat(file)).size, sha256: await digestOf(file) }];
  const found: List = { format: 1, kind: archive.kind, schema, at: at.toISOString(), streams, files };
  // Last, and with it the backup is whole.
  await writeFile(path.join(to, listName), `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600, flush: true });
  print(`${streams} streams saved in ${to}.`);
  return undefined;
}

async function restore(from: string, { archive, print }: BackupParts): Promise<string | undefined> {
  const found = await listIn(from);
  if (!found) return `${from} holds no whole backup: there is no ${listName} that can be read. Take another backup.`;
  const refusal = misfit(found, archive) ?? (await damage(from, found));
  if (refusal !== undefined) return refusal;
  if (!(await archive.isEmpty())) return 'The store is not empty. Move it away, or name an empty one in the settings.';
  for (const { name } of found.files) await archive.fill(path.join(from, name));
  print(`${found.streams} streams of ${found.at} are back. Read docs/backup.md before the bot starts.`);
  return undefined;
}

async function listIn(from: string): Promise<List | undefined> {
  try {
    return list.parse(JSON.parse(await readFile(path.join(from, listName), 'utf8')));
  } catch {
    return undefined;
  }
}

function misfit({ kind, schema }: List, archive: Archive): string | undefined {
  if (kind !== archive.kind) return `This is a backup of ${kind}; the settings name a store of ${archive.kind}.`;
  if (schema === archive.schema) return undefined;
  return `This backup has schema ${schema}, and this Doorbraak ${archive.schema}. Restore it with the version that made it.`;
}

async function damage(from: string, { files }: List): Promise<string | undefined> {
  for (const { name, sha256 } of files) {
    const file = path.join(from, path.basename(name));
    const same = existsSync(file) && (await digestOf(file)) === sha256;
    if (!same) return `${name} is missing or not as it was saved. Take another backup.`;
  }
  return undefined;
}

if (import.meta.main) {
  const archive = await openArchive(readConfig(process.env));
  process.exitCode = await backupCommand(process.argv.slice(2), {
    archive,
    clock: { now: () => new Date() },
    // npm starts this in the project's folder.
    home: process.env['INIT_CWD'] ?? process.cwd(),
    print: (line) => void process.stdout.write(`${line}\n`),
  });
  await archive.close();
}
