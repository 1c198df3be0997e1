import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import {
  agree,
  ask,
  facilityOf,
  makeFacility,
  offerIt,
  openBench,
  openCase,
  people,
  type PlacesBench,
  requestOf,
} from './bench.ts';

const request = 'request-1';

describe('places: from an offer to moving in and out', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
    await openCase(bench);
    await makeFacility(bench, { concerns: 'Brandstichting.', near: ['school'] });
    await bench.settled();
    await ask(bench);
  });
  afterEach(() => bench.close());

  const stage = async () => (await requestOf(bench, request)).stage;
  const counts = async () => countsOf(await facilityOf(bench));
  const latest = async (person = people.fatima, card = 'places/request') =>
    (await bench.read(person, card)).at(-1) ?? '';

  describe('agreeing', () => {
    beforeEach(() => offerIt(bench));

    it('takes two: youth and parents, and the municipality', async () => {
      await agree(bench, 'family');
      equal(await stage(), 'offered');
      match(await latest(), /Nog akkoord nodig van: gemeente/);
      await agree(bench, 'municipality');
      equal(await stage(), 'accepted');
      const consents = (await requestOf(bench, request)).chosen?.consents ?? {};
      deepEqual(Object.keys(consents), ['family', 'municipality']);
      deepEqual([consents.family?.by, consents.family?.how], [people.fatima, 'In het overleg van vandaag.']);
      match((await bench.read(people.carla, 'places/news')).join(), /Iedereen is akkoord met de plek bij De Hoeve/);
    });

    for (const [what, data, outcome] of [
      ['no party', { party: '', how: 'Ja.' }, 'faults'],
      ['an unknown party', { party: 'provider', how: 'Ja.' }, 'faults'],
      ['no words on how', { party: 'family', how: '' }, 'faults'],
      ['personal data', { party: 'family', how: 'Bsn 111222333 tekende.' }, 'faults'],
    ] as const)
      it(`is not recorded with ${what}`, async () => {
        const shown = await bench.click(people.fatima, 'submit places/accept-send', { request, ...data });
        equal(shown.outcome, outcome);
        deepEqual((await requestOf(bench, request)).chosen?.consents, {});
      });

    it('is not for the provider', async () => {
      const shown = await bench.click(people.carla, 'submit places/accept-send', {
        request,
        party: 'family',
        how: 'Ja.',
      });
      equal(shown.outcome, 'not-allowed');
    });

    it('is not asked again when all is recorded, also from a dialog that stood open', async () => {
      await agree(bench, 'family', 'municipality');
      for (const data of [
        { party: '', how: '' },
        { party: 'family', how: 'Nog eens.' },
      ]) {
        const shown = await bench.click(people.fatima, 'submit places/accept-send', { request, ...data });
        equal(shown.outcome, 'consent-known');
      }
    });

    it('takes both regions as well across the border of a centre', async () => {
      await makeFacility(bench, { id: 'far' as never, name: 'Aan Zee', centre: 'BZ', region: 'zeeland' as never });
      await ask(bench, { request: 'request-2' });
      await offerIt(bench, { request: 'request-2', facility: 'far' });
      const opened = await bench.click(people.fatima, 'dialog places/accept', { request: 'request-2' });
      match(opened.card, /Beide regio’s/);
    });

    it('may end in a no, with who and why', async () => {
      const send = (data: object) => bench.click(people.fatima, 'submit places/decline-send', { request, ...data });
      equal((await send({ who: '', reason: 'Te ver.' })).outcome, 'faults');
      equal((await send({ who: 'family', reason: '' })).outcome, 'faults');
      equal((await send({ who: 'family', reason: 'Te ver van opa.' })).outcome, 'done');
      await bench.settled();
      deepEqual([await stage(), (await counts()).free], ['searching', 2]);
      match((await bench.read(people.carla, 'places/news')).join(), /de plek is niet aangenomen/);
      ok(!(await bench.read(people.carla, 'places/news')).join().includes('opa'));
    });
  });

  describe('moving in and leaving', () => {
    const move = (day: string) => bench.click(people.fatima, 'submit places/move-in-send', { request, day });
    const leave = (data: object) => bench.click(people.fatima, 'submit places/leave-send', { request, ...data });

    it('waits for everybody to agree', async () => {
      await offerIt(bench);
      equal((await bench.click(people.fatima, 'dialog places/move-in', { request })).outcome, 'not-accepted');
      equal((await move('2026-11-23')).outcome, 'not-accepted');
      equal((await counts()).offered, 1);
    });

    it('says who pays from that day, and counts the move', async () => {
      await offerIt(bench);
      await agree(bench, 'family', 'municipality');
      const { card } = await bench.click(people.fatima, 'dialog places/move-in', { request });
      match(card, /Vanaf de dag van de verhuizing betaalt de gemeente de zorg/);
      equal((await move('')).outcome, 'faults');
      equal((await move('2026-11-24')).outcome, 'faults');
      equal((await move('2026-11-23')).outcome, 'done');
      await bench.settled();
      const file = await requestOf(bench, request);
      deepEqual([file.stage, file.moves, file.chosen?.movedIn], ['occupied', 6, '2026-11-23']);
      equal((await counts()).occupied, 1);
      match(await latest(), /De gemeente betaalt vanaf die dag de zorg/);
      match(await latest(people.carla, 'places/offer'), /Bewoond sinds/);
    });

    it('is left on a day, to somewhere, and the place is free from then', async () => {
      await offerIt(bench);
      await agree(bench, 'family', 'municipality');
      await move('2026-11-23');
      bench.pass(40);
      equal((await leave({ day: '2026-12-30', to: '' })).outcome, 'faults');
      equal((await leave({ day: '2026-11-22', to: 'home' })).outcome, 'faults');
      equal((await leave({ day: '2027-03-01', to: 'home' })).outcome, 'faults');
      equal((await leave({ day: '2026-12-30', to: 'home' })).outcome, 'done');
      await bench.settled();
      const file = await requestOf(bench, request);
      deepEqual([file.stage, file.moves, file.left], ['left', 7, { day: '2026-12-30', to: 'home' }]);
      const { loose, released } = await facilityOf(bench);
      deepEqual(
        loose.map(({ status, from }) => [status, from]),
        [
          ['free', '2026-12-30'],
          ['free', '2026-11-23'],
        ],
      );
      deepEqual(
        released.map(({ because }) => because),
        ['left'],
      );
      equal((await leave({ day: '2026-12-30', to: 'home' })).outcome, 'not-moved-in');
    });
  });

  describe('withdrawing', () => {
    const withdraw = (reason: string) => bench.click(people.fatima, 'submit places/withdraw-send', { request, reason });
    it('gives the place back', async () => {
      await offerIt(bench);
      equal((await withdraw('')).outcome, 'faults');
      equal((await withdraw('Blijft toch thuis.')).outcome, 'done');
      await bench.settled();
      deepEqual([await stage(), (await counts()).free], ['withdrawn', 2]);
      match(await latest(people.carla, 'places/offer'), /de aanvraag is ingetrokken/);
    });
    it('is not for others', async () => {
      const shown = await bench.click(people.carla, 'submit places/withdraw-send', { request, reason: 'Nee.' });
      equal(shown.outcome, 'not-allowed');
    });
  });
});
