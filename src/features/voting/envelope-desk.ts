import { z } from 'zod/v4';
import { commandId } from '../../core/ids.ts';
import type { EffectRunner, Outcome } from '../../store/effect-queue.ts';
import { handle, stateOf } from '../../store/handle.ts';
import { seatAggregate, urnWith } from './aggregates.ts';
import { drawnMs } from './ballots-desk.ts';
import { adviceChoices, decisionChoices } from './choices.ts';
import { kinds } from './reactions.ts';
import { again, laterMs, noVote } from './runner-desk.ts';
import { isSeat } from './seat-state.ts';
import { isVote, urnStream, type VoteFile, voteId, voteStream } from './vote-state.ts';
import { loadVote, type VotingDeps } from './voting-desk.ts';

const content = z.object({
  vote: z.string().transform(voteId),
  no: z.number(),
  choice: z.string().optional(),
  reason: z.string().default(''),
  token: z.string().default(''),
});
type Content = z.output<typeof content>;

/** Envelopes are opened from this long after closing, when all that come in time are there. */
const openAfterMs = 20_000;

/**
 * Brings an envelope to the urn once its seat is sealed. An envelope that a later ballot replaced while this one was being
 * brought is left: its number is not that of the seat's last ballot.
 */
export function envelopeRunner(deps: VotingDeps): EffectRunner {
  return {
    kind: kinds.envelope,
    async run({ stream, data }): Promise<Outcome> {
      const envelope = content.parse(data);
      const seat = stateOf(seatAggregate, await deps.store.load(stream));
      const vote = await loadVote(deps, voteStream(envelope.vote));
      if (!isVote(vote) || !isSeat(seat)) return noVote(stream);
      const isLast = seat.ballot !== undefined && seat.casts === envelope.no;
      if (!isLast || vote.stage === 'cancelled') return { done: true };
      if (seat.status !== 'sealed') return again(untilSealed(deps, vote));
      await receive(deps, vote, envelope);
      return { done: true };
    },
  };
}

function untilSealed(deps: VotingDeps, { closesAt }: VoteFile): number {
  const left = Date.parse(closesAt) - deps.clock.now().getTime();
  return Math.max(laterMs, left) + (left > 0 ? drawnMs(deps) : Math.round(drawnMs(deps) / 10));
}

async function receive(deps: VotingDeps, vote: VoteFile, { choice = '', reason, token }: Content): Promise<void> {
  const at = vote.closingAt ?? vote.closesAt;
  const from = Math.max(deps.clock.now().getTime(), Date.parse(at) + openAfterMs);
  const due = new Date(from + drawnMs(deps)).toISOString();
  await handle(deps.store, urnWith({ choice, reason, token: deps.newId(), due, at }), {
    stream: urnStream(vote.id),
    command: { type: 'ReceiveEnvelope', data: {} },
    // The time of closing for all of them, so that the time of one tells nothing.
    ...({ by: 'system', at: new Date(at), commandId: commandId(token) } as const),
  });
}

const ballot = z.object({
  choice: z.enum([...adviceChoices, ...decisionChoices]),
  reason: z.string(),
  token: z.string(),
  at: z.string(),
});

/** Counts what was in an envelope, and keeps no more of it than that. */
export function unsealRunner({ store }: VotingDeps): EffectRunner {
  return {
    kind: kinds.unseal,
    async run({ stream, data }): Promise<Outcome> {
      const { choice, reason, token, at } = ballot.parse(data);
      const counted = { choice, ...(reason.trim() === '' ? {} : { reason }) };
      await handle(store, urnWith(), {
        stream,
        command: { type: 'CountBallot', data: counted },
        ...({ by: 'system', at: new Date(at), commandId: commandId(token) } as const),
      });
      return { done: true };
    },
  };
}
