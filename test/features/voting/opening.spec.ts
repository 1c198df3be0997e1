import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import type { BoardFile } from '../../../src/features/voting/board.ts';
import { cancelVote, extendVote, isVote } from '../../../src/features/voting/index.ts';
import { isSeat, type Seat } from '../../../src/features/voting/seat-state.ts';
import { boardStream, seatStream, type VoteFile } from '../../../src/features/voting/vote-state.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Election, electionOn, finish, handClock, newWorld, voter } from './election.ts';
import { Killed, mortal } from '../../support/mortal-store.ts';
import { closesAt, extendedTo, jan, opensAt, remindAt, seatFor, toOpen, vote } from './samples.ts';

const many = 450;
const seats = Array.from({ length: many }, (_, n) => seatFor(voter(n)));

describe('opening a vote of many', () => {
  let store: Store;
  let election: Election;
  let clock: ReturnType<typeof handClock>;
  beforeEach(async () => {
    store = sqliteStore({ file: ':memory:' });
    clock = handClock(opensAt);
    election = await electionOn({ store, clock, world: newWorld() });
    await election.open(toOpen({ seats }));
  });
  afterEach(() => store.close());

  const asked = (id: string) => ({ actor: jan, at: clock.now(), commandId: commandId(id) });
  const seatsThere = async () => {
    const all = await Promise.all(seats.map(async (_, n) => (await store.load(seatStream(vote, n))).state));
    return all.flatMap((state) => (state ? [state as unknown as Seat] : [])).filter(isSeat);
  };
  const file = async (): Promise<VoteFile> => {
    const state = await election.vote();
    if (!isVote(state)) throw new Error('no vote');
    return state;
  };
  const openSome = async (dieAt: number) => {
    const { store: mortalStore } = mortal(store, dieAt, 'after');
    const other = await electionOn({ store: mortalStore, clock, world: newWorld(), owner: 'mortal' });
    try {
      await other.work();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    clock.pass(31_000);
  };

  it('takes several runs, and gives everybody one seat', async () => {
    await election.work();
    const there = await seatsThere();
    equal(there.length, many);
    deepStrictEqual(
      there.map(({ holder }) => holder),
      seats.map(({ person }) => person),
    );
    equal((await file()).stage, 'open');
  });

  it('goes on where a killed bot stopped', async () => {
    await openSome(120);
    const half = await seatsThere();
    ok(half.length > 50 && half.length < many);
    equal((await file()).stage, 'opening');
    await election.work();
    equal((await seatsThere()).length, many);
    equal((await file()).stage, 'open');
  });

  it('leaves no open seat of a vote that was cancelled in between', async () => {
    await openSome(120);
    ok((await cancelVote(election.deps, asked('cancel'), { id: vote, reason: 'Niet nodig.' })).ok);
    await election.work();
    ok((await seatsThere()).every(({ status }) => status === 'sealed'));
    clock.to(closesAt);
    await finish(election, clock);
    ok((await seatsThere()).every(({ status }) => status === 'sealed'));
    equal((await file()).stage, 'cancelled');
  });

  it('seals what it made itself when the vote was cancelled, and closed, while it worked', async () => {
    const last = seatStream(vote, many - 1);
    let isDone = false;
    const slow: Store = {
      ...store,
      async commit(commit) {
        if (commit.stream === last && !isDone) {
          isDone = true;
          await cancelVote(election.deps, asked('cancel'), { id: vote, reason: 'Niet nodig.' });
          await election.work();
        }
        return store.commit(commit);
      },
    };
    const other = await electionOn({ store: slow, clock, world: newWorld(), owner: 'slow' });
    await other.work();
    ok(isDone);
    equal((await seatsThere()).length, many);
    ok((await seatsThere()).every(({ status }) => status === 'sealed'));
    equal(((await store.load(boardStream(vote))).state as unknown as BoardFile).stage, 'cancelled');
  });

  it('gives every seat the later hour of a vote that was extended in between', async () => {
    await openSome(120);
    const wish = { id: vote, closesAt: extendedTo, remindAt, reason: 'Vakantie.' };
    ok((await extendVote(election.deps, asked('extend'), wish)).ok);
    for (let seconds = 0; seconds < 5; seconds++) {
      await election.work();
      clock.pass(1_000);
    }
    deepStrictEqual([...new Set((await seatsThere()).map((seat) => seat.closesAt))], [extendedTo]);
    clock.to(closesAt);
    await election.work();
    equal((await file()).stage, 'open');
  });

  it('seals and publishes all of them in several runs', async () => {
    await election.work();
    for (let n = 0; n < many; n += 2) await election.cast({ by: voter(n), n, choice: 'adopt', id: commandId(`c${n}`) });
    clock.to(closesAt);
    await finish(election, clock);
    equal((await file()).outcome?.ballots, many / 2);
    ok((await seatsThere()).every(({ status, isPublished }) => status === 'sealed' && isPublished));
  });

  it('reminds all who have not voted, in several runs', async () => {
    await election.work();
    for (let n = 0; n < 100; n++) await election.cast({ by: voter(n), n, choice: 'adopt', id: commandId(`c${n}`) });
    clock.to(remindAt);
    await election.work();
    const reminded = (await seatsThere()).filter(({ isReminded }) => isReminded);
    equal(reminded.length, many - 100);
    ok(reminded.every(({ status }) => status === 'open'));
  });
});
