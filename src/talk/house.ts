import type { JsonObject } from '../core/json.ts';
import type { CasesDeps } from '../features/cases/index.ts';
import type { CachedDirectory } from '../features/directory/index.ts';
import type { Inbound, Ran } from '../teams/routes.ts';
import type { Recollection } from './memory-desk.ts';
import type { Understanding } from './understanding.ts';

export type TalkDeps = CasesDeps & Readonly<{ directory: CachedDirectory }>;
/** What answers with. `as`: as if the sentence that the route of this name knows were typed. */
export type House = Readonly<{
  deps: TalkDeps;
  understanding(): Understanding;
  as(name: string, inbound: Inbound, data?: JsonObject): Promise<Ran>;
}>;
/** During one turn. */
export type Turning = House & Readonly<{ memory: Recollection }>;
