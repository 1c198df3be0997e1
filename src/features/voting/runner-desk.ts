import type { StreamId } from '../../core/ids.ts';
import type { EffectRunner, Outcome, StoredEffect } from '../../store/effect-queue.ts';
import { isSeat, type SeatFile } from './seat-state.ts';
import { isVote, type VoteFile, type VoteId } from './vote-state.ts';
import { loadSeat, loadVote, type VotingDeps } from './voting-desk.ts';
import { kinds } from './reactions.ts';

/** How many seats one run touches at most, so that it ends well before its lease; the rest follows in the next run. */
const seatsARun = 200;
const sideBySide = 16;

export const laterMs = 1_000;
export const again = (afterMs: number): Outcome => ({ done: false, again: true, afterMs });

/** A runner on the stream of a vote, which looks at how the vote stands when it runs. */
export function voteRunner(
  deps: VotingDeps,
  kind: keyof typeof kinds,
  run: (vote: VoteFile, effect: StoredEffect, signal: AbortSignal) => Promise<Outcome>,
): EffectRunner {
  return {
    kind: kinds[kind],
    async run(effect, signal) {
      const vote = await loadVote(deps, effect.stream);
      return isVote(vote) ? run(vote, effect, signal) : noVote(effect.stream);
    },
  };
}

export const noVote = (stream: StreamId): Outcome => ({ done: false, park: true, error: `${stream} is no vote` });

/** Does `work` on every seat number, some at a time. */
export async function onEach<Result>(
  numbers: readonly number[],
  work: (n: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < numbers.length; from += sideBySide) {
    results.push(...(await Promise.all(numbers.slice(from, from + sideBySide).map(work))));
  }
  return results;
}

/** By their numbers, not by a search: none may be missed when votes are counted. Undefined for one that is not there. */
export async function allSeats(
  deps: VotingDeps,
  id: VoteId,
  count: number,
): Promise<readonly (SeatFile | undefined)[]> {
  return onEach(numbersTo(count), async (n) => {
    const seat = await loadSeat(deps, id, n);
    return isSeat(seat) ? seat : undefined;
  });
}

export function numbersTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}

/** Works on the seats that still want it. False when there is more to do than one run does: run again. */
export async function onSeats(
  wanting: readonly number[],
  { work, signal }: Readonly<{ work(n: number): Promise<unknown>; signal: AbortSignal }>,
): Promise<boolean> {
  const now = wanting.slice(0, seatsARun);
  await onEach(now, async (n) => {
    signal.throwIfAborted();
    await work(n);
  });
  return now.length === wanting.length;
}
