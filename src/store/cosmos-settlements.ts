import { type OperationInput } from '@azure/cosmos';
import { type CosmosCalls, remove, replace, upsert } from './cosmos-calls.ts';
import { laneDocument, lost, readToken, type Token, writeLane } from './cosmos-claims.ts';
import { type EffectDocument, effectDocumentId, type KeptDocument, keptDocumentId } from './cosmos-documents.ts';
import { type Claim, type EffectQueue, type Settled, type StoredEffect } from './effect-queue.ts';

type Settlement = Readonly<{
  claim: Claim;
  effect: StoredEffect;
  /** What becomes of the effect's document, which must still be the one that was claimed. */
  change(etag: string): OperationInput;
  /** Written also when a later effect took its place. */
  keep?: KeptDocument;
  /** The outside world may have got it without us knowing. */
  unsure: boolean;
}>;

export function cosmosSettlements(calls: CosmosCalls): Pick<EffectQueue, 'complete' | 'reschedule' | 'park'> {
  return {
    complete(claim, effect, keep) {
      const id = effectDocumentId(effect.key);
      const kept = keep && { id: keptDocumentId(keep.key), stream: claim.stream, ...keep };
      const change = (etag: string) => remove(id, etag);
      return settle(calls, { claim, effect, change, unsure: false, ...(kept ? { keep: kept } : {}) });
    },

    reschedule(claim, effect, { due, failed, ambiguous, error }) {
      const at = due.toISOString();
      const attempts = effect.attempts + (failed ? 1 : 0);
      const next = { due: at, waits: at, holds: at, attempts, ambiguous, ...(error === undefined ? {} : { error }) };
      return settle(calls, { claim, effect, change: changed(claim, effect, next), unsure: ambiguous });
    },

    park(claim, effect, error) {
      const { due, attempts, ambiguous } = effect;
      const next = { due, parked: true, attempts, ambiguous, error } as const;
      return settle(calls, { claim, effect, change: changed(claim, effect, next), unsure: ambiguous });
    },
  };
}

type Change = Omit<EffectDocument, 'id' | 'stream' | 'effect' | 'lane' | 'place'>;

function changed(claim: Claim, { kind, key, data }: StoredEffect, change: Change): (etag: string) => OperationInput {
  const place = readToken(claim).effects[key]?.place ?? change.due;
  const { stream, lane } = claim;
  const document: EffectDocument = {
    id: effectDocumentId(key),
    stream,
    effect: { kind, key, data },
    lane,
    place,
    ...change,
  };
  return (etag) => replace(document, etag);
}

type Written = Readonly<{ outcome: 'settled'; claim: Claim }> | Readonly<{ outcome: 'lost' }> | 'changed';

/** When a later effect took its place, only the lane and what is to be kept are written. */
async function settle(calls: CosmosCalls, settlement: Settlement): Promise<Settled> {
  const claimed = readToken(settlement.claim).effects[settlement.effect.key];
  const keep = settlement.keep ? [upsert(settlement.keep)] : [];
  const whole = claimed ? await write(calls, settlement, [settlement.change(claimed.etag), ...keep]) : 'changed';
  if (whole !== 'changed') return whole;
  const rest = await write(calls, settlement, keep);
  return rest === 'changed' || rest.outcome === 'lost' ? lost : { outcome: 'replaced', claim: rest.claim };
}

/** `changed`: the effect is not the claimed one any more, and nothing was written. */
async function write(
  calls: CosmosCalls,
  { claim, effect, unsure }: Settlement,
  operations: readonly OperationInput[],
): Promise<Written> {
  const { etag, owner, unsure: before, effects } = readToken(claim);
  const others = before.filter((key) => key !== effect.key);
  const after = unsure ? [...others, effect.key] : others;
  const document = laneDocument(claim, { owner, unsure: after, holds: claim.until });
  const written = await writeLane(calls, document, [replace(document, etag), ...operations]);
  if (written.outcome === 'refused') return 'changed';
  if (written.outcome === 'lost') return lost;
  const next: Token = { etag: written.etag, owner, unsure: after, effects: seenAgain(effects, effect, written.after) };
  return { outcome: 'settled', claim: { ...claim, token: JSON.stringify(next) } };
}

/** What was put off may still be given up under the same claim: it is known by what was just written. */
function seenAgain(
  effects: Token['effects'],
  { key }: StoredEffect,
  [etag]: readonly (string | undefined)[],
): Token['effects'] {
  const known = effects[key];
  return known === undefined || etag === undefined ? effects : { ...effects, [key]: { ...known, etag } };
}
