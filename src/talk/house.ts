import type { Asked, Parsed } from '../assistant/index.ts';
import type { JsonObject } from '../core/json.ts';
import type { CasesDeps } from '../features/cases/index.ts';
import type { CachedDirectory } from '../features/directory/index.ts';
import type { Inbound, Ran } from '../teams/routes.ts';
import type { Recollection } from './memory-desk.ts';
import type { Understanding } from './understanding.ts';

/** A language model. What it says is trusted with nothing: `read` takes of it what may be taken. */
export type AskModel = (asked: Asked, read: (content: string) => Parsed | undefined) => Promise<Parsed | undefined>;

export type Parse = (inbound: Inbound, text: string) => Promise<Parsed | undefined>;

export type TalkDeps = CasesDeps & Readonly<{ directory: CachedDirectory; askModel?: AskModel }>;
/** What answers with. `as`: as if the sentence that the route of this name knows were typed. */
export type House = Readonly<{
  deps: TalkDeps;
  understanding(): Understanding;
  /** Only with a language model. */
  parse?: Parse;
  as(name: string, inbound: Inbound, data?: JsonObject): Promise<Ran>;
}>;
/** During one turn. */
export type Turning = House & Readonly<{ memory: Recollection }>;
