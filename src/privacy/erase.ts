import { commandId } from '../core/ids.ts';
import { caseStream, findByNumber, type SubmittedCase } from '../features/cases/index.ts';
import { erasureAggregate, eraseKind, type StopReason } from '../features/privacy/index.ts';
import type { EffectRunner, StoredEffect } from '../store/effect-queue.ts';
import { handle, stateOf } from '../store/handle.ts';
import { exportCase } from './export.ts';
import { purge, type PurgeDeps } from './purge.ts';

/** Deletes, after an export, a case of which two people agreed that it goes before its term is over. May be run again. */
export function eraseRunner(deps: PurgeDeps): EffectRunner {
  return {
    kind: eraseKind,
    async run({ stream }) {
      const erasure = stateOf(erasureAggregate, await deps.store.load(stream));
      if (erasure.status !== 'agreed') return { done: true };
      const file = await findByNumber(deps.store, erasure.number);
      const refused = file && (await eraseNow(deps, file, erasure.updatedAt));
      if (refused === 'changed-since') throw new Error(`${erasure.number} changed while it was exported`);
      if (refused !== undefined) await stopped(deps, { stream, request: erasure.request.id, why: refused });
      return { done: true };
    },
  };
}

type Refused = StopReason | 'changed-since' | undefined;

/** Why it may not go after all; undefined when it goes. */
async function eraseNow(deps: PurgeDeps, file: SubmittedCase, agreedAt: string): Promise<Refused> {
  const { exportFolder: folder } = deps;
  if (await cameBack(deps, file, agreedAt)) return 'not-closed';
  if (folder === undefined) throw new Error('there is no folder for exports, and nothing is deleted without one');
  const now = deps.clock.now();
  const exported = await exportCase(deps, { file, folder, now, title: 'Verwijderde casus' });
  const code = await purge(deps, { file, exported, now, rule: 'on-request' });
  return code === 'held' || code === 'not-closed' || code === 'changed-since' ? code : undefined;
}

/** Also when it is closed once more: that is not what was agreed to. An effect that was put back may be months late. */
async function cameBack({ store }: PurgeDeps, { id }: SubmittedCase, since: string): Promise<boolean> {
  const history = await store.history(caseStream(id));
  return history.some(({ event, at }) => event.type === 'CaseReopened' && at >= since);
}

type Stopped = Readonly<{ stream: StoredEffect['stream']; request: string; why: StopReason }>;

async function stopped({ store, clock }: PurgeDeps, { stream, request, why }: Stopped): Promise<void> {
  const now = clock.now();
  const data = { at: now.toISOString(), by: 'system', request, why } as const;
  await handle(store, erasureAggregate, {
    ...{ stream, command: { type: 'StopErasure', data } as const, by: 'system', at: now },
    commandId: commandId(`stop-${request}`),
  });
}
