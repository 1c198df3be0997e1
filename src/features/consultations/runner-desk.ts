import type { Clock } from '../../core/clock.ts';
import type { StreamId } from '../../core/ids.ts';
import type { Outcome } from '../../store/effect-queue.ts';
import { stateOf } from '../../store/handle.ts';
import { type Case, caseAggregate, caseStream, isSubmitted, type SubmittedCase } from '../cases/index.ts';
import { consultationAggregate } from './aggregate.ts';
import type { DeskDeps } from './consultation-desk.ts';
import { type Consultation, type ConsultationFile, isAsked } from './consultation-state.ts';

export type RunnerDeps = DeskDeps & Readonly<{ clock: Clock }>;

/** `version`: of the consultation, so that what was decided on another state has another command id. */
export type Both = Readonly<{ state: ConsultationFile; file: SubmittedCase; version: number }>;

/** A consultation with its case; undefined when one of them is not there. */
export async function loadBoth({ store }: Pick<DeskDeps, 'store'>, stream: StreamId): Promise<Both | undefined> {
  const read = await store.load(stream);
  const state: Consultation = stateOf(consultationAggregate, read);
  if (!isAsked(state)) return undefined;
  const file: Case = stateOf(caseAggregate, await store.load(caseStream(state.about.id)));
  return isSubmitted(file) ? { state, file, version: read.version } : undefined;
}

export const noRequest = (stream: StreamId): Outcome => ({
  done: false,
  park: true,
  error: `${stream} is no request about a case`,
});
