import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { isVote, type Outcome, type VoteSettings } from '../../../src/features/voting/index.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import { type Election, electionOn, finish, handClock, newWorld, voter, type World } from './election.ts';
import { Killed, mortal } from '../../support/mortal-store.ts';
import { closesAt, opensAt, seatFor, toOpen } from './samples.ts';

type Death = Readonly<{ dieAt: number; when: 'before' | 'after' }>;
type Lived = Readonly<{ world: World; writes: number; outcome: Outcome | undefined; left: number }>;

const click = (n: number, choice: string, id: string) => ({
  by: voter(n),
  n,
  choice,
  reason: 'Reden.',
  id: commandId(id),
});

/** A whole vote in steps; a step that is cut off is asked again by whoever asked, with the same command. */
const steps: readonly ((election: Election) => Promise<unknown>)[] = [
  (election) => election.open(toOpen({ seats: [0, 1, 2, 3].map((n) => seatFor(voter(n), { weight: 2 })), ...shape })),
  (election) => election.work(),
  (election) => election.cast(click(0, 'adopt', 'a')),
  (election) => election.cast(click(1, 'reject', 'b')),
  (election) => election.cast(click(1, 'adopt', 'c')),
  (election) => election.cast(click(2, 'reject', 'd')),
  (election) => election.recuse({ by: voter(3), n: 3, id: commandId('e') }),
];
let shape: Parameters<typeof toOpen>[0] = {};

async function live(settings: Partial<VoteSettings>, { dieAt, when }: Death): Promise<Lived> {
  shape = { settings };
  const base = sqliteStore({ file: ':memory:' });
  const clock = handClock(opensAt);
  const world = newWorld();
  const first = mortal(base, dieAt, when);
  let election = await electionOn({ store: first.store, clock, world });
  const surviving = async (work: (on: Election) => Promise<unknown>) => {
    try {
      await work(election);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    if (!first.isDead() || election.deps.store === base) return;
    // The next bot comes when the lease of the last one has ended.
    clock.pass(31_000);
    election = await electionOn({ store: base, clock, world });
    await work(election);
  };
  for (const step of steps) await surviving(step);
  await surviving(async (on) => {
    clock.pass(2_000);
    await on.work();
  });
  await surviving(async (on) => {
    clock.to(closesAt);
    await finish(on, clock, 300);
  });
  const vote = await election.vote();
  const left = (await base.parked(10)).length;
  await base.close();
  return { world, writes: first.writes(), outcome: isVote(vote) ? vote.outcome : undefined, left };
}

function checkOne({ world, outcome, left }: Lived, expected: Outcome, about: string): void {
  deepStrictEqual(outcome && { ...outcome, closedAt: '' }, { ...expected, closedAt: '' }, about);
  equal(world.told.size, 1, about);
  deepStrictEqual([...world.told.values()], [outcome], about);
  equal(left, 0, about);
}

describe('a vote whose bot is killed', () => {
  for (const [name, settings] of [
    ['hidden', { secrecy: 'hidden', closeEarly: false }],
    ['hidden, closing early', { secrecy: 'hidden', closeEarly: true }],
    ['secret', { secrecy: 'secret' }],
  ] as const) {
    it(`ends right, once, wherever it was cut off: ${name}`, async function () {
      this.timeout(60_000);
      const whole = await live(settings, { dieAt: Infinity, when: 'before' });
      if (!whole.outcome) throw new Error('no outcome');
      deepStrictEqual(whole.outcome.counts, { adopt: 4, reject: 2 });
      ok(whole.writes > 50);
      const { outcome } = whole;
      checkOne(whole, outcome, 'never killed');
      for (let dieAt = 1; dieAt <= whole.writes; dieAt++) {
        for (const when of ['before', 'after'] as const) {
          checkOne(await live(settings, { dieAt, when }), outcome, `killed ${when} write ${dieAt}`);
        }
      }
    });
  }
});
