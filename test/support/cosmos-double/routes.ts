import { type Account, container, containerAt, database, readAccount } from './account.ts';
import { type Answer, badRequest, Refused, unknown } from './answer.ts';
import { type Caller } from './authorization.ts';
import { batch } from './batch.ts';
import { type Call } from './call.ts';
import { alive, apply, type Container, type Document, draft, type Operation } from './documents.ts';
import { needsPlan, planOf } from './plan.ts';
import { type Parameter, runQuery } from './query.ts';
import { partitionOf, rangeOf, rangesOf } from './ranges.ts';

export type World = Readonly<{ account: Account; endpoint: string; ranges: number; now: number }>;

/** Headers that ask for something this double does not do. */
const foreign = ['a-im', 'x-ms-indexing-directive', 'x-ms-documentdb-pre-trigger-include', 'x-ms-start-epk'];
const defaultPage = 100;

export function answerCall(world: World, call: Call, caller: Caller): Answer {
  const asked = foreign.find((name) => call.header(name) !== undefined);
  if (asked !== undefined) throw unknown(`the header ${asked}`);
  switch (call.kind) {
    case 'account':
      return readAccount(world.endpoint);
    case 'database':
      return database(world.account, call, caller);
    case 'container':
      return container(world.account, call, caller);
    case 'other':
      throw unknown(`${call.method} /${call.segments.join('/')}`);
    default:
      return inContainer(world, call, containerAt(world.account, call));
  }
}

function inContainer(world: World, call: Call, target: Container): Answer {
  switch (call.kind) {
    case 'ranges':
      return { status: 200, body: { _rid: '', PartitionKeyRanges: rangesOf(world.ranges), _count: world.ranges } };
    case 'plan':
      return plan(call, target);
    case 'query':
      return query(world, call, target);
    case 'batch':
      return atomicBatch(world, call, target);
    default:
      return single(world, call, target);
  }
}

function plan(call: Call, target: Container): Answer {
  const { query: text, parameters } = querySpec(call);
  return { status: 200, body: planOf(text, parameters, target.definition.indexingPolicy) };
}

/** Microsoft: "Querying resources using the REST API": without a partition the gateway answers filters only. */
function query(world: World, call: Call, target: Container): Answer {
  const { query: text, parameters } = querySpec(call);
  const key = call.header('x-ms-documentdb-partitionkey');
  const range = call.header('x-ms-documentdb-partitionkeyrangeid');
  if (key === undefined && range === undefined && needsPlan(text)) {
    const info = JSON.stringify(planOf(text, parameters, target.definition.indexingPolicy));
    const message = 'The provided cross partition query can not be directly served by the gateway.';
    throw new Refused(400, 'BadRequest', { message, substatus: 1004, info });
  }
  const wanted = Number(call.header('x-ms-max-item-count') ?? defaultPage);
  return runQuery(target, documentsIn(world, target, { key, range }), {
    query: text,
    parameters,
    maxItems: wanted > 0 ? wanted : defaultPage,
    continuation: call.header('x-ms-continuation'),
  });
}

function documentsIn(
  { now, ranges }: World,
  target: Container,
  { key, range }: Readonly<{ key: string | undefined; range: string | undefined }>,
): readonly Document[] {
  const of = (documents: Map<string, Document> | undefined) =>
    [...(documents?.values() ?? [])].filter((document) => alive(target, document, now));
  if (key !== undefined) return of(target.partitions.get(partitionOf(key)));
  return [...target.partitions].flatMap(([partition, documents]) =>
    range === undefined || rangeOf(partition, ranges) === range ? of(documents) : [],
  );
}

function querySpec(call: Call): Readonly<{ query: string; parameters: readonly Parameter[] }> {
  const spec = call.body as Readonly<{ query?: unknown; parameters?: readonly Parameter[] }> | undefined;
  if (typeof spec?.query !== 'string') throw badRequest('The query is missing.');
  return { query: spec.query, parameters: spec.parameters ?? [] };
}

function atomicBatch(world: World, call: Call, target: Container): Answer {
  if (call.header('x-ms-cosmos-batch-atomic')?.toLowerCase() !== 'true') throw unknown('a batch that is not atomic');
  return batch(target, { partition: partitionOfCall(call), body: call.body, now: world.now });
}

function single(world: World, call: Call, target: Container): Answer {
  const on = draft(target, partitionOfCall(call), world.now);
  const { status, document, charge } = apply(on, operationOf(call));
  on.land();
  return { status, charge, body: document, ...(document ? { etag: document._etag } : {}) };
}

function partitionOfCall(call: Call): string {
  const header = call.header('x-ms-documentdb-partitionkey');
  if (header === undefined) throw badRequest('PartitionKey value must be supplied for this operation.');
  return partitionOf(header);
}

const types: Readonly<Record<string, Operation['type']>> = { GET: 'Read', PUT: 'Replace', DELETE: 'Delete' };

function operationOf(call: Call): Operation {
  const upsert = call.header('x-ms-documentdb-is-upsert')?.toLowerCase() === 'true';
  const type = call.method === 'POST' ? (upsert ? 'Upsert' : 'Create') : types[call.method];
  if (!type) throw unknown(`${call.method} on a document`);
  const id = call.segments[5];
  const ifMatch = call.header('if-match');
  const ifNoneMatch = call.header('if-none-match');
  return {
    type,
    ...(id === undefined ? {} : { id }),
    ...(type === 'Read' || type === 'Delete' ? {} : { body: call.body }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(ifNoneMatch === undefined ? {} : { ifNoneMatch }),
  };
}
