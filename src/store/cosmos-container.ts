import { type Agent } from 'node:https';
import {
  type Container,
  type ContainerRequest,
  CosmosClient,
  type CosmosClientOptions,
  ErrorResponse,
  type IndexingPolicy,
  PartitionKeyDefinitionVersion,
  PartitionKeyKind,
} from '@azure/cosmos';
import { type TokenCredential } from '@azure/identity';
import definition from './cosmos-container.json' with { type: 'json' };
import { defaultPatience, type Patience, persist } from './cosmos-patience.ts';

/**
 * What the container must be, for whoever creates it: this program (with a key), or infra/, which reads the same file. Time to
 * live is on, and nothing expires unless its document says so. Only what is queried is indexed: an index on events and
 * states would be paid with every write.
 */
export const containerDefinition = definition;

type CosmosAccess = Readonly<{ key: string }> | Readonly<{ credential: TokenCredential }>;
type CosmosPlace = CosmosAccess &
  Readonly<{ endpoint: string; database: string; container: string; agent?: Agent; patience?: Patience }>;

export class ContainerMissing extends Error {
  constructor({ endpoint, database, container }: CosmosPlace) {
    super(
      `There is no container ${container} in database ${database} at ${endpoint}. A managed identity cannot create it: ` +
        'deploy infra/ first, or name the right database and container in the settings.',
    );
    this.name = 'ContainerMissing';
  }
}

/** With a key it creates what is missing; with a credential database and container must be there (throws ContainerMissing). */
export async function cosmosContainer(place: CosmosPlace): Promise<Container> {
  const { database, container, patience = defaultPatience } = place;
  const client = new CosmosClient(clientOptions(place, patience));
  if ('key' in place) return createMissing(client, place, patience);
  const found = client.database(database).container(container);
  const { answer } = await persist('find container', patience, (abortSignal) => exists(found, abortSignal));
  if (!answer) throw new ContainerMissing(place);
  return found;
}

function clientOptions(place: CosmosPlace, patience: Patience): CosmosClientOptions {
  return {
    endpoint: place.endpoint,
    ...('key' in place ? { key: place.key } : { aadCredentials: place.credential }),
    // Without it the SDK sends no session token, and a read may miss one's own write.
    consistencyLevel: 'Session',
    connectionPolicy: {
      // The retries are ours (cosmos-patience.ts). The account's own address always leads to its write region.
      enableEndpointDiscovery: false,
      retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
      // For the SDK's own questions about partitions, which take no signal.
      requestTimeout: patience.attempt,
    },
    ...(place.agent === undefined ? {} : { agent: place.agent }),
  };
}

async function createMissing(client: CosmosClient, place: CosmosPlace, patience: Patience): Promise<Container> {
  const { answer } = await persist('create container', patience, async (abortSignal) => {
    const { database } = await client.databases.createIfNotExists({ id: place.database }, { abortSignal });
    return database.containers.createIfNotExists(request(place.container), { abortSignal });
  });
  return answer.container;
}

/** The SDK names its words by enums; the file has the words of the service. */
function request(id: string): ContainerRequest {
  const { partitionKey, indexingPolicy, defaultTtl } = containerDefinition;
  const { paths } = partitionKey;
  return {
    ...{ id, defaultTtl, indexingPolicy: indexingPolicy as IndexingPolicy },
    partitionKey: { paths, kind: PartitionKeyKind.Hash, version: PartitionKeyDefinitionVersion.V2 },
  };
}

async function exists(container: Container, abortSignal: AbortSignal): Promise<boolean> {
  try {
    await container.read({ abortSignal });
    return true;
  } catch (error) {
    if (error instanceof ErrorResponse && error.code === 404) return false;
    throw error;
  }
}

/** In what a container differs from the definition: each a sentence. What is indexed beyond it costs, and breaks nothing. */
export async function containerFaults(container: Container, patience = defaultPatience): Promise<readonly string[]> {
  const { answer } = await persist('container', patience, (abortSignal) => container.read({ abortSignal }));
  const { partitionKey, defaultTtl, indexingPolicy } = answer.resource ?? {};
  const indexed = new Set(indexingPolicy?.includedPaths?.map(({ path }) => path));
  const wanted = definition.indexingPolicy.includedPaths.map(({ path }) => path);
  const missing = indexed.has('/*') ? [] : wanted.filter((path) => !indexed.has(path));
  return [
    ...(String(partitionKey?.paths) === String(definition.partitionKey.paths) ? [] : ['the partition key is another']),
    ...(defaultTtl === definition.defaultTtl ? [] : ['time to live is not on (-1)']),
    ...(missing.length === 0 ? [] : [`not indexed: ${missing.join(', ')}`]),
  ];
}
