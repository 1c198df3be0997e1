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
