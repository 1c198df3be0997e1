import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { isAsked } from '../../../src/features/consultations/consultation-state.ts';
import { type Case, isSubmitted } from '../../../src/features/cases/index.ts';
import { freeHours } from '../../../src/features/experts/index.ts';
import { ask, type Bench, makeExpert, openBench, openCase, people } from './bench.ts';

const only = { question: 'Wie weet veel van autisme bij een meisje?', atMost: '1' };
const advice = { advice: 'Begin met rust en voorspelbaarheid.', basis: 'Richtlijn autisme.', otherwise: 'Uitval.' };

describe('advising', () => {
  let bench: Bench;
  let consultation: string;
  let id: Awaited<ReturnType<typeof openCase>>;
  beforeEach(async () => {
    bench = await openBench();
    id = await openCase(bench, { careQuestion: 'Autisme.', domains: [] });
    await makeExpert(bench, people.lotte, { ownWords: 'Autisme, prikkelverwerking.', hoursPerMonth: 10 });
    consultation = await ask(bench, id, only);
    await bench.click(people.tom, 'action consultations/invite', { consultation });
    await bench.settled();
  });
  afterEach(() => bench.close());

  const accept = (secrecy = 'true') =>
    bench.click(people.lotte, 'submit consultations/accept-send', { consultation, secrecy });
  const stateOf = async () => {
    const state = await bench.consultation(consultation);
    if (!isAsked(state)) throw new Error('not asked');
    return state;
  };
  const participants = async () => {
    const { state } = await bench.store.load(`case-${id}` as Parameters<Bench['store']['load']>[0]);
    const file = state as unknown as Case;
    return isSubmitted(file) ? file.participants : [];
  };
  const isIn = async () =>
    (await participants()).some(({ person, part }) => person === people.lotte && part === 'expert');

  it('needs the promise of secrecy', async () => {
    const refused = await accept('false');
    equal(refused.outcome, 'faults');
    match(refused.card, /Vink aan dat je geheimhoudt/);
    equal(await isIn(), false);
  });

  it('brings the expert into the case', async () => {
    equal((await accept()).outcome, 'done');
    await bench.settled();
    equal(await isIn(), true);
    equal((await stateOf()).invitations[0]?.joined, true);
    const { card } = await bench.click(people.lotte, 'action consultations/show-invitation', { consultation });
    match(card, /Lees de casus/);
    equal((await accept()).outcome, 'done', 'a second yes changes nothing');
    equal(
      (await bench.click(people.lotte, 'dialog consultations/accept', { consultation })).outcome,
      'already-answered',
    );
  });

  it('leaves the expert outside without consent to share, and says so to both', async () => {
    const other = await openCase(
      bench,
      { consentShare: 'refused', careQuestion: 'Autisme.', domains: [] },
      'case-2' as typeof id,
    );
    await makeExpert(bench, people.samira, { ownWords: 'Autisme.' });
    consultation = await ask(bench, other, only);
    await bench.click(people.tom, 'action consultations/invite', { consultation });
    const [invited] = (await stateOf()).invitations;
    await bench.click(invited!.person, 'submit consultations/accept-send', { consultation, secrecy: 'true' });
    await bench.settled();
    equal((await stateOf()).invitations[0]?.trouble, 'no-share-consent');
    const { card } = await bench.click(invited!.person, 'action consultations/show-invitation', { consultation });
    match(card, /geen toestemming om gegevens te delen/);
    ok(!card.includes('Lees de casus'));
    match(card, /Geef advies/);
  });

  it('takes an expert out who turns out to know the case', async () => {
    await accept();
    await bench.settled();
    await bench.click(people.lotte, 'action consultations/conflict', { consultation });
    await bench.settled();
    equal(await isIn(), false);
    equal(freeHours(await bench.deps.experts.load(people.lotte)), 10);
  });

  it('takes everybody out when it is withdrawn', async () => {
    await accept();
    await bench.settled();
    await bench.click(people.tom, 'submit consultations/withdraw-send', { consultation, reason: 'Niet meer nodig.' });
    await bench.settled();
    equal(await isIn(), false);
  });

  it('is given, read, judged, and followed up after three and six months', async () => {
    await accept();
    await bench.settled();
    equal(
      (await bench.click(people.lotte, 'submit consultations/advise-send', { consultation, ...advice })).outcome,
      'done',
    );
    await bench.settled();
    ok(bench.cardsTo(people.tom).includes('consultations/advice'));
    const about = { consultation, person: people.lotte };
    match((await bench.click(people.tom, 'dialog consultations/judge', about)).card, /rust en voorspelbaarheid/);
    const why = await bench.click(people.tom, 'submit consultations/judge-send', { ...about, verdict: 'partly' });
    match(why.card, /Schrijf op waarom/);
    const judged = { ...about, verdict: 'partly', why: 'School wil eerst zelf kijken.' };
    equal((await bench.click(people.tom, 'submit consultations/judge-send', judged)).outcome, 'done');
    await bench.settled();
    equal((await stateOf()).stage, 'advised');
    equal(freeHours(await bench.deps.experts.load(people.lotte)), 10);
    for (const months of [3, 6]) {
      const early = { consultation, months, effect: 'helped' };
      match((await bench.click(people.tom, 'action consultations/effect', early)).card, /nog niet gesteld/);
      bench.pass(92);
      await bench.settled();
      const open = await bench.click(people.tom, 'action consultations/effect', { consultation, months });
      match(open.card, /Kies één/);
      const named = { consultation, months, effect: 'helped', note: 'Finn slaapt weer.' };
      const doubted = (await bench.click(people.tom, 'action consultations/effect', named)).card;
      match(doubted, /"id":"names".*"value":"Finn slaapt weer\."/);
      const answer = { consultation, months, effect: 'helped', note: 'Gaat weer naar school.' };
      match((await bench.click(people.tom, 'action consultations/effect', answer)).card, /Het heeft geholpen/);
    }
    equal((await stateOf()).stage, 'followed-up');
  });

  it('keeps advice behind a dialog that logs who looks', async () => {
    await accept();
    await bench.click(people.lotte, 'submit consultations/advise-send', { consultation, ...advice });
    await bench.click(people.tom, 'dialog consultations/judge', { consultation, person: people.lotte });
    const log = await bench.store.access.read(`case-${id}` as Parameters<Bench['store']['access']['read']>[0]);
    ok(log.some(({ userId, eventType }) => userId === people.tom && eventType === 'consultation.manage'));
    const refused = await bench.click(people.erik, 'dialog consultations/judge', {
      consultation,
      person: people.lotte,
    });
    deepEqual([refused.outcome, refused.card.includes('voorspelbaarheid')], ['not-allowed', false]);
  });

  for (const field of ['advice', 'basis', 'otherwise'])
    it(`covers a phone number in ${field}, and keeps nothing before it is sent again`, async () => {
      await accept();
      const typed = { consultation, ...advice, [field]: 'Bel 06-12345678.' };
      const { outcome, card } = await bench.click(people.lotte, 'submit consultations/advise-send', typed);
      equal(outcome, 'faults');
      ok(card.includes('"value":"Bel [telefoonnummer]."') && !card.includes('12345678'));
      equal((await stateOf()).invitations[0]?.advice, undefined);
    });

  it('refuses advice before a yes', async () => {
    equal((await bench.click(people.lotte, 'dialog consultations/advise', { consultation })).outcome, 'not-accepted');
    const sent = await bench.click(people.lotte, 'submit consultations/advise-send', { consultation, ...advice });
    equal(sent.outcome, 'not-accepted');
  });
});
