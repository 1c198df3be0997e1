import { deepStrictEqual, equal, ok, rejects } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import type { BoardFile } from '../../../src/features/voting/board.ts';
import { type Outcome, votingRunners } from '../../../src/features/voting/index.ts';
import { boardStream, seatStream, voteStream } from '../../../src/features/voting/vote-state.ts';
import type { StoredEffect } from '../../../src/store/effect-queue.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { gate } from '../../support/store-worker.ts';
import { type Election, electionOn, handClock, newWorld, voter } from './election.ts';
import { closesAt, opensAt, seatFor, toOpen, vote } from './samples.ts';

const many = 250;

describe('the progress of a vote', () => {
  let store: Store;
  let election: Election;
  let searches: number;
  let held: ReturnType<typeof gate> | undefined;
  const clock = handClock(opensAt);

  beforeEach(async () => {
    const base = sqliteStore({ file: ':memory:' });
    searches = 0;
    held = undefined;
    store = {
      ...base,
      async find(find) {
        const isCount = find.type === 'seat' && find.where.some(({ field }) => field === 'status');
        // Pages of one search are one search.
        if (isCount && find.after === undefined) searches++;
        const page = await base.find(find);
        if (isCount) await held?.opened;
        return page;
      },
    };
    election = await electionOn({ store, clock, world: newWorld() });
    const seats = Array.from({ length: many }, (_, n) => seatFor(voter(n)));
    await election.open(toOpen({ seats, settings: { closeEarly: false } }));
    await election.work();
    clock.pass(2_000);
    await election.work();
    searches = 0;
  });
  afterEach(() => store.close());

  const cast = (n: number) =>
    election.cast({ by: voter(n), n, choice: 'adopt', id: commandId(`c-${n}-${searches}`), at: clock.now() });
  const progressOf = (n: number, status = 'voted'): StoredEffect => ({
    ...{ stream: seatStream(vote, n), kind: 'vote-progress', key: 'progress', lane: 'progress', due: opensAt },
    ...{ attempts: 0, ambiguous: false, data: { vote, status } },
  });
  const run = (n: number, status?: string) => {
    const runner = election.runners.find(({ kind }) => kind === 'vote-progress')!;
    return runner.run(progressOf(n, status), new AbortController().signal);
  };
  const board = async () => (await store.load(boardStream(vote))).state as unknown as BoardFile;

  it('counts all pages', async () => {
    for (let n = 0; n < many; n++) await cast(n);
    await run(0);
    equal((await board()).voted, many);
    equal(searches, 1);
  });

  it('counts many ballots at once: those that a count saw need none of their own', async () => {
    for (let n = 0; n < 50; n++) await cast(n);
    for (let n = 0; n < 50; n++) await run(n);
    equal(searches, 1);
    equal((await board()).voted, 50);
  });

  it('counts again for a seat that was not seen, or that acted otherwise since', async () => {
    await cast(0);
    await run(0);
    await cast(1);
    await run(1);
    equal(searches, 2);
    await election.recuse({ by: voter(1), n: 1, id: commandId('r') });
    await run(1, 'recused');
    equal(searches, 3);
    deepStrictEqual([(await board()).voted, (await board()).recused], [1, 1]);
  });

  it('has one count running and one waiting, however many ask, and the waiting one sees them all', async () => {
    await cast(0);
    held = gate();
    const running = run(0);
    await new Promise((resolve) => setImmediate(resolve));
    for (let n = 1; n < 20; n++) await cast(n);
    const waiting = Array.from({ length: 19 }, (_, index) => run(index + 1));
    held.open();
    await Promise.all([running, ...waiting]);
    equal(searches, 2);
    equal((await board()).voted, 20);
  });

  it('counts anew after a count that failed', async () => {
    await cast(0);
    const broken = { ...store, find: () => Promise.reject(new Error('503')) };
    const other = await electionOn({ store: broken, clock, world: newWorld(), owner: 'other' });
    const runner = other.runners.find(({ kind }) => kind === 'vote-progress')!;
    const signal = new AbortController().signal;
    await rejects(runner.run(progressOf(0), signal), /503/);
    await rejects(runner.run(progressOf(0), signal), /503/);
    await run(0);
    equal((await board()).voted, 1);
  });

  it('tells the outcome under one id, also when it is told again after a failure', async () => {
    for (let n = 0; n < 3; n++) await cast(n);
    clock.to(closesAt);
    await election.work();
    const heard: string[] = [];
    const closed = async (_outcome: Outcome, _subject: string, command: Readonly<{ commandId: string }>) => {
      heard.push(command.commandId);
      if (heard.length === 1) throw new Error('heard, but the answer was lost');
    };
    const tell = votingRunners(election.deps, { closed }).find(({ kind }) => kind === 'vote-tell')!;
    const effect = { ...progressOf(0), stream: voteStream(vote), kind: 'vote-tell', key: 'tell', data: {} };
    const signal = new AbortController().signal;
    await rejects(tell.run(effect, signal));
    deepStrictEqual(await tell.run({ ...effect, due: closesAt, attempts: 1 }, signal), { done: true });
    equal(heard.length, 2);
    equal(new Set(heard).size, 1);
  });

  it('takes a stream that is no vote out of the queue, for an operator to see', async () => {
    for (const kind of ['vote-close', 'vote-publish', 'vote-tell', 'vote-remind', 'vote-spread', 'vote-open-seats']) {
      const runner = election.runners.find((each) => each.kind === kind)!;
      const outcome = await runner.run({ ...progressOf(0), kind, data: {} }, new AbortController().signal);
      ok('park' in outcome, kind);
    }
  });
});
