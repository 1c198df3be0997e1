import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { isAsked } from '../../../src/features/consultations/consultation-state.ts';
import { ask, type Bench, makeExpert, openBench, openCase, people, question } from './bench.ts';

describe('asking for a consultation', () => {
  let bench: Bench;
  let id: Awaited<ReturnType<typeof openCase>>;
  beforeEach(async () => {
    bench = await openBench();
    id = await openCase(bench);
    await makeExpert(bench, people.lotte, { ownWords: 'Autisme en prikkelverwerking bij meisjes.' });
    await makeExpert(bench, people.samira, { ownWords: 'Anorexia, sondevoeding en refeeding.' });
  });
  afterEach(() => bench.close());

  const filled = (rest: object = {}) => ({
    ...{ case: id, consultation: 'c-1', question, what: 'advice', hours: '8', by: '2026-12-07', atMost: '2' },
    ...rest,
  });

  it('proposes what the expert must know from the words of the question and the case', async () => {
    const confirm = await bench.click(people.tom, 'submit consultations/ask-next', filled());
    const needs = /"id":"needs"[^}]*?"value":"([^"]*)"/.exec(confirm.card)?.[1]?.split(',') ?? [];
    const { concepts } = await bench.deps.experts.matcher();
    const labels = needs.map((need) => concepts.find((concept) => concept.id === need)?.label.nl);
    ok(
      labels.some((label) => label?.includes('Eetstoornis')),
      labels.join(),
    );
    ok(
      labels.some((label) => label?.includes('Autisme')),
      labels.join(),
    );
  });

  it('says which words it does not know', async () => {
    const { card } = await bench.click(
      people.tom,
      'submit consultations/ask-next',
      filled({ question: 'Wie weet raad met xylofoonlessen bij autisme?' }),
    );
    match(card, /Niet herkend: [^"]*xylofoonlessen/);
  });

  it('puts the words that nobody knew before the keeper of the thesaurus', async () => {
    await ask(bench, id, { question: 'Wie weet raad met xylofoonlessen bij autisme?' });
    const { state } = await bench.store.load('thesaurus-nl' as Parameters<Bench['store']['load']>[0]);
    ok(JSON.stringify(state).includes('xylofoonlessen'), JSON.stringify(state));
  });

  it('is taken in, and a team is proposed to the process director', async () => {
    const state = await bench.consultation(await ask(bench, id));
    ok(isAsked(state));
    deepEqual([state.stage, state.director, state.about.number], ['proposed', people.tom, 'NH-2026-0001']);
    deepEqual(state.proposal?.team.map(({ person }) => person).toSorted(), [people.samira, people.lotte].toSorted());
    ok(bench.cardsTo(people.tom).includes('consultations/match'));
  });

  it('sends nothing to anybody else before a person says so', async () => {
    await ask(bench, id);
    for (const person of [people.lotte, people.samira])
      ok(!bench.cardsTo(person).some((name) => JSON.stringify(name).includes('consultations/')));
  });

  it('hints at a partner that has a network for this', async () => {
    const consultation = await ask(bench, id);
    const { card } = await bench.click(people.tom, 'action consultations/show', { consultation });
    match(card, /K-EET/);
  });

  for (const [what, words, shown] of [
    ['a BSN', 'Het bsn is 111222333, wie helpt bij autisme?', /leeggemaakt/],
    ['a phone number', 'Bel 06-12345678 over autisme.', /"value":"Bel \[telefoonnummer\] over autisme\."/],
  ] as const)
    it(`refuses ${what} in the question, keeps nothing and logs nothing of it`, async () => {
      const next = await bench.click(people.tom, 'submit consultations/ask-next', filled({ question: words }));
      equal(next.outcome, 'faults');
      match(next.card, shown);
      await bench.click(people.tom, 'submit consultations/ask-send', filled({ question: words, needs: '' }));
      deepEqual(await bench.consultation('c-1'), { stage: 'none' });
      ok(!bench.logged().includes('111222333') && !bench.logged().includes('12345678'));
    });

  for (const word of ['Merel', 'Hoorn', 'Hanna Bosman'])
    it(`refuses "${word}" in the question: it says who it is about`, async () => {
      const next = await bench.click(
        people.tom,
        'submit consultations/ask-next',
        filled({ question: `Wie helpt ${word} met autisme?` }),
      );
      match(next.card, /naam of plaats uit de casus/);
    });

  for (const [field, value] of [
    ['question', ''],
    ['hours', '0'],
    ['hours', 'veel'],
    ['by', 'morgen'],
    ['atMost', '9'],
  ] as const)
    it(`says what is wrong with ${field} "${value}"`, async () => {
      const next = await bench.click(people.tom, 'submit consultations/ask-next', filled({ [field]: value }));
      equal(next.outcome, 'faults');
    });

  it('keeps what was typed when going back and forth', async () => {
    const back = await bench.click(people.tom, 'submit consultations/ask-back', filled({ hours: '12' }));
    match(back.card, /"value":12/);
    ok(back.card.includes(question));
  });

  it('refuses a date that has passed', async () => {
    const sent = filled({ by: '2026-11-01', needs: '' });
    match((await bench.click(people.tom, 'submit consultations/ask-send', sent)).card, /in het verleden/);
  });

  it('is asked once, however often the button is pressed', async () => {
    const sent = filled({ needs: '' });
    const [first, second] = await bench.clickTwice(people.tom, 'submit consultations/ask-send', sent);
    deepEqual([first.outcome, second.outcome], ['done', 'done']);
    const again = await bench.click(people.tom, 'submit consultations/ask-send', sent);
    equal(again.outcome, 'already-asked');
  });

  it('is for the process director and the chair, and the refusal is logged', async () => {
    equal((await bench.click(people.chair, 'dialog consultations/ask', { case: id })).outcome, 'opened');
    for (const outsider of [people.erik, people.hanna, people.lotte]) {
      equal((await bench.click(outsider, 'dialog consultations/ask', { case: id })).outcome, 'not-allowed');
      equal(
        (await bench.click(outsider, 'submit consultations/ask-send', filled({ needs: '' }))).outcome,
        'not-allowed',
      );
    }
    const log = await bench.store.access.read(`case-${id}` as Parameters<Bench['store']['access']['read']>[0]);
    ok(log.some(({ outcome, userId }) => outcome === 'refused' && userId === people.erik));
    ok(log.some(({ outcome, eventType }) => outcome === 'allowed' && eventType === 'consultation.ask'));
  });

  it('says beforehand that without consent to share an expert stays outside', async () => {
    const other = await openCase(bench, { consentShare: 'refused' }, 'case-2' as typeof id);
    const { card } = await bench.click(people.tom, 'dialog consultations/ask', { case: other });
    match(card, /Zonder toestemming om te delen/);
  });
});
