import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { openVoting, slotOf, type VotingBench } from './bench.ts';
import { closesAt, els, extendedTo, jan, judith, karin, rob, ruben, toOpen, vote, wim } from './samples.ts';

const extension = { vote, day: '2026-12-04', reason: 'Herfstvakantie.' };

describe('a vote: what the chair can do', () => {
  let bench: VotingBench;
  beforeEach(async () => {
    bench = await openVoting();
    await bench.open(toOpen());
  });
  afterEach(() => bench.close());

  it('shows the turnout, and nothing of who or what', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    await bench.pass(1_000);
    const shown = await bench.click(jan, 'action voting/manage', { vote });
    match(shown.card, /1 van 4 stemmen binnen/);
    ok(!/Aannemen|Els Maes/.test(shown.card));
  });

  it('extends once, with a date and a reason, for the vote, the seats and the board', async () => {
    match((await bench.click(jan, 'dialog voting/extend', { vote })).card, /Nu sluit de stemming vrijdag 27 november/);
    const done = await bench.click(jan, 'submit voting/extend-send', extension);
    equal(done.outcome, 'extended');
    match(done.card, /De stemming sluit nu vrijdag 4 december om 17:00/);
    await bench.settled();
    deepStrictEqual(
      [(await bench.vote()).closesAt, (await bench.seat(3)).closesAt, (await bench.board()).closesAt],
      [extendedTo, extendedTo, extendedTo],
    );
    equal((await bench.vote()).remindAt, '2026-12-03T08:00:00.000Z');
    await bench.pass(1_000);
    match(await bench.seen(bench.lastSent('board')), /Verlengd: Herfstvakantie\./);
    await bench.passTo(closesAt);
    equal((await bench.vote()).stage, 'open');
    equal((await bench.cast(els, 0, { choice: 'adopt' })).outcome, 'voted');
    equal((await bench.click(jan, 'dialog voting/extend', { vote })).outcome, 'already-extended');
    equal((await bench.click(jan, 'submit voting/extend-send', extension)).outcome, 'already-extended');
    await bench.passTo(extendedTo);
    equal((await bench.vote()).stage, 'closed');
  });

  it('takes the same extension twice as one', async () => {
    const [once, twice] = await bench.clickTwice(jan, 'submit voting/extend-send', extension);
    deepStrictEqual([once.outcome, twice.outcome], ['extended', 'extended']);
  });

  it('asks again for what is missing or wrong', async () => {
    const send = (change: object) => bench.click(jan, 'submit voting/extend-send', { ...extension, ...change });
    match((await send({ reason: '' })).card, /Schrijf in een paar woorden op waarom/);
    match((await send({ day: '2026-11-27' })).card, /Kies een latere dag/);
    match((await send({ day: '' })).card, /Kies een latere dag/);
    const guarded = await send({ reason: 'Over 111222333' });
    equal(guarded.outcome, 'faults');
    ok(!guarded.card.includes('111222333'));
    equal((await bench.vote()).extended, undefined);
  });

  it('cancels with a reason: no outcome, nothing counts, everybody sees why', async () => {
    await bench.cast(els, 0, { choice: 'adopt' });
    match((await bench.click(jan, 'dialog voting/cancel', { vote })).card, /Alle stemmen vervallen/);
    equal((await bench.click(jan, 'submit voting/cancel-send', { vote, reason: '' })).outcome, 'faults');
    const data = { vote, reason: 'Voorstel ingetrokken.' };
    equal((await bench.click(jan, 'submit voting/cancel-send', data)).outcome, 'cancelled');
    await bench.settled();
    await bench.pass(2_000);
    equal((await bench.vote()).stage, 'cancelled');
    deepStrictEqual(bench.told, [
      { cancelled: 'Voorstel ingetrokken.', subject: 'proposal-p1', command: bench.told[0]?.command },
    ]);
    match(await bench.seen(bench.lastSent('board')), /De stemming is ingetrokken: Voorstel ingetrokken\./);
    match(await bench.seen(bench.lastSent('ballot')), /De stemming is ingetrokken/);
    equal((await bench.cast(wim, 1, { choice: 'adopt' })).outcome, 'vote-closed');
    await bench.passTo(closesAt);
    equal((await bench.vote()).outcome, undefined);
    equal((await bench.click(jan, 'submit voting/cancel-send', data)).outcome, 'cancelled');
    equal((await bench.click(jan, 'dialog voting/cancel', { vote })).outcome, 'vote-over');
  });

  it('is for the chair only', async () => {
    for (const person of [els, ruben]) {
      for (const verb of ['extend', 'cancel'] as const) {
        equal((await bench.click(person, `dialog voting/${verb}`, { vote })).outcome, 'not-chair');
        const sent = await bench.click(person, `submit voting/${verb}-send`, extension);
        equal(sent.outcome, 'not-chair');
        match(sent.card, /Alleen de voorzitter/);
      }
      equal((await bench.click(person, 'action voting/manage', { vote })).outcome, 'not-chair');
    }
    equal((await bench.click(jan, 'action voting/manage', { vote: 'none' })).outcome, 'not-chair');
  });
});

describe('a vote: deputies and stepping back', () => {
  let bench: VotingBench;
  beforeEach(async () => {
    bench = await openVoting();
    await bench.open(toOpen({ settings: { closeEarly: false } }));
  });
  afterEach(() => bench.close());

  it('takes the ballot of a deputy, tells the holder, and lets the holder overrule', async () => {
    equal((await bench.cast(judith, 3, { choice: 'adopt' })).outcome, 'voted');
    await bench.settled();
    match(await bench.seen(bench.lastSent('ballot')), /Judith Brouns heeft voor je gestemd/);
    equal((await bench.cast(rob, 3, { choice: 'reject', reason: 'Nee.' })).outcome, 'voted');
    const late = await bench.cast(judith, 3, { choice: 'adopt' });
    equal(late.outcome, 'holder-has-voted');
    match(late.card, /Rob Verhagen heeft zelf gestemd/);
    ok(!/Afwijzen"|Nee\./.test(late.card.replaceAll('"title":"Afwijzen"', '')));
    await bench.passTo(closesAt);
    deepStrictEqual((await bench.vote()).outcome?.counts, { reject: 1 });
  });

  it('refuses a deputy outside their days', async () => {
    await bench.passTo('2026-11-26T09:00:00.000Z');
    const shown = await bench.cast(judith, 3, { choice: 'adopt' });
    equal(shown.outcome, 'deputy-not-now');
    match(shown.card, /Je bent vandaag geen vervanger/);
    equal((await bench.say(judith, 'mijn stemmingen'))!.card.includes('Rob'), false);
    equal((await bench.click(judith, 'action voting/mine', { vote })).outcome, 'not-on-list');
  });

  it('steps back in a dialog, with a reason', async () => {
    const about = { vote, seat: 2 };
    match((await bench.click(karin, 'dialog voting/recuse', about)).card, /Waarom doe je niet mee/);
    equal((await bench.click(karin, 'submit voting/recuse-send', { ...about, reason: '' })).outcome, 'faults');
    const guarded = await bench.click(karin, 'submit voting/recuse-send', { ...about, reason: 'BSN 111222333' });
    equal(guarded.outcome, 'faults');
    ok(!guarded.card.includes('111222333'));
    const [once, twice] = await bench.clickTwice(karin, 'submit voting/recuse-send', { ...about, reason: 'Belang.' });
    deepStrictEqual([once.outcome, twice.outcome], ['recused', 'recused']);
    await bench.settled();
    match(await bench.seen(bench.lastSent('ballot')), /Je doet niet mee bij dit onderwerp/);
    equal((await bench.cast(karin, 2, { choice: 'adopt' })).outcome, 'recused');
    await bench.pass(1_000);
    match(await bench.seen(bench.lastSent('manage')), /0 van 3 stemmen binnen/);
  });

  it('does not let others step back for somebody', async () => {
    const data = { vote, seat: 3, reason: 'Belang.' };
    for (const person of [els, ruben]) {
      equal((await bench.click(person, 'dialog voting/recuse', data)).outcome, 'not-on-list');
      equal((await bench.click(person, 'submit voting/recuse-send', data)).outcome, 'not-on-list');
    }
    equal((await bench.click(judith, 'submit voting/recuse-send', data)).outcome, 'only-holder-recuses');
  });

  it('shows every card in both languages', async () => {
    await bench.cast(els, 0, { choice: 'adopt-amended', reason: 'Korter.' });
    await bench.passTo('2026-11-26T08:00:00.000Z');
    await bench.passTo(closesAt);
    await bench.pass(2_000);
    for (const effect of bench.sent.filter(({ data }) => (data['card'] as string).startsWith('voting/'))) {
      match(await bench.seen(effect, 'nl'), /"lang":"nl"/);
      ok(!/stem|Sluit|Gesloten/i.test((await bench.seen(effect, 'en')).replace('system', '')), slotOf(effect.data));
    }
  });
});
