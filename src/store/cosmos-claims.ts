import { type OperationInput } from '@azure/cosmos';
import { z } from 'zod/v4';
import { type CosmosCalls, create, remove, replace } from './cosmos-calls.ts';
import {
  dayInSeconds,
  type EffectDocument,
  effectDocumentId,
  freshWrite,
  type LaneDocument,
  laneDocumentId,
  storedEffect,
} from './cosmos-documents.ts';
import {
  type Ask,
  type Claim,
  type EffectQueue,
  type LaneRef,
  type Settled,
  type StoredEffect,
} from './effect-queue.ts';

/** The holder's proof: the lane document's etag (the fencing token), what it says, and the effects as they were claimed. */
const token = z.object({
  etag: z.string(),
  owner: z.string(),
  unsure: z.array(z.string()).readonly(),
  effects: z.record(z.string(), z.object({ etag: z.string(), place: z.string() })),
});
export type Token = z.output<typeof token>;

/** Operation 0 of every write of a holder is the lane document under If-Match: a stale holder writes nothing. */
const laneAt = 0;

export const readToken = (claim: Claim): Token => token.parse(JSON.parse(claim.token));
export const lost = { outcome: 'lost' } as const;

export function cosmosClaims(calls: CosmosCalls): Pick<EffectQueue, 'claim' | 'begin' | 'release'> {
  return {
    claim: (lane, ask) => take(calls, lane, ask),
    begin: (claim, effect, ask) => begin(calls, { claim, effect, ask }),
    release: (claim) => release(calls, claim),
  };
}

async function take(calls: CosmosCalls, ref: LaneRef, ask: Ask): Promise<Claim | undefined> {
  const { stream, lane } = ref;
  const found = await calls.read<LaneDocument>(stream, laneDocumentId(lane));
  if (found && found.document.holds > ask.now.toISOString()) return undefined;
  const unsure = found?.document.unsure ?? [];
  const document = laneDocument(ref, { owner: ask.owner, unsure, holds: untilOf(ask) });
  const operation = found ? replace(document, found.etag) : create(document);
  const written = await writeLane(calls, document, [operation]);
  if (written.outcome !== 'written') return undefined;
  // After the lane is taken, not before: the session of that write covers every earlier write of this stream.
  const effects = await waitingEffects(calls, ref);
  const runnable = runnableAt(effects, ask.now);
  return {
    stream,
    lane,
    until: document.holds,
    token: JSON.stringify({ etag: written.etag, owner: ask.owner, unsure, effects: seen(runnable) } satisfies Token),
    effects: runnable.map((each) => storedEffect(each, each.ambiguous || unsure.includes(each.effect.key))),
  };
}

type Waiting = EffectDocument & Readonly<{ _etag: string }>;

function waitingEffects(calls: CosmosCalls, { stream, lane }: LaneRef): Promise<readonly Waiting[]> {
  const query = 'SELECT * FROM c WHERE IS_DEFINED(c.waits) AND c.lane = @lane';
  return calls.query<Waiting>('lane', { query, parameters: [{ name: '@lane', value: lane }] }, stream);
}

/** In turn: those that are due, up to the first that waits for a retry. What is scheduled for later holds back nothing. */
function runnableAt(effects: readonly Waiting[], now: Date): readonly Waiting[] {
  const at = now.toISOString();
  const inTurn = effects.toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const held = inTurn.findIndex(({ holds }) => holds !== undefined && holds > at);
  return inTurn.slice(0, held < 0 ? inTurn.length : held).filter(({ due }) => due <= at);
}

function seen(effects: readonly Waiting[]): Token['effects'] {
  return Object.fromEntries(effects.map(({ effect, _etag, place }) => [effect.key, { etag: _etag, place }]));
}

async function begin(
  calls: CosmosCalls,
  { claim, effect, ask }: Readonly<{ claim: Claim; effect: StoredEffect; ask: Ask }>,
): Promise<Settled> {
  const held = readToken(claim);
  const now = await calls.read<EffectDocument>(claim.stream, effectDocumentId(effect.key));
  // A change between this look and the write is seen when the effect is settled.
  if (now?.etag !== held.effects[effect.key]?.etag) return { outcome: 'replaced', claim };
  const unsure = [...new Set([...held.unsure, effect.key])];
  const document = laneDocument(claim, { owner: held.owner, unsure, holds: untilOf(ask) });
  const written = await writeLane(calls, document, [replace(document, held.etag)]);
  if (written.outcome !== 'written') return lost;
  const token = JSON.stringify({ ...held, etag: written.etag, unsure } satisfies Token);
  return { outcome: 'settled', claim: { ...claim, until: document.holds, token } };
}

async function release(calls: CosmosCalls, claim: Claim): Promise<void> {
  const { etag, owner, unsure } = readToken(claim);
  const document = laneDocument(claim, { owner, unsure, holds: '' });
  // A doubt about an effect must outlive the claim; without one the document has nothing more to say.
  const operation = unsure.length > 0 ? replace(document, etag) : remove(document.id, etag);
  // Refused: another holds the lane by now, or an earlier attempt of ours released it. Either way it is not ours.
  await calls.batch('release', claim.stream, [operation]);
}

export function laneDocument(
  { stream, lane }: LaneRef,
  content: Pick<LaneDocument, 'owner' | 'unsure' | 'holds'>,
): LaneDocument {
  const ttl = content.unsure.length > 0 ? {} : { ttl: dayInSeconds };
  return { id: laneDocumentId(lane), stream, lane, ...content, write: freshWrite(), ...ttl };
}

/** `after`: the etags of what was written after it, as far as known. `refused`: an operation after the lane's own was, and nothing was written. */
type LaneWritten =
  | Readonly<{ outcome: 'written'; etag: string; after: readonly (string | undefined)[] }>
  | Readonly<{ outcome: 'lost' }>
  | Readonly<{ outcome: 'refused' }>;

/**
 * Writes the lane document, and with it what follows. When the answer to an earlier attempt was lost, a refusal may
 * come from our own write: the lane document tells.
 */
export async function writeLane(
  calls: CosmosCalls,
  document: LaneDocument,
  operations: readonly OperationInput[],
): Promise<LaneWritten> {
  const result = await calls.batch('lane', document.stream, operations);
  if (result.outcome === 'refused' && result.at !== laneAt) return { outcome: 'refused' };
  if (result.outcome === 'refused' && result.earlier === 0) return lost;
  const [etag, ...after] = result.outcome === 'done' ? result.etags : [];
  return etag === undefined ? ownWrite(calls, document) : { outcome: 'written', etag, after };
}

async function ownWrite(calls: CosmosCalls, { stream, id, write }: LaneDocument): Promise<LaneWritten> {
  const found = await calls.read<LaneDocument>(stream, id);
  return found?.document.write === write ? { outcome: 'written', etag: found.etag, after: [] } : lost;
}

const untilOf = ({ now, leaseMs }: Ask): string => new Date(now.getTime() + leaseMs).toISOString();
