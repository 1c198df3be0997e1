import { tellSweep } from '../features/privacy/index.ts';
import { type PurgeDeps, sweep } from './purge.ts';

export { inspectionDownload } from './inspection-download.ts';
export { purgeRunner } from './purge.ts';
export { defaultRetention } from './retention.ts';
export type KeepingDeps = PurgeDeps;

/** Deletes what was kept long enough, and tells whoever must know. */
export async function keepRetention(deps: KeepingDeps): Promise<void> {
  await tellSweep(deps, await sweep(deps));
}
