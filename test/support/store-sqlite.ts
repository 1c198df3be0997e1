import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { type OpenedStore } from './store-samples.ts';

export type Folder = Readonly<{ file: string; remove(): Promise<void> }>;

export async function temporaryFile(): Promise<Folder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'doorbraak-'));
  return { file: path.join(folder, 'store.db'), remove: async () => rm(folder, { recursive: true }) };
}

export async function openTemporary(): Promise<OpenedStore & Readonly<{ file: string }>> {
  const { file, remove } = await temporaryFile();
  const store = sqliteStore({ file });
  const close = async () => {
    await store.close();
    await remove();
  };
  return { store, file, close };
}
