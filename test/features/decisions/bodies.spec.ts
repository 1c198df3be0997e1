import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type Bench, decision, money, openBench, people } from './bench.ts';

describe('deciding on a text that changes meanwhile', () => {
  it('is refused until the new text was read', async () => {
    const bench = await openBench();
    const id = await bench.write(people.jan, money);
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const opened = await bench.click(people.judith, 'dialog decisions/decide', { proposal: id });
    const version = /"version":"(\d+)"/.exec(opened.card)?.[1];
    const amending = { proposal: id, ...money, text: 'Iets heel anders.', links: '', caseNumber: '', advice: 'false' };
    await bench.click(people.jan, 'submit decisions/amend-send', amending);
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const typed = { proposal: id, ...decision, version };
    equal((await bench.click(people.judith, 'submit decisions/decide-send', typed)).outcome, 'changed-meanwhile');
    const wrong = await bench.click(people.judith, 'submit decisions/decide-send', { ...typed, motivation: '' });
    match(wrong.card, /"version":"1"/, 'a form with a fault is still about what was read');
    equal(
      (await bench.click(people.judith, 'submit decisions/decide-send', { ...typed, version: '2' })).outcome,
      'done',
    );
    await bench.close();
  });
});

describe('deciding by a body', () => {
  let bench: Bench;
  let id: Awaited<ReturnType<Bench['write']>>;
  beforeEach(async () => {
    bench = await openBench();
    // More than any mandate: the administrative board.
    id = await bench.write(people.jan, { ...money, amount: '80.000' });
    await bench.press(people.jan, 'action decisions/put-forward', id);
  });
  afterEach(() => bench.close());

  const record = (rest: object = {}, actor = people.els) =>
    bench.click(actor, 'submit decisions/decide-send', { proposal: id, ...decision, ...rest });

  it('is a vote of its members', async () => {
    const { kind, body, chair, seats } = bench.voting.last();
    deepEqual([kind, body.id, chair], ['decision', 'li-bestuur', people.els]);
    deepEqual(
      seats.map(({ person }) => person),
      [people.els, people.wim, people.karin],
    );
    match(await bench.card(people.jan, 'proposal'), /Het ligt bij Bestuurlijk overleg Limburg/);
  });

  it('is one vote when it is put forward twice', async () => {
    const other = await bench.write(people.jan, { ...money, amount: '90.000' });
    const [once, twice] = await bench.clickTwice(people.jan, 'action decisions/put-forward', { proposal: other });
    deepEqual([once.outcome, twice.outcome], ['done', 'done']);
    equal((await bench.press(people.jan, 'action decisions/put-forward', other)).outcome, 'already-put-forward');
    equal(bench.voting.opened.length, 2);
  });

  it('is nothing before the vote is over', async () => {
    equal((await bench.click(people.els, 'dialog decisions/decide', { proposal: id })).outcome, 'not-deciding');
    equal((await record()).outcome, 'not-deciding');
  });

  it('is recorded by the chair, as the body voted', async () => {
    await bench.closes('adopt');
    match(await bench.card(people.els, 'record'), /Uitslag|Leg vast wat er besloten is/);
    const form = await bench.click(people.els, 'dialog decisions/decide', { proposal: id });
    match(form.card, /"value":"adopt"/);
    ok(!form.card.includes('"value":"reject"'), 'only what was voted for can be chosen');
    match((await record({ verdict: 'reject' })).card, /hetzelfde zijn als de uitslag/);
    equal((await record()).outcome, 'done');
    await bench.settled();
    const { stage, decision: taken } = await bench.file(id);
    deepEqual([stage, taken?.verdict, taken?.decides.by], ['decided', 'adopt', 'body']);
    match(await bench.card(people.wim, 'informed'), /Bestuurlijk overleg Limburg/);
  });

  it('is recorded by nobody else', async () => {
    await bench.closes('adopt');
    for (const actor of [people.wim, people.jan, people.judith, people.hanna]) {
      equal((await bench.click(actor, 'dialog decisions/decide', { proposal: id })).outcome, 'not-decider');
      equal((await record({}, actor)).outcome, 'not-decider');
    }
    equal((await bench.file(id)).stage, 'to-record');
  });

  it('is recorded by whoever leads the body on that day', async () => {
    await bench.importing(
      `id,kind,centre,name,members,valid_from
li-bestuur,administrative-board,LI,Bestuurlijk overleg Limburg,${people.wim};${people.karin},2026-11-23
`,
    );
    await bench.closes('adopt');
    ok(bench.cardsTo(people.wim).includes('decisions/record'));
    equal((await record({}, people.els)).outcome, 'not-decider');
    equal((await record({}, people.wim)).outcome, 'done');
  });

  it('does not change any more what was voted, before it is recorded', async () => {
    await bench.closes('adopt');
    const sent = await bench.click(people.jan, 'submit decisions/withdraw-send', {
      proposal: id,
      reason: 'Toch niet.',
    });
    deepEqual([sent.outcome, sent.card.includes('Er is al gestemd')], ['vote-to-record', true]);
    equal((await bench.press(people.els, 'action decisions/vote-again', id)).outcome, 'vote-has-result');
  });

  for (const result of ['no-quorum', 'no-majority'] as const) {
    it(`votes again after ${result}, or postpones`, async () => {
      await bench.closes(result);
      match(await bench.card(people.els, 'record'), /Er is geen besluit/);
      match((await record()).card, /hetzelfde zijn als de uitslag/);
      equal((await bench.press(people.wim, 'action decisions/vote-again', id)).outcome, 'not-decider');
      const [once, twice] = await bench.clickTwice(people.els, 'action decisions/vote-again', { proposal: id });
      deepEqual([once.outcome, twice.outcome], ['done', 'done']);
      await bench.settled();
      deepEqual(
        bench.voting.opened.map((vote) => vote.id),
        [`${id}-d1`, `${id}-d2`],
      );
      await bench.closes(result);
      equal((await record({ verdict: 'postpone', until: '2026-12-15' })).outcome, 'done');
      equal((await bench.file(id)).stage, 'postponed');
    });
  }

  it('can be amended by its author when the vote came to nothing', async () => {
    await bench.closes('no-majority');
    const sent = await bench.click(people.jan, 'submit decisions/amend-send', {
      ...{ proposal: id, ...money, links: '', caseNumber: '', advice: 'false', amount: '20000' },
    });
    equal(sent.outcome, 'done');
    await bench.press(people.jan, 'action decisions/put-forward', id);
    await bench.settled();
    deepEqual((await bench.file(id)).route?.decide, { by: 'person', person: people.judith, mandate: 'li-judith' });
  });

  it('comes to the chair when the vote never ended, who can then vote again', async () => {
    await bench.after(20);
    match(await bench.card(people.els, 'record'), /Stem opnieuw|opnieuw/);
    equal((await bench.press(people.els, 'action decisions/vote-again', id)).outcome, 'done');
    equal(bench.voting.opened.length, 2);
    equal(bench.voting.cancelled.length, 1);
  });

  it('votes again from new when it was postponed', async () => {
    await bench.closes('postpone');
    await record({ verdict: 'postpone', until: '2026-12-01' });
    await bench.settled();
    await bench.after(9);
    deepEqual([(await bench.file(id)).stage, bench.voting.opened.length], ['deciding', 2]);
  });
});
