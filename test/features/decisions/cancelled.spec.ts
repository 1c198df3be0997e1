import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { decisionCancelled, type proposalStream } from '../../../src/features/decisions/index.ts';
import type { ProposalEvent } from '../../../src/features/decisions/proposal-messages.ts';
import { voteId } from '../../../src/features/voting/index.ts';
import { type Bench, decision, form, money, openBench, people } from './bench.ts';
import * as story from './samples.ts';

const { adviceVote, author, board, byHolder, chair, decisionVote, given, later, newDecision } = story;

const cancelled = (vote = adviceVote) =>
  ({ type: 'RecordCancelled', data: { at: later, vote, reason: 'Eerst cijfers.', chair } }) as const;
const amended: ProposalEvent = { type: 'ProposalAmended', data: { at: later, by: author, content: story.amended } };
const take = {
  type: 'TakeToDecision',
  data: { at: later, by: author, route: byHolder, decision: newDecision },
} as const;

describe('a vote that its chair took back', () => {
  it('puts a proposal that was advised on one step back', () => {
    given(...story.advising)
      .when(cancelled())
      .thenEvents(story.adviceCancelled);
    const { stage, advice } = story.fileAfter(...story.adviceTakenBack);
    deepEqual(
      [stage, advice.map(({ status, cancelledBecause }) => [status, cancelledBecause])],
      ['draft', [['cancelled', 'Eerst cijfers.']]],
    );
  });

  it('leaves a decision without a result with whoever leads the body now', () => {
    given(...story.voting)
      .when({ type: 'RecordCancelled', data: { ...story.voteCancelled.data } as ReturnType<typeof cancelled>['data'] })
      .thenEvents(story.voteCancelled);
    const { stage, votes, decision: taken } = story.fileAfter(...story.voteTakenBack);
    deepEqual([stage, votes[0]?.status, votes[0]?.body.chair, taken], ['to-record', 'cancelled', chair, undefined]);
  });

  it('is recorded once, of the vote that runs, and not of one that the proposal let go itself', () => {
    given(...story.adviceTakenBack)
      .when(cancelled())
      .thenNothing();
    given(...story.voteTakenBack)
      .when(cancelled(decisionVote))
      .thenNothing();
    given(...story.advising)
      .when(cancelled(voteId('another')))
      .thenNothing();
    given(...story.advising, amended)
      .when(cancelled())
      .thenNothing();
    given(...story.voting, story.withdrawn)
      .when(cancelled(decisionVote))
      .thenNothing();
    given(...story.withAdvice)
      .when(cancelled())
      .thenNothing();
    given(...story.voted('adopt'))
      .when(cancelled(decisionVote))
      .thenNothing();
    given().when(cancelled()).thenNothing();
  });

  it('lets the author go on without advice, or ask again, but not with another text', () => {
    given(...story.adviceTakenBack)
      .when(take)
      .thenEvents(story.decisionAsked(byHolder, later));
    const again = { vote: voteId('p-1-a2'), closesAt: story.closesAt, remindAt: story.remindAt };
    const route = story.advised(byHolder);
    given(...story.adviceTakenBack)
      .when({ type: 'PutForward', data: { at: later, by: author, route, advice: again, decision: newDecision } })
      .thenEvents(
        { type: 'ProposalPutForward', data: { at: later, by: author, route } },
        { type: 'AdviceAsked', data: { at: later, body: story.onRoute(story.klankbord), ...again } },
      );
    given(...story.adviceTakenBack, amended)
      .when(take)
      .thenRefused('not-put-forward');
  });

  it('lets the chair vote again or postpone, and decide nothing', () => {
    const leading = { at: later, by: chair, chairOf: board.id };
    const next = { ...newDecision, vote: voteId('p-1-d2') };
    given(...story.voteTakenBack)
      .when({ type: 'VoteAgain', data: { ...leading, decision: next } })
      .thenEvents({
        type: 'DecisionAsked',
        data: { at: later, ...next, body: story.onRoute(board) },
      });
    const ruling = { ...leading, informed: story.informed };
    given(...story.voteTakenBack)
      .when({ type: 'Decide', data: { ...ruling, ruling: story.postponing } })
      .thenEvents({
        type: 'ProposalPostponed',
        data: { at: later, by: chair, until: '2026-12-15', motivation: 'Eerst cijfers.' },
      });
    given(...story.voteTakenBack)
      .when({ type: 'Decide', data: { ...ruling, ruling: story.adopting } })
      .thenRefused('not-the-result');
  });
});

describe('hearing that a vote was taken back', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  /** As voting tells it, as often as it does. */
  async function takesBack(reason: string, subject = bench.voting.last().subject): Promise<void> {
    const command = { at: bench.deps.clock.now(), commandId: commandId(`told-${bench.voting.last().id}`) };
    for (const _ of [1, 2])
      await decisionCancelled(bench.deps)({ vote: bench.voting.last().id, reason }, subject, command);
    await bench.settled();
  }

  it('tells the author, who goes on without advice', async () => {
    const id = await bench.write();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    await takesBack('Eerst cijfers.');
    match(await bench.card(people.jan, 'news'), /De adviesvraag over LI-V-2026-001 is ingetrokken.*“Eerst cijfers\.”/);
    equal(bench.sent.filter(({ data }) => data['card'] === 'decisions/news').length, 1);
    const card = await bench.card(people.jan, 'proposal');
    for (const part of ['decisions/put-forward', 'decisions/to-decision', 'decisions/amend']) ok(card.includes(part));
    equal((await bench.press(people.judith, 'action decisions/to-decision', id)).outcome, 'unknown-proposal');
    equal((await bench.press(people.jan, 'action decisions/to-decision', id)).outcome, 'done');
    deepEqual([(await bench.file(id)).stage, bench.voting.last().kind], ['deciding', 'decision']);
  });

  it('lets the author ask for advice again', async () => {
    const id = await bench.write();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    await takesBack('Te vroeg.');
    await bench.press(people.jan, 'action decisions/put-forward', id);
    deepEqual(
      bench.voting.opened.map((vote) => vote.id),
      [`${id}-a1`, `${id}-a2`],
    );
    await bench.closes('positive');
    equal((await bench.file(id)).stage, 'advised');
  });

  it('tells the author and asks the chair, who votes again', async () => {
    const id = await bench.write(people.jan, { ...money, amount: '80.000' });
    await bench.press(people.jan, 'action decisions/put-forward', id);
    await takesBack('Niet volledig.');
    match(await bench.card(people.jan, 'news'), /De stemming over LI-V-2026-001 is ingetrokken/);
    match(await bench.card(people.jan, 'proposal'), /De voorzitter van Bestuurlijk overleg Limburg.*“Niet volledig\.”/);
    const record = await bench.card(people.els, 'record');
    match(record, /De stemming is ingetrokken: “Niet volledig\.”.*decisions\/vote-again/s);
    equal((await bench.press(people.wim, 'action decisions/vote-again', id)).outcome, 'not-decider');
    equal((await bench.press(people.els, 'action decisions/vote-again', id)).outcome, 'done');
    equal(bench.voting.last().id, `${id}-d2`);
    await bench.closes('adopt');
    const done = { proposal: id, ...decision };
    equal((await bench.click(people.els, 'submit decisions/decide-send', done)).outcome, 'done');
  });

  it('lets the chair postpone, and the author amend: then the chair has nothing to do', async () => {
    const [first, second] = [
      await bench.write(people.jan, { ...money, amount: '80.000' }),
      await bench.write(people.jan, { ...money, amount: '90.000' }),
    ];
    await bench.press(people.jan, 'action decisions/put-forward', first);
    await takesBack('Niet volledig.');
    const wait = { proposal: first, ...decision, verdict: 'postpone', until: '2026-12-24' };
    equal((await bench.click(people.els, 'submit decisions/decide-send', wait)).outcome, 'done');
    equal((await bench.file(first)).stage, 'postponed');
    await bench.press(people.jan, 'action decisions/put-forward', second);
    await takesBack('Niet volledig.');
    const changed = { proposal: second, ...form, ...money, amount: '70.000' };
    equal((await bench.click(people.jan, 'submit decisions/amend-send', changed)).outcome, 'done');
    await bench.settled();
    match(await bench.card(people.els, 'record'), /Het voorstel is terug bij wie het inbracht/);
  });

  it('changes nothing when the proposal took it back itself, or is not there', async () => {
    const id = await bench.write();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const changed = { proposal: id, ...form, text: 'Andere criteria.' };
    await bench.click(people.jan, 'submit decisions/amend-send', changed);
    await bench.settled();
    const before = await bench.file(id);
    await takesBack('Het voorstel is aangepast.');
    deepEqual(await bench.file(id), before);
    await takesBack('Weg.', 'proposal-none' as ReturnType<typeof proposalStream>);
  });
});
