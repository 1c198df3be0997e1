import { equal, match, ok } from 'node:assert/strict';
import { ask, holdIt, makeFacility, openBench, openCase, people, type PlacesBench } from './bench.ts';

describe('places: the board', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
    await openCase(bench);
  });
  afterEach(() => bench.close());

  it('counts places by kind, with a chart and the same numbers without one', async () => {
    await makeFacility(bench, { counted: { capacity: 5, free: 2, toCreate: 1 } });
    await makeFacility(bench, { id: 'home' as never, name: 'Gezinshuis De Beuk', kind: 'family-home' });
    await makeFacility(bench, { id: 'far' as never, name: 'Aan Zee', centre: 'BZ', region: 'zeeland' as never });
    await ask(bench);
    await holdIt(bench);
    const shown = await bench.say(people.jan, 'vrije plekken');
    const card = shown?.card ?? '';
    match(card, /Plekken: Expertisecentrum Limburg/);
    match(card, /"type":"Chart\.HorizontalBar"/);
    match(card, /"fallback":\{"type":"FactSet"/);
    match(card, /"title":"Kleinschalige woonvorm","value":"1 vrij, 1 vastgehouden, 2 bezet, 1 nog te maken"/);
    match(card, /"title":"Gezinshuis","value":"2 vrij"/);
    ok(!card.includes('Aan Zee'));
  });

  it('shows who waits, in order, with why, by case number only', async () => {
    await ask(bench, { tenableUntil: '2026-12-01' });
    await openCase(bench, { name: 'case-3', number: 'LI-2026-0003', priority: true });
    await ask(bench, { request: 'request-2', case: 'case-3' });
    const card = (await bench.say(people.jan, 'beschikbaarheid'))?.card ?? '';
    match(card, /1\. LI-2026-0003: er is een maatregel van de rechter en de datum van de aanvraag/);
    match(card, /2\. LI-2026-0002: de plek van nu stopt binnen twee weken en de datum van de aanvraag/);
    for (const text of ['Wolf', 'Weert', 'Een kleine groep']) ok(!card.includes(text), text);
  });

  it('counts no places where nobody is taken any more, but can still be changed', async () => {
    await makeFacility(bench, { closes: '2026-11-22' });
    const card = (await bench.say(people.jan, 'plekken'))?.card ?? '';
    match(card, /De Hoeve[\s\S]*neemt niemand meer aan/);
    ok(!card.includes('"title":"Kleinschalige woonvorm"'));
    match(card, /"facility":"de-hoeve"/);
  });

  it('says when there is nothing', async () => {
    const card = (await bench.say(people.jan, 'plekken'))?.card ?? '';
    match(card, /Er staan nog geen voorzieningen/);
    match(card, /Niemand wacht op een plek/);
  });

  for (const sentence of [
    'plekken',
    'Vrije plekken',
    'toon plekken',
    'free places',
    'Beschikbaarheid.',
    'availability',
  ])
    it(`is what “${sentence}” asks for`, async () => equal((await bench.say(people.jan, sentence))?.outcome, 'shown'));

  it('is for people of the expert teams too, without buttons to change it', async () => {
    await makeFacility(bench);
    const card = (await bench.say(people.fatima, 'plekken'))?.card ?? '';
    match(card, /De Hoeve/);
    ok(!card.includes('places/facility'));
    match((await bench.say(people.jan, 'plekken'))?.card ?? '', /places\/facility/);
  });

  it('is not for applicants and providers', async () => {
    for (const person of [people.hanna, people.carla])
      equal((await bench.say(person, 'plekken'))?.outcome, 'not-allowed');
  });

  it('is shown for another centre only to its people', async () => {
    equal((await bench.click(people.fatima, 'action places/board', { centre: 'BZ' })).outcome, 'not-allowed');
    const shown = await bench.click(people.tom, 'action places/board', { centre: 'BZ' });
    equal(shown.outcome, 'shown');
    match(shown.card, /BEN Brabant Zeeland/);
    match(shown.card, /Ander centrum/);
  });

  it('begins with one’s own centre when what is asked for is none', async () => {
    equal((await bench.click(people.jan, 'action places/board', { centre: 'XX' })).outcome, 'shown');
  });

  it('is not shown where others read along', async () => {
    equal((await bench.say(people.jan, 'plekken', 'channel'))?.outcome, 'only-in-chat');
    equal((await bench.say(people.fatima, 'mijn plekaanvragen', 'channel'))?.outcome, 'only-in-chat');
  });

  it('has a list of one’s own requests', async () => {
    await ask(bench);
    const shown = await bench.say(people.fatima, 'mijn plekaanvragen');
    match(shown?.card ?? '', /LI-2026-0002/);
    match(shown?.card ?? '', /wacht op een plek, maandag 23 november/);
    match((await bench.say(people.tom, 'my place requests'))?.card ?? '', /Je hebt geen plekaanvragen/);
  });

  it('does not take other sentences', async () => {
    for (const sentence of ['consultaties', 'plek', 'plekken vrij?!x', 'mijn zaken'])
      equal(await bench.say(people.jan, sentence), undefined);
  });
});
