import { deepEqual } from 'node:assert/strict';
import type { Effect } from '../../../src/core/effect.ts';
import { facilityAggregate, requestAggregate } from '../../../src/features/places/aggregates.ts';
import type { FacilityEvent } from '../../../src/features/places/facility-messages.ts';
import { reactOfFacility } from '../../../src/features/places/facility-reactions.ts';
import type { RequestEvent } from '../../../src/features/places/request-messages.ts';
import { reactOfRequest } from '../../../src/features/places/request-reactions.ts';
import {
  agreed,
  accepted,
  asking,
  at,
  contact,
  director,
  facilityAfter,
  held,
  hold,
  hoeve,
  inOffer,
  inPlace,
  later,
  offeredThere,
  occupiedThere,
  one,
  placeHeld,
  placeOffered,
  registered,
  requestAfter,
  requested,
  staff,
  until,
} from './samples.ts';

const ofFacility = (...events: readonly FacilityEvent[]): readonly Effect[] => {
  const last = events.at(-1);
  return last ? reactOfFacility(last, facilityAfter(...events)) : [];
};
const settle = { kind: 'place-settle', key: `settle-${one}-${hoeve}`, data: { request: one, facility: hoeve } };
const match = { kind: 'place-match', key: 'match', data: { freed: at } };
const released: FacilityEvent = {
  type: 'PlacesReleased',
  data: { at, by: contact, request: one, hold, because: 'cannot', note: '', from: '2026-11-23' },
};

describe('places: what an event at a facility sets in motion', () => {
  it('looks who waits when there is room', () => {
    deepEqual(ofFacility(registered()), [match]);
    deepEqual(
      ofFacility(registered(), { type: 'PlacesFreed', data: { at, by: contact, places: ['p4'], from: '2026-12-01' } }),
      [match],
    );
    deepEqual(ofFacility(registered(), { type: 'PlacesCounted', data: { at, by: staff, places: [] } }), [match]);
  });

  it('brings the request in step, and lets the time run, when a place is held', () =>
    deepEqual(ofFacility(registered(), held()), [
      settle,
      { kind: 'place-expire', key: `expire-${one}`, due: until, data: { request: one, hold } },
    ]));

  it('puts the same clock off when it is prolonged', () => {
    const longer = '2026-12-07T16:00:00.000Z';
    const data = { at: later, by: director, request: one, hold, until: longer, reason: 'Vakantie.' };
    deepEqual(ofFacility(registered(), held(), { type: 'HoldExtended', data }), [
      settle,
      { kind: 'place-expire', key: `expire-${one}`, due: longer, data: { request: one, hold } },
    ]);
  });

  it('brings the request in step when it is offered and moved into', () => {
    deepEqual(ofFacility(registered(), held(), offeredThere), [settle]);
    deepEqual(ofFacility(registered(), held(), offeredThere, occupiedThere), [settle]);
  });

  it('does both when a place goes back', () => deepEqual(ofFacility(registered(), held(), released), [settle, match]));

  it('does nothing when only words change', () =>
    deepEqual(
      ofFacility(registered(), {
        type: 'FacilityChanged',
        data: { at, by: staff, facility: facilityAfter(registered()).facility },
      }),
      [],
    ));

  it('does nothing where there is no facility', () => deepEqual(reactOfFacility(registered(), { status: 'none' }), []));
});

/** Cards as "name to whom", other effects by their key. */
const ofRequest = (...events: readonly RequestEvent[]): readonly string[] => {
  const last = events.at(-1);
  const effects = last ? reactOfRequest(last, requestAfter(...events)) : [];
  return effects.map(({ kind, key, data }) =>
    kind === 'show-card' ? `${data['card'] as string} ${(data['to'] as { person: string }).person}` : key,
  );
};
const card = `places/request ${director}`;
const offers = [`places/offer ${contact}`, `places/offer ${staff}`];
const providerNews = [`places/news ${contact}`, `places/news ${staff}`];
const settling = `settle-${one}-${hoeve}`;

describe('places: what an event of a request sets in motion', () => {
  it('shows the director how it stands from the beginning', () => {
    deepEqual(ofRequest(requested()), [card]);
    deepEqual(ofRequest({ type: 'HelpComesToYouth', data: asking() }), [card]);
  });

  it('asks the provider when a place is held', () => deepEqual(ofRequest(requested(), placeHeld()), [card, ...offers]));

  it('tells the director when it is offered', () =>
    deepEqual(ofRequest(...inOffer), [card, ...offers, `places/news ${director}`]));

  it('rings no bell for half an agreement', () =>
    deepEqual(ofRequest(...inOffer, agreed('family')), [card, ...offers]));

  it('tells the provider when everybody agrees', () =>
    deepEqual(ofRequest(...inOffer, agreed('family'), agreed('municipality'), accepted), [
      ...[card, ...offers],
      ...providerNews,
    ]));

  it('shows both sides that somebody lives there', () => deepEqual(ofRequest(...inPlace), [card, ...offers]));

  for (const [because, told] of [
    ['expired', [`places/news ${director}`, ...providerNews]],
    ['cannot', [`places/news ${director}`]],
  ] as const)
    it(`tells ${because === 'expired' ? 'both sides' : 'the director'} of a place that went back: ${because}`, () =>
      deepEqual(
        ofRequest(requested(), placeHeld(), { type: 'PlaceWentBack', data: { at: later, hold, because, note: '' } }),
        [card, ...offers, ...told],
      ));

  it('gives the place back, and tells the provider, after a no and after withdrawing', () => {
    const no: RequestEvent = {
      type: 'PlaceDeclined',
      data: { at: later, by: director, hold, who: 'family', reason: 'Ver.' },
    };
    const withdrawn: RequestEvent = { type: 'RequestWithdrawn', data: { at: later, by: director, reason: 'Thuis.' } };
    for (const event of [no, withdrawn])
      deepEqual(ofRequest(...inOffer, event), [settling, card, ...offers, ...providerNews]);
  });

  it('has nothing to give back when it was withdrawn without a place', () =>
    deepEqual(
      ofRequest(requested(), { type: 'RequestWithdrawn', data: { at: later, by: director, reason: 'Thuis.' } }),
      [card],
    ));

  it('says nothing to a provider of long ago', () =>
    deepEqual(
      ofRequest(
        ...inOffer,
        { type: 'PlaceDeclined', data: { at: later, by: director, hold, who: 'family', reason: 'Ver.' } },
        { type: 'RequestWithdrawn', data: { at: '2026-12-01T09:00:00.000Z', by: director, reason: 'Thuis.' } },
      ),
      [card],
    ));

  it('gives the place back when the youth left', () =>
    deepEqual(
      ofRequest(...inPlace, {
        type: 'YouthLeft',
        data: { at: later, by: director, hold, day: '2026-12-30', to: 'home' },
      }),
      [settling, card, ...offers],
    ));

  it('tells the director and the centre of a free place, and changes nothing else', () =>
    deepEqual(
      ofRequest(requested(), {
        type: 'PlaceToldFree',
        data: { at: later, facility: hoeve, name: 'De Hoeve', freed: at, staff: [staff] },
      }),
      [`places/news ${director}`, `places/news ${staff}`],
    ));

  it('shows the card to another director', () =>
    deepEqual(
      ofRequest(requested(), placeHeld(), { type: 'RequestHandedOver', data: { at: later, director: staff } }),
      [`places/request ${staff}`, ...offers],
    ));

  it('does nothing where there is no request', () => deepEqual(reactOfRequest(placeOffered, { stage: 'none' }), []));
});

describe('places: what can be searched for', () => {
  it('is nothing of what is not there', () =>
    deepEqual([facilityAggregate.fields({ status: 'none' }), requestAggregate.fields({ stage: 'none' })], [{}, {}]));

  it('is the centre, the kind and the contacts of a facility', () =>
    deepEqual(facilityAggregate.fields(facilityAfter(registered())), {
      ...{ name: 'De Hoeve', centre: 'LI', region: 'midden-limburg-west', kind: 'small-group', contacts: [contact] },
    }));

  it('is the stage, the case and the people of a request', () =>
    deepEqual(requestAggregate.fields(requestAfter(requested())), {
      ...{ stage: 'searching', director, by: director, case: 'case-2', number: 'LI-2026-0002' },
      ...{ centre: 'LI', updatedAt: at },
    }));
});
