import { type Container } from '@azure/cosmos';
import { cosmosContainer } from '../../../src/store/cosmos-container.ts';
import { type Patience } from '../../../src/store/cosmos-patience.ts';
import { cosmosStore } from '../../../src/store/cosmos-store.ts';
import { type Store } from '../../../src/store/store.ts';
import { type CosmosDouble } from './cosmos-double.ts';

export type OpenedCosmos = Readonly<{
  store: Store;
  container: Container;
  /** The container's name. */
  name: string;
  close(): Promise<void>;
}>;

let containers = 0;

/** An empty store in a container of its own, through the real SDK. */
export async function openCosmosStore(double: CosmosDouble, patience?: Patience): Promise<OpenedCosmos> {
  const { endpoint, key, agent } = double;
  const name = `s${++containers}`;
  const container = await cosmosContainer({
    endpoint,
    key,
    agent,
    database: 'spec',
    container: name,
    ...(patience ? { patience } : {}),
  });
  const store = cosmosStore({ container, ...(patience ? { patience } : {}) });
  return { store, container, name, close: () => store.close() };
}
