import { deepEqual, equal } from 'node:assert/strict';
import { facilityDecider } from '../../../src/features/places/facility.ts';
import type { FacilityCommand } from '../../../src/features/places/facility-messages.ts';
import { capacityOf, countsOf } from '../../../src/features/places/facility-state.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  at,
  contact,
  counted,
  facility,
  facilityAfter,
  fourPlaces,
  held,
  place,
  registered,
  staff,
  today,
} from './samples.ts';

const given = specify(facilityDecider);
const by = { at, by: staff };

describe('places: registering a facility', () => {
  const register = (changes = {}, counts = {}): FacilityCommand => ({
    type: 'RegisterFacility',
    data: { ...by, facility: facility(changes), counted: counted(counts) },
  });

  it('makes its places: free ones, those to be created, and those that others have', () =>
    given()
      .when(register())
      .thenEvents({ type: 'FacilityRegistered', data: { ...by, facility: facility(), places: fourPlaces } }));

  it('is refused when it is there already', () => given(registered()).when(register()).thenRefused('facility-exists'));

  for (const [what, changes, code] of [
    ['a name', { name: ' ' }, 'name-missing'],
    ['a provider', { provider: '' }, 'name-missing'],
    ['ages in order', { ages: { from: 12, to: 11 } }, 'ages-wrong'],
    ['ages from 0', { ages: { from: -1, to: 11 } }, 'ages-wrong'],
    ['ages up to 23', { ages: { from: 1, to: 24 } }, 'ages-wrong'],
    ['whole ages', { ages: { from: 1.5, to: 4 } }, 'ages-wrong'],
    ['days in order', { opens: '2026-12-02', closes: '2026-12-01' }, 'closes-before-opening'],
    ['at most ten contacts', { contacts: Array.from({ length: 11 }, () => contact) }, 'too-many-contacts'],
  ] as const)
    it(`needs ${what}`, () => given().when(register(changes)).thenRefused(code));

  for (const [what, counts, code] of [
    ['at least one place', { capacity: 0, free: 0, toCreate: 0 }, 'no-places'],
    ['whole numbers', { free: 0.5 }, 'no-places'],
    ['numbers', { capacity: Number.NaN }, 'no-places'],
    ['at most sixty places', { capacity: 61 }, 'too-many-places'],
    ['room for what is free and to be created', { capacity: 2 }, 'below-use'],
  ] as const)
    it(`needs ${what}`, () => given().when(register({}, counts)).thenRefused(code));
});

describe('places: changing a facility', () => {
  const change = (changes = {}, counts = {}, seen = 0): FacilityCommand => ({
    type: 'ChangeFacility',
    data: { ...by, facility: facility(changes), counted: counted(counts), seen },
  });

  it('records what is said, and leaves the places alone when their numbers are the same', () =>
    given(registered())
      .when(change({ name: 'De Nieuwe Hoeve' }))
      .thenEvents({ type: 'FacilityChanged', data: { ...by, facility: facility({ name: 'De Nieuwe Hoeve' }) } }));

  it('does nothing when all is as it was', () => given(registered()).when(change()).thenNothing());

  it('makes a taken place free, under its own name', () =>
    given(registered())
      .when(change({}, { free: 3, from: '2026-12-01' }))
      .thenEvents({
        type: 'PlacesCounted',
        data: {
          ...by,
          places: [
            place('p1', 'free'),
            place('p2', 'free'),
            place('p3', 'to-create'),
            place('p4', 'free', '2026-12-01'),
          ],
        },
      }));

  it('adds places under names that were never used', () =>
    given(registered())
      .when(change({}, { capacity: 5, free: 3 }))
      .thenEvents({ type: 'PlacesCounted', data: { ...by, places: [...fourPlaces, place('p5', 'free')] } }));

  it('takes away what nobody has', () =>
    given(registered())
      .when(change({}, { capacity: 2, toCreate: 0 }))
      .thenEvents({ type: 'PlacesCounted', data: { ...by, places: fourPlaces.slice(0, 2) } }));

  it('cannot go below what requests have', () =>
    given(registered(), held({ places: ['p1', 'p2'] }))
      .when(change({}, { capacity: 1, free: 0, toCreate: 0 }, 2))
      .thenRefused('below-use'));

  it('is refused when places were set apart since the form was opened', () =>
    given(registered(), held())
      .when(change({}, {}, 0))
      .thenRefused('changed-meanwhile'));

  it('is refused for a facility that is not there', () => given().when(change()).thenRefused('unknown-facility'));

  it('is refused without a name', () =>
    given(registered())
      .when(change({ name: '' }))
      .thenRefused('name-missing'));
});

describe('places: importing a facility', () => {
  const load = (changes = {}, counts = {}): FacilityCommand => ({
    type: 'ImportFacility',
    data: { ...by, facility: facility(changes), counted: counted(counts) },
  });

  it('registers one that is new', () =>
    given()
      .when(load())
      .thenEvents({ type: 'FacilityRegistered', data: { ...by, facility: facility(), places: fourPlaces } }));

  it('does nothing the second time, also when a place was set apart in between', () =>
    given(registered(), held()).when(load()).thenNothing());

  it('adds places as free ones', () =>
    given(registered())
      .when(load({}, { capacity: 5 }))
      .thenEvents({ type: 'PlacesCounted', data: { ...by, places: [...fourPlaces, place('p5', 'free')] } }));

  it('takes away places that nobody waits for first', () =>
    given(registered())
      .when(load({}, { capacity: 3 }))
      .thenEvents({
        type: 'PlacesCounted',
        data: { ...by, places: [place('p1', 'free'), place('p2', 'free'), place('p4', 'taken')] },
      }));

  it('is refused when requests have more', () =>
    given(registered(), held({ places: ['p1', 'p2'] }))
      .when(load({}, { capacity: 1 }))
      .thenRefused('below-use'));
});

describe('places: saying that a place is free', () => {
  const free = (count: number, from = '2026-12-01'): FacilityCommand => ({
    type: 'FreePlaces',
    data: { at, by: contact, count, from },
  });

  it('takes first what others had', () =>
    given(registered())
      .when(free(1))
      .thenEvents({ type: 'PlacesFreed', data: { at, by: contact, places: ['p4'], from: '2026-12-01' } }));

  it('takes then what was to be created', () =>
    given(registered())
      .when(free(2))
      .thenEvents({ type: 'PlacesFreed', data: { at, by: contact, places: ['p4', 'p3'], from: '2026-12-01' } }));

  for (const count of [0, -1, 1.5, 3])
    it(`is refused for ${count} places`, () => given(registered()).when(free(count)).thenRefused('nothing-to-free'));

  it('leaves alone what requests have', () =>
    given(registered({}, [place('p1', 'free')]), held())
      .when(free(1))
      .thenRefused('nothing-to-free'));

  it('counts them as free from that day', () => {
    const state = facilityAfter(registered(), {
      type: 'PlacesFreed',
      data: { at, by: contact, places: ['p4'], from: '2026-12-01' },
    });
    deepEqual(countsOf(state), { free: 3, held: 0, offered: 0, occupied: 0, 'to-create': 1 });
    deepEqual(state.loose[3], place('p4', 'free', '2026-12-01'));
    equal(capacityOf(state), 4);
  });

  it('is refused for a facility that is not there', () => given().when(free(1, today)).thenRefused('unknown-facility'));
});
