import { z } from 'zod/v4';
import type { StreamId } from '../../core/ids.ts';
import type { EffectRunner } from '../../store/effect-queue.ts';
import { isBoard } from './board.ts';
import { kinds } from './reactions.ts';
import type { SeatFile } from './seat-state.ts';
import { voteId, type VoteId } from './vote-state.ts';
import { sendToBoard, sendToVote, type VotingDeps, type When, whenRun } from './voting-desk.ts';

const acted = z.object({ vote: z.string().transform(voteId), status: z.string() });

/** Which seats a count saw acting, and how. */
type Seen = ReadonlyMap<StreamId, string>;
type Counting = { running: Promise<Seen>; next?: Promise<Seen> };

/** Of how many votes the last count is kept in mind; forgetting one only costs a count. */
const remembered = 50;

/**
 * Tells the board how many have voted, and closes the vote when all have who may. Many ballots share one count: while one
 * runs at most one more waits, and a seat that the last finished count saw needs none of its own.
 */
export function progressRunner(deps: VotingDeps): EffectRunner {
  const counting = new Map<VoteId, Counting>();
  const lastSeen = new Map<VoteId, Seen>();

  const count = async (vote: VoteId, when: When): Promise<Seen> => {
    const seen = await countOnce(deps, vote, when);
    lastSeen.delete(vote);
    lastSeen.set(vote, seen);
    for (const oldest of [...lastSeen.keys()].slice(0, -remembered)) lastSeen.delete(oldest);
    return seen;
  };

  return {
    kind: kinds.progress,
    async run(effect) {
      const { vote, status } = acted.parse(effect.data);
      if (lastSeen.get(vote)?.get(effect.stream) === status) return { done: true };
      await shared(counting, vote, () => count(vote, whenRun(deps, effect)));
      return { done: true };
    },
  };
}

/** One at a time; whoever asks while one runs gets the next, which sees what they did. */
async function shared(counting: Map<VoteId, Counting>, vote: VoteId, count: () => Promise<Seen>): Promise<Seen> {
  const now = counting.get(vote);
  if (now) return (now.next ??= now.running.then(ignore, ignore).then(() => start(counting, vote, count)));
  return start(counting, vote, count);
}

const ignore = (): void => undefined;

function start(counting: Map<VoteId, Counting>, vote: VoteId, count: () => Promise<Seen>): Promise<Seen> {
  const mine: Counting = { running: count() };
  counting.set(vote, mine);
  const end = (): void => {
    if (counting.get(vote) === mine && !mine.next) counting.delete(vote);
  };
  mine.running.then(end, end);
  return mine.running;
}

async function countOnce(deps: VotingDeps, vote: VoteId, run: When): Promise<Seen> {
  const began = deps.clock.now();
  const seen = await seatsThatActed(deps, vote);
  const statuses = [...seen.values()];
  const voted = statuses.filter((status) => status === 'voted').length;
  const recused = statuses.length - voted;
  const at = began.toISOString();
  // Every count is a command of its own: one that is tried again may have counted otherwise.
  const when = { ...run, at: began, part: `${at}-${voted}-${recused}` };
  const data = { at, voted, recused, now: deps.clock.now().toISOString() };
  const board = await sendToBoard(deps, when, { vote, command: { type: 'NoteProgress', data } });
  // Whether it may close early is for the vote to say.
  if (isBoard(board) && statuses.length >= board.seats) {
    const command = { type: 'StartClosing', data: { at, early: true } } as const;
    await sendToVote(deps, when, { id: vote, by: 'system', command });
  }
  return seen;
}

const pageSize = 100;

async function seatsThatActed({ store }: VotingDeps, vote: VoteId): Promise<Map<StreamId, string>> {
  const seen = new Map<StreamId, string>();
  let after: string | undefined;
  do {
    const page = await store.find({
      type: 'seat',
      where: [
        { field: 'vote', equals: vote },
        { field: 'status', in: ['voted', 'recused'] },
      ],
      order: { field: 'closesAt', direction: 'asc' },
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    for (const { stream, state } of page.items) {
      const { status } = state as unknown as SeatFile;
      seen.set(stream, status);
    }
    after = page.next;
  } while (after !== undefined);
  return seen;
}
