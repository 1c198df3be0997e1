import { deepEqual } from 'node:assert/strict';
import { facilityDecider } from '../../../src/features/places/facility.ts';
import type { FacilityCommand, FacilityEvent } from '../../../src/features/places/facility-messages.ts';
import { countsOf } from '../../../src/features/places/facility-state.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  at,
  binding,
  contact,
  director,
  facilityAfter,
  held,
  hold,
  later,
  occupiedThere,
  offeredThere,
  one,
  otherHold,
  place,
  registered,
  today,
  two,
  until,
} from './samples.ts';

const given = specify(facilityDecider);
const of = { request: one, hold };

type Holding = Extract<FacilityCommand, { type: 'HoldPlaces' }>['data'];
const holding = (changes: Partial<Holding> = {}): FacilityCommand => ({
  type: 'HoldPlaces',
  data: { ...of, at, by: director, count: 1, ages: [17], today, until, ...changes },
});

describe('places: setting a place apart', () => {
  it('takes the place that is free first', () =>
    given(registered({}, [place('p1', 'free', '2026-12-10'), place('p2', 'free', '2026-11-20')]))
      .when(holding())
      .thenEvents(held({ places: ['p2'] })));

  it('takes as many as come together', () =>
    given(registered())
      .when(holding({ count: 2, ages: [12, 14] }))
      .thenEvents(held({ places: ['p1', 'p2'] })));

  it('takes nothing more when the same request asks again', () =>
    given(registered(), held())
      .when(holding({ hold: otherHold }))
      .thenNothing());

  for (const [what, changes, code] of [
    ['more than are free', { count: 3, ages: [12, 13, 14] }, 'no-place-free'],
    ['none', { count: 0, ages: [] }, 'no-place-free'],
    ['somebody too young', { ages: [11] }, 'not-for-this-age'],
    ['somebody too old', { ages: [19] }, 'not-for-this-age'],
    ['a brother and a sister of whom one is too young', { count: 2, ages: [12, 10] }, 'not-for-this-age'],
  ] as const)
    it(`is refused for ${what}`, () => given(registered()).when(holding(changes)).thenRefused(code));

  it('is refused once the facility has closed', () =>
    given(registered({ closes: '2026-11-22' }))
      .when(holding())
      .thenRefused('not-open'));

  it('is possible on its last day', () =>
    given(registered({ closes: today }))
      .when(holding())
      .thenEvents(held()));

  it('is refused for the last place when somebody else was first', () =>
    given(registered({}, [place('p1', 'free')]), held())
      .when(holding({ request: two, hold: otherHold }))
      .thenRefused('no-place-free'));

  it('is refused for a second request by the same click', () =>
    given(registered(), held())
      .when(holding({ request: two }))
      .thenRefused('hold-over'));

  it('is refused when the same click comes again after the place went back', () =>
    given(registered(), held(), {
      type: 'PlacesReleased',
      data: { at: later, by: contact, ...of, because: 'cannot', note: '', from: today },
    })
      .when(holding())
      .thenRefused('hold-over'));

  it('is refused where there is no facility', () => given().when(holding()).thenRefused('unknown-facility'));

  it('leaves places to be created alone', () =>
    given(registered({}, [place('p1', 'to-create')]))
      .when(holding())
      .thenRefused('no-place-free'));
});

describe('places: prolonging', () => {
  const data = { at: later, by: director, ...of, until: '2026-12-07T16:00:00.000Z', reason: 'Moeder is op reis.' };
  const extend: FacilityCommand = { type: 'ExtendHold', data };
  const extended: FacilityEvent = { type: 'HoldExtended', data };

  it('goes on until the new moment', () => given(registered(), held()).when(extend).thenEvents(extended));
  it('is possible once', () => given(registered(), held(), extended).when(extend).thenRefused('extended-already'));
  it('needs a reason', () =>
    given(registered(), held())
      .when({ type: 'ExtendHold', data: { ...data, reason: ' ' } })
      .thenRefused('reason-missing'));
  it('is refused when it was offered', () =>
    given(registered(), held(), offeredThere).when(extend).thenRefused('already-offered'));
  it('is refused when it went back', () => given(registered()).when(extend).thenRefused('hold-over'));
  it('is refused for another hold', () =>
    given(registered(), held({ hold: otherHold }))
      .when(extend)
      .thenRefused('hold-over'));
});

describe('places: the end of the time', () => {
  const expire = (when: string): FacilityCommand => ({ type: 'ExpireHold', data: { at: when, ...of } });

  it('gives the place back', () =>
    given(registered(), held())
      .when(expire(until))
      .thenEvents({
        type: 'PlacesReleased',
        data: { at: until, by: 'system', ...of, because: 'expired', note: '', from: '2026-11-30' },
      }));
  it('counts the day on a Dutch clock', () =>
    given(registered(), held())
      .when(expire('2026-11-30T23:30:00.000Z'))
      .thenEvents({
        type: 'PlacesReleased',
        data: {
          ...{ at: '2026-11-30T23:30:00.000Z', by: 'system', ...of },
          ...{ because: 'expired', note: '', from: '2026-12-01' },
        },
      }));
  it('does nothing before it is there', () => given(registered(), held()).when(expire(later)).thenNothing());
  it('does nothing when it was put off', () =>
    given(registered(), held(), {
      type: 'HoldExtended',
      data: { at: later, by: director, ...of, until: '2026-12-07T16:00:00.000Z', reason: 'Vakantie.' },
    })
      .when(expire(until))
      .thenNothing());
  it('does nothing to what was offered', () =>
    given(registered(), held(), offeredThere).when(expire(until)).thenNothing());
  it('does nothing to another hold', () =>
    given(registered(), held({ hold: otherHold }))
      .when(expire(until))
      .thenNothing());
});

describe('places: offering, moving in, giving back', () => {
  const offer: FacilityCommand = { type: 'OfferPlaces', data: { at: later, by: contact, ...of } };
  const occupy: FacilityCommand = {
    type: 'OccupyPlaces',
    data: { at: later, by: director, ...of, day: '2026-11-24' },
  };
  const release = (because: 'cannot' | 'not-wanted' | 'left' = 'not-wanted') => ({
    ...{ at: later, by: contact, ...of },
    ...{ because, note: 'Ziek.', from: '2026-11-24' },
  });

  it('is offered', () => given(registered(), held()).when(offer).thenEvents(offeredThere));
  it('is offered once', () => given(registered(), held(), offeredThere).when(offer).thenNothing());
  it('is not offered when it went back', () => given(registered()).when(offer).thenRefused('hold-over'));

  it('is moved into after the offer', () =>
    given(registered(), held(), offeredThere).when(occupy).thenEvents(occupiedThere));
  it('is moved into once', () => given(registered(), held(), offeredThere, occupiedThere).when(occupy).thenNothing());
  it('is not moved into before the offer', () => given(registered(), held()).when(occupy).thenRefused('not-offered'));
  it('is not moved into when it went back', () => given(registered()).when(occupy).thenRefused('hold-over'));

  it('goes back', () =>
    given(registered(), held())
      .when({ type: 'ReleasePlaces', data: release() })
      .thenEvents({ type: 'PlacesReleased', data: release() }));
  it('goes back once', () => given(registered()).when({ type: 'ReleasePlaces', data: release() }).thenNothing());
  it('does not take back another hold', () =>
    given(registered(), held({ hold: otherHold }))
      .when({ type: 'ReleasePlaces', data: release() })
      .thenNothing());
  it('is not taken back by the provider when somebody lives there', () =>
    given(registered(), held(), offeredThere, occupiedThere)
      .when({ type: 'ReleasePlaces', data: release('cannot') })
      .thenRefused('lives-there'));
  it('is left', () =>
    given(registered(), held(), offeredThere, occupiedThere)
      .when({ type: 'ReleasePlaces', data: release('left') })
      .thenEvents({ type: 'PlacesReleased', data: release('left') }));

  it('counts each on the way, and is free again after it', () => {
    const back: FacilityEvent = { type: 'PlacesReleased', data: release() };
    const stages = [[held()], [held(), offeredThere], [held(), offeredThere, occupiedThere], [held(), back]] as const;
    deepEqual(
      stages.map((events) => countsOf(facilityAfter(registered(), ...events))),
      [
        { free: 1, held: 1, offered: 0, occupied: 1, 'to-create': 1 },
        { free: 1, held: 0, offered: 1, occupied: 1, 'to-create': 1 },
        { free: 1, held: 0, offered: 0, occupied: 2, 'to-create': 1 },
        { free: 2, held: 0, offered: 0, occupied: 1, 'to-create': 1 },
      ],
    );
    const state = facilityAfter(registered(), held(), back);
    deepEqual(state.loose[0], place('p1', 'free', '2026-11-24'));
    deepEqual(state.released, [{ hold, because: 'not-wanted', note: 'Ziek.', at: later, by: contact }]);
  });

  it('keeps who it is for with the places', () =>
    deepEqual(facilityAfter(registered(), held(), offeredThere, occupiedThere).bindings, [
      binding({ status: 'occupied', offered: { by: contact, at: later }, movedIn: '2026-11-24' }),
    ]));

  it('takes an event that it does not know as no change', () =>
    deepEqual(
      facilityAfter(registered(), { type: 'FromTomorrow', data: { at } } as never),
      facilityAfter(registered()),
    ));
});
