import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { commandId } from '../../../src/core/ids.ts';
import { seatAggregate } from '../../../src/features/voting/aggregates.ts';
import { openVote } from '../../../src/features/voting/index.ts';
import { seatStream } from '../../../src/features/voting/vote-state.ts';
import { handle } from '../../../src/store/handle.ts';
import { openVoting, slotOf, type VotingBench } from './bench.ts';
import { closesAt, els, jan, judith, karin, remindAt, rob, ruben, seatFor, toOpen, vote, wim } from './samples.ts';

describe('a vote by card', () => {
  let bench: VotingBench;
  beforeEach(async () => {
    bench = await openVoting();
  });
  afterEach(() => bench.close());

  it('gives every voter a card, the channel a board and the chair the turnout', async () => {
    const opened = await bench.open(toOpen());
    ok(opened.ok);
    equal((await bench.vote()).stage, 'open');
    deepStrictEqual((await bench.vote()).waiting, []);
    for (const person of [els, wim, karin, rob]) deepStrictEqual(bench.cardsTo(person), ['voting/ballot']);
    deepStrictEqual(bench.cardsTo(judith), []);
    deepStrictEqual(bench.cardsTo(jan), ['voting/manage']);
    const board = await bench.seen(bench.lastSent('board'));
    match(board, /Extra begeleiding \(LI-V-2026-003\)/);
    match(board, /0 van 4 stemmen binnen/);
    match(board, /vrijdag 27 november om 17:00/);
    match(board, /"userIds":\["00000000-0000-4000-8000-000000000024"/);
  });

  it('opens once, however often it is asked', async () => {
    await bench.open(toOpen());
    const again = await bench.open(toOpen({ title: 'Iets anders' }));
    ok(again.ok);
    equal(again.state.title, 'Extra begeleiding');
    equal(bench.cardsTo(els).length, 1);
  });

  it('takes a ballot, shows it to the voter only, and counts it on the board', async () => {
    await bench.open(toOpen());
    const voted = await bench.cast(els, 0, { choice: 'adopt' });
    equal(voted.outcome, 'voted');
    match(voted.card, /Dank je wel, je stem is binnen/);
    match(voted.card, /Je stem: Aannemen\. Wijzigen kan tot vrijdag 27 november om 17:00/);
    await bench.pass(1_000);
    await bench.pass(1_000);
    const board = await bench.seen(bench.lastSent('board'));
    match(board, /1 van 4 stemmen binnen/);
    ok(!board.includes('Aannemen'));
    match(await bench.seen(bench.lastSent('ballot')), /Je stem: Aannemen/);
  });

  it('takes the same click twice as one, and a later choice in the place of the first', async () => {
    await bench.open(toOpen());
    const data = { vote, seat: 0, choice: 'adopt', reason: '' };
    const [once, twice] = await bench.clickTwice(els, 'action voting/cast', data);
    deepStrictEqual([once.outcome, twice.outcome], ['voted', 'voted']);
    equal((await bench.seat(0)).casts, 1);
    await bench.cast(els, 0, { choice: 'reject', reason: 'Te duur.' });
    const seat = await bench.seat(0);
    deepStrictEqual([seat.casts, seat.ballot?.choice, seat.ballot?.reason], [2, 'reject', 'Te duur.']);
  });

  it('says what stands when an earlier click comes again after a later choice', async () => {
    await bench.open(toOpen());
    const press = bench.pressing(els, 'action voting/cast', { vote, seat: 0, choice: 'adopt', reason: '' });
    await press();
    await bench.cast(els, 0, { choice: 'reject', reason: 'Te duur.' });
    const again = await press();
    equal(again.outcome, 'other-stands');
    match(again.card, /daarna veranderd.*Je stem: Afwijzen/);
    equal((await bench.seat(0)).casts, 2);
  });

  it('asks for what is missing and keeps what was typed', async () => {
    await bench.open(toOpen());
    const without = await bench.cast(els, 0, { choice: 'reject' });
    equal(without.outcome, 'ballot-reason-missing');
    match(without.card, /Bij deze keuze hoort een toelichting/);
    match(without.card, /"value":"reject"/);
    equal((await bench.cast(els, 0, { choice: '' })).outcome, 'choice-missing');
    equal((await bench.cast(els, 0, { choice: 'agree' })).outcome, 'choice-missing');
    equal((await bench.seat(0)).ballot, undefined);
  });

  it('keeps personal data out of a reason', async () => {
    await bench.open(toOpen());
    const refused = await bench.cast(els, 0, { choice: 'reject', reason: 'BSN 111222333' });
    equal(refused.outcome, 'faults');
    ok(!refused.card.includes('111222333'));
    ok(!bench.logged().includes('111222333'));
    equal((await bench.seat(0)).ballot, undefined);
  });

  it('asks on the ballot itself what a likely name in a reason is, and counts the vote once that is said', async () => {
    await bench.open(toOpen());
    const vote = { choice: 'reject', reason: 'Finn is te jong.' };
    const asked = await bench.cast(els, 0, vote);
    equal(asked.outcome, 'faults');
    match(asked.card, /"id":"names".*"value":"Finn is te jong\."/);
    equal((await bench.seat(0)).ballot, undefined);
    equal((await bench.cast(els, 0, { ...vote, names: 'mask' })).outcome, 'voted');
    equal((await bench.seat(0)).ballot?.reason, '[naam] is te jong.');
  });

  it('says to a stranger that they are not on the list, and shows them nothing', async () => {
    await bench.open(toOpen());
    for (const shown of [
      await bench.cast(ruben, 0, { choice: 'adopt' }),
      await bench.click(ruben, 'action voting/mine', { vote }),
      await bench.click(ruben, 'action voting/show', { vote, seat: 0 }),
      await bench.click(ruben, 'action voting/mine', { vote: 'none' }),
    ]) {
      equal(shown.card, '');
      match(shown.text, /Je staat niet op de lijst van deze stemming/);
    }
    equal((await bench.seat(0)).ballot, undefined);
  });

  it('does not let one voter vote on the seat of another', async () => {
    await bench.open(toOpen());
    equal((await bench.cast(wim, 0, { choice: 'adopt' })).outcome, 'not-on-list');
  });

  it('shows the own ballot behind the button on the board', async () => {
    await bench.open(toOpen());
    const shown = await bench.click(wim, 'action voting/mine', { vote });
    equal(shown.outcome, 'shown');
    match(shown.card, /"seat":1/);
  });

  it('closes at its hour, tells the outcome once, and shows it', async () => {
    await bench.open(toOpen({ settings: { closeEarly: false } }));
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.cast(wim, 1, { choice: 'adopt' });
    await bench.cast(karin, 2, { choice: 'reject', reason: 'Het kan ook zonder.' });
    await bench.passTo(closesAt);
    await bench.pass(2_000);
    equal(bench.told.length, 1);
    const [{ outcome, subject }] = bench.told as [(typeof bench.told)[0]];
    equal(subject, 'proposal-p1');
    deepStrictEqual(outcome, {
      ...{ vote, kind: 'decision', secrecy: 'hidden', counts: { adopt: 2, reject: 1 }, closedAt: closesAt },
      ...{ ballots: 3, seats: 4, recused: 0, turnoutPercent: 75, quorumMet: true, result: 'adopt' },
      reasons: [{ choice: 'reject', text: 'Het kan ook zonder.', by: karin }],
      ballotsBy: [
        { person: els, choice: 'adopt', castBy: els },
        { person: wim, choice: 'adopt', castBy: wim },
        { person: karin, choice: 'reject', castBy: karin },
      ],
    });
    const board = await bench.seen(bench.lastSent('board'));
    match(board, /Aangenomen/);
    match(board, /Opkomst: 3 van 4 \(75%\)/);
    ok(!board.includes('Karin Dohmen'));
    ok(!board.includes('Het kan ook zonder'));
    match(await bench.seen(bench.lastSent('ballot')), /Afwijzen: “Het kan ook zonder\.”/);
    const late = await bench.cast(rob, 3, { choice: 'adopt' });
    equal(late.outcome, 'vote-closed');
    match(late.card, /De stemming is gesloten/);
  });

  it('shows names after closing only when the vote was open', async () => {
    await bench.open(toOpen({ settings: { closeEarly: true, secrecy: 'open' } }));
    for (const [n, person] of [els, wim, karin].entries()) await bench.cast(person, n, { choice: 'adopt' });
    await bench.cast(judith, 3, { choice: 'abstain' });
    await bench.pass(1_000);
    await bench.pass(2_000);
    equal((await bench.vote()).stage, 'closed');
    const board = await bench.seen(bench.lastSent('board'));
    match(board, /Karin Dohmen: Aannemen/);
    match(board, /Rob Verhagen \(door Judith Brouns\): Onthouding/);
  });

  it('closes early when all who may have voted, and not before', async () => {
    await bench.open(toOpen());
    for (const [n, person] of [els, wim, karin].entries()) await bench.cast(person, n, { choice: 'adopt' });
    await bench.pass(1_000);
    equal((await bench.vote()).stage, 'open');
    await bench.click(rob, 'submit voting/recuse-send', { vote, seat: 3, reason: 'Ik heb er zelf belang bij.' });
    await bench.pass(1_000);
    equal((await bench.vote()).stage, 'closed');
    deepStrictEqual((await bench.vote()).outcome?.recused, 1);
    deepStrictEqual((await bench.vote()).outcome?.turnoutPercent, 100);
  });

  it('counts ballots that came before there was a board', async () => {
    const asked = { actor: jan, at: bench.deps.clock.now(), commandId: commandId('open') };
    await openVote(bench.deps, asked, toOpen({ seats: [seatFor(els)] }));
    const seat = {
      vote,
      n: 0,
      holder: els,
      weight: 1,
      deputies: [],
      kind: 'decision',
      secrecy: 'hidden',
      closesAt,
    } as const;
    const order = { stream: seatStream(vote, 0), by: 'system', at: asked.at, commandId: commandId('seat') } as const;
    const command = { type: 'OpenSeat', data: { at: asked.at.toISOString(), seat } } as const;
    await handle(bench.deps.store, seatAggregate, { ...order, command });
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.pass(2_000);
    await bench.pass(2_000);
    equal((await bench.vote()).stage, 'closed');
    equal((await bench.board()).voted, 1);
  });

  it('reminds only those who have not acted, deputies of the day too, and tells the chair', async () => {
    await bench.open(toOpen({ remindAt: '2026-11-25T08:00:00.000Z' }));
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.click(wim, 'submit voting/recuse-send', { vote, seat: 1, reason: 'Belang.' });
    await bench.settled();
    const before = bench.sent.length;
    await bench.passTo('2026-11-25T08:00:00.000Z');
    const reminded = bench.sent.slice(before).filter(({ data }) => slotOf(data).startsWith('reminder'));
    deepStrictEqual(
      reminded.map(({ data }) => (data['to'] as { person: string }).person).toSorted(),
      [karin, rob, judith].toSorted(),
    );
    match(await bench.seen(reminded[0]!), /Herinnering: je hebt nog niet gestemd/);
    match(await bench.seen(bench.lastSent('turnout-1')), /1 van 3 stemmen binnen/);
    await bench.passTo(remindAt);
    equal(bench.sent.filter(({ data }) => slotOf(data).startsWith('turnout')).length, 1);
  });

  it('lists what waits for somebody, in their own chat only', async () => {
    await bench.open(toOpen());
    for (const words of ['op mij wacht nog', 'Welke stemmingen wachten op mij?', 'votes I owe', 'my votes']) {
      match((await bench.say(els, words))!.card, /Extra begeleiding/);
    }
    match((await bench.say(judith, 'op mij wacht nog'))!.card, /Voor Rob Verhagen/);
    match((await bench.say(els, 'op mij wacht nog', 'channel'))!.text, /in onze eigen chat/);
    await bench.cast(els, 0, { choice: 'adopt' });
    match((await bench.say(els, 'op mij wacht nog'))!.card, /Er wacht geen stemming op jou/);
    match((await bench.say(ruben, 'op mij wacht nog'))!.card, /Er wacht geen stemming op jou/);
    equal(await bench.say(els, 'goedemorgen'), undefined);
  });

  it('lists the seats of whoever also stands in for another', async () => {
    const deputies = [{ person: els, validFrom: '2026-11-01' }];
    await bench.open(toOpen({ seats: [seatFor(els), seatFor(wim, { deputies })] }));
    const shown = await bench.click(els, 'action voting/mine', { vote });
    equal(shown.outcome, 'listed');
    match(shown.card, /Voor Wim Theunissen/);
    match((await bench.click(els, 'action voting/show', { vote, seat: 1 })).card, /Je stemt voor/);
  });
});
