import type { EffectRunner } from '../../store/effect-queue.ts';
import { again, allSeats, laterMs, onSeats, voteRunner } from './runner-desk.ts';
import { sendToBoard, sendToSeat, type VotingDeps, whenRun } from './voting-desk.ts';

/** Reminds those who have not acted, and gives the chair the turnout. */
export function remindRunner(deps: VotingDeps): EffectRunner {
  return voteRunner(deps, 'remind', async (vote, effect, signal) => {
    if (vote.stage === 'opening') return again(laterMs);
    if (vote.stage !== 'open') return { done: true };
    const when = whenRun(deps, effect);
    const at = when.at.toISOString();
    const seats = await allSeats(deps, vote.id, vote.seats);
    const silent = seats.flatMap((seat, n) => (seat?.status === 'open' && !seat.isReminded ? [n] : []));
    const seating = { vote: vote.id, by: 'system', command: { type: 'RemindSeat', data: { at } } } as const;
    const isWhole = await onSeats(silent, { signal, work: (n) => sendToSeat(deps, when, { ...seating, n }) });
    if (!isWhole) return again(0);
    const data = { at, closesAt: vote.closesAt };
    await sendToBoard(deps, when, { vote: vote.id, command: { type: 'TellTurnout', data } });
    return { done: true };
  });
}

/** Seats and board get the later closing time of their vote. */
export function spreadRunner(deps: VotingDeps): EffectRunner {
  return voteRunner(deps, 'spread', async (vote, effect, signal) => {
    if (vote.stage === 'opening') return again(laterMs);
    if (vote.stage !== 'open') return { done: true };
    const when = whenRun(deps, effect);
    const { id, closesAt, extended } = vote;
    const data = { at: when.at.toISOString(), closesAt, reason: extended?.reason ?? '' };
    await sendToBoard(deps, when, { vote: id, command: { type: 'ExtendBoard', data } });
    const seats = await allSeats(deps, id, vote.seats);
    const behind = seats.flatMap((seat, n) => (seat && seat.closesAt !== closesAt ? [n] : []));
    const seating = { vote: id, by: 'system', command: { type: 'MoveClosing', data: { closesAt } } } as const;
    const isWhole = await onSeats(behind, { signal, work: (n) => sendToSeat(deps, when, { ...seating, n }) });
    return isWhole ? { done: true } : again(0);
  });
}
