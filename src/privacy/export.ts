import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatDay } from '../core/working-time.ts';
import { wordDocument } from '../decisions-document.ts';
import { caseAggregate, caseStream, isSubmitted, type SubmittedCase } from '../features/cases/index.ts';
import type { Directory } from '../features/directory/index.ts';
import { stateOf } from '../store/handle.ts';
import type { Store } from '../store/store.ts';
import { type CaseRecord, recordOf } from './case-record.ts';
import { recordIntro, recordTable } from './record-rows.ts';

export type ExportDeps = Readonly<{ store: Store; directory: Pick<Directory, 'people'> }>;
/** `sha256`: of the JSON, which has everything; the document is the same for people. */
export type Exported = Readonly<{ record: CaseRecord; sha256: string; files: readonly string[] }>;
type Wish = Readonly<{ file: SubmittedCase; now: Date; title: string }>;

/** Everything that is kept of a case, and the same as a Word document for people. */
export async function caseDocument(
  deps: ExportDeps,
  { file, now, title }: Wish,
): Promise<Readonly<{ record: CaseRecord; document: Uint8Array }>> {
  const record = await recordOf(deps.store, file, now);
  const names = new Map((await deps.directory.people()).map(({ id, name }) => [id as string, name]));
  const intro = recordIntro(file.number, formatDay(record.madeAt, 'nl'));
  const document = await wordDocument({ title: `${title} ${file.number}`, intro, table: recordTable(record, names) });
  return { record, document };
}

/** The case as JSON and as a Word document. It is on the disk, and was read back from it, when this resolves. */
export async function exportCase(
  deps: ExportDeps,
  { folder, ...wish }: Wish & Readonly<{ folder: string }>,
): Promise<Exported> {
  const { file } = wish;
  const { record, document } = await caseDocument(deps, wish);
  await assertStillThere(deps.store, file);
  const name = `${file.number}-${record.madeAt.slice(0, 10)}`;
  await writeDurably(folder, `${name}.docx`, document);
  const sha256 = await writeDurably(folder, `${name}.json`, Buffer.from(`${JSON.stringify(record, null, 2)}\n`));
  return { record, sha256, files: [`${name}.json`, `${name}.docx`] };
}

/** Another instance may have exported and deleted it since it was found: what is left must not be written over that export. */
async function assertStillThere(store: Store, { id, number }: SubmittedCase): Promise<void> {
  const state = stateOf(caseAggregate, await store.load(caseStream(id)));
  if (!isSubmitted(state)) throw new Error(`${number} was deleted while it was exported`);
}

async function writeDurably(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, name);
  // Of its own: somebody else may be making the same export.
  const part = `${file}.${randomUUID()}.part`;
  await writeFile(part, bytes, { mode: 0o600, flush: true });
  const [meant, found] = [sha256Of(bytes), sha256Of(await readFile(part))];
  if (found !== meant) throw new Error(`${part} is not what was written to it`);
  await rename(part, file);
  await syncFolder(folder);
  return meant;
}

/** So that the name is there after a power cut too. Not every system can: the file itself was flushed. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
