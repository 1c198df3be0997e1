import type { StreamId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import { caseStream, type SubmittedCase } from '../features/cases/index.ts';
import type { AccessLine } from '../store/access-log.ts';
import type { Condition, Recorded } from '../store/event-store.ts';
import { findAll } from '../store/find-all.ts';
import type { Store } from '../store/store.ts';

/** `goes`: deleted with the case. What was asked and decided about money stays: it has an account to render. */
export type RecordedStream = Readonly<{
  type: string;
  stream: StreamId;
  goes: boolean;
  state: JsonObject;
  events: readonly Recorded[];
}>;

/** Everything that is kept of one case. */
export type CaseRecord = Readonly<{
  format: 1;
  number: string;
  madeAt: string;
  streams: readonly RecordedStream[];
  access: readonly AccessLine[];
}>;

type Kind = Readonly<{ type: string; goes: boolean; where: Condition; by: string }>;

export async function recordOf(store: Store, file: SubmittedCase, now: Date): Promise<CaseRecord> {
  const stream = caseStream(file.id);
  const of = { field: 'case', equals: file.id };
  const going: readonly Kind[] = [
    { type: 'case', goes: true, where: { field: 'number', equals: file.number }, by: 'number' },
    { type: 'consultation', goes: true, where: of, by: 'updatedAt' },
    { type: 'placerequest', goes: true, where: of, by: 'updatedAt' },
    { type: 'erasure', goes: true, where: of, by: 'updatedAt' },
    { type: 'inspection', goes: true, where: of, by: 'updatedAt' },
  ];
  const [found, money, access] = await Promise.all([
    Promise.all(going.map((kind) => streamsOf(store, kind))),
    streamsOf(store, { type: 'moneyrequest', goes: false, where: of, by: 'updatedAt' }),
    store.access.read(stream),
  ]);
  const own = found.flat();
  const ids = own.map(({ type, stream: name }) => name.slice(type.length + 1));
  const about = { field: 'about', in: ids };
  const deadlines = await streamsOf(store, { type: 'deadline', goes: true, where: about, by: 'due' });
  return {
    ...{ format: 1, number: file.number, madeAt: now.toISOString() },
    streams: [...own, ...deadlines, ...money],
    access,
  };
}

async function streamsOf(store: Store, { type, goes, where, by }: Kind): Promise<readonly RecordedStream[]> {
  const found = await findAll(store, { type, where: [where], order: { field: by, direction: 'asc' } });
  return Promise.all(
    found.map(async ({ stream, state }) => ({ type, stream, goes, state, events: await store.history(stream) })),
  );
}
