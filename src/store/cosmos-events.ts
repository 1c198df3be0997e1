import { type OperationInput } from '@azure/cosmos';
import { type Effect } from '../core/effect.ts';
import { type StreamId } from '../core/ids.ts';
import { type CosmosCalls, create, replace, unexpected, upsert } from './cosmos-calls.ts';
import {
  type CommandDocument,
  commandDocumentId,
  commandTtl,
  type EffectDocument,
  effectDocumentId,
  type EventDocument,
  eventDocumentId,
  freshWrite,
  type KeptDocument,
  keptDocumentId,
  lastEventDocumentId,
  placeOf,
  type StateDocument,
  stateDocumentId,
} from './cosmos-documents.ts';
import { CommitTooLarge, maxBatchOperations } from './cosmos-fault.ts';
import { sortTexts } from './cosmos-find.ts';
import { type Commit, type EventStore, maxStateBytes, type Recorded, StateTooLarge } from './event-store.ts';

const eventsAtOnce = 1000;
const commandAt = 0;

export function cosmosEvents(calls: CosmosCalls): Pick<EventStore, 'load' | 'history' | 'handled' | 'commit' | 'kept'> {
  return {
    async load(stream) {
      const found = await calls.read<StateDocument>(stream, stateDocumentId);
      if (!found) return { state: undefined, version: 0, tag: undefined };
      return { state: found.document.state, version: found.document.version, tag: found.etag };
    },

    history: (stream) => events(calls, stream, [eventDocumentId(1), lastEventDocumentId]),

    async handled(stream, command) {
      const found = await calls.read<CommandDocument>(stream, commandDocumentId(command));
      if (!found) return undefined;
      const { first, last } = found.document;
      return events(calls, stream, [eventDocumentId(first), eventDocumentId(last)]);
    },

    commit: (commit) => commitAll(calls, commit),

    async kept(stream, key) {
      const found = await calls.read<KeptDocument>(stream, keptDocumentId(key));
      return found?.document.value;
    },
  };
}

async function events(
  calls: CosmosCalls,
  stream: StreamId,
  [first, last]: readonly [string, string],
): Promise<readonly Recorded[]> {
  const all: Recorded[] = [];
  for (let from = first; ;) {
    const page = await calls.query<Recorded>('events', eventsQuery(from, last), stream);
    all.push(...page);
    const latest = page.at(-1);
    if (page.length < eventsAtOnce || !latest) return all;
    from = eventDocumentId(latest.version + 1);
  }
}

/** By id, because that is always indexed: what else is in the partition costs nothing. */
function eventsQuery(from: string, to: string) {
  return {
    query: `SELECT TOP ${eventsAtOnce} VALUE c.recorded FROM c WHERE c.id >= @from AND c.id <= @to ORDER BY c.id`,
    parameters: [
      { name: '@from', value: from },
      { name: '@to', value: to },
    ],
  };
}

async function commitAll(calls: CosmosCalls, commit: Commit): Promise<'committed' | 'conflict' | 'duplicate'> {
  const { stream, events: recorded, effects } = commit;
  checkSize(commit);
  const write = freshWrite();
  const operations: readonly OperationInput[] = [
    create(commandDocument(commit, write)),
    stateOperation(commit),
    ...recorded.map((each) => create(eventDocument(stream, each))),
    ...(await effectDocuments(calls, commit, effects)).map(upsert),
  ];
  const result = await calls.batch('commit', stream, operations);
  if (result.outcome === 'done') return 'committed';
  if (result.at >= 2 + recorded.length) throw unexpected('commit', result);
  if (result.at !== commandAt) return 'conflict';
  return result.earlier > 0 && (await isOurs(calls, commit, write)) ? 'committed' : 'duplicate';
}

/** The answer of an earlier attempt was lost: the command document tells whether it was that attempt that wrote it. */
async function isOurs(calls: CosmosCalls, { stream, commandId }: Commit, write: string): Promise<boolean> {
  const found = await calls.read<CommandDocument>(stream, commandDocumentId(commandId));
  return found?.document.write === write;
}

function checkSize({ stream, state, events: recorded, effects }: Commit): void {
  const bytes = Buffer.byteLength(JSON.stringify(state));
  if (bytes > maxStateBytes) throw new StateTooLarge(stream, bytes);
  const operations = 2 + recorded.length + effects.length;
  if (operations > maxBatchOperations) throw new CommitTooLarge(stream, operations);
}

function commandDocument({ stream, commandId, read, events: recorded }: Commit, write: string): CommandDocument {
  const first = read.version + 1;
  const last = read.version + recorded.length;
  return { id: commandDocumentId(commandId), stream, commandId, first, last, write, ttl: commandTtl };
}

function stateOperation({ stream, type, read, events: recorded, state, fields }: Commit): OperationInput {
  const version = read.version + recorded.length;
  const sort = sortTexts(stream, fields);
  const document: StateDocument = { id: stateDocumentId, stream, type, version, state, fields, sort };
  return read.tag === undefined ? create(document) : replace(document, read.tag);
}

function eventDocument(stream: StreamId, recorded: Recorded): EventDocument {
  return { id: eventDocumentId(recorded.version), stream, recorded };
}

/**
 * Looks at what waits under the same keys, for its turn and its doubt only: when it is run or changed meanwhile, the
 * new effect runs a little earlier than it could, which no promise excludes.
 */
async function effectDocuments(
  calls: CosmosCalls,
  commit: Commit,
  effects: readonly Effect[],
): Promise<readonly EffectDocument[]> {
  return Promise.all(
    effects.map(async (effect, index) => {
      const found = await calls.read<EffectDocument>(commit.stream, effectDocumentId(effect.key));
      return effectDocument(commit, { effect, index }, found?.document);
    }),
  );
}

function effectDocument(
  { stream, at, read, events: recorded }: Commit,
  { effect, index }: Readonly<{ effect: Effect; index: number }>,
  before: EffectDocument | undefined,
): EffectDocument {
  const { kind, key, data, due = at, lane = key } = effect;
  const place = placeOf(due, read.version + recorded.length, index);
  return {
    id: effectDocumentId(key),
    stream,
    effect: { kind, key, data },
    lane,
    place: before && before.place < place ? before.place : place,
    due,
    waits: due,
    attempts: 0,
    ambiguous: before?.ambiguous ?? false,
  };
}
