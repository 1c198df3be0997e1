import type { PersonId } from '../../core/ids.ts';
import type { Binding, Facility, LoosePlace, Release } from './facility-state.ts';
import type { HoldId, RequestId } from './place-ids.ts';

/** Every command and event carries the moment it happened (`at`, UTC instant). */
type At = Readonly<{ at: string }>;
type By = At & Readonly<{ by: PersonId | 'system' }>;
type OfHold = Readonly<{ request: RequestId; hold: HoldId }>;

/** How many places there are in all, how many of them nobody has, and from when (YYYY-MM-DD). The rest others have. */
export type Counted = Readonly<{ capacity: number; free: number; toCreate: number; from: string }>;

export type FacilityCommand =
  | { type: 'RegisterFacility'; data: By & { facility: Facility; counted: Counted } }
  /** `seen`: how many places were set apart for requests when the numbers were written down. */
  | { type: 'ChangeFacility'; data: By & { facility: Facility; counted: Counted; seen: number } }
  /** Registers, or changes what is said and how many there are; who has the places is left to those who know. */
  | { type: 'ImportFacility'; data: By & { facility: Facility; counted: Counted } }
  | { type: 'FreePlaces'; data: By & { count: number; from: string } }
  /** `today` and `until`: a day, and the instant at which the places go back. */
  | {
      type: 'HoldPlaces';
      data: At & OfHold & { by: PersonId; count: number; ages: readonly number[]; today: string; until: string };
    }
  | { type: 'ExtendHold'; data: By & OfHold & { until: string; reason: string } }
  | { type: 'ExpireHold'; data: At & OfHold }
  | { type: 'OfferPlaces'; data: At & OfHold & { by: PersonId } }
  | { type: 'OccupyPlaces'; data: By & OfHold & { day: string } }
  /** Does nothing when the request has no places here (any more). `from`: the day from which they are free. */
  | { type: 'ReleasePlaces'; data: By & OfHold & { because: Release; note: string; from: string } };

export type FacilityEvent =
  | { type: 'FacilityRegistered'; data: By & { facility: Facility; places: readonly LoosePlace[] } }
  | { type: 'FacilityChanged'; data: By & { facility: Facility } }
  /** All places that no request has, as they are from now on. */
  | { type: 'PlacesCounted'; data: By & { places: readonly LoosePlace[] } }
  | { type: 'PlacesFreed'; data: By & { places: readonly string[]; from: string } }
  | { type: 'PlacesHeld'; data: At & { binding: Binding } }
  | { type: 'HoldExtended'; data: By & OfHold & { until: string; reason: string } }
  | { type: 'PlacesOffered'; data: At & OfHold & { by: PersonId } }
  | { type: 'PlacesOccupied'; data: By & OfHold & { day: string } }
  | { type: 'PlacesReleased'; data: By & OfHold & { because: Release; note: string; from: string } };

export const facilityRefusals = [
  'facility-exists',
  'unknown-facility',
  'name-missing',
  'ages-wrong',
  'no-places',
  'too-many-places',
  'below-use',
  'changed-meanwhile',
  'closes-before-opening',
  'too-many-contacts',
  'nothing-to-free',
  'not-for-this-age',
  'not-open',
  'no-place-free',
  'hold-over',
  'extended-already',
  'already-offered',
  'not-offered',
  'lives-there',
  'reason-missing',
] as const;
export type FacilityRefusal = (typeof facilityRefusals)[number];
