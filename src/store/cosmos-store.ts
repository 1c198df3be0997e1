import { type Container } from '@azure/cosmos';
import { cosmosAccess } from './cosmos-access.ts';
import { cosmosCalls } from './cosmos-calls.ts';
import { cosmosClaims } from './cosmos-claims.ts';
import { erasePartition } from './cosmos-erase.ts';
import { cosmosEvents } from './cosmos-events.ts';
import { findStates } from './cosmos-find.ts';
import { cosmosHeartbeats } from './cosmos-heartbeats.ts';
import { cosmosLanes } from './cosmos-lanes.ts';
import { defaultPatience, type Patience } from './cosmos-patience.ts';
import { cosmosSettlements } from './cosmos-settlements.ts';
import { type Store } from './store.ts';

type CosmosParts = Readonly<{ container: Container; patience?: Patience; charged?: (ru: number) => void }>;

/** Throws CosmosFault when the service stays away longer than `patience` allows. It needs no clock: times come with each call. */
export function cosmosStore({ container, patience = defaultPatience, charged }: CosmosParts): Store {
  const calls = cosmosCalls(container, patience, charged);
  return {
    ...cosmosEvents(calls),
    find: findStates(calls),
    erase: (stream, keep) => erasePartition(calls, stream, keep),
    ...cosmosLanes(calls),
    ...cosmosClaims(calls),
    ...cosmosSettlements(calls),
    ...cosmosHeartbeats(calls),
    access: cosmosAccess(calls),
    async close() {
      container.database.client.dispose();
    },
  };
}
