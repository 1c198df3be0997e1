import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { commandId, type PersonId } from '../../../src/core/ids.ts';
import { type Choice, needsReason } from '../../../src/features/voting/choices.ts';
import { isVote, type Outcome, type VoteSettings } from '../../../src/features/voting/index.ts';
import { seatStream } from '../../../src/features/voting/vote-state.ts';
import { seatAggregate } from '../../../src/features/voting/aggregates.ts';
import { handle } from '../../../src/store/handle.ts';
import { sqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Ran } from '../../../src/teams/routes.ts';
import { type Click, type Election, electionOn, finish, handClock, newWorld, voter } from './election.ts';
import { Killed, mortal } from '../../support/mortal-store.ts';
import { closesAt, opensAt, seatFor, toOpen, vote } from './samples.ts';

const seats = 4;
const deputy = voter(9);
const stranger = voter(99);
const weights = [1, 2, 3, 5];

type Act =
  | Readonly<{ do: 'cast'; by: 'holder' | 'deputy' | 'stranger'; n: number; choice: Choice; reason: boolean }>
  | Readonly<{ do: 'recuse'; n: number }>
  /** The click of that many acts ago comes again. */
  | Readonly<{ do: 'again'; ago: number }>
  | Readonly<{ do: 'seal'; n: number }>
  | Readonly<{ do: 'work'; dieAt: number }>
  | Readonly<{ do: 'pass'; ms: number }>;

const n = fc.integer({ min: 0, max: seats - 1 });
const choice = fc.constantFrom<Choice>('adopt', 'adopt-amended', 'reject', 'postpone', 'abstain');
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('cast' as const),
      by: fc.constantFrom('holder', 'holder', 'deputy', 'stranger'),
      n,
      choice,
      reason: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recuse' as const), n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), ago: fc.integer({ min: 0, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('seal' as const), n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('work' as const), dieAt: fc.integer({ min: 1, max: 30 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(500, 60_000, 86_400_000) }),
  },
);

/** What every seat must come to, by the rules in a few plain lines. */
type Expected = { recused: boolean; sealed: boolean; ballot?: Readonly<{ by: PersonId; choice: Choice }> };

type Casting = Extract<Act, { do: 'cast' }>;

function expect(seat: Expected, done: Casting, on: Readonly<{ by: PersonId; day: string }>): void {
  if (seat.recused || seat.sealed || done.by === 'stranger') return;
  if (needsReason(done.choice) && !done.reason) return;
  if (done.by === 'deputy' && !mayDeputy(seat, on.day)) return;
  seat.ballot = { by: on.by, choice: done.choice };
}

function mayDeputy({ ballot }: Expected, day: string): boolean {
  const isOverruled = ballot !== undefined && ballot.by !== deputy;
  return !isOverruled && day >= '2026-11-24' && day <= '2026-11-25';
}

async function play(settings: Partial<VoteSettings>, acts: readonly Act[]) {
  const base = sqliteStore({ file: ':memory:' });
  const clock = handClock(opensAt);
  const world = newWorld();
  const alive = await electionOn({ store: base, clock, world });
  const even = settings.secrecy === 'secret';
  const deputies = [{ person: deputy, validFrom: '2026-11-24', validTo: '2026-11-25' }];
  await alive.open(
    toOpen({
      settings: { closeEarly: false, ...settings },
      seats: weights.map((weight, at) => seatFor(voter(at), { weight: even ? 1 : weight, deputies })),
    }),
  );
  await alive.work();
  const expected: Expected[] = weights.map(() => ({ recused: false, sealed: false }));
  const clicks: (() => Promise<Ran>)[] = [];
  for (const [at, done] of acts.entries()) await doOne(done, at);

  async function doOne(done: Act, at: number): Promise<void> {
    const id = commandId(`click-${at}`);
    switch (done.do) {
      case 'pass':
        clock.pass(done.ms);
        return;
      case 'work':
        return workUntilKilled(done.dieAt);
      case 'again':
        await clicks.at(-1 - done.ago)?.();
        return;
      case 'seal':
        return sealOne(done.n, id);
      case 'recuse':
        return recuseOne(done.n, id);
      case 'cast':
        return castOne(done, id);
    }
  }

  async function recuseOne(on: number, id: Click['id']): Promise<void> {
    const at = clock.now();
    await click(() => alive.recuse({ by: voter(on), n: on, id, at }));
    const seat = expected[on]!;
    if (seat.sealed || at.toISOString() >= closesAt) return;
    seat.recused = true;
    delete seat.ballot;
  }

  async function click(again: () => Promise<Ran>): Promise<void> {
    clicks.push(again);
    await again();
  }

  async function castOne(done: Casting, id: Click['id']): Promise<void> {
    const by = { holder: voter(done.n), deputy, stranger }[done.by];
    const at = clock.now();
    const form: Click = { by, n: done.n, choice: done.choice, reason: done.reason ? 'Reden.' : '', id, at };
    await click(() => alive.cast(form));
    const isTime = at.toISOString() < closesAt;
    if (isTime)
      expect(expected[done.n]!, done, { by, day: new Date(at.getTime() + 3_600_000).toISOString().slice(0, 10) });
  }

  /** As the closing of another instance does it, at a moment of its own. */
  async function sealOne(on: number, id: Click['id']): Promise<void> {
    const command = { type: 'SealSeat', data: { at: clock.now().toISOString(), cancelled: false } } as const;
    const order = { stream: seatStream(vote, on), command, by: 'system', at: clock.now(), commandId: id } as const;
    await handle(base, seatAggregate, order);
    expected[on]!.sealed = true;
  }

  /** Another instance on the same store, killed at some write. */
  async function workUntilKilled(dieAt: number): Promise<void> {
    const { store } = mortal(base, dieAt, dieAt % 2 === 0 ? 'before' : 'after');
    const other = await electionOn({ store, clock, world, owner: `other-${dieAt}` });
    try {
      await other.work();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }

  const end = await closing(alive, clock);
  await base.close();
  return { expected, world, outcome: end };
}

async function closing(alive: Election, clock: ReturnType<typeof handClock>): Promise<Outcome> {
  clock.pass(31_000);
  clock.to(closesAt);
  await finish(alive, clock, 400);
  const state = await alive.vote();
  if (!isVote(state) || !state.outcome) throw new Error('no outcome');
  return state.outcome;
}

function check({ expected, world, outcome }: Awaited<ReturnType<typeof play>>, isSecret: boolean): void {
  const voted = expected.flatMap(({ ballot }, at) => (ballot ? [{ ...ballot, at }] : []));
  equal(world.told.size, 1);
  equal(outcome.ballots, voted.length);
  equal(outcome.recused, expected.filter(({ recused }) => recused).length);
  if (isSecret) ok(outcome.ballotsBy === undefined && outcome.reasons.every(({ by }) => by === undefined));
  else
    deepStrictEqual(
      outcome.ballotsBy,
      voted.map(({ at, by, choice: chosen }) => ({ person: voter(at), choice: chosen, castBy: by })),
    );
  const counts: Record<string, number> = {};
  for (const { choice: chosen, at } of voted) counts[chosen] = (counts[chosen] ?? 0) + (isSecret ? 1 : weights[at]!);
  deepStrictEqual({ ...outcome.counts }, isSecret && voted.length < 3 ? {} : counts);
}

describe('what never happens in a vote', () => {
  for (const secrecy of ['hidden', 'secret'] as const) {
    it(`a seat has no second vote, nobody who stepped back counts, no ballot is lost: ${secrecy}`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), async (acts) => {
          check(await play({ secrecy }, acts), secrecy === 'secret');
        }),
        { numRuns: 150 },
      );
    });
  }
});
