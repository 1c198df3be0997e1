import { commandId, type PersonId } from '../../../src/core/ids.ts';
import type { BoardFile } from '../../../src/features/voting/board.ts';
import {
  type Outcome,
  openVote,
  votingFeature,
  votingRunners,
  type VoteFile,
  voteStream,
  type VoteToOpen,
} from '../../../src/features/voting/index.ts';
import type { SeatFile } from '../../../src/features/voting/seat-state.ts';
import { boardStream, seatStream } from '../../../src/features/voting/vote-state.ts';
import { openBench, openSources } from '../../support/feature-bench.ts';
import { jan, vote } from './samples.ts';

export type Told = Readonly<{ outcome?: Outcome; cancelled?: string; subject: string; command: string }>;
export type VotingBench = Awaited<ReturnType<typeof openVoting>>;

/** The feature on a real store, with who listens for outcomes. */
export async function openVoting() {
  const sources = await openSources();
  const told: Told[] = [];
  const feature = votingFeature(sources.deps);
  const runners = votingRunners(sources.deps, {
    closed: async (outcome, subject, command) => void told.push({ outcome, subject, command: command.commandId }),
    cancelled: async ({ reason }, subject, command) =>
      void told.push({ cancelled: reason, subject, command: command.commandId }),
  });
  const bench = openBench(sources, feature, runners);
  return {
    ...bench,
    ...{ feature, runners, told },
    async open(toOpen: VoteToOpen) {
      const asked = { actor: jan, at: bench.deps.clock.now(), commandId: commandId(`open-${toOpen.id}`) };
      const opened = await openVote(bench.deps, asked, toOpen);
      await bench.settled();
      return opened;
    },
    /** The moment itself, not how long until then. */
    async passTo(instant: string) {
      bench.passMs(Date.parse(instant) - bench.deps.clock.now().getTime());
      await bench.settled();
    },
    async pass(ms: number) {
      bench.passMs(ms);
      await bench.settled();
    },
    cast: (person: PersonId, n: number, ballot: Readonly<{ choice: string; reason?: string; names?: string }>) =>
      bench.click(person, 'action voting/cast', { vote, seat: n, ...ballot }),
    vote: async () => (await bench.state<VoteFile>(voteStream(vote)))!,
    seat: async (n: number) => (await bench.state<SeatFile>(seatStream(vote, n)))!,
    board: async () => (await bench.state<BoardFile>(boardStream(vote)))!,
    /** The last time this slot was to be shown. */
    lastSent(slot: string) {
      const effect = bench.sent.findLast(({ data }) => data['slot'] === slot);
      if (!effect) throw new Error(`${slot} was never sent`);
      return effect;
    },
  };
}

export function slotOf(data: object): string {
  return (data as { slot: string }).slot;
}
