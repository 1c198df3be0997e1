import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type Bench, decision, form, money, openBench, people } from './bench.ts';

describe('deciding by who holds the mandate', () => {
  let bench: Bench;
  let id: Awaited<ReturnType<Bench['write']>>;
  beforeEach(async () => {
    bench = await openBench();
    id = await bench.write(people.jan, money);
    await bench.press(people.jan, 'action decisions/put-forward', id);
  });
  afterEach(() => bench.close());

  const send = (rest: object = {}, actor = people.judith) =>
    bench.click(actor, 'submit decisions/decide-send', { proposal: id, ...decision, ...rest });

  it('goes to the smallest mandate that is large enough, with a card that says what is asked', async () => {
    const { stage, route } = await bench.file(id);
    deepEqual([stage, route?.decide], ['deciding', { by: 'person', person: people.judith, mandate: 'li-judith' }]);
    const card = await bench.card(people.judith, 'decide');
    match(card, /Er wordt een besluit van je gevraagd/);
    match(card, /€.24\.000/);
    match(card, /Besluit nemen/);
    match(await bench.card(people.jan, 'proposal'), /Het ligt bij Judith Brouns/);
  });

  it('opens a form in which no verdict is chosen', async () => {
    const shown = await bench.click(people.judith, 'dialog decisions/decide', { proposal: id });
    equal(shown.outcome, 'opened');
    match(shown.card, /"id":"verdict"[^}]*"value":""/);
    match(shown.card, /Els Maes/);
  });

  it('is recorded, told to everybody concerned, and changes no more', async () => {
    equal((await send()).outcome, 'done');
    await bench.settled();
    const { stage, decision: taken } = await bench.file(id);
    deepEqual([stage, taken?.verdict, taken?.by, taken?.amountCents], ['decided', 'adopt', people.judith, 2_400_000]);
    for (const person of [people.jan, people.mieke, people.corrie, people.judith, people.paul]) {
      match(await bench.card(person, 'informed'), /Aangenomen: Woning voor overbrugging/);
    }
    ok(!bench.cardsTo(people.els).includes('decisions/informed'));
    ok(!(await bench.card(people.judith, 'decide')).includes('decisions/decide"'), 'nothing is left to press');
    equal((await send({ verdict: 'reject', motivation: 'Toch niet.' })).outcome, 'already-decided');
    equal((await bench.click(people.judith, 'dialog decisions/decide', { proposal: id })).outcome, 'already-decided');
    equal((await bench.click(people.jan, 'submit decisions/amend-send', { proposal: id, ...form })).outcome, 'is-over');
    equal((await bench.file(id)).decision?.verdict, 'adopt');
  });

  it('is one decision when the form is sent twice', async () => {
    const [once, twice] = await bench.clickTwice(people.judith, 'submit decisions/decide-send', {
      ...{ proposal: id, ...decision },
    });
    deepEqual([once.outcome, twice.outcome], ['done', 'done']);
    await bench.settled();
    equal(bench.cardsTo(people.paul).filter((card) => card === 'decisions/informed').length, 1);
  });

  for (const [who, actor] of [
    ['the author', people.jan],
    ['an alderman without this mandate', people.els],
    ['somebody of another centre', people.miriam],
    ['somebody who is nobody here', people.hanna],
  ] as const) {
    it(`refuses ${who}, whatever the card says`, async () => {
      equal((await bench.click(actor, 'dialog decisions/decide', { proposal: id })).outcome, 'not-decider');
      equal((await send({}, actor)).outcome, 'not-decider');
      equal((await bench.click(actor, 'action decisions/show-decide', { proposal: id })).outcome, 'not-decider');
      equal((await bench.file(id)).stage, 'deciding');
    });
  }

  for (const [what, typed, said] of [
    ['a reason', { motivation: '' }, 'Zonder motivering is er geen besluit.'],
    ['a verdict', { verdict: '' }, 'Kies één van de mogelijkheden.'],
    ['who carries it out', { owner: 'niemand-die-ik-ken' }, 'Kies wie dit besluit uitvoert.'],
    ['a day to look back', { reviewOn: '2026-11-23' }, 'Kies een dag na vandaag'],
    ['a summary', { summary: ' ' }, 'openbare besluitenlijst'],
    ['a day to wait for', { verdict: 'postpone', until: '' }, 'Kies tot welke dag'],
    ['what was changed', { verdict: 'adopt-amended' }, 'Schrijf op wat er gewijzigd is'],
    ['no more than was asked', { verdict: 'adopt-amended', amount: '24001' }, 'Het bedrag is hoger dan gevraagd'],
    ['an amount that is one', { verdict: 'adopt-amended', amount: 'minder' }, 'Vul een bedrag in'],
  ] as const) {
    it(`asks for ${what}`, async () => {
      const shown = await send(typed);
      deepEqual([shown.outcome, shown.card.includes(said)], ['faults', true], shown.card);
      equal((await bench.file(id)).stage, 'deciding');
    });
  }

  for (const field of ['motivation', 'conditions', 'amendment', 'summary', 'whyNot', 'alternative', 'amount']) {
    it(`refuses a BSN in ${field}`, async () => {
      const shown = await send({ [field]: 'bsn 111222333' });
      equal(shown.outcome, 'faults');
      ok(!shown.card.includes('111222333') && !bench.logged().includes('111222333'));
      equal((await bench.file(id)).stage, 'deciding');
    });
  }

  it('takes a lower amount', async () => {
    equal((await send({ verdict: 'adopt-amended', amount: '12.000' })).outcome, 'done');
    await bench.settled();
    equal((await bench.file(id)).decision?.amountCents, 1_200_000);
    match(await bench.card(people.jan, 'informed'), /Gewijzigd aangenomen/);
  });

  it('waits until a day, and comes back by itself', async () => {
    equal((await send({ verdict: 'postpone', until: '2026-12-01' })).outcome, 'done');
    await bench.settled();
    equal((await bench.file(id)).stage, 'postponed');
    match(await bench.card(people.jan, 'news'), /Uitgesteld tot dinsdag 1 december/);
    equal((await send()).outcome, 'not-deciding');
    await bench.after(7);
    equal((await bench.file(id)).stage, 'postponed');
    await bench.after(2);
    const { stage, round } = await bench.file(id);
    deepEqual([stage, round], ['deciding', 2]);
    match(await bench.card(people.judith, 'decide'), /Besluit nemen/);
  });

  it('is late after its term, and the author is told', async () => {
    await bench.after(13);
    await bench.after(2);
    await bench.after(3);
    equal((await bench.file(id)).isLate, true);
    match(await bench.card(people.jan, 'news'), /Wie moet besluiten, heeft een herinnering gekregen/);
  });

  it('asks who carried it out what it brought, on its day', async () => {
    await send({ reviewOn: '2026-12-01' });
    await bench.settled();
    equal(
      (await bench.click(people.jan, 'submit decisions/review-send', { proposal: id, reason: 'Rust.' })).outcome,
      'review-not-asked',
    );
    await bench.after(9);
    match(await bench.card(people.jan, 'review'), /Wat heeft het opgeleverd\?/);
    equal((await bench.click(people.judith, 'dialog decisions/review', { proposal: id })).outcome, 'unknown-proposal');
    equal((await bench.click(people.jan, 'dialog decisions/review', { proposal: id })).outcome, 'opened');
    const bsn = await bench.click(people.jan, 'submit decisions/review-send', {
      proposal: id,
      reason: 'bsn 111222333',
    });
    deepEqual([bsn.outcome, bsn.card.includes('111222333')], ['faults', false]);
    const sent = await bench.click(people.jan, 'submit decisions/review-send', { proposal: id, reason: 'Er is rust.' });
    equal(sent.outcome, 'done');
    await bench.settled();
    match(await bench.card(people.jan, 'review'), /Vastgelegd: Er is rust\./);
  });

  it('goes up when the mandate is over at the moment of deciding', async () => {
    await bench.importing(
      `id,centre,holder_person,mandate_subjects,ceiling_euros,valid_from,valid_to
li-judith,LI,${people.judith},budget,25000,2026-01-01,2026-11-22
`,
    );
    const refused = await send();
    deepEqual([refused.outcome, refused.card.includes('Je mandaat is afgelopen of te klein')], ['mandate-over', true]);
    await bench.settled();
    const { stage, route, decision: taken } = await bench.file(id);
    deepEqual([stage, route?.decide.by, taken], ['deciding', 'body', undefined]);
    equal(bench.voting.last().body.id, 'li-bestuur');
    match(await bench.card(people.judith, 'decide'), /Het voorstel ligt bij Bestuurlijk overleg Limburg/);
    match(await bench.card(people.jan, 'news'), /ligt nu bij iemand anders/);
    equal((await send()).outcome, 'not-decider');
  });

  it('goes up when the mandate became too small', async () => {
    await bench.importing(
      `id,centre,holder_person,mandate_subjects,ceiling_euros,valid_from
li-judith,LI,${people.judith},budget,20000,2026-01-01
`,
    );
    equal((await bench.click(people.judith, 'dialog decisions/decide', { proposal: id })).outcome, 'mandate-over');
    equal((await bench.file(id)).route?.decide.by, 'body');
  });
});

describe('advice before a decision', () => {
  let bench: Bench;
  let id: Awaited<ReturnType<Bench['write']>>;
  beforeEach(async () => {
    bench = await openBench();
    id = await bench.write(people.jan, { ...money, advice: 'true' });
    await bench.press(people.jan, 'action decisions/put-forward', id);
  });
  afterEach(() => bench.close());

  it('is a vote of everybody in the sounding board', async () => {
    const { kind, seats, chair, body, settings, closesAt, remindAt, subject } = bench.voting.last();
    deepEqual([kind, body.name, chair, subject], ['advice', 'Klankbord Limburg', people.mieke, `proposal-${id}`]);
    deepEqual(seats, [
      { person: people.mieke, weight: 1, deputies: [] },
      { person: people.corrie, weight: 1, deputies: [] },
    ]);
    equal(settings.secrecy, 'hidden');
    deepEqual([closesAt, remindAt], ['2026-12-07T16:00:00.000Z', '2026-12-04T16:00:00.000Z']);
    match(await bench.card(people.jan, 'proposal'), /Klankbord Limburg geeft advies tot maandag 7 december/);
  });

  it('decides nothing: the author takes it to who decides', async () => {
    await bench.closes('positive');
    const { stage, advice, votes, decision: taken } = await bench.file(id);
    deepEqual([stage, advice[0]?.outcome?.result, votes, taken], ['advised', 'positive', [], undefined]);
    const card = await bench.card(people.jan, 'proposal');
    match(card, /Klankbord Limburg: positief/);
    match(card, /Goed onderbouwd/);
    match(card, /Leg voor aan besluit/);
    equal((await bench.press(people.judith, 'action decisions/to-decision', id)).outcome, 'unknown-proposal');
    equal((await bench.press(people.jan, 'action decisions/to-decision', id)).outcome, 'done');
    equal((await bench.file(id)).stage, 'deciding');
    match(await bench.card(people.judith, 'decide'), /Dit is advies\. Het besluit is aan wie het mandaat heeft/);
  });

  it('is answered by who decides: followed, or why not', async () => {
    await bench.closes('negative');
    await bench.press(people.jan, 'action decisions/to-decision', id);
    const send = (rest: object) =>
      bench.click(people.judith, 'submit decisions/decide-send', { proposal: id, ...decision, ...rest });
    match((await send({})).card, /Zeg of je het volgt/);
    match((await send({ followed: 'no' })).card, /Schrijf op waarom niet/);
    equal((await send({ followed: 'no', whyNot: 'De nood is te hoog.' })).outcome, 'done');
    await bench.settled();
    match(await bench.card(people.jan, 'informed'), /Nee: De nood is te hoog/);
  });

  it('is not waited for when it does not come', async () => {
    equal((await bench.press(people.jan, 'action decisions/to-decision', id)).outcome, 'advice-not-closed');
    await bench.after(15);
    match(await bench.card(people.jan, 'proposal'), /Het advies is niet op tijd gekomen/);
    equal((await bench.press(people.jan, 'action decisions/to-decision', id)).outcome, 'done');
    equal((await bench.file(id)).stage, 'deciding');
    await bench.closes('positive');
    deepEqual((await bench.file(id)).advice[0]?.outcome, undefined, 'it came too late');
  });

  it('is told once, however often voting tells it', async () => {
    await bench.closes('positive');
    await bench.closes('negative');
    equal((await bench.file(id)).advice[0]?.outcome?.result, 'positive');
    equal(bench.cardsTo(people.jan).filter((card) => card === 'decisions/news').length, 1);
  });
});
