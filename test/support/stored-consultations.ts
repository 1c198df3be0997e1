import { type StreamId } from '../../src/core/ids.ts';
import { caseStream } from '../../src/features/cases/index.ts';
import {
  type Consultation,
  type ConsultationFile,
  consultationId,
  consultationStream,
  isAsked,
} from '../../src/features/consultations/consultation-state.ts';
import type { Store } from '../../src/store/store.ts';

type Stored = Readonly<{ state: ConsultationFile; caseStream: StreamId; access: Store['access'] }>;

/** A consultation as the store has it, with where its case's looks are logged. */
export async function stored(store: Store, id: string): Promise<Stored> {
  const read = await store.load(consultationStream(consultationId(id)));
  const state = (read.state ?? { stage: 'none' }) as unknown as Consultation;
  if (!isAsked(state)) throw new Error(`no consultation ${id}`);
  return { state, caseStream: caseStream(state.about.id), access: store.access };
}
