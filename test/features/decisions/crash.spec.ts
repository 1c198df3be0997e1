import { deepEqual, equal, ok } from 'node:assert/strict';
import { commandId, streamId } from '../../../src/core/ids.ts';
import {
  decisionRunners,
  proposalId,
  proposalStream,
  raiseProposal,
  type Raising,
  type Settled,
} from '../../../src/features/decisions/index.ts';
import { cancelVoteKind, openVoteKind, settledKind, tickKind } from '../../../src/features/decisions/reactions.ts';
import type { EffectRunner, StoredEffect } from '../../../src/store/effect-queue.ts';
import { startWorker, type Worker } from '../../../src/store/effects-worker.ts';
import { type Bench, decision, money, openBench, people } from './bench.ts';
import { closeVote } from './votes-double.ts';

const signal = new AbortController().signal;
const id = proposalId('raised-1');
const stream = proposalStream(id);
const raising: Raising = {
  ...{ id, centre: 'LI', subject: 'budget', title: 'Woning', text: 'Een woning huren.', amountCents: 2_400_000 },
  ...{ author: people.jan, raisedBy: streamId('money', 'm-1') },
};

describe('a bot that stops halfway', () => {
  let bench: Bench;
  const workers: Worker[] = [];
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.drain();
    await bench.close();
  });

  const raise = async () => {
    const asked = { actor: people.jan, at: bench.deps.clock.now(), commandId: commandId('raise') };
    ok((await raiseProposal(bench.deps, asked, raising)).ok);
    await bench.settled();
    await bench.press(people.jan, 'action decisions/put-forward', id);
  };
  const effect = (kind: string, key: string, data: StoredEffect['data']): StoredEffect => ({
    ...{ kind, key, data, stream, lane: key, due: bench.deps.clock.now().toISOString(), attempts: 0, ambiguous: true },
  });
  const runner = (kind: string): EffectRunner => {
    const found = bench.runners.find((each) => each.kind === kind);
    ok(found);
    return found;
  };
  const run = (kind: string, key: string, data: StoredEffect['data']) =>
    runner(kind).run(effect(kind, key, data), signal);
  const decideIt = async () => {
    equal(
      (await bench.click(people.judith, 'submit decisions/decide-send', { proposal: id, ...decision })).outcome,
      'done',
    );
  };

  it('tells an outcome until it was heard, always as the same command', async () => {
    const heard: Settled[] = [];
    let failures = 2;
    const runners = decisionRunners(bench.deps, {
      async settled(result) {
        heard.push(result);
        if (failures-- > 0) throw new Error('stopped after it was told');
      },
    });
    await raise();
    await bench.worker.drain();
    await decideIt();
    const settling = runners.find(({ kind }) => kind === settledKind);
    const settled = effect(settledKind, 'settled-0', { index: 0 });
    for (let attempt = 0; attempt < 4; attempt++) await settling?.run(settled, signal).catch(() => undefined);
    equal(heard.length, 4);
    deepEqual([...new Set(heard.map((result) => JSON.stringify(result)))].length, 1);
    equal(heard[0]?.commandId, 'proposal-raised-1-settled-0');
  });

  it('tells an outcome once, when two workers run on one store', async () => {
    const heard: Settled[] = [];
    await raise();
    await bench.worker.drain();
    const { store, clock, log } = bench.deps;
    const runners = decisionRunners(bench.deps, { settled: async (result) => void heard.push(result) });
    const shown = { kind: 'show-card', run: async () => ({ done: true }) as const };
    const start = (owner: string): Worker =>
      startWorker({ queue: store, runners: [...runners, shown], clock, log, owner, settings: { pollMs: 5 } });
    await decideIt();
    workers.push(start('one'), start('two'));
    await Promise.all(workers.map((worker) => worker.idle()));
    deepEqual(
      heard.map(({ outcome }) => outcome),
      ['adopted'],
    );
  });

  it('parks what has nothing to tell', async () => {
    await raise();
    const outcome = await run(settledKind, 'settled-0', { index: 0 });
    ok(!outcome.done && 'park' in outcome);
  });

  it('opens a vote once, when voting was out of reach', async () => {
    bench.voting.failNext(1);
    const proposal = await bench.write(people.jan, { ...money, amount: '80000' });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    equal((await bench.file(proposal)).stage, 'deciding');
    await bench.after(1);
    equal(bench.voting.opened.length, 1);
    await bench.after(1);
    equal(bench.voting.opened.length, 1);
  });

  it('opens a vote once, when the effect runs again', async () => {
    const proposal = await bench.write(people.jan, { ...money, amount: '80000' });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    const vote = `${proposal}-d1`;
    const again = { ...effect(openVoteKind, `open-${vote}`, { vote }), stream: proposalStream(proposal) };
    deepEqual(await runner(openVoteKind).run(again, signal), { done: true });
    equal(bench.voting.opened.length, 1);
  });

  it('opens no vote that was taken back before it was opened', async () => {
    await bench.worker.drain();
    const asked = { proposal: 'p-late' };
    const typed = {
      ...asked,
      subject: 'criteria',
      name: 'Criteria',
      text: 'Toetsen.',
      amount: '',
      links: '',
      caseNumber: '',
    };
    await bench.click(people.jan, 'submit decisions/write-send', typed);
    await bench.click(people.jan, 'action decisions/put-forward', asked);
    await bench.click(people.jan, 'submit decisions/withdraw-send', { ...asked, reason: 'Toch niet.' });
    const about = proposalStream(proposalId('p-late'));
    const vote = 'p-late-a1';
    const opening = { ...effect(openVoteKind, `open-${vote}`, { vote }), stream: about };
    const cancelling = { ...effect(cancelVoteKind, `cancel-${vote}`, { vote }), stream: about };
    deepEqual(await runner(openVoteKind).run(opening, signal), { done: true });
    deepEqual(await runner(cancelVoteKind).run(cancelling, signal), { done: true });
    deepEqual(bench.voting.opened, []);
    ok(bench.logged().includes('vote not cancelled'), 'an operator can see that there was none');
  });

  it('parks a vote that is not in the proposal, and one of a body in which nobody is', async () => {
    await raise();
    const strange = await run(openVoteKind, 'open-x', { vote: 'x' });
    ok(!strange.done && 'park' in strange);
    const other = await run(cancelVoteKind, 'cancel-x', { vote: 'x' });
    ok(!other.done && 'park' in other);
    const proposal = await bench.write(people.jan, { ...money, amount: '80000' });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    const vote = `${proposal}-d1`;
    const empty = { ...bench.deps.directory, bodies: async () => [] };
    const runners = decisionRunners({ ...bench.deps, directory: empty }, { settled: async () => undefined });
    const opening = { ...effect(openVoteKind, `open-${vote}`, { vote }), stream: proposalStream(proposal) };
    const outcome = await runners.find(({ kind }) => kind === openVoteKind)?.run(opening, signal);
    ok(outcome && !outcome.done && 'park' in outcome);
  });

  for (const what of ['late', 'resume', 'review', 'expire']) {
    it(`does nothing twice, or too early, at the clock for ${what}`, async () => {
      await raise();
      const before = await bench.file(id);
      deepEqual(await run(tickKind, what, { what }), { done: true });
      deepEqual(await run(tickKind, what, { what }), { done: true });
      deepEqual(await bench.file(id), before);
    });
  }

  it('records an outcome that is told again by another command', async () => {
    const proposal = await bench.write(people.jan, { ...money, advice: 'true' });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    const vote = bench.voting.last();
    const at = bench.deps.clock.now();
    await closeVote(bench.told, vote, { result: 'positive', at });
    await bench.told(
      {
        ...{ vote: vote.id, kind: 'advice', counts: {}, ballots: 0, seats: 2, recused: 0, turnoutPercent: 0 },
        ...{ quorumMet: false, result: 'no-quorum', reasons: [], closedAt: at.toISOString() },
      },
      vote.subject,
      { at, commandId: commandId('another') },
    );
    const { advice } = await bench.file(proposal);
    deepEqual(
      advice.map(({ outcome }) => outcome?.result),
      ['positive'],
    );
  });

  it('hears of no vote of a stream that is no proposal', async () => {
    const at = bench.deps.clock.now();
    const proposal = await bench.write(people.jan, { ...money, advice: 'true' });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    const vote = { ...bench.voting.last(), subject: proposalStream(proposalId('nothing')) };
    await closeVote(bench.told, vote, { result: 'positive', at });
    equal((await bench.file(proposal)).stage, 'advising');
  });

  it('keeps of many long reasons no more than can be read', async () => {
    const proposal = await bench.write(people.jan, { ...money, advice: 'true' });
    await bench.press(people.jan, 'action decisions/put-forward', proposal);
    const reasons = Array.from({ length: 500 }, () => ({ choice: 'disagree', text: 'x'.repeat(2_000) }));
    await closeVote(bench.told, bench.voting.last(), {
      ...{ result: 'negative', at: bench.deps.clock.now(), rest: { reasons } },
    });
    const kept = (await bench.file(proposal)).advice[0]?.outcome?.reasons ?? [];
    deepEqual([kept.length, kept[0]?.text.length], [100, 500]);
    await bench.settled();
    ok((await bench.card(people.jan, 'proposal')).includes('En nog 92.'));
  });
});
