import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { isAsked } from '../../../src/features/consultations/consultation-state.ts';
import { regionCode } from '../../../src/features/directory/index.ts';
import { ask, type Bench, makeExpert, openBench, openCase, people } from './bench.ts';

const only = { question: 'Wie weet veel van autisme bij een meisje?', atMost: '1', hours: '6' };

describe('all open requests of a centre together', () => {
  let bench: Bench;
  const open = async (number: string) =>
    ask(bench, await openCase(bench, { careQuestion: 'Autisme.', domains: [] }, `case-${number}` as never), only);
  beforeEach(async () => {
    bench = await openBench();
    await makeExpert(bench, people.lotte, { ownWords: 'Autisme, prikkelverwerking.', hoursPerMonth: 10 });
  });
  afterEach(() => bench.close());

  it('are divided so that as many as possible have somebody', async () => {
    const [one, two] = [await open('1'), await open('2')];
    for (const id of [one, two]) {
      const state = await bench.consultation(id);
      ok(isAsked(state));
      equal(state.proposal?.team[0]?.person, people.lotte, 'both were proposed the only one there was');
    }
    const { card } = await bench.click(people.sanne, 'action consultations/redistribute');
    match(card, /niemand met tijd die past/, 'Lotte has hours for one of them');
  });

  it('move to somebody else when that helps, and each director may take it over', async () => {
    await makeExpert(bench, people.samira, {
      ownWords: 'Autisme.',
      hoursPerMonth: 40,
      regions: [regionCode('haaglanden')],
    });
    const [one, two] = [await open('1'), await open('2')];
    const shown = await bench.click(people.sanne, 'action consultations/redistribute');
    match(shown.card, /in plaats van/);
    match(shown.card, /Dit is de beste verdeling/);
    equal((await bench.click(people.sanne, 'action consultations/suggest')).outcome, 'suggested');
    const states = [await bench.consultation(one), await bench.consultation(two)];
    const moved = states.filter((state) => isAsked(state) && state.suggestion !== undefined);
    equal(moved.length, 1);
    const [suggested] = moved;
    ok(suggested && isAsked(suggested));
    const card = await bench.click(people.tom, 'action consultations/take-over', { consultation: suggested.id });
    match(card.card, /Het voorstel is aangepast/);
    const after = await bench.consultation(suggested.id);
    ok(isAsked(after));
    deepEqual(
      [after.proposal?.team.map(({ person }) => person), after.suggestion],
      [[suggested.suggestion?.into], undefined],
    );
  });

  it('leaves invitations alone: they are promises', async () => {
    const one = await open('1');
    await bench.click(people.tom, 'action consultations/invite', { consultation: one });
    const { card } = await bench.click(people.sanne, 'action consultations/redistribute');
    match(card, /Er zijn geen open vragen/);
  });

  it('are for the staff of that centre', async () => {
    for (const person of [people.tom, people.hanna, people.erik, people.lotte])
      for (const button of ['redistribute', 'suggest', 'load'] as const)
        equal((await bench.click(person, `action consultations/${button}`)).outcome, 'not-allowed');
    equal((await bench.say(people.sanne, 'herverdeling'))?.outcome, 'shown');
    equal((await bench.say(people.sanne, 'herverdeling', 'channel'))?.outcome, 'only-in-chat');
  });

  it('show who is asked too often', async () => {
    equal(
      (await bench.click(people.sanne, 'action consultations/load')).card.includes('Er is nog niemand gevraagd'),
      true,
    );
    const one = await open('1');
    await bench.click(people.tom, 'action consultations/invite', { consultation: one });
    bench.deps.experts.forget();
    const { card } = await bench.click(people.sanne, 'action consultations/load');
    match(card, /Lotte Hendriks, Jeugd-ggz De Linde/);
    match(card, /1 keer gevraagd, 0 keer ja, 60% van de uren bezet/);
  });

  it('lists what somebody directs, and what they were asked for', async () => {
    const one = await open('1');
    await bench.click(people.tom, 'action consultations/invite', { consultation: one });
    match((await bench.say(people.tom, 'mijn consultaties'))?.card ?? '', /Consultaties die jij regelt/);
    match((await bench.say(people.lotte, 'uitnodigingen'))?.card ?? '', /Waar jij voor gevraagd bent/);
    match((await bench.say(people.erik, 'consultaties'))?.card ?? '', /Er loopt nu niets/);
  });
});
