import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { decisionsOf } from '../../../src/features/decisions/index.ts';
import { type Bench, decision, money, openBench, people } from './bench.ts';

describe('lists of proposals', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const forward = async (rest: object = money) => {
    const id = await bench.write(people.jan, rest);
    await bench.press(people.jan, 'action decisions/put-forward', id);
    return id;
  };

  it('say so when there is nothing', async () => {
    match((await bench.say(people.jan, 'voorstellen'))?.card ?? '', /Er zijn nu geen voorstellen/);
  });

  it('show what is yours, what waits for you, and what runs in your centre', async () => {
    await forward();
    const own = (await bench.say(people.jan, 'mijn voorstellen'))?.card ?? '';
    match(own, /Van jou/);
    match(own, /Ligt ter besluit · Budget/);
    const toDecide = (await bench.say(people.judith, 'Voorstellen!'))?.card ?? '';
    match(toDecide, /Wacht op jouw besluit/);
    match(toDecide, /decisions\/show-decide/);
    const centre = (await bench.say(people.wim, 'voorstellen'))?.card ?? '';
    match(centre, /Van je centrum/);
    ok(!(await bench.say(people.miriam, 'voorstellen'))?.card.includes('Woning'));
    ok(!(await bench.say(people.hanna, 'voorstellen'))?.card.includes('Woning'));
  });

  it('keep a draft with its author', async () => {
    const id = await bench.write(people.jan, money);
    ok(!(await bench.say(people.wim, 'voorstellen'))?.card.includes('Woning'));
    equal((await bench.click(people.wim, 'action decisions/show', { proposal: id })).outcome, 'unknown-proposal');
    equal((await bench.click(people.jan, 'action decisions/show', { proposal: id })).outcome, 'shown');
  });

  it('open a proposal for who may see it, with buttons for its author only', async () => {
    const id = await forward();
    const seen = async (actor: typeof people.jan) => bench.click(actor, 'action decisions/show', { proposal: id });
    match((await seen(people.jan)).card, /Pas aan/);
    for (const actor of [people.judith, people.wim, people.els]) {
      const { outcome, card } = await seen(actor);
      deepEqual([outcome, card.includes('Pas aan')], ['shown', false]);
    }
    for (const actor of [people.miriam, people.hanna, people.mieke]) {
      equal((await seen(actor)).outcome, 'unknown-proposal');
    }
    const nothing = await bench.click(people.jan, 'action decisions/show', { proposal: 'nothing' });
    equal(nothing.outcome, 'unknown-proposal');
  });

  it('take whoever decides to the card for that', async () => {
    const id = await forward();
    const shown = await bench.click(people.judith, 'action decisions/show-decide', { proposal: id });
    match(shown.card, /Besluit nemen/);
    const byBoard = await forward({ ...money, amount: '80000' });
    await bench.closes('adopt');
    match((await bench.click(people.els, 'action decisions/show-decide', { proposal: byBoard })).card, /Leg vast/);
  });
});

describe('the decision list', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const decideOn = async (rest: object, ruling: object = {}) => {
    const id = await bench.write(people.jan, { ...money, ...rest });
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const sent = await bench.click(people.judith, 'submit decisions/decide-send', {
      proposal: id,
      ...decision,
      ...ruling,
    });
    equal(sent.outcome, 'done', sent.card);
    await bench.settled();
    return id;
  };

  it('shows what a centre decided in a year, newest first', async () => {
    await decideOn({ name: 'Eerste' });
    await bench.after(1);
    await decideOn({ name: 'Tweede' }, { verdict: 'reject', motivation: 'Geen geld.' });
    const { card } = (await bench.say(people.wim, 'besluitenlijst')) ?? { card: '' };
    match(card, /Besluitenlijst LI 2026/);
    ok(card.indexOf('Tweede') < card.indexOf('Eerste'));
    match(card, /Afgewezen · Judith Brouns \(mandaat\)/);
    deepEqual(
      (await decisionsOf(bench.deps.store, { centre: 'LI', year: 2026 })).map(({ versions }) => versions[0]?.title),
      ['Eerste', 'Tweede'],
    );
  });

  it('has a public version: no names, no advice, no reasons of members', async () => {
    await decideOn({ advice: 'false' }, { conditions: 'Maandelijks verslag.', motivation: 'Omdat Karin het vroeg.' });
    const full = await bench.click(people.jan, 'action decisions/decisions', { isPublic: 'false', year: '2026' });
    match(full.card, /Openbare versie/);
    const { card } = await bench.click(people.jan, 'action decisions/decisions', { isPublic: 'true', year: '2026' });
    match(card, /Er komt geld voor een woning/);
    match(card, /€.24\.000/);
    ok(!/Judith|Karin|Jan Peeters|verslag/.test(card), card);
  });

  it('has no decision of another year, nor of what was only advised, postponed or withdrawn', async () => {
    const id = await bench.write(people.jan, { ...money, advice: 'true' });
    await bench.press(people.jan, 'action decisions/put-forward', id);
    await bench.closes('positive');
    match((await bench.say(people.jan, 'decision list'))?.card ?? '', /nog geen besluiten/);
    await decideOn({});
    const before = await bench.click(people.jan, 'action decisions/decisions', { year: '2025' });
    match(before.card, /Besluitenlijst LI 2025/);
    match(before.card, /nog geen besluiten/);
  });

  it('is for who works for the centre or governs it', async () => {
    equal((await bench.say(people.hanna, 'besluitenlijst'))?.outcome, 'not-allowed');
    equal((await bench.say(people.mieke, 'besluitenlijst'))?.outcome, 'not-allowed');
    equal((await bench.click(people.miriam, 'action decisions/decisions', { centre: 'LI' })).outcome, 'not-allowed');
    match((await bench.say(people.miriam, 'besluitenlijst'))?.card ?? '', /Besluitenlijst BZ 2026/);
    equal((await bench.say(people.jan, 'besluitenlijst', 'channel'))?.outcome, 'only-in-chat');
  });

  it('is read in pages, and shows the twenty newest', async () => {
    for (let count = 0; count < 22; count++) await decideOn({ name: `Besluit ${count}.` });
    const { card } = (await bench.say(people.jan, 'besluitenlijst')) ?? { card: '' };
    match(card, /En nog 2\./);
    ok(card.includes('Besluit 21.') && !card.includes('Besluit 1.'));
  });
});

describe('who decides what', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench.close());

  for (const sentence of ['wie beslist wat', 'Wie mag wat besluiten?', 'who decides what', 'mandaten']) {
    it(`is shown for “${sentence.replace('?', '')}”`, async () => {
      const { card } = (await bench.say(people.wim, sentence.replace('?', ''))) ?? { card: '' };
      match(card, /Judith Brouns/);
      match(card, /Budget en Plek · tot en met €.25\.000/);
      match(card, /Al het andere: Bestuurlijk overleg Limburg/);
      match(card, /Klankbord Limburg, nooit over één casus/);
    });
  }

  it('shows the mandates of the day only, and of the own centre', async () => {
    await bench.importing(`id,centre,holder_body,mandate_subjects,valid_from,valid_to
li-oud,LI,li-project,place,2026-01-01,2026-11-22
li-nieuw,LI,li-project,place,2026-11-23,2026-12-31
`);
    const { card } = (await bench.say(people.jan, 'wie beslist wat')) ?? { card: '' };
    equal(card.split('Projectgroep Limburg').length, 2);
    match(card, /zonder grens · tot en met donderdag 31 december/);
    match((await bench.say(people.miriam, 'wie beslist wat'))?.card ?? '', /Er zijn geen mandaten/);
    equal((await bench.say(people.hanna, 'wie beslist wat'))?.outcome, 'not-allowed');
  });
});
