import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { decisionsFeature, proposalId } from '../../../src/features/decisions/index.ts';
import { type Bench, form, money, openBench, people } from './bench.ts';

describe('writing a proposal', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it('opens a form for who works for a centre', async () => {
    const shown = await bench.click(people.jan, 'dialog decisions/write');
    deepEqual([shown.outcome, shown.type], ['opened', 'dialog']);
    ok(!shown.card.includes('"id":"centre"'), 'one centre is not asked for');
  });

  for (const [who, actor] of [
    ['an applicant', people.hanna],
    ['a member of a sounding board', people.mieke],
    ['an alderman, who decides', people.els],
  ] as const) {
    it(`refuses ${who}`, async () => {
      equal((await bench.click(actor, 'dialog decisions/write')).outcome, 'not-allowed');
      const sent = await bench.click(actor, 'submit decisions/write-send', { proposal: 'p', ...form });
      equal(sent.outcome, 'not-allowed');
      equal(await bench.state(`proposal-p` as never), undefined);
    });
  }

  it('saves a draft with a number, and sends the author its card', async () => {
    const id = await bench.write(people.jan, money);
    const { number, stage, versions, author } = await bench.file(id);
    deepEqual([number, stage, author], ['LI-V-2026-001', 'draft', people.jan]);
    deepEqual(versions, [
      {
        ...{ subject: 'budget', title: money.name, text: money.text, links: [], wantsAdvice: false },
        amountCents: 2_400_000,
      },
    ]);
    deepEqual(bench.cardsTo(people.jan), ['decisions/proposal']);
    match(await bench.card(people.jan, 'proposal'), /Breng in/);
  });

  it('numbers on in its own centre, and in another from one', async () => {
    const [, second, other] = [await bench.write(), await bench.write(), await bench.write(people.miriam)];
    equal((await bench.file(second)).number, 'LI-V-2026-002');
    equal((await bench.file(other)).number, 'BZ-V-2026-001');
  });

  it('is one proposal when the form is sent twice', async () => {
    const [once, twice] = await bench.clickTwice(people.jan, 'submit decisions/write-send', { proposal: 'p', ...form });
    deepEqual([once.outcome, twice.outcome], ['done', 'done']);
    await bench.settled();
    const again = await bench.click(people.jan, 'submit decisions/write-send', {
      proposal: 'p',
      ...form,
      name: 'Anders',
    });
    equal(again.outcome, 'done');
    const { versions, number } = await bench.file(proposalId('p'));
    deepEqual([versions.length, versions[0]?.title, number], [1, form.name, 'LI-V-2026-001']);
  });

  it('does not let somebody else write over it', async () => {
    const id = await bench.write();
    const sent = await bench.click(people.judith, 'submit decisions/write-send', {
      proposal: id,
      ...form,
      name: 'Kaping',
    });
    equal(sent.outcome, 'unknown-proposal');
    equal((await bench.file(id)).author, people.jan);
  });

  for (const [what, typed, said] of [
    ['a title', { name: ' ' }, 'Geef het voorstel een titel.'],
    ['a text', { text: '' }, 'Schrijf op wat je voorstelt.'],
    ['a subject', { subject: 'iets' }, 'Kies één van de mogelijkheden.'],
    ['an amount', { amount: 'veel geld' }, 'Vul een bedrag in'],
    ['a web address', { links: 'C:\\\\map\\\\stuk.docx' }, 'Zet elke link op een eigen regel'],
  ] as const) {
    it(`asks for ${what} when it is not there`, async () => {
      const shown = await bench.click(people.jan, 'submit decisions/write-send', { proposal: 'p', ...form, ...typed });
      deepEqual([shown.outcome, shown.card.includes(said)], ['faults', true]);
    });
  }

  for (const field of ['name', 'text', 'links', 'amount', 'caseNumber']) {
    it(`refuses a BSN in ${field}, and does not show it again`, async () => {
      const bsn = field === 'links' ? 'bijlage bsn 111222333 https://stukken.example/a' : 'bsn 111222333';
      const shown = await bench.click(people.jan, 'submit decisions/write-send', {
        proposal: 'p',
        ...form,
        [field]: bsn,
      });
      equal(shown.outcome, 'faults');
      ok(!shown.card.includes('111222333') && !bench.logged().includes('111222333'));
      equal(await bench.state('proposal-p' as never), undefined);
    });
  }

  it('keeps links with their titles', async () => {
    const links = 'Leerplan | https://stukken.example/leerplan.pdf\nhttps://stukken.example/bijlage';
    const id = await bench.write(people.jan, { links });
    deepEqual((await bench.file(id)).versions[0]?.links, [
      { title: 'Leerplan', url: 'https://stukken.example/leerplan.pdf' },
      { title: 'stukken.example', url: 'https://stukken.example/bijlage' },
    ]);
    match(await bench.card(people.jan, 'proposal'), /\[Leerplan\]\(https:\/\/stukken\.example\/leerplan\.pdf\)/);
  });

  it('refuses a case that the author may not know, as one that is not there', async () => {
    const shown = await bench.click(people.jan, 'submit decisions/write-send', {
      ...{ proposal: 'p', ...form, caseNumber: 'LI-2026-0002' },
    });
    deepEqual([shown.outcome, shown.card.includes('Deze casus vind ik niet')], ['faults', true]);
  });

  it('answers the sentence with a button to write, in the own chat only', async () => {
    for (const sentence of ['voorstel maken', 'Ik wil een voorstel schrijven.', 'voorstellen', 'my proposals']) {
      const shown = await bench.say(people.jan, sentence);
      match(shown?.card ?? '', /decisions\/write/, sentence);
    }
    equal((await bench.say(people.jan, 'voorstellen', 'channel'))?.outcome, 'only-in-chat');
    ok(!(await bench.say(people.mieke, 'voorstellen'))?.card.includes('decisions/write'));
    equal(await bench.say(people.jan, 'wat eten we vandaag'), undefined);
  });

  it('takes every button of its cards', () => {
    const feature = decisionsFeature(bench.deps);
    const verbs = new Set(feature.routes.map(({ verb }) => verb));
    const templates = JSON.stringify(feature.cards.map(({ template }) => template));
    const pressed = [...templates.matchAll(/"verb":"(decisions\/[\w-]+)"/g)].map(([, verb]) => verb ?? '');
    deepEqual(
      pressed.filter((verb) => !verbs.has(verb)),
      [],
    );
    ok(pressed.length > 8);
  });
});

describe('amending a proposal', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it('shows what was written', async () => {
    const id = await bench.write(people.jan, { ...money, amount: '1250,50' });
    const shown = await bench.click(people.jan, 'dialog decisions/amend', { proposal: id });
    match(shown.card, /"value":"1250,50"/);
    match(shown.card, /Een woning huren/);
    ok(!shown.card.includes('caseNumber'), 'the case stays what it was');
  });

  it('is a new version, whose advice begins anew', async () => {
    const id = await bench.write();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    const [first] = bench.voting.opened;
    const sent = await bench.click(people.jan, 'submit decisions/amend-send', {
      ...{ proposal: id, ...form, text: 'Andere criteria.' },
    });
    equal(sent.outcome, 'done');
    await bench.settled();
    equal((await bench.file(id)).stage, 'draft');
    deepEqual(bench.voting.cancelled, [{ id: first?.id, reason: 'Het voorstel is aangepast.' }]);
    match(await bench.card(people.jan, 'proposal'), /Dit is versie 2\. Eerder advies gold voor een andere tekst/);
    await bench.press(people.jan, 'action decisions/put-forward', id);
    deepEqual(
      bench.voting.opened.map(({ id: vote, text }) => [vote, text]),
      [
        [`${id}-a1`, form.text],
        [`${id}-a2`, 'Andere criteria.'],
      ],
    );
  });

  it('is for the author only', async () => {
    const id = await bench.write();
    for (const actor of [people.judith, people.mieke, people.hanna]) {
      equal((await bench.click(actor, 'dialog decisions/amend', { proposal: id })).outcome, 'unknown-proposal');
      const sent = await bench.click(actor, 'submit decisions/amend-send', { proposal: id, ...form, name: 'Kaping' });
      equal(sent.outcome, 'unknown-proposal');
    }
    equal((await bench.file(id)).versions.length, 1);
  });

  it('says so when nothing has changed', async () => {
    const id = await bench.write();
    const sent = await bench.click(people.jan, 'submit decisions/amend-send', { proposal: id, ...form });
    deepEqual([sent.outcome, sent.card.includes('Er is niets veranderd')], ['faults', true]);
  });
});

describe('withdrawing a proposal', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  it('asks why, and ends it with the vote that runs', async () => {
    const id = await bench.write();
    await bench.press(people.jan, 'action decisions/put-forward', id);
    equal((await bench.click(people.jan, 'dialog decisions/withdraw', { proposal: id })).outcome, 'opened');
    const empty = await bench.click(people.jan, 'submit decisions/withdraw-send', { proposal: id, reason: ' ' });
    equal(empty.outcome, 'faults');
    const bsn = await bench.click(people.jan, 'submit decisions/withdraw-send', {
      proposal: id,
      reason: 'bsn 111222333',
    });
    deepEqual([bsn.outcome, bsn.card.includes('111222333')], ['faults', false]);
    const done = await bench.click(people.jan, 'submit decisions/withdraw-send', {
      proposal: id,
      reason: 'Niet nodig.',
    });
    equal(done.outcome, 'done');
    await bench.settled();
    equal((await bench.file(id)).stage, 'withdrawn');
    equal(bench.voting.cancelled[0]?.reason, 'Het voorstel is ingetrokken.');
    match(await bench.card(people.jan, 'proposal'), /Ingetrokken: Niet nodig\./);
  });

  it('is for the author only', async () => {
    const id = await bench.write();
    const sent = await bench.click(people.judith, 'submit decisions/withdraw-send', { proposal: id, reason: 'Weg.' });
    equal(sent.outcome, 'unknown-proposal');
    equal((await bench.file(id)).stage, 'draft');
  });
});
