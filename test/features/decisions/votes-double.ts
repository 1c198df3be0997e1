import { commandId } from '../../../src/core/ids.ts';
import type { Closed } from '../../../src/features/decisions/votes-desk.ts';
import type { Votes, VoteOutcome } from '../../../src/features/decisions/votes-port.ts';
import type { VoteId, VoteResult, VoteToOpen } from '../../../src/features/voting/index.ts';

/** The other side of the port, in memory: votes that are open, and a way to end one. */
export function votesDouble() {
  const opened: VoteToOpen[] = [];
  const cancelled: Readonly<{ id: VoteId; reason: string }>[] = [];
  let failures = 0;
  const votes: Votes = {
    async open(_asked, vote) {
      if (failures-- > 0) throw new Error('voting is out of reach');
      if (!opened.some(({ id }) => id === vote.id)) opened.push(vote);
      return { ok: true };
    },
    async cancel(_asked, vote) {
      cancelled.push(vote);
      return opened.some(({ id }) => id === vote.id) ? { ok: true } : { ok: false, refused: 'unknown-vote' };
    },
  };
  return {
    ...{ votes, opened, cancelled },
    failNext(times: number) {
      failures = times;
    },
    last(): VoteToOpen {
      const vote = opened.at(-1);
      if (!vote) throw new Error('no vote was opened');
      return vote;
    },
  };
}

export type VotesDouble = ReturnType<typeof votesDouble>;

/** A vote ends, and its outcome is told. */
export async function closeVote(
  told: Closed,
  vote: VoteToOpen,
  { result, at, rest = {} }: Readonly<{ result: VoteResult; at: Date; rest?: Partial<VoteOutcome> }>,
): Promise<void> {
  const outcome: VoteOutcome = {
    ...{ vote: vote.id, kind: vote.kind, result, counts: { agree: 2 }, ballots: 2, seats: vote.seats.length },
    ...{ recused: 0, turnoutPercent: 100, quorumMet: result !== 'no-quorum', closedAt: at.toISOString() },
    reasons: [{ choice: 'agree', text: 'Goed onderbouwd.' }],
    ...rest,
  };
  await told(outcome, vote.subject, { at, commandId: commandId(`closed-${vote.id}`) });
}
