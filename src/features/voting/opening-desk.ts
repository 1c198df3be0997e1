import type { EffectRunner } from '../../store/effect-queue.ts';
import type { BoardFacts } from './board.ts';
import { sealCancelled } from './closing-desk.ts';
import { again, allSeats, onSeats, voteRunner } from './runner-desk.ts';
import type { SeatFacts } from './seat-state.ts';
import type { VoteFile } from './vote-state.ts';
import { sendToBoard, sendToSeat, sendToVote, type VotingDeps, whenRun } from './voting-desk.ts';

/** A seat for every voter and a board, and then the vote is open. What an earlier run made is left as it is. */
export function openSeatsRunner(deps: VotingDeps): EffectRunner {
  return voteRunner(deps, 'openSeats', async (vote, effect, signal) => {
    // Cancelled meanwhile: whoever sealed the seats may have looked before these were there.
    if (vote.stage === 'cancelled') return sealCancelled(deps, vote, { effect, signal });
    if (vote.stage !== 'opening') return { done: true };
    const when = whenRun(deps, effect);
    const at = when.at.toISOString();
    const there = await allSeats(deps, vote.id, vote.seats);
    const missing = there.flatMap((seat, n) => (seat ? [] : [n]));
    const isWhole = await onSeats(missing, {
      signal,
      work: (n) => {
        const seat = seatOf(vote, n);
        return sendToSeat(deps, when, {
          ...({ vote: vote.id, n, by: 'system' } as const),
          command: { type: 'OpenSeat', data: { at, seat } },
        });
      },
    });
    if (!isWhole) return again(0);
    const board = { at, board: boardOf(vote) };
    await sendToBoard(deps, when, { vote: vote.id, command: { type: 'OpenBoard', data: board } });
    const opened = { type: 'RecordOpened', data: { at } } as const;
    const told = await sendToVote(deps, when, { id: vote.id, by: 'system', command: opened });
    return told.ok && told.state.stage === 'cancelled' ? again(0) : { done: true };
  });
}

function seatOf({ id, kind, settings, closesAt, waiting }: VoteFile, n: number): SeatFacts {
  const seat = waiting[n];
  if (!seat) throw new Error(`vote ${id} has no voter number ${n}`);
  const { person: holder, weight, deputies } = seat;
  return { vote: id, n, holder, weight, deputies, kind, secrecy: settings.secrecy, closesAt };
}

/** Teams takes sixty people for a card that renews itself; with an empty list nobody's does (Microsoft: refresh). */
const mostRefreshed = 60;

export function boardOf(vote: VoteFile): BoardFacts {
  const { id, title, number, caseNumber, body, settings, closesAt, seats, chair, channel, waiting } = vote;
  const people = [
    ...new Set(waiting.flatMap(({ person, deputies }) => [person, ...deputies.map((each) => each.person)])),
  ];
  return {
    ...{ vote: id, title, number, body: body.name, secrecy: settings.secrecy, settings, closesAt, seats, chair },
    ...(caseNumber === undefined ? {} : { caseNumber }),
    ...(channel ? { channel } : {}),
    people: people.length <= mostRefreshed ? people : [],
  };
}
