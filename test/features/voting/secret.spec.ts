import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import type { StoredEffect } from '../../../src/store/effect-queue.ts';
import type { Recorded } from '../../../src/store/event-store.ts';
import type { Choice } from '../../../src/features/voting/choices.ts';
import { drawn } from '../../../src/features/voting/ballots-desk.ts';
import type { Urn } from '../../../src/features/voting/urn.ts';
import { seatStream, urnStream } from '../../../src/features/voting/vote-state.ts';
import { voteStream } from '../../../src/features/voting/index.ts';
import { openVoting, type VotingBench } from './bench.ts';
import { closesAt, els, jan, judith, karin, rob, toOpen, vote, wim } from './samples.ts';

const words: readonly Choice[] = ['adopt', 'adopt-amended', 'reject', 'postpone'];
const says = (text: string): readonly Choice[] => words.filter((word) => text.includes(`"${word}"`));

describe('a secret vote', () => {
  let bench: VotingBench;
  beforeEach(async () => {
    bench = await openVoting();
    await bench.open(toOpen({ settings: { secrecy: 'secret' } }));
  });
  afterEach(() => bench.close());

  const history = async (n: number): Promise<readonly Recorded[]> => bench.deps.store.history(seatStream(vote, n));
  const closeFully = async () => {
    await bench.passTo(closesAt);
    for (let seconds = 0; seconds < 60; seconds++) await bench.pass(1_000);
  };

  it('says on the card that it is secret, and later only that one has voted', async () => {
    match((await bench.click(els, 'action voting/mine', { vote })).card, /Dit is een geheime stemming/);
    const shown = await bench.cast(els, 0, { choice: 'reject', reason: 'Te duur.' });
    match(shown.card, /Je hebt gestemd\. Wijzigen kan tot/);
    ok(!/Te duur|"value":"reject","isRequired"|Je stem: /.test(shown.card));
  });

  it('counts every last ballot, once, after closing', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.cast(els, 0, { choice: 'reject', reason: 'Te duur.' });
    await bench.cast(wim, 1, { choice: 'adopt' });
    await bench.cast(judith, 3, { choice: 'adopt' });
    await bench.cast(rob, 3, { choice: 'reject', reason: 'Nu niet.' });
    await closeFully();
    deepStrictEqual(bench.told.length, 1);
    deepStrictEqual(bench.told[0]?.outcome, {
      ...{ vote, kind: 'decision', secrecy: 'secret', counts: { adopt: 1, reject: 2 }, closedAt: closesAt },
      ...{ ballots: 3, seats: 4, recused: 0, turnoutPercent: 75, quorumMet: true, result: 'reject' },
      reasons: [
        { choice: 'reject', text: 'Nu niet.' },
        { choice: 'reject', text: 'Te duur.' },
      ],
    });
    equal((await bench.state<Urn>(urnStream(vote)))?.ballots, 3);
    const board = await bench.seen(bench.lastSent('board'));
    match(board, /Afgewezen/);
    ok(!board.includes('Wim'));
  });

  it('does not close early, and says nothing before the envelopes are in', async () => {
    for (const [n, person] of [els, wim, karin, rob].entries()) await bench.cast(person, n, { choice: 'adopt' });
    await bench.pass(5_000);
    equal((await bench.vote()).stage, 'open');
    await bench.passTo(closesAt);
    equal((await bench.vote()).stage, 'closing');
    equal(bench.told.length, 0);
  });

  it('shows no breakdown of fewer than three ballots', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.cast(wim, 1, { choice: 'adopt' });
    await closeFully();
    const { outcome } = await bench.vote();
    deepStrictEqual([outcome?.counts, outcome?.result], [{}, 'no-quorum']);
    match(await bench.seen(bench.lastSent('board')), /Bij minder dan drie geheime stemmen/);
  });

  it('counts nobody who stepped back after voting', async () => {
    for (const [n, person] of [els, wim, karin, rob].entries()) await bench.cast(person, n, { choice: 'adopt' });
    await bench.click(rob, 'submit voting/recuse-send', { vote, seat: 3, reason: 'Belang.' });
    await bench.settled();
    await closeFully();
    const { outcome } = await bench.vote();
    deepStrictEqual([outcome?.counts, outcome?.recused], [{ adopt: 3 }, 1]);
  });

  it('drops the envelopes of a vote that is cancelled', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.click(jan, 'submit voting/cancel-send', { vote, reason: 'Niet nodig.' });
    await closeFully();
    equal(await bench.state<Urn>(urnStream(vote)), undefined);
    equal(await bench.deps.store.lag(new Date('2027-01-01T00:00:00.000Z')), 0);
  });

  it('waits with an extended vote for its later hour', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    for (const [n, person] of [els, wim, karin].entries()) await bench.cast(person, n, { choice: 'adopt' });
    await bench.click(jan, 'submit voting/extend-send', { vote, day: '2026-12-04', reason: 'Vakantie.' });
    await closeFully();
    equal(await bench.state<Urn>(urnStream(vote)), undefined);
    await bench.passTo('2026-12-04T16:00:00.000Z');
    for (let seconds = 0; seconds < 60; seconds++) await bench.pass(1_000);
    deepStrictEqual(bench.told[0]?.outcome?.counts, { adopt: 3 });
  });

  it('leaves nothing in a seat that says what was chosen, before or after closing', async () => {
    await bench.cast(els, 0, { choice: 'postpone', reason: 'Eerst de begroting.' });
    await bench.cast(wim, 1, { choice: 'adopt-amended', reason: 'Korter.' });
    await bench.cast(karin, 2, { choice: 'reject', reason: 'Te duur.' });
    const check = async () => {
      for (const n of [0, 1, 2, 3]) {
        const kept = JSON.stringify([await history(n), await bench.seat(n)]);
        deepStrictEqual(says(kept), []);
        ok(!/begroting|Korter|duur/.test(kept));
      }
    };
    await check();
    await closeFully();
    await check();
  });

  it('links no seat to the urn: nor by id, time, person, or order', async () => {
    for (const [n, person] of [els, wim, karin, rob].entries()) {
      await bench.cast(person, n, { choice: words[n]!, reason: `Reden ${n}.` });
      await bench.pass(60_000);
    }
    await closeFully();
    const seats = JSON.stringify(await Promise.all([0, 1, 2, 3].map(history)));
    const urn = await bench.deps.store.history(urnStream(vote));
    equal(urn.length, 8);
    for (const { by, at, commandId } of urn) {
      deepStrictEqual([by, at], ['system', closesAt]);
      ok(!seats.includes(commandId));
    }
    const vessel = JSON.stringify([urn, await bench.state(urnStream(vote))]);
    for (const person of [els, wim, karin, rob]) ok(!vessel.includes(person));
    const outcome = JSON.stringify(await bench.state(voteStream(vote)));
    ok(!outcome.includes('ballotsBy'));
    // In the log there is the order in which envelopes came and the order in which they were counted: nothing joins them.
    const lines = bench.logged().split('\n');
    const counted = lines.filter((line) => line.includes('vote-unseal'));
    equal(counted.length, 4);
    ok(counted.every((line) => !line.includes('seat-')));
    deepStrictEqual(says(bench.logged()), []);
  });

  const envelopes = () => bench.runners.find(({ kind }) => kind === 'vote-envelope')!;
  const bring = async (effect: Partial<StoredEffect>) => {
    const about = { vote, choice: 'adopt', reason: '', token: 'token-1', ...effect.data };
    const stored = { stream: seatStream(vote, 0), kind: 'vote-envelope', key: 'ballot', lane: 'ballot', due: closesAt };
    const whole = { ...stored, attempts: 0, ambiguous: false, data: about };
    return envelopes().run(whole, new AbortController().signal);
  };

  it('leaves an envelope that was replaced while it was being brought', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.cast(els, 0, { choice: 'reject', reason: 'Te duur.' });
    await bench.passTo(closesAt);
    deepStrictEqual(await bring({ data: { no: 1 } }), { done: true });
    equal(await bench.state<Urn>(urnStream(vote)), undefined);
  });

  it('brings an envelope once, and not before its seat is sealed', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    const waits = await bring({ data: { no: 1 } });
    ok('again' in waits && waits.afterMs >= Date.parse(closesAt) - bench.deps.clock.now().getTime());
    await bench.passTo(closesAt);
    for (let times = 0; times < 2; times++) deepStrictEqual(await bring({ data: { no: 1 } }), { done: true });
    equal((await bench.state<Urn>(urnStream(vote)))?.received, 1);
  });

  it('draws the order of counting evenly', () => {
    const draws = Array.from({ length: 4_000 }, (_, index) => drawn(`id-${index}`));
    ok(draws.every((draw) => draw >= 0 && draw < 1));
    for (const quarter of [0, 1, 2, 3]) {
      const inside = draws.filter((draw) => Math.floor(draw * 4) === quarter).length;
      ok(Math.abs(inside - 1_000) < 120, `${inside} of 4000 in quarter ${quarter}`);
    }
  });
});
