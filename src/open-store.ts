import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BotIdentity, Config, StoreConfig } from './config.ts';
import type { Archive } from './store/archive.ts';
import { sqliteArchive } from './store/sqlite-archive.ts';
import { sqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** The store that the configuration names: the same for the bot and for the commands beside it. `charged`: hears of request units. */
export async function openStore(config: Config, charged?: (ru: number) => void): Promise<Store> {
  const place = placeOf(config);
  if (place.kind === 'sqlite') return openFile(place.file);
  const [container, { cosmosStore }] = await Promise.all([containerOf(place), import('./store/cosmos-store.ts')]);
  return cosmosStore({ container, ...(charged === undefined ? {} : { charged }) });
}

/** The same place, to be saved as a whole or filled from a file. */
export async function openArchive(config: Config): Promise<Archive> {
  const place = placeOf(config);
  if (place.kind === 'sqlite') return sqliteArchive(place);
  const [container, { cosmosArchive }] = await Promise.all([containerOf(place), import('./store/cosmos-archive.ts')]);
  return cosmosArchive({ container });
}

/** In what the container differs from what this program expects; a file is looked at when it is opened. */
export async function storeFaults(config: Config): Promise<readonly string[]> {
  const place = placeOf(config);
  if (place.kind === 'sqlite') return [];
  const [container, { containerFaults }] = await Promise.all([
    containerOf(place),
    import('./store/cosmos-container.ts'),
  ]);
  try {
    return await containerFaults(container);
  } finally {
    container.database.client.dispose();
  }
}

type CosmosPlace = Extract<StoreConfig, { kind: 'cosmos' }> & Readonly<{ bot: BotIdentity['credential'] }>;

function placeOf(config: Config): Extract<StoreConfig, { kind: 'sqlite' }> | CosmosPlace {
  if (config.mode === 'local') return { kind: 'sqlite', file: localStoreFile(config.dataFolder) };
  return config.store.kind === 'sqlite' ? config.store : { ...config.store, bot: config.bot.credential };
}

export function localStoreFile(dataFolder: string): string {
  return path.join(dataFolder, 'doorbraak.db');
}

function openFile(file: string): Store {
  mkdirSync(path.dirname(file), { recursive: true });
  return sqliteStore({ file });
}

/** The Azure SDKs are loaded only where they are used: on one machine the start stays quick. */
async function containerOf({
  endpoint,
  database,
  container,
  key,
  bot,
}: CosmosPlace): ReturnType<typeof cosmosContainer> {
  const [{ cosmosContainer }, { DefaultAzureCredential }] = await Promise.all([
    import('./store/cosmos-container.ts'),
    import('@azure/identity'),
  ]);
  const identity = bot.kind === 'federated' ? { managedIdentityClientId: bot.managedIdentityClientId } : {};
  const access = key === undefined ? { credential: new DefaultAzureCredential(identity) } : { key };
  return cosmosContainer({ endpoint, database, container, ...access });
}
