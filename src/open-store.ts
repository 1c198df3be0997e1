import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BotIdentity, Config, StoreConfig } from './config.ts';
import { sqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** The store that the configuration names: the same for the bot and for the commands beside it. */
export async function openStore(config: Config): Promise<Store> {
  if (config.mode === 'local') return openFile(localStoreFile(config.dataFolder));
  return config.store.kind === 'sqlite' ? openFile(config.store.file) : openCosmos(config.store, config.bot.credential);
}

export function localStoreFile(dataFolder: string): string {
  return path.join(dataFolder, 'doorbraak.db');
}

function openFile(file: string): Store {
  mkdirSync(path.dirname(file), { recursive: true });
  return sqliteStore({ file });
}

type CosmosConfig = Extract<StoreConfig, { kind: 'cosmos' }>;

/** The Azure SDKs are loaded only where they are used: on one machine the start stays quick. */
async function openCosmos(config: CosmosConfig, bot: BotIdentity['credential']): Promise<Store> {
  const [{ cosmosContainer }, { cosmosStore }, { DefaultAzureCredential }] = await Promise.all([
    import('./store/cosmos-container.ts'),
    import('./store/cosmos-store.ts'),
    import('@azure/identity'),
  ]);
  const { endpoint, database, container, key } = config;
  const identity = bot.kind === 'federated' ? { managedIdentityClientId: bot.managedIdentityClientId } : {};
  const access = key === undefined ? { credential: new DefaultAzureCredential(identity) } : { key };
  return cosmosStore({ container: await cosmosContainer({ endpoint, database, container, ...access }) });
}
