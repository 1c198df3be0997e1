import { tellSweep } from '../features/privacy/index.ts';
import type { EffectRunner } from '../store/effect-queue.ts';
import { eraseRunner } from './erase.ts';
import { type PurgeDeps, purgeRunner, sweep } from './purge.ts';

export { caseDownload } from './case-download.ts';
export { defaultRetention } from './retention.ts';
export type KeepingDeps = PurgeDeps;

/** Deletes what was kept long enough, and tells whoever must know. */
export async function keepRetention(deps: KeepingDeps): Promise<void> {
  await tellSweep(deps, await sweep(deps));
}

/** What deletes, on request and once it is decided. */
export function purgeRunners(deps: KeepingDeps): readonly EffectRunner[] {
  return [purgeRunner(deps), eraseRunner(deps)];
}
