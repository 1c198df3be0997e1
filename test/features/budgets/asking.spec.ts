import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { criteria } from '../../../src/features/budgets/criteria.ts';
import { freeOf } from '../../../src/features/budgets/budget-state.ts';
import { answers, ask, type Bench, cardOf, filled, form, guarantee, openBudgets, ownCards, people } from './bench.ts';
import { euros } from './samples.ts';

describe('asking for money', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBudgets();
  });
  afterEach(() => bench.close());

  const next = (rest: object = {}) => bench.click(people.fatima, 'submit budgets/ask-next', form('r-1', rest));
  const send = (rest: object = {}) => bench.click(people.fatima, 'submit budgets/ask-send', form('r-1', rest));
  const nothingHappened = async () => {
    deepEqual([await bench.request('r-1'), await bench.holding('r-1')], [undefined, undefined]);
  };

  it('begins with a form that asks for an end date and names every line', async () => {
    const opened = await bench.click(people.fatima, 'dialog budgets/ask', { case: bench.case });
    equal(opened.outcome, 'opened');
    for (const words of ['Tot en met', 'garantiebudget', 'opstartkosten', 'Kosten die de gemeente betaalt'])
      match(opened.card, new RegExp(words));
    match(opened.card, /"request":"made-1"/);
  });

  it('goes on to the eleven criteria, and back with what was filled in', async () => {
    const second = await next();
    equal(second.outcome, 'opened');
    for (const index of criteria.keys()) ok(second.card.includes(`"id":"score${index + 1}"`));
    const order = [...second.card.matchAll(/"id":"score(\d+)"/g)].map(([, number]) => Number(number));
    deepEqual(order, [1, 3, 4, 5, 10, 2, 6, 7, 8, 9, 11], 'those that must be met come first');
    const [must, other] = ['Deze vijf moeten', 'Deze zes wegen mee'].map((text) => second.card.indexOf(text));
    ok(must! < other! && must! > 0);
    const first = await bench.click(people.fatima, 'submit budgets/ask-back', form('r-1', { purpose: 'Een plek.' }));
    match(first.card, /Een plek\./);
    ok(first.card.includes('Besproken met het expertteam.'), 'the reasons are carried along');
  });

  it('sets the money apart and records the request with a number', async () => {
    const file = await ask(bench, 'r-1');
    deepEqual(
      [file.stage, file.number, file.requester, file.leader, file.year],
      ['asked', 'LI-G-2026-0001', people.fatima, people.jan, 2026],
    );
    const holding = await bench.holding('r-1');
    deepEqual([holding?.status, holding?.reserved], ['reserved', euros(24_000)]);
    deepEqual(file.money, { status: 'reserved', reserved: euros(24_000), committed: 0, spent: 0, settled: 0 });
    equal(file.ask.municipalityCents, euros(30_000));
  });

  it('numbers requests one after another', async () => {
    await ask(bench, 'r-1');
    equal((await ask(bench, 'r-2')).number, 'LI-G-2026-0002');
  });

  it('may be done by the chair too', async () => {
    const shown = await bench.click(people.marieke, 'submit budgets/ask-send', form('r-1'));
    equal(shown.outcome, 'done');
  });

  it('shows requester and project leader how it stands, and only the requester can withdraw', async () => {
    await ask(bench, 'r-1');
    const [own, leading] = [await cardOf(bench, people.fatima, 'status'), await cardOf(bench, people.jan, 'status')];
    for (const card of [own, leading]) {
      match(card, /LI-G-2026-0001/);
      match(card, /LI-2026-0002/);
      match(card, /24\.000/);
    }
    ok(own.includes('budgets/withdraw') && !leading.includes('budgets/withdraw'));
  });

  it('shows on no card outside a dialog what was typed', async () => {
    await ask(bench, 'r-1');
    for (const effect of ownCards(bench)) {
      const card = await bench.seen(effect);
      for (const word of ['maatwerkplek', 'Wolf', 'Weert', 'Besproken']) ok(!card.includes(word), `${word} in ${card}`);
    }
  });

  it('puts one proposal before those who decide, by the project leader, with no more than the case number', async () => {
    await ask(bench, 'r-1');
    deepEqual([...bench.raised.keys()], ['money-r-1']);
    const proposal = bench.raised.get('money-r-1');
    ok(proposal);
    deepEqual(
      [proposal.author, proposal.centre, proposal.subject, proposal.amountCents, proposal.case?.number],
      [people.jan, 'LI', 'budget', euros(24_000), 'LI-2026-0002'],
    );
    match(proposal.title, /^€.24\.000 voor beschikbaarheid van plekken \(LI-G-2026-0001\)$/);
    for (const words of [
      /Looptijd: 1 december 2026 tot en met 28 februari 2027/,
      /11 keer ja/,
      /De gemeente betaalt zelf/,
    ])
      match(proposal.text, words);
    ok(!/Wolf|Weert/.test(`${proposal.title}${proposal.text}`));
    equal((await bench.request('r-1'))?.raised, true);
  });

  it('has one effect when the same click comes twice', async () => {
    const [first, second] = await bench.clickTwice(people.fatima, 'submit budgets/ask-send', form('r-1'));
    deepEqual([first.outcome, second.outcome], ['done', 'done']);
    await bench.settled();
    equal(freeOf((await bench.budget()).lines.availability), euros(76_000));
    equal((await ask(bench, 'r-2')).number, 'LI-G-2026-0002');
  });

  it('tells a later click on the same form that it was asked already', async () => {
    await ask(bench, 'r-1');
    const again = await send({ amount: '1' });
    equal(again.outcome, 'already-requested');
    equal((await bench.holding('r-1'))?.reserved, euros(24_000));
  });

  for (const [who, person] of Object.entries({
    els: people.els,
    tom: people.tom,
    lotte: people.lotte,
    miriam: people.miriam,
  }))
    it(`is not for ${who}, who does not direct the case`, async () => {
      for (const button of ['dialog budgets/ask', 'submit budgets/ask-next', 'submit budgets/ask-send'] as const) {
        const shown = await bench.click(person, button, form('r-1'));
        equal(shown.outcome, 'not-allowed');
      }
      await nothingHappened();
    });

  it('is refused for a case that nobody admitted', async () => {
    equal((await bench.click(people.fatima, 'dialog budgets/ask', { case: 'case-9' })).outcome, 'unknown-case');
  });

  for (const [field, value, words] of [
    ['amount', '', /hoeveel geld/],
    ['amount', 'veel', /hoeveel geld/],
    ['until', '', /einddatum/],
    ['from', '', /einddatum/],
    ['until', '2026-11-01', /voor de begindatum/],
    ['purpose', '', /waarvoor het geld/],
    ['line', '', /Kies één/],
    ['line', 'holiday', /Kies één/],
    ['municipality', 'veel', /Vul een bedrag in/],
    ['careCosts', 'yes', /betaalt de gemeente \(Kamerbrief 2020\)/],
    ['careCosts', '', /betaalt de gemeente \(Kamerbrief 2020\)/],
  ] as const)
    it(`says what is wrong when ${field} is “${value}”`, async () => {
      const shown = await next({ [field]: value });
      equal(shown.outcome, 'faults');
      match(shown.card, words);
      if (field !== 'municipality') ok((await send({ [field]: value })).outcome !== 'done');
      await bench.settled();
      if (field !== 'municipality') await nothingHappened();
    });

  it('asks of a guarantee who guarantees, until when and how it is settled', async () => {
    match((await next({ line: 'guarantee' })).card, /wie garant staat/);
    const file = await ask(bench, 'r-1', guarantee);
    deepEqual(file.ask.guarantee, {
      ...{ guarantor: 'De verantwoordelijke gemeente', until: '2027-03-31' },
      settlement: 'Zodra vaststaat wie betaalt.',
    });
  });

  it('takes nothing but what the form has', async () => {
    equal(Object.keys(filled).length + Object.keys(answers).length, 33);
    await bench.click(people.fatima, 'submit budgets/ask-send', {
      ...form('r-1'),
      requester: people.els,
      stage: 'adopted',
    });
    await bench.settled();
    const file = await bench.request('r-1');
    deepEqual([file?.requester, file?.stage], [people.fatima, 'asked']);
  });
});
