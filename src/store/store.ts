import type { AccessLog } from './access-log.ts';
import type { EffectQueue } from './effect-queue.ts';
import type { EventStore } from './event-store.ts';
import type { Heartbeats } from './heartbeats.ts';

/** Everything that is kept, behind one interface: SQLite on one machine, Cosmos DB in Azure. */
export type Store = EventStore & EffectQueue & Heartbeats & Readonly<{ access: AccessLog }>;
