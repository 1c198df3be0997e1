import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { commandId, personId, type StreamId } from '../core/ids.ts';
import { localDate } from '../core/working-time.ts';
import {
  type Case,
  caseAggregate,
  type CaseCommand,
  type CaseEvent,
  type CaseRefusal,
  caseStream,
  endedStages,
  isHeld,
  isSubmitted,
  purgeKind,
  type SubmittedCase,
} from '../features/cases/index.ts';
import type { Sweep } from '../features/privacy/index.ts';
import type { EffectRunner } from '../store/effect-queue.ts';
import type { Condition, Recorded } from '../store/event-store.ts';
import { findAll } from '../store/find-all.ts';
import { handle } from '../store/handle.ts';
import type { Store } from '../store/store.ts';
import { exportCase, type ExportDeps, type Exported } from './export.ts';
import { monthsBefore, type Retention } from './retention.ts';

export type PurgeDeps = ExportDeps &
  Readonly<{ clock: Clock; log: Pick<Logger, 'error'>; retention: Retention; exportFolder?: string }>;

/** As many at a time: the rest goes the next morning. */
const mostPerSweep = 20;

/** Longest ended first; those that are kept for another reason are left out. */
export async function dueCases({ store, retention }: PurgeDeps, now: Date): Promise<readonly SubmittedCase[]> {
  const where: readonly Condition[] = [
    { field: 'stage', in: endedStages },
    { field: 'updatedAt', to: monthsBefore(now, retention.caseMonths) },
  ];
  const found = await findAll(store, { type: 'case', where, order: { field: 'updatedAt', direction: 'asc' } });
  const files = found.map(({ state }) => state as unknown as Case).filter(isSubmitted);
  return files.filter((file) => !isHeld(file, localDate(now.toISOString())));
}

/** Exports each case whose term is over, and only then decides that it goes. May be made again at any moment. */
export async function sweep(deps: PurgeDeps): Promise<Sweep> {
  const now = deps.clock.now();
  await eraseOldAccess(deps, now);
  await forgetDropped(deps, now);
  const drafts = await dropDrafts(deps, now);
  const due = await dueCases(deps, now);
  const { exportFolder } = deps;
  const gone: SubmittedCase[] = [];
  const told = (problem?: Sweep['problem']): Sweep => ({
    ...ended(gone, due, problem),
    ...(drafts > 0 ? { drafts } : {}),
  });
  if (exportFolder === undefined) return told('no-folder');
  for (const file of due.slice(0, mostPerSweep)) {
    try {
      const exported = await exportCase(deps, { file, folder: exportFolder, now, title: 'Verwijderde casus' });
      const refused = await purge(deps, { file, exported, now, rule: 'term' });
      if (refused === undefined) gone.push(file);
    } catch (err) {
      deps.log.error({ err, number: file.number }, 'a case whose term is over could not be exported, and stays');
      return told('export-failed');
    }
  }
  return told();
}

function ended(gone: readonly SubmittedCase[], due: readonly SubmittedCase[], problem?: Sweep['problem']): Sweep {
  const numbers = (files: readonly SubmittedCase[]) => files.map(({ number }) => number);
  const waiting = due.length - gone.length;
  return {
    ...{ purged: numbers(gone), waiting },
    channels: numbers(gone.filter(({ channel }) => channel.status !== 'none')),
    ...(problem === undefined || waiting === 0 ? {} : { problem }),
  };
}

type Going = Readonly<{ file: SubmittedCase; exported: Exported; now: Date; rule: 'term' | 'on-request' }>;

/** Why it may not go, for instance because it moved on meanwhile; undefined when it goes. */
export async function purge(deps: PurgeDeps, { file, exported, now, rule }: Going): Promise<CaseRefusal | undefined> {
  const { record, sha256 } = exported;
  const own = caseStream(file.id);
  const streams = record.streams.filter(({ goes, stream }) => goes && stream !== own).map(({ stream }) => stream);
  const at = now.toISOString();
  const data = { at, rule, sha256, streams, asOf: file.updatedAt, today: localDate(at) };
  return send(deps, file, { type: 'PurgeCase', data });
}

/** Drafts that nobody went on with for as long as a case is kept. */
async function dropDrafts(deps: PurgeDeps, now: Date): Promise<number> {
  const found = await oldest(deps, { stage: 'draft', before: monthsBefore(now, deps.retention.caseMonths) });
  let dropped = 0;
  for (const state of found.slice(0, mostPerSweep)) {
    if (state.stage !== 'draft') continue;
    const data = { at: now.toISOString(), asOf: state.updatedAt };
    if ((await send(deps, state, { type: 'DropDraft', data })) === undefined) dropped += 1;
  }
  return dropped;
}

/** What was logged of a draft outlives it by the same term as of a case; then nothing of it is left. */
async function forgetDropped(deps: PurgeDeps, now: Date): Promise<void> {
  const before = monthsBefore(now, deps.retention.accessMonths);
  for (const state of await oldest(deps, { stage: 'dropped', before })) {
    if (state.stage !== 'none' || !state.dropped) continue;
    const stream = caseStream(state.dropped.id);
    await deps.store.access.erase(stream);
    await deps.store.erase(stream);
  }
}

async function oldest(
  { store }: PurgeDeps,
  { stage, before }: Readonly<{ stage: string; before: string }>,
): Promise<readonly Case[]> {
  const where: readonly Condition[] = [
    { field: 'stage', equals: stage },
    { field: 'updatedAt', to: before },
  ];
  const found = await findAll(store, { type: 'case', where, order: { field: 'updatedAt', direction: 'asc' } });
  return found.map(({ state }) => state as unknown as Case);
}

async function send(
  { store, clock }: PurgeDeps,
  file: Pick<SubmittedCase, 'id'>,
  command: CaseCommand,
): Promise<CaseRefusal | undefined> {
  const { decision } = await handle(store, caseAggregate, {
    ...{ stream: caseStream(file.id), command, by: 'system', at: clock.now() },
    commandId: commandId(`${command.type}-${command.data.at}`),
  });
  return decision.outcome === 'refused' ? decision.code : undefined;
}

/** Of cases that are gone, once the last line is older than its own term. */
async function eraseOldAccess(deps: PurgeDeps, now: Date): Promise<void> {
  const before = monthsBefore(now, deps.retention.accessMonths);
  const where: readonly Condition[] = [
    { field: 'stage', equals: 'purged' },
    { field: 'purgedAt', to: before },
  ];
  const found = await findAll(deps.store, { type: 'case', where, order: { field: 'number', direction: 'asc' } });
  for (const { stream, state } of found) {
    const { purged } = state as unknown as Extract<Case, { stage: 'none' }>;
    const last = (await deps.store.access.read(stream)).at(-1);
    if (!purged || (last && last.occurredAt > before)) continue;
    await deps.store.access.erase(stream);
    await send(deps, purged, { type: 'EraseAccess', data: { at: now.toISOString() } });
  }
}

/** Deletes what belongs to a case that goes, and of the case everything but that it is gone. Begun again after a crash. */
export function purgeRunner({ store }: Pick<PurgeDeps, 'store'>): EffectRunner {
  return {
    kind: purgeKind,
    async run({ stream, key }) {
      const gone = (await store.history(stream)).find(isEnd);
      if (!gone) return { done: true };
      const { event, version } = gone;
      if (event.type === 'CasePurged') {
        await logOnce(store, stream, event.data);
        for (const other of event.data.streams) await store.erase(other as StreamId);
      }
      await store.erase(stream, { from: version, effect: key });
      return { done: true };
    },
  };
}

type Purged = Extract<CaseEvent, { type: 'CasePurged' }>;

type Dropped = Extract<CaseEvent, { type: 'DraftDropped' }>;

function isEnd(recorded: Recorded): recorded is Recorded<Purged | Dropped> {
  return recorded.event.type === 'CasePurged' || recorded.event.type === 'DraftDropped';
}

async function logOnce({ access }: Store, stream: StreamId, { at, number, rule }: Purged['data']): Promise<void> {
  const eventType = 'case.purge';
  if ((await access.read(stream)).some((line) => line.eventType === eventType)) return;
  await access.append(stream, {
    ...{ occurredAt: at, eventType, action: 'delete', outcome: 'allowed', caseKey: number, dataCategory: 'case' },
    ...{ userId: personId('system'), userRole: 'system', organisation: 'doorbraak', authorisationRule: rule },
    ...{ breakGlass: false, sourceSystem: 'doorbraak' },
  });
}
