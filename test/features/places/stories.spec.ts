import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { demoCases } from '../../../src/demo/cases.ts';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import {
  agree,
  ask,
  facilityOf,
  filled,
  holdIt,
  makeFacility,
  offerIt,
  openBench,
  openCase,
  people,
  type PlacesBench,
  requestOf,
} from './bench.ts';

/** domain.md, section 5: what the cases ask of places. */
describe('places: stories', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const results = async (request: string) =>
    (await bench.click(people.fatima, 'action places/results', { request })).card;

  it('Wolf: a custom place near by, after five moves, with the municipality paying from the day of moving', async () => {
    await openCase(bench, { priority: true });
    await makeFacility(bench, {
      ...{ id: 'maatwerk' as never, name: 'Maatwerk Weert', kind: 'custom', ages: { from: 16, to: 21 } },
      ...{ words: 'Werken met de handen.', counted: { capacity: 1, free: 0, toCreate: 1 } },
    });
    await bench.settled();
    await ask(bench, { kinds: 'custom' });
    match(await results('request-1'), /1 plek nog te maken/);
    match((await bench.read(people.fatima, 'places/request')).at(-1) ?? '', /er is een maatregel van de rechter/);

    const sentence = await bench.say(people.carla, 'plek vrij per 7 december');
    match(sentence?.card ?? '', /Plek vrij bij Maatwerk Weert\?/);
    const free = { facility: 'maatwerk', count: '1', from: '2026-12-07' };
    await bench.click(people.carla, 'action places/free', free);
    await bench.settled();
    match((await bench.read(people.fatima, 'places/news')).join(), /Bij Maatwerk Weert is een plek vrij die past/);
    match(await results('request-1'), /Pas vanaf maandag 7 december|pas vanaf maandag 7 december/);

    await offerIt(bench, { facility: 'maatwerk' });
    await agree(bench, 'family', 'municipality');
    bench.pass(14);
    const moved = { request: 'request-1', day: '2026-12-07' };
    equal((await bench.click(people.fatima, 'submit places/move-in-send', moved)).outcome, 'done');
    await bench.settled();
    const file = await requestOf(bench, 'request-1');
    deepEqual([file.stage, file.moves], ['occupied', 6]);
    match((await bench.read(people.fatima, 'places/request')).at(-1) ?? '', /Woont er sinds maandag 7 december/);
  });

  it('Das and Hermelijn: a place for two, or none', async () => {
    await openCase(bench, { demo: 'das', priority: true });
    await makeFacility(bench, {
      ...{ id: 'single' as never, name: 'Gezinshuis voor een', kind: 'family-home', ages: { from: 6, to: 14 } },
      counted: { capacity: 2, free: 1 },
    });
    await bench.settled();
    await ask(bench, { kinds: 'family-home', ages: '12, 10' });
    match(await results('request-1'), /Er past nu geen plek/);

    await makeFacility(bench, {
      ...{ id: 'beuk' as never, name: 'Gezinshuis De Beuk', kind: 'family-home', ages: { from: 6, to: 14 } },
      counted: { capacity: 4, free: 2 },
    });
    await bench.settled();
    match((await bench.read(people.fatima, 'places/news')).join(), /Gezinshuis De Beuk/);
    const card = await results('request-1');
    ok(card.includes('Gezinshuis De Beuk') && !card.includes('Gezinshuis voor een'));
    await holdIt(bench, { facility: 'beuk' });
    deepEqual(countsOf(await facilityOf(bench, 'beuk')), { free: 0, held: 2, offered: 0, occupied: 2, 'to-create': 0 });
    match((await bench.read(people.carla, 'places/offer')).join(), /12 en 10 jaar, samen/);
    await bench.click(people.fatima, 'submit places/decline-send', {
      ...{ request: 'request-1', who: 'family', reason: 'De kinderen willen dichter bij school blijven.' },
    });
    await bench.settled();
    equal(countsOf(await facilityOf(bench, 'beuk')).free, 2);
  });

  it('Kiezel: two places of a home that is being set up, of which one becomes his', async () => {
    await openCase(bench, { demo: 'kiezel' });
    await makeFacility(bench, {
      ...{
        id: 'sleutel' as never,
        name: 'Eigen Sleutel',
        opens: '2027-01-04',
        counted: { capacity: 2, free: 0, toCreate: 2 },
      },
    });
    await bench.settled();
    await ask(bench, { ages: '16', kinds: 'small-group', from: '2027-01-04', tenableUntil: '2027-01-11' });
    const before = await results('request-1');
    match(before, /2 plekken nog te maken/);
    ok(!before.includes('places/hold'));
    equal((await holdIt(bench, { facility: 'sleutel' })).outcome, 'no-place-free');
    await bench.click(people.carla, 'action places/free', { facility: 'sleutel', count: '2', from: '2027-01-04' });
    await bench.settled();
    match(await results('request-1'), /op tijd vrij/i);
    equal((await holdIt(bench, { facility: 'sleutel' })).outcome, 'done');
    deepEqual(countsOf(await facilityOf(bench, 'sleutel')), {
      free: 1,
      held: 1,
      offered: 0,
      occupied: 0,
      'to-create': 0,
    });
  });

  it('Sterre: 21, where only some facilities take anybody of that age, across the border of the centre', async () => {
    await openCase(bench, { demo: 'sterre' });
    await makeFacility(bench);
    await makeFacility(bench, {
      ...{ id: 'eigen' as never, name: 'Begeleid Wonen Zeeland', kind: 'supported-living', centre: 'BZ' },
      ...{ region: 'zeeland' as never, ages: { from: 18, to: 23 } },
    });
    await bench.settled();
    await ask(bench, { ages: '21', kinds: 'supported-living' });
    const card = await results('request-1');
    ok(card.includes('Begeleid Wonen Zeeland') && !card.includes('"facility":"de-hoeve"'));
    await offerIt(bench, { facility: 'eigen' });
    await agree(bench, 'family', 'municipality');
    equal((await requestOf(bench, 'request-1')).stage, 'offered');
    match((await bench.read(people.fatima, 'places/request')).at(-1) ?? '', /Nog akkoord nodig van: beide regio’s/);
    deepEqual(bench.cardsTo(people.miriam).slice(0, 1), ['places/offer']);
    await agree(bench, 'regions');
    equal((await requestOf(bench, 'request-1')).stage, 'accepted');
  });

  it('Vlinder: a move that was avoided, because the help came', async () => {
    await openCase(bench, { demo: 'vlinder' });
    await makeFacility(bench, { ages: { from: 4, to: 12 } });
    const vlinder = demoCases.find(({ key }) => key === 'vlinder');
    const shown = await bench.click(people.fatima, 'submit places/ask-next', filled({ comes: 'yes', reason: '' }));
    equal(shown.outcome, 'done');
    await bench.settled();
    const { stage, moves } = await requestOf(bench, 'request-1');
    deepEqual([stage, moves], ['stays', vlinder?.intake.moves ?? 0]);
    equal(
      (await bench.click(people.fatima, 'action places/results', { request: 'request-1' })).outcome,
      'not-searching',
    );
    equal((await holdIt(bench)).outcome, 'not-searching');
    deepEqual(bench.cardsTo(people.carla), []);
  });
});
