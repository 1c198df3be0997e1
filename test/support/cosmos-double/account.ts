import { type Answer, badRequest, notFound, Refused, unknown } from './answer.ts';
import { type Caller } from './authorization.ts';
import { type Call } from './call.ts';
import { type Container, type Definition } from './documents.ts';

export type Account = Readonly<{ databases: Map<string, Map<string, Container>> }>;

/** What is written to the one is not seen by the other. */
export function copyOf({ databases }: Account): Account {
  return { databases: copied(databases, (containers) => copied(containers, copyOfContainer)) };
}

function copied<Value>(map: ReadonlyMap<string, Value>, copy: (value: Value) => Value): Map<string, Value> {
  return new Map([...map].map(([key, value]) => [key, copy(value)]));
}

function copyOfContainer({ partitions, ...rest }: Container): Container {
  return { ...rest, partitions: copied(partitions, (documents) => new Map(documents)) };
}

/** Microsoft: "Get database account information" (REST). */
export function readAccount(endpoint: string): Answer {
  const here = [{ name: 'Nowhere', databaseAccountEndpoint: endpoint }];
  const userConsistencyPolicy = { defaultConsistencyLevel: 'Session' };
  const body = { id: 'double', writableLocations: here, readableLocations: here, userConsistencyPolicy };
  return { status: 200, body: { ...body, enableMultipleWriteLocations: false } };
}

export function database(account: Account, call: Call, caller: Caller): Answer {
  const [, id] = call.segments;
  if (call.method === 'GET' && id !== undefined) {
    found(account.databases.get(id));
    return { status: 200, body: { id, _rid: id, _self: '', _etag: '"0"', _ts: 0 } };
  }
  if (call.method !== 'POST' || id !== undefined) throw unknown(`${call.method} on a database`);
  onlyByKey(caller);
  const name = idOf(call.body);
  if (account.databases.has(name)) throw conflict();
  account.databases.set(name, new Map());
  return { status: 201, body: { id: name, _rid: name, _self: '', _etag: '"0"', _ts: 0 } };
}

export function container(account: Account, call: Call, caller: Caller): Answer {
  const [, databaseId = '', , id] = call.segments;
  const containers = found(account.databases.get(databaseId));
  if (call.method === 'GET' && id !== undefined) {
    return { status: 200, body: described(found(containers.get(id)).definition) };
  }
  if (call.method !== 'POST' || id !== undefined) throw unknown(`${call.method} on a container`);
  onlyByKey(caller);
  const definition = { ...(call.body as Definition), id: idOf(call.body) };
  if (containers.has(definition.id)) throw conflict();
  containers.set(definition.id, { definition, partitions: new Map(), lsn: 0 });
  return { status: 201, body: described(definition) };
}

export function containerAt(account: Account, { segments }: Call): Container {
  const [, databaseId = '', , id = ''] = segments;
  return found(account.databases.get(databaseId)?.get(id));
}

const described = (definition: Definition): object => ({
  ...definition,
  _rid: definition.id,
  _self: '',
  _etag: '"0"',
  _ts: 0,
});
const conflict = (): Refused => new Refused(409, 'Conflict', { message: 'Resource with specified id already exists.' });

function found<Resource>(resource: Resource | undefined): Resource {
  if (resource === undefined) throw notFound('Owner resource does not exist');
  return resource;
}

/** Microsoft: "Connect to Azure Cosmos DB for NoSQL using role-based access control": management is not in the data plane. */
function onlyByKey(caller: Caller): void {
  if (caller === 'key') return;
  const message = 'The given request cannot be authorized by AAD token in data plane.';
  throw new Refused(403, 'Forbidden', { message, substatus: 5300 });
}

function idOf(body: unknown): string {
  const id = (body as Readonly<{ id?: unknown }> | undefined)?.id;
  if (typeof id !== 'string' || id === '' || /[/\\?#]/.test(id)) throw badRequest('The input id is not valid.');
  return id;
}
