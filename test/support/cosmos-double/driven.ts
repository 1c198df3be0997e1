import { rejects } from 'node:assert/strict';
import { type Container, CosmosClient, type OperationInput } from '@azure/cosmos';
import { type CosmosDouble, startCosmosDouble } from './cosmos-double.ts';

export type Item = Readonly<{ id: string; stream: string; n?: number; word?: string; ttl?: number }>;
type Parameters = { name: string; value: string | number }[];
type Driven = {
  double: CosmosDouble;
  /** Empty before each spec. */
  container: Container;
  advance(ms: number): void;
  client: (key?: string, discovery?: boolean) => CosmosClient;
  freshContainer: (policy?: object) => Promise<Container>;
  put: (...items: readonly Item[]) => Promise<void>;
  ids: (query: string, parameters?: Parameters, options?: object) => Promise<readonly string[]>;
};

const included = ['/stream/?', '/n/?', '/word/?'];
export const indexingPolicy = { includedPaths: included.map((path) => ({ path })), excludedPaths: [{ path: '/*' }] };

/** The double with the bare SDK in front of it, started and stopped with the specs around. */
export function drivenDouble(): Driven {
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  let containers = 0;
  // Both are set before the first spec runs.
  const driven = { advance: (ms: number) => void (now += ms), client, freshContainer, put, ids } as Driven;

  function client(key = driven.double.key, enableEndpointDiscovery = false): CosmosClient {
    const { endpoint, agent } = driven.double;
    const connectionPolicy = { enableEndpointDiscovery, retryOptions: { maxRetryAttemptCount: 0 } } as object;
    return new CosmosClient({ endpoint, key, agent, consistencyLevel: 'Session', connectionPolicy });
  }

  async function freshContainer(policy: object = indexingPolicy): Promise<Container> {
    const { database } = await client().databases.createIfNotExists({ id: 'spec' });
    const definition = { id: `c${++containers}`, partitionKey: '/stream', defaultTtl: -1, indexingPolicy: policy };
    return (await database.containers.create(definition)).container;
  }

  async function put(...items: readonly Item[]): Promise<void> {
    for (const item of items) await driven.container.items.create(item);
  }

  async function ids(query: string, parameters: Parameters = [], options = {}): Promise<readonly string[]> {
    const { items } = driven.container;
    const { resources } = await items.query<{ id: string }>({ query, parameters }, options).fetchAll();
    return resources.map(({ id }) => id);
  }

  before(async () => {
    driven.double = await startCosmosDouble({ clock: { now: () => new Date(now) }, ranges: 4 });
  });
  after(() => driven.double.close());
  beforeEach(async () => {
    driven.double.calm();
    driven.container = await freshContainer();
  });
  return driven;
}

/** The status, and substatus, of a call that the service refuses. */
export async function refused(call: Promise<unknown>): Promise<readonly unknown[]> {
  let answer: readonly unknown[] = [];
  await rejects(call, (error: Readonly<{ code?: unknown; substatus?: unknown }>) => {
    answer = error.substatus === undefined ? [error.code] : [error.code, error.substatus];
    return true;
  });
  return answer;
}

export const create = (body: Item): OperationInput => ({ operationType: 'Create', resourceBody: { ...body } });
export const statuses = (result: readonly Readonly<{ statusCode: number }>[] | undefined) =>
  result?.map(({ statusCode }) => statusCode);
