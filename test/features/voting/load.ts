import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../../src/core/clock.ts';
import { commandId } from '../../../src/core/ids.ts';
import type { BoardFile } from '../../../src/features/voting/board.ts';
import type { Choice } from '../../../src/features/voting/choices.ts';
import { isVote, type Vote, type VoteSettings } from '../../../src/features/voting/index.ts';
import { boardStream } from '../../../src/features/voting/vote-state.ts';
import { startWorker } from '../../../src/store/effects-worker.ts';
import type { Store } from '../../../src/store/store.ts';
import { withWake } from '../../../src/store/with-wake.ts';
import { electionOn, newWorld, voter, type World } from './election.ts';
import { seatFor, toOpen, vote } from './samples.ts';

/** The machine's own time, which can be moved on: what is due in a week need not be waited for. */
function movingClock(): Clock & Readonly<{ pass(ms: number): void }> {
  let ahead = 0;
  return { now: () => new Date(Date.now() + ahead), pass: (ms) => void (ahead += ms) };
}

async function startBot(base: Store, { clock, world, owner }: Readonly<{ clock: Clock; world: World; owner: string }>) {
  let wake: ReturnType<typeof startWorker>['wake'] = () => undefined;
  const store = withWake(base, (stream) => wake(stream));
  const election = await electionOn({ store, clock, world, owner, seed: owner });
  const { runners, deps } = election;
  const worker = startWorker({ queue: store, runners, clock, log: deps.log, owner, settings: { pollMs: 100 } });
  wake = worker.wake;
  return { ...election, worker };
}

const first: readonly Choice[] = ['adopt', 'reject', 'abstain', 'postpone', 'adopt-amended'];
const choiceOf = (n: number): Choice => first[n % first.length]!;
/** Ballots of a secret vote are equal. */
const weightOf = (n: number, isSecret: boolean): number => (isSecret ? 1 : 1 + (n % 3));
/** One in twenty thinks again. */
const isChanging = (n: number): boolean => n % 20 === 7;

export type Measured = Readonly<{ opening: number; voting: number; counted: number; closing: number; updates: number }>;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(50);
  }
}

/**
 * Everybody votes at the same moment, each clicking twice, one in twenty changing; two bots on one store, one of which
 * ends in the middle. Checks that every last vote counts once, and gives how many ms each part took.
 */
export async function everybodyVotes(
  stores: readonly [Store, Store],
  { voters, settings }: Readonly<{ voters: number; settings?: Partial<VoteSettings> }>,
): Promise<Measured> {
  const clock = movingClock();
  const world = newWorld();
  const bots = await Promise.all(stores.map((store, at) => startBot(store, { clock, world, owner: `bot${at}` })));
  const [lasting, ending] = bots as [(typeof bots)[0], (typeof bots)[0]];
  const isSecret = settings?.secrecy === 'secret';
  const week = new Date(clock.now().getTime() + 7 * 86_400_000).toISOString();
  const marks = [performance.now()];
  const mark = () => void marks.push(performance.now());
  const seats = Array.from({ length: voters }, (_, n) => seatFor(voter(n), { weight: weightOf(n, isSecret) }));
  const opened = toOpen({ seats, closesAt: week, remindAt: week, settings: { closeEarly: false, ...settings } });
  await lasting.open(opened);
  await until('it is open', async () => (await lasting.vote()).stage === 'open');
  mark();

  const clickTwice = async (n: number, choice: Choice, id: string) => {
    const click = { by: voter(n), n, choice, reason: 'Reden.', id: commandId(id) };
    const [once, twice] = await Promise.all(bots.map((bot) => bot.cast(click)));
    deepStrictEqual([once?.outcome, twice?.outcome], ['voted', 'voted']);
  };
  await Promise.all(
    seats.map(async (_, n) => {
      await clickTwice(n, choiceOf(n), `first-${n}`);
      if (isChanging(n)) await clickTwice(n, choiceOf(n + 1), `second-${n}`);
      if (n === voters / 2) await ending.worker.stop();
    }),
  );
  mark();
  const board = async () => (await lasting.deps.store.load(boardStream(vote))).state as unknown as BoardFile;
  const rests = async () => (await lasting.deps.store.lag(clock.now())) === 0;
  await until('the board shows all', async () => (await board()).voted === voters && (await rests()));
  mark();
  clock.pass(7 * 86_400_000);
  await until('the outcome is told', async () => {
    // Envelopes are opened within a minute of closing.
    if (isSecret) clock.pass(1_000);
    return world.told.size > 0 && (await rests());
  });
  mark();
  await lasting.worker.drain();
  checkOutcome(world, await lasting.vote(), { voters, isSecret });
  const [opening = 0, voting = 0, counted = 0, closing = 0] = marks
    .slice(1)
    .map((at, index) => Math.round(at - (marks[index] ?? 0)));
  return { opening, voting, counted, closing, updates: updatesIn(world) };
}

type Held = Readonly<{ voters: number; isSecret: boolean }>;

function checkOutcome(world: World, state: Vote, { voters, isSecret }: Held): void {
  const expected: Record<string, number> = {};
  for (let n = 0; n < voters; n++) {
    const chosen = choiceOf(isChanging(n) ? n + 1 : n);
    expected[chosen] = (expected[chosen] ?? 0) + weightOf(n, isSecret);
  }
  if (!isVote(state) || !state.outcome) throw new Error('no outcome');
  const { counts, ballots, ballotsBy } = state.outcome;
  deepStrictEqual({ ...counts }, expected);
  equal(ballots, voters);
  equal(new Set(ballotsBy?.map(({ person }) => person)).size, isSecret ? 0 : voters);
  equal(world.told.size, 1);
}

/** How often the card in the channel was shown; never twice within a second. */
function updatesIn({ sent }: World): number {
  const due = sent.filter(({ key }) => key === 'card-board').map((effect) => Date.parse(effect.due));
  for (const [index, at] of due.entries()) {
    if (index > 0) ok(at - due[index - 1]! >= 1_000, `two updates of the channel within ${at - due[index - 1]!} ms`);
  }
  return due.length;
}
