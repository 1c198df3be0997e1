import { fold } from '../../../src/core/decider.ts';
import { type PersonId, personId } from '../../../src/core/ids.ts';
import { caseId, type CaseNumber } from '../../../src/features/cases/index.ts';
import { regionCode } from '../../../src/features/directory/index.ts';
import { facilityDecider } from '../../../src/features/places/facility.ts';
import type { Counted, FacilityEvent } from '../../../src/features/places/facility-messages.ts';
import {
  type Binding,
  type Facility,
  type FacilityState,
  isKnown,
  type KnownFacility,
  type LoosePlace,
} from '../../../src/features/places/facility-state.ts';
import { facilityId, holdId, requestId } from '../../../src/features/places/place-ids.ts';
import { requestDecider } from '../../../src/features/places/request.ts';
import type { RequestEvent } from '../../../src/features/places/request-messages.ts';
import {
  type Chosen,
  isAsked,
  type Needs,
  type PlaceRequestFile,
  type Standing,
} from '../../../src/features/places/request-state.ts';

export const at = '2026-11-23T09:00:00.000Z';
export const later = '2026-11-24T09:00:00.000Z';
export const today = '2026-11-23';
export const until = '2026-11-30T16:00:00.000Z';
export const director: PersonId = personId('director');
export const contact: PersonId = personId('contact');
export const staff: PersonId = personId('staff');

export const hoeve = facilityId('de-hoeve');
export const one = requestId('request-1');
export const two = requestId('request-2');
export const hold = holdId('click-1');
export const otherHold = holdId('click-2');

export const facility = (changes: Partial<Facility> = {}): Facility => ({
  ...{ id: hoeve, name: 'De Hoeve', provider: 'Kleinschalig Wonen', region: regionCode('midden-limburg-west') },
  ...{ centre: 'LI', contacts: [contact], kind: 'small-group', ages: { from: 12, to: 18 } },
  ...{ words: '', profile: [], concerns: '', near: [] },
  ...changes,
});

export const counted = (changes: Partial<Counted> = {}): Counted => ({
  ...{ capacity: 4, free: 2, toCreate: 1, from: today },
  ...changes,
});

export const place = (id: string, status: LoosePlace['status'], from = today): LoosePlace => ({ id, status, from });
export const fourPlaces: readonly LoosePlace[] = [
  place('p1', 'free'),
  place('p2', 'free'),
  place('p3', 'to-create'),
  place('p4', 'taken'),
];

export const registered = (
  changes: Partial<Facility> = {},
  places: readonly LoosePlace[] = fourPlaces,
): FacilityEvent => ({
  type: 'FacilityRegistered',
  data: { at, by: staff, facility: facility(changes), places },
});

export const binding = (changes: Partial<Binding> = {}): Binding => ({
  ...{ request: one, hold, status: 'held', places: ['p1'], by: director, heldAt: at, until },
  ...changes,
});
export const held = (changes: Partial<Binding> = {}): FacilityEvent => ({
  type: 'PlacesHeld',
  data: { at, binding: binding(changes) },
});
export const offeredThere: FacilityEvent = {
  type: 'PlacesOffered',
  data: { at: later, by: contact, request: one, hold },
};
export const occupiedThere: FacilityEvent = {
  type: 'PlacesOccupied',
  data: { at: later, by: director, request: one, hold, day: '2026-11-24' },
};

export function facilityAfter(...events: readonly FacilityEvent[]): KnownFacility {
  const state: FacilityState = fold(facilityDecider, events);
  if (!isKnown(state)) throw new Error('no facility');
  return state;
}

export const needs = (changes: Partial<Needs> = {}): Needs => ({
  ...{ kinds: [], ages: [17], words: 'Een kleine groep, werken met de handen.', profile: [] },
  ...{ regions: [regionCode('midden-limburg-west')], from: today, courtMeasure: false },
  ...changes,
});

type Asking = Extract<RequestEvent, { type: 'PlaceRequested' }>['data'];
export const asking = (changes: Partial<Asking> = {}): Asking => ({
  ...{ at, by: director, id: one, director, needs: needs(), movesBefore: 5 },
  about: {
    ...{ id: caseId('case-2'), number: 'LI-2026-0002' as CaseNumber },
    ...{ region: regionCode('midden-limburg-west'), centre: 'LI' },
  },
  atPresent: { comes: false, reason: 'De groep stopt.' },
  ...changes,
});
export const requested = (changes: Partial<Asking> = {}): RequestEvent => ({
  type: 'PlaceRequested',
  data: asking(changes),
});

export const standing = (changes: Partial<Binding> = {}, of: Partial<Facility> = {}): Standing => ({
  facility: facility(of),
  staff: [staff],
  binding: binding(changes),
});

export const chosen = (changes: Partial<Chosen> = {}): Chosen => ({
  ...{ hold, facility: hoeve, name: 'De Hoeve', provider: 'Kleinschalig Wonen', kind: 'small-group' },
  ...{ region: regionCode('midden-limburg-west'), centre: 'LI', contacts: [contact], staff: [staff] },
  ...{ places: 1, heldAt: at, heldBy: director, until, consents: {} },
  ...changes,
});
export const placeHeld = (changes: Partial<Chosen> = {}): RequestEvent => ({
  type: 'PlaceHeld',
  data: { at, chosen: chosen(changes) },
});
export const placeOffered: RequestEvent = {
  type: 'PlaceOffered',
  data: { at: later, hold, offered: { by: contact, at: later } },
};
export const agreed = (party: 'family' | 'municipality' | 'regions'): RequestEvent => ({
  type: 'ConsentRecorded',
  data: { at: later, by: director, party, how: 'In het overleg van maandag.' },
});
export const accepted: RequestEvent = { type: 'PlaceAccepted', data: { at: later, hold } };
export const movedIn: RequestEvent = { type: 'YouthMovedIn', data: { at: later, hold, day: '2026-11-24' } };

export const inOffer = [requested(), placeHeld(), placeOffered] as const;
export const inAcceptance = [...inOffer, agreed('family'), agreed('municipality'), accepted] as const;
export const inPlace = [...inAcceptance, movedIn] as const;

export function requestAfter(...events: readonly RequestEvent[]): PlaceRequestFile {
  const state = fold(requestDecider, events);
  if (!isAsked(state)) throw new Error('no request');
  return state;
}
