import { randomUUID } from 'node:crypto';
import { badRequest, notFound, preconditionFailed, Refused, unknown } from './answer.ts';
import { bytesOf, readCharge, writeCharge } from './charge.ts';
import type { IndexingPolicy } from './index-paths.ts';

export type Document = Readonly<Record<string, unknown> & { id: string; _rid: string; _etag: string; _ts: number }>;
export type Definition = Readonly<{
  id: string;
  defaultTtl?: number;
  partitionKey: Readonly<{ paths: readonly string[] }>;
  indexingPolicy?: IndexingPolicy;
}>;
export type Container = {
  readonly definition: Definition;
  readonly partitions: Map<string, Map<string, Document>>;
  /** Counts writes: the session token and the `_rid`s come from it. */
  lsn: number;
};

/** Writes that are seen by one request, and by all once `land` is called. */
export type Draft = Readonly<{
  container: Container;
  partition: string;
  now: number;
  get(id: string): Document | undefined;
  set(id: string, document: Document | undefined): void;
  land(): void;
}>;

export type Operation = Readonly<{
  type: 'Create' | 'Read' | 'Replace' | 'Upsert' | 'Delete';
  id?: string;
  body?: unknown;
  ifMatch?: string;
  ifNoneMatch?: string;
}>;
export type Result = Readonly<{ status: number; document?: Document; charge: number }>;

const maxItemBytes = 2 * 1024 * 1024;
const maxIdBytes = 1023;
const maxPartitionKeyBytes = 2048;

export function alive(container: Container, document: Document, now: number): boolean {
  const { defaultTtl } = container.definition;
  if (defaultTtl === undefined) return true;
  const ttl = typeof document['ttl'] === 'number' ? document['ttl'] : defaultTtl;
  return ttl < 0 || now / 1000 < document._ts + ttl;
}

export function draft(container: Container, partition: string, now: number): Draft {
  if (Buffer.byteLength(partition) > maxPartitionKeyBytes) throw badRequest('The partition key is too long.');
  const written = new Map<string, Document | undefined>();
  const kept = container.partitions.get(partition);
  return {
    container,
    partition,
    now,
    get(id) {
      const document = written.has(id) ? written.get(id) : kept?.get(id);
      return document && alive(container, document, now) ? document : undefined;
    },
    set: (id, document) => void written.set(id, document),
    land() {
      const documents = kept ?? new Map<string, Document>();
      container.partitions.set(partition, documents);
      for (const [id, document] of written) {
        if (document === undefined) documents.delete(id);
        else documents.set(id, document);
      }
    },
  };
}

export function apply(on: Draft, operation: Operation): Result {
  switch (operation.type) {
    case 'Read':
      return read(on, operation);
    case 'Delete':
      return remove(on, operation);
    case 'Create':
    case 'Replace':
    case 'Upsert':
      return write(on, operation, checked(on, operation));
  }
}

function read(on: Draft, { id, ifNoneMatch, ifMatch }: Operation): Result {
  if (ifMatch !== undefined) throw unknown('If-Match on a read');
  const document = existing(on, id);
  const charge = readCharge(bytesOf(document));
  return ifNoneMatch === document._etag ? { status: 304, charge } : { status: 200, document, charge };
}

function remove(on: Draft, { id, ifMatch }: Operation): Result {
  const document = existing(on, id);
  match(document, ifMatch);
  on.set(document.id, undefined);
  on.container.lsn += 1;
  return { status: 204, charge: writeCharge(on.container.definition.indexingPolicy, { before: document }) };
}

function write(on: Draft, operation: Operation, body: Readonly<Record<string, unknown> & { id: string }>): Result {
  const before = on.get(body.id);
  checkConditions(operation, before);
  const document = stamp(on, body, before);
  on.set(document.id, document);
  const charge = writeCharge(on.container.definition.indexingPolicy, { before, after: document });
  return { status: before ? 200 : 201, document, charge };
}

function checkConditions({ type, ifMatch, ifNoneMatch }: Operation, before: Document | undefined): void {
  if (type === 'Replace' && !before) throw notFound('Entity with the specified id does not exist in the system.');
  if (type === 'Create' && before) {
    throw new Refused(409, 'Conflict', { message: 'Entity with the specified id already exists in the system.' });
  }
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') throw unknown('If-None-Match with an etag on a write');
  if (before) checkIfPresent(before, { ifMatch, ifNoneMatch });
  else if (ifMatch !== undefined) throw unknown('If-Match on an upsert or create of a missing item');
}

function checkIfPresent(before: Document, { ifMatch, ifNoneMatch }: Pick<Operation, 'ifMatch' | 'ifNoneMatch'>): void {
  if (ifNoneMatch === '*') throw preconditionFailed('One of the specified pre-condition is not met');
  match(before, ifMatch);
}

function stamp(on: Draft, body: Readonly<Record<string, unknown> & { id: string }>, before?: Document): Document {
  on.container.lsn += 1;
  return {
    ...body,
    _rid: before?._rid ?? on.container.lsn.toString(36).padStart(8, '0'),
    _self: '',
    _etag: `"${randomUUID()}"`,
    _attachments: 'attachments/',
    _ts: Math.floor(on.now / 1000),
  };
}

function existing(on: Draft, id: string | undefined): Document {
  const document = id === undefined ? undefined : on.get(id);
  if (!document) throw notFound('Entity with the specified id does not exist in the system.');
  return document;
}

function match(document: Document, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== document._etag) {
    throw preconditionFailed('One of the specified pre-condition is not met');
  }
}

function checked(on: Draft, { id, body }: Operation): Readonly<Record<string, unknown> & { id: string }> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('The item is not an object.');
  const item = body as Readonly<Record<string, unknown>>;
  if (id !== undefined && item['id'] !== id) throw badRequest('The id of the item differs from the id asked for.');
  checkPartitionKey(on, item);
  checkTtl(item['ttl']);
  if (bytesOf(item) > maxItemBytes) {
    throw new Refused(413, 'RequestEntityTooLarge', { message: 'Request size is too large' });
  }
  return { ...item, id: checkedId(item['id']) };
}

function checkedId(id: unknown): string {
  if (typeof id !== 'string' || id === '') throw badRequest('The input id is missing or not a string.');
  if (Buffer.byteLength(id) > maxIdBytes) throw badRequest('The input id is longer than 1023 bytes.');
  if (/[/\\?#]/.test(id)) throw badRequest('The input id holds one of / \\ ? #, which some clients cannot address.');
  return id;
}

function checkPartitionKey({ container, partition }: Draft, item: Readonly<Record<string, unknown>>): void {
  const [path = '', ...more] = container.definition.partitionKey.paths;
  if (more.length > 0 || path.lastIndexOf('/') !== 0) throw unknown('partition keys of more than one property');
  if (item[path.slice(1)] === partition) return;
  throw badRequest("PartitionKey extracted from document doesn't match the one specified in the header", 1001);
}

function checkTtl(ttl: unknown): void {
  if (ttl === undefined) return;
  if (!Number.isInteger(ttl) || (ttl !== -1 && Number(ttl) <= 0))
    throw badRequest('The ttl is not a positive integer or -1.');
}
