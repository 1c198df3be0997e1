import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import {
  ask,
  facilityOf,
  holdIt,
  makeFacility,
  offerIt,
  openBench,
  openCase,
  people,
  type PlacesBench,
  requestOf,
} from './bench.ts';

const request = 'request-1';

describe('places: from request to moving in', () => {
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

  describe('searching', () => {
    it('shows where in the order it is, and why', async () => {
      const card = await latest();
      match(card, /Nummer 1 van 1 op de wachtlijst van het centrum, want: de datum van de aanvraag/);
      match(card, /Volgorde: eerst een maatregel van de rechter/);
    });

    it('shows what fits with its reasons and what is to be discussed', async () => {
      const { card } = await bench.click(people.fatima, 'action places/results', { request });
      for (const text of ['De Hoeve', '2 plekken vrij', '70 van 100 punten', 'In een regio van voorkeur'])
        ok(card.toLowerCase().includes(text.toLowerCase()), text);
      match(card, /Om te bespreken, sluit niemand uit: Brandstichting/);
      ok(!card.includes('oort past'), 'any kind was asked for');
      match(card, /In de buurt: school/);
      ok(!card.includes('instemming van beide regio'));
    });

    it('shows places of another centre with the consent that they need', async () => {
      await makeFacility(bench, { id: 'far' as never, name: 'Aan Zee', centre: 'BZ', region: 'zeeland' as never });
      const { card } = await bench.click(people.fatima, 'action places/results', { request });
      match(card, /Aan Zee/);
      match(card, /met instemming van beide regio’s/);
    });

    it('shows places to be created without a button', async () => {
      await makeFacility(bench, { id: 'new' as never, name: 'Nieuw Huis', counted: { free: 0, toCreate: 2 } });
      const { card } = await bench.click(people.fatima, 'action places/results', { request });
      match(card, /Nieuw Huis[\s\S]*2 plekken nog te maken/);
      ok(!card.includes('"facility":"new"'));
    });

    it('shows eight at most, and how many more there are', async () => {
      for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9])
        await makeFacility(bench, { id: `f-${number}` as never, name: `Huis ${number}` });
      const { card } = await bench.click(people.fatima, 'action places/results', { request });
      equal(card.match(/"verb":"places\/hold"/g)?.length, 16);
      match(card, /Er passen nog 2 andere/);
    });

    it('says what to do when nothing fits', async () => {
      await ask(bench, { request: 'request-2', ages: '4' });
      const { card } = await bench.click(people.fatima, 'action places/results', { request: 'request-2' });
      match(card, /Er past nu geen plek/);
    });

    it('is not for others', async () => {
      for (const person of [people.hanna, people.tom, people.jan, people.carla])
        for (const verb of ['results', 'request-show', 'hold'] as const) {
          const shown = await bench.click(person, `action places/${verb}`, { request, facility: 'de-hoeve' });
          deepEqual([shown.outcome, shown.type], ['not-allowed', 'text']);
        }
      deepEqual(await counts(), { free: 2, held: 0, offered: 0, occupied: 0, 'to-create': 0 });
    });
  });

  describe('holding', () => {
    it('sets one place apart for five working days, and tells the provider and the centre', async () => {
      const { card } = await holdIt(bench);
      match(card, /De plek wordt vastgehouden/);
      match(card, /maandag 30 november/);
      deepEqual(await counts(), { free: 1, held: 1, offered: 0, occupied: 0, 'to-create': 0 });
      deepEqual([bench.cardsTo(people.carla), bench.cardsTo(people.jan)], [['places/offer'], ['places/offer']]);
    });

    it('tells the provider the number and general needs, and nothing that identifies', async () => {
      await holdIt(bench);
      const card = await latest(people.carla, 'places/offer');
      for (const text of ['LI-2026-0002', '17 jaar', 'Een kleine groep met duidelijke regels'])
        ok(card.includes(text), text);
      for (const text of ['Wolf', 'Weert', 'Fatima', 'Limburg', 'Agressie']) ok(!card.includes(text), text);
    });

    it('happens once for one click', async () => {
      const data = { request, facility: 'de-hoeve' };
      const [one, two] = await bench.clickTwice(people.fatima, 'action places/hold', data);
      deepEqual([one.outcome, two.outcome], ['done', 'done']);
      equal((await counts()).held, 1);
    });

    it('holds one place at a time', async () => {
      await makeFacility(bench, { id: 'other' as never, name: 'Ander Huis' });
      await holdIt(bench);
      const shown = await holdIt(bench, { facility: 'other' });
      equal(shown.outcome, 'already-chosen');
      match(shown.card, /Geef die eerst terug/);
      deepEqual(countsOf(await facilityOf(bench, 'other')).held, 0);
    });

    it('shows what there is now to who comes too late', async () => {
      await openCase(bench, { name: 'case-3', number: 'LI-2026-0003' });
      await ask(bench, { request: 'request-2', case: 'case-3' });
      await ask(bench, { request: 'request-3', case: 'case-3' });
      await holdIt(bench);
      await holdIt(bench, { request: 'request-2' });
      const late = await holdIt(bench, { request: 'request-3' });
      equal(late.outcome, 'no-place-free');
      match(late.card, /Deze plek is net weg/);
      deepEqual([await stage(), (await requestOf(bench, 'request-3')).stage], ['held', 'searching']);
    });

    it('holds as many as come together', async () => {
      await ask(bench, { request: 'request-2', ages: '12, 14' });
      await holdIt(bench, { request: 'request-2' });
      equal((await counts()).held, 2);
      match(await latest(people.carla, 'places/offer'), /12 en 14 jaar, samen/);
    });

    it('is refused for a facility that is not there', async () => {
      equal((await holdIt(bench, { facility: 'nowhere' })).outcome, 'unknown-facility');
    });

    it('goes on for five working days more, once, with a reason', async () => {
      await holdIt(bench);
      const extend = (reason: string) => bench.click(people.fatima, 'submit places/extend-send', { request, reason });
      equal((await extend('')).outcome, 'faults');
      equal((await extend('bsn 111222333')).outcome, 'faults');
      equal((await extend('Moeder is op reis.')).outcome, 'done');
      await bench.settled();
      equal((await requestOf(bench, request)).chosen?.until, '2026-12-07T16:00:00.000Z');
      equal((await extend('Nog eens.')).outcome, 'extended-already');
      ok(!(await latest()).includes('places/extend'));
    });

    it('is not prolonged before there is anything to prolong', async () => {
      equal((await bench.click(people.fatima, 'dialog places/extend', { request })).outcome, 'hold-over');
      await offerIt(bench);
      equal((await bench.click(people.fatima, 'dialog places/extend', { request })).outcome, 'already-offered');
    });
  });

  describe('offering', () => {
    it('is for a contact, and both sides see it', async () => {
      await offerIt(bench);
      equal(await stage(), 'offered');
      equal((await counts()).offered, 1);
      match(await latest(people.carla, 'places/offer'), /Je bood de plek aan/);
      match((await bench.read(people.fatima, 'places/news')).join(), /De Hoeve biedt de plek aan/);
    });

    it('may be done by staff of the centre', async () => {
      await offerIt(bench, { by: people.jan });
      equal(await stage(), 'offered');
    });

    for (const [who, person] of [
      ['the process director', people.fatima],
      ['a contact of another facility', people.dennis],
      ['staff of another centre', people.miriam],
      ['the applicant', people.hanna],
    ] as const)
      it(`is not for ${who}`, async () => {
        await holdIt(bench);
        equal((await bench.click(person, 'action places/offer', { request })).outcome, 'not-allowed');
        equal((await bench.click(person, 'dialog places/cannot', { request })).outcome, 'not-allowed');
        const sent = await bench.click(person, 'submit places/cannot-send', { request, reason: 'Vol.' });
        equal(sent.outcome, 'not-allowed');
        equal(await stage(), 'held');
      });

    it('happens once for one click', async () => {
      await holdIt(bench);
      const [one, two] = await bench.clickTwice(people.carla, 'action places/offer', { request });
      deepEqual([one.outcome, two.outcome], ['done', 'done']);
      await bench.settled();
      equal((await bench.read(people.fatima, 'places/news')).length, 1);
    });

    it('is refused with a reason that the process director reads, and the place is free', async () => {
      await holdIt(bench);
      const refuse = (reason: string) => bench.click(people.carla, 'submit places/cannot-send', { request, reason });
      equal((await refuse(' ')).outcome, 'faults');
      equal((await refuse('Bel 06-12345678')).outcome, 'faults');
      equal((await refuse('Er is brand geweest.')).outcome, 'done');
      await bench.settled();
      equal((await counts()).free, 2);
      match((await bench.read(people.fatima, 'places/news')).join(), /De aanbieder schrijft: Er is brand geweest/);
      match(await latest(), /De aanbieder schrijft: Er is brand geweest/);
      match(await latest(people.carla, 'places/offer'), /Niet meer nodig/);
    });

    it('may still be taken back before anybody lives there', async () => {
      await offerIt(bench);
      await bench.click(people.carla, 'submit places/cannot-send', { request, reason: 'Er is brand geweest.' });
      equal(await stage(), 'searching');
    });

    it('finds nothing to offer when it went back', async () => {
      await holdIt(bench);
      await bench.click(people.fatima, 'submit places/decline-send', { request, who: 'family', reason: 'Te ver.' });
      const shown = await bench.click(people.carla, 'action places/offer', { request });
      equal(shown.outcome, 'hold-over');
      match(shown.card, /Niet meer nodig/);
    });
  });
});
