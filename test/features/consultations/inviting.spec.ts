import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { isAsked } from '../../../src/features/consultations/consultation-state.ts';
import { freeHours } from '../../../src/features/experts/index.ts';
import { ask, type Bench, makeExpert, openBench, openCase, people } from './bench.ts';

const autism = 'Autisme bij normaal begaafde meiden, prikkelverwerking.';
const only = { question: 'Wie weet veel van autisme bij een meisje?', atMost: '1' };

describe('inviting experts', () => {
  let bench: Bench;
  let id: Awaited<ReturnType<typeof openCase>>;
  beforeEach(async () => {
    bench = await openBench();
    id = await openCase(bench, { careQuestion: 'Autisme.', domains: [] });
    await makeExpert(bench, people.lotte, { ownWords: autism, hoursPerMonth: 10 });
  });
  afterEach(() => bench.close());

  const hours = async (person: typeof people.lotte) => freeHours(await bench.deps.experts.load(person));
  const invite = (consultation: string) => bench.click(people.tom, 'action consultations/invite', { consultation });
  const stateOf = async (consultation: string) => {
    const state = await bench.consultation(consultation);
    if (!isAsked(state)) throw new Error('not asked');
    return state;
  };

  it('sets the hours apart and sends a card to each', async () => {
    const consultation = await ask(bench, id, only);
    const { card } = await invite(consultation);
    match(card, /Uitgenodigd: Lotte Hendriks/);
    equal(await hours(people.lotte), 2);
    await bench.settled();
    ok(bench.cardsTo(people.lotte).includes('consultations/invitation'));
    equal((await stateOf(consultation)).stage, 'inviting');
  });

  it('tells an expert nothing of the youth', async () => {
    const consultation = await ask(bench, id, only);
    await invite(consultation);
    const { card } = await bench.click(people.lotte, 'action consultations/show-invitation', { consultation });
    for (const word of ['Merel', 'Hoorn', 'Hanna', 'oudere zus', 'eetstoornis']) ok(!card.includes(word), word);
    match(card, /NH-2026-0001/);
    match(card, /West Friesland|West-Friesland/);
  });

  it('shows an outsider nothing, not even that it exists', async () => {
    const consultation = await ask(bench, id, only);
    await invite(consultation);
    for (const button of ['action consultations/show-invitation', 'action consultations/conflict'] as const) {
      const { outcome, card } = await bench.click(people.erik, button, { consultation });
      deepEqual([outcome, card], ['not-invited', '']);
    }
    for (const verb of ['accept', 'decline', 'advise'] as const)
      equal((await bench.click(people.erik, `dialog consultations/${verb}`, { consultation })).outcome, 'not-invited');
    const shown = await bench.click(people.erik, 'action consultations/show', { consultation });
    deepEqual([shown.outcome, shown.card], ['not-allowed', '']);
  });

  it('invites once for two clicks', async () => {
    const consultation = await ask(bench, id, only);
    await bench.clickTwice(people.tom, 'action consultations/invite', { consultation });
    await invite(consultation);
    equal((await stateOf(consultation)).invitations.length, 1);
    equal(await hours(people.lotte), 2);
  });

  it('lets one of two who want the last hours at the same moment have them, and tells the other', async () => {
    const other = await openCase(bench, { careQuestion: 'Autisme.', domains: [] }, 'case-2' as typeof id);
    const [one, two] = [await ask(bench, id, only), await ask(bench, other, only)];
    const answers = await Promise.all([invite(one), invite(two)]);
    deepEqual(answers.map(({ outcome }) => outcome).toSorted(), ['invited', 'no-room']);
    match(answers.find(({ outcome }) => outcome === 'no-room')?.card ?? '', /net door een ander gevraagd/);
    equal(await hours(people.lotte), 2);
    await bench.settled();
    const invitations = [...(await stateOf(one)).invitations, ...(await stateOf(two)).invitations];
    equal(invitations.length, 1);
  });

  it('proposes the next after a no, and says so', async () => {
    await makeExpert(bench, people.samira, { ownWords: 'Autisme.' });
    const consultation = await ask(bench, id, only);
    await invite(consultation);
    const [asked] = (await stateOf(consultation)).invitations;
    const first = asked!.person;
    const declined = { consultation, reason: 'no-time', note: 'Volgende maand wel.', suggested: people.anouk };
    equal((await bench.click(first, 'submit consultations/decline-send', declined)).outcome, 'done');
    await bench.settled();
    const state = await stateOf(consultation);
    deepEqual([state.stage, state.proposal?.team.length], ['proposed', 1]);
    ok(state.proposal?.team[0]?.person !== first);
    equal(freeHours(await bench.deps.experts.load(first)) >= 10, true);
    ok(bench.cardsTo(people.tom).includes('consultations/news'));
    equal(state.invitations.length, 1);
  });

  it('looks first at a colleague whom the expert named, also one whose words do not fit', async () => {
    await makeExpert(bench, people.anouk, { ownWords: 'Pleegzorg.' });
    const consultation = await ask(bench, id, only);
    await invite(consultation);
    const answer = { consultation, reason: 'not-now', suggested: people.anouk };
    await bench.click(people.lotte, 'submit consultations/decline-send', answer);
    await bench.settled();
    const { proposal } = await stateOf(consultation);
    deepEqual([proposal?.team, proposal?.others[0]?.person], [[], people.anouk]);
    match((await bench.click(people.tom, 'action consultations/show', { consultation })).card, /Kies zelf iemand/);
  });

  it('asks nobody twice who said no', async () => {
    const consultation = await ask(bench, id, only);
    await invite(consultation);
    await bench.click(people.lotte, 'submit consultations/decline-send', { consultation, reason: 'not-my-field' });
    await bench.settled();
    const { proposal } = await stateOf(consultation);
    deepEqual([proposal?.team, proposal?.others.some(({ person }) => person === people.lotte)], [[], false]);
    const { card } = await bench.click(people.tom, 'action consultations/show', { consultation });
    match(card, /Ik vind nu niemand/);
  });

  it('reminds who does not answer, then asks the next', async () => {
    const consultation = await ask(bench, id, only);
    await invite(consultation);
    await bench.settled();
    bench.pass(3);
    await bench.settled();
    equal((await stateOf(consultation)).invitations[0]?.reminded, true);
    bench.pass(3);
    await bench.settled();
    const state = await stateOf(consultation);
    deepEqual([state.invitations[0]?.status, state.stage], ['expired', 'proposed']);
    equal(await hours(people.lotte), 10);
    const late = await bench.click(people.lotte, 'dialog consultations/accept', { consultation });
    equal(late.outcome, 'invitation-over');
  });

  it('gives hours back that were set apart for an invitation that never came', async () => {
    const consultation = await ask(bench, id, only);
    await invite(consultation);
    await bench.click(people.tom, 'submit consultations/withdraw-send', { consultation, reason: 'Niet nodig.' });
    await bench.settled();
    equal(await hours(people.lotte), 10);
    equal((await stateOf(consultation)).invitations[0]?.status, 'withdrawn');
  });

  it('keeps a conflict of interest out until it is set aside with a reason, which is logged', async () => {
    await makeExpert(bench, people.samira, { ownWords: autism, organisation: 'Ziekenhuis De Meren' });
    await bench.click(people.tom, 'action consultations/show', { consultation: 'x' });
    const consultation = await ask(bench, id, only);
    const { proposal } = await stateOf(consultation);
    deepEqual(proposal?.others.find(({ person }) => person === people.samira)?.obstacles, ['conflict']);
    const pick = { consultation, out: people.lotte, into: people.samira };
    const without = await bench.click(people.tom, 'submit consultations/pick-send', pick);
    match(without.card, /Schrijf op waarom het toch kan/);
    const reason = 'Andere locatie, nooit bij deze jongere betrokken.';
    equal((await bench.click(people.tom, 'submit consultations/pick-send', { ...pick, reason })).outcome, 'done');
    const after = await stateOf(consultation);
    deepEqual(
      after.proposal?.team.map(({ person }) => person),
      [people.samira],
    );
    deepEqual(after.unlocked[0]?.reason, reason);
  });

  it('sees a conflict of interest by where somebody works now, whatever they registered with', async () => {
    await makeExpert(bench, people.ruben, { ownWords: autism, organisation: 'Zelfstandig' });
    const parties = 'Jeugdbescherming De Brug';
    const other = await openCase(bench, { careQuestion: 'Autisme.', domains: [], parties }, 'case-3' as typeof id);
    const { proposal } = await stateOf(await ask(bench, other, only));
    deepEqual(proposal?.others.find(({ person }) => person === people.ruben)?.obstacles, ['conflict']);
  });

  it('goes with the case to its next process director', async () => {
    const consultation = await ask(bench, id, only);
    equal((await bench.click(people.fatima, 'action consultations/invite', { consultation })).outcome, 'not-allowed');
    equal((await bench.click(people.chair, 'action consultations/invite', { consultation })).outcome, 'invited');
  });
});
