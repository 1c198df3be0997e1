import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import {
  ask,
  facilityOf,
  holdIt,
  makeFacility,
  openBench,
  openCase,
  people,
  type PlacesBench,
  requestOf,
} from './bench.ts';

describe('places: “plek vrij”', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
    await makeFacility(bench, { counted: { capacity: 3, free: 0, toCreate: 1 } });
  });
  afterEach(() => bench.close());

  const counts = async () => countsOf(await facilityOf(bench));
  const confirm = (data: object = {}, person = people.carla) =>
    bench.click(person, 'action places/free', { facility: 'de-hoeve', count: '1', from: '2026-12-01', ...data });

  it('asks before anything is free', async () => {
    const shown = await bench.say(people.carla, 'Plek vrij per 1 december!');
    equal(shown?.outcome, 'asked');
    match(shown.card, /Plek vrij bij De Hoeve\?/);
    match(shown.card, /"id":"from"[^}]*"value":"2026-12-01"/);
    equal((await counts()).free, 0);
  });

  it('lets somebody with two facilities choose', async () => {
    await makeFacility(bench, { id: 'other' as never, name: 'Ander Huis' });
    const shown = await bench.say(people.carla, '2 plekken vrij');
    match(shown?.card ?? '', /"title":"Ander Huis"/);
    match(shown?.card ?? '', /"title":"De Hoeve"/);
    match(shown?.card ?? '', /"id":"count"[^}]*"value":2/);
  });

  it('says when it does not understand the day', async () => {
    const shown = await bench.say(people.carla, 'plek vrij per ooit eens');
    match(shown?.card ?? '', /Ik begrijp “ooit eens” niet als dag/);
  });

  it('is for contacts only', async () => {
    const shown = await bench.say(people.dennis, 'plek vrij');
    deepEqual([shown?.outcome, shown?.type], ['no-facility', 'text']);
    match(shown?.text ?? '', /Vraag het centrum/);
    for (const person of [people.dennis, people.fatima, people.jan])
      equal((await confirm({}, person)).outcome, 'not-a-contact');
    equal((await counts()).free, 0);
  });

  it('is said in one’s own chat', async () => {
    equal((await bench.say(people.carla, 'plek vrij', 'channel'))?.outcome, 'only-in-chat');
  });

  it('sets free what others had, and then what was to be created', async () => {
    const shown = await confirm({ count: '2' });
    match(shown.text, /2 plekken bij De Hoeve vrij vanaf dinsdag 1 december/);
    deepEqual(await counts(), { free: 2, held: 0, offered: 0, occupied: 0, 'to-create': 1 });
    await confirm();
    deepEqual(await counts(), { free: 3, held: 0, offered: 0, occupied: 0, 'to-create': 0 });
  });

  it('happens once for one click', async () => {
    const data = { facility: 'de-hoeve', count: '1', from: '2026-12-01' };
    const both = await bench.clickTwice(people.carla, 'action places/free', data);
    deepEqual(
      both.map(({ outcome }) => outcome),
      ['freed', 'freed'],
    );
    equal((await counts()).free, 1);
  });

  for (const [what, data, outcome] of [
    ['more than there are', { count: '4' }, 'nothing-to-free'],
    ['none', { count: '0' }, 'nothing-to-free'],
    ['no number', { count: 'veel' }, 'nothing-to-free'],
    ['an empty number', { count: '' }, 'nothing-to-free'],
    ['no day', { from: '' }, 'faults'],
    ['a day in words', { from: 'gauw' }, 'faults'],
    ['another facility', { facility: 'nowhere' }, 'unknown-facility'],
  ] as const)
    it(`is refused for ${what}`, async () => {
      equal((await confirm(data)).outcome, outcome);
      equal((await counts()).free, 0);
    });
});

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
    await openCase(bench, { id: 'case-3', number: 'LI-2026-0003', priority: true });
    await ask(bench, { request: 'request-2', case: 'case-3' });
    const card = (await bench.say(people.jan, 'beschikbaarheid'))?.card ?? '';
    match(card, /1\. LI-2026-0003: er is een maatregel van de rechter en de datum van de aanvraag/);
    match(card, /2\. LI-2026-0002: de plek van nu stopt binnen twee weken en de datum van de aanvraag/);
    for (const text of ['Wolf', 'Weert', 'Een kleine groep']) ok(!card.includes(text), text);
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

describe('places: the dialog of a facility', () => {
  let bench: PlacesBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const filled = (rest: object = {}) => ({
    ...{ facility: 'beuk', seen: '', name: 'Gezinshuis De Beuk', provider: 'Zorggroep Maasduin' },
    ...{ region: 'noord-limburg', kind: 'family-home', contacts: people.dennis, agesFrom: '4', agesTo: '12' },
    ...{ words: 'Kinderen met trauma.', concerns: '', capacity: '3', free: '2', toCreate: '1', from: '2026-12-01' },
    ...{ opens: '', closes: '', near: 'school' },
    ...rest,
  });
  const save = (rest: object = {}, person = people.jan) =>
    bench.click(person, 'submit places/facility-send', filled(rest));
  const stored = () => bench.state<object>('facility-beuk' as never);

  it('registers one, in the centre of its region, with what it is good at as concepts', async () => {
    equal((await save()).outcome, 'done');
    const { facility, loose } = await facilityOf(bench, 'beuk');
    deepEqual(
      [facility.centre, facility.kind, facility.ages, facility.contacts, facility.near],
      ['LI', 'family-home', { from: 4, to: 12 }, [people.dennis], ['school']],
    );
    ok(facility.profile.length > 0);
    deepEqual(
      loose.map(({ status, from }) => `${status} ${from}`),
      ['free 2026-12-01', 'free 2026-12-01', 'to-create 2026-12-01'],
    );
  });

  it('opens empty for a new one, and filled for one that is there', async () => {
    const opened = await bench.click(people.jan, 'dialog places/facility', { facility: '' });
    match(opened.card, /"facility":"made-\d+","seen":""/);
    await save();
    const again = await bench.click(people.jan, 'dialog places/facility', { facility: 'beuk' });
    match(again.card, /"id":"name"[^}]*"value":"Gezinshuis De Beuk"/);
    match(again.card, /"seen":"0"/);
    match(again.card, /In gebruik voor een aanvraag[^"]*: 0"/);
  });

  it('changes what is said and how many there are', async () => {
    await save();
    equal((await save({ seen: '0', name: 'De Nieuwe Beuk', capacity: '4', free: '3' })).outcome, 'done');
    const state = await facilityOf(bench, 'beuk');
    deepEqual([state.facility.name, countsOf(state).free], ['De Nieuwe Beuk', 3]);
  });

  it('is refused when places were set apart meanwhile', async () => {
    await openCase(bench);
    await makeFacility(bench);
    await ask(bench);
    await holdIt(bench);
    const data = filled({ facility: 'de-hoeve', seen: '0', region: 'midden-limburg-west' });
    equal((await bench.click(people.jan, 'submit places/facility-send', data)).outcome, 'changed-meanwhile');
    equal((await requestOf(bench, 'request-1')).stage, 'held');
  });

  it('happens once for one click', async () => {
    const both = await bench.clickTwice(people.jan, 'submit places/facility-send', filled());
    deepEqual(
      both.map(({ outcome }) => outcome),
      ['done', 'done'],
    );
    equal((await save()).outcome, 'facility-exists');
  });

  for (const [who, person] of [
    ['a process director', people.fatima],
    ['a chair', people.marieke],
    ['its contact', people.dennis],
    ['staff of another centre', people.miriam],
  ] as const)
    it(`is not for ${who}`, async () => {
      equal((await save({}, person)).outcome, 'not-allowed');
      equal(await stored(), undefined);
      await save();
      equal((await bench.click(person, 'dialog places/facility', { facility: 'beuk' })).outcome, 'not-allowed');
      equal((await save({ seen: '0', name: 'Anders' }, person)).outcome, 'not-allowed');
      equal((await facilityOf(bench, 'beuk')).facility.name, 'Gezinshuis De Beuk');
    });

  it('does not move a facility to a centre that somebody does not manage', async () => {
    await save();
    equal((await save({ seen: '0', region: 'zeeland' })).outcome, 'not-allowed');
  });

  for (const [field, value] of [
    ['name', ''],
    ['provider', ''],
    ['region', ''],
    ['kind', ''],
    ['kind', 'kasteel'],
    ['agesFrom', ''],
    ['agesTo', '31'],
    ['capacity', ''],
    ['capacity', '0'],
    ['free', '4'],
    ['from', ''],
    ['opens', 'gauw'],
    ['closes', 'ooit'],
    ['words', 'Bel 06-12345678'],
    ['concerns', 'bsn 111222333'],
  ] as const)
    it(`says what is wrong with ${field} “${value}”`, async () => {
      equal((await save({ [field]: value })).outcome, 'faults');
      equal(await stored(), undefined);
    });
});
