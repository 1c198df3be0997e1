import { deepEqual, equal, match } from 'node:assert/strict';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import { facilityOf, makeFacility, openBench, people, type PlacesBench } from './bench.ts';

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
