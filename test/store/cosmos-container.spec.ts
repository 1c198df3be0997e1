import { deepStrictEqual, equal, rejects } from 'node:assert/strict';
import { type TokenCredential } from '@azure/identity';
import {
  containerDefinition,
  containerFaults,
  ContainerMissing,
  cosmosContainer,
} from '../../src/store/cosmos-container.ts';
import { CosmosFault } from '../../src/store/cosmos-fault.ts';
import { type CosmosDouble, startCosmosDouble } from '../support/cosmos-double/cosmos-double.ts';

const identity = (token: string): TokenCredential => ({
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 60 * 60 * 1000 }),
});
const patience = { total: 1000, attempt: 500, firstPause: 5, longestPause: 20 };

describe('Cosmos DB container', () => {
  let double: CosmosDouble;
  const place = (container: string) => {
    return { endpoint: double.endpoint, agent: double.agent, database: 'spec', container, patience };
  };
  before(async () => {
    double = await startCosmosDouble({ aadTokens: ['good'] });
  });
  after(() => double.close());
  beforeEach(() => double.calm());

  it('is created with the account key, as defined, with its database', async () => {
    const container = await cosmosContainer({ ...place('new'), key: double.key });
    const { resource } = await container.read();
    const { partitionKey, defaultTtl, indexingPolicy } = resource ?? {};
    deepStrictEqual({ partitionKey, defaultTtl, indexingPolicy }, containerDefinition);
  });

  it('is left as it is when it exists', async () => {
    await cosmosContainer({ ...place('old'), key: double.key });
    double.calm();
    await cosmosContainer({ ...place('old'), key: double.key });
    deepStrictEqual(
      double.answered.map(({ kind, status }) => [kind, status]),
      [
        ['database', 200],
        ['container', 200],
      ],
    );
  });

  it('is told from one that is not as defined', async () => {
    const good = await cosmosContainer({ ...place('good'), key: double.key });
    deepStrictEqual(await containerFaults(good), []);
    const policy = { includedPaths: [{ path: '/stream/?' }, { path: '/lane/?' }], excludedPaths: [{ path: '/*' }] };
    const definition = { id: 'odd', partitionKey: '/stream', defaultTtl: 60, indexingPolicy: policy };
    const { container } = await good.database.containers.create(definition);
    deepStrictEqual(await containerFaults(container), [
      'time to live is not on (-1)',
      'not indexed: /type/?, /waits/?, /holds/?, /parked/?, /fields/*, /sort/*',
    ]);
  });

  it('is created in spite of a service that is busy', async () => {
    double.fail({ fault: { status: 503 }, times: 3 });
    equal((await cosmosContainer({ ...place('busy'), key: double.key })).id, 'busy');
  });

  it('is used, and not created, with a managed identity', async () => {
    await cosmosContainer({ ...place('there'), key: double.key });
    const container = await cosmosContainer({ ...place('there'), credential: identity('good') });
    equal((await container.items.create({ id: 'a', stream: 's' })).statusCode, 201);
  });

  it('is named when a managed identity finds it missing', async () => {
    const missing = cosmosContainer({ ...place('absent'), credential: identity('good') });
    await rejects(missing, (error) => error instanceof ContainerMissing && /absent.*spec.*infra/.test(error.message));
    const { database } = await cosmosContainer({ ...place('x'), key: double.key });
    await rejects(database.container('absent').read(), { code: 404 });
  });

  for (const [who, access] of [
    ['a wrong key', { key: Buffer.from('wrong').toString('base64') }],
    ['an identity without the role', { credential: identity('stranger') }],
  ] as const) {
    it(`is refused at once to ${who}`, async () => {
      await rejects(cosmosContainer({ ...place('closed'), ...access }), (error) => {
        return error instanceof CosmosFault && error.status === 401 && error.attempts === 1;
      });
    });
  }
});
