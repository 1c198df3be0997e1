import type { PersonId } from '../../core/ids.ts';
import type { ConceptId } from '../../matching/index.ts';
import type { CentreCode, RegionCode } from '../directory/index.ts';
import type { FacilityId, HoldId, RequestId } from './place-ids.ts';

/** domain.md E6, E10, E16: gezinshuis, pleeggezin, kleinschalige woonvorm … maatwerkplek. */
export const facilityKinds = [
  'family-home',
  'foster',
  'small-group',
  'clinic',
  'crisis',
  'supported-living',
  'closed',
  'custom',
] as const;
export type FacilityKind = (typeof facilityKinds)[number];

export const nearbyThings = ['school', 'transport'] as const;
export type Nearby = (typeof nearbyThings)[number];

/** Whole years, both ends belong to it. */
export type AgeBand = Readonly<{ from: number; to: number }>;

/** What is said about a facility; nothing in it is about a youth. */
export type Facility = Readonly<{
  id: FacilityId;
  name: string;
  provider: string;
  region: RegionCode;
  centre: CentreCode;
  /** Who may say how its places stand, and offer them. */
  contacts: readonly PersonId[];
  kind: FacilityKind;
  ages: AgeBand;
  /** What it is good at, in its own words and as concepts of the thesaurus. */
  words: string;
  profile: readonly ConceptId[];
  /** To talk about before somebody comes; it keeps nobody out (domain.md C2). */
  concerns: string;
  /** The first and last day that it takes anybody (YYYY-MM-DD); absent: always. */
  opens?: string;
  closes?: string;
  near: readonly Nearby[];
}>;

export const limits = { places: 60, contacts: 10, words: 400, concerns: 400, oldest: 23 } as const;

/** A set of places that is set apart for one request. */
export type Binding = Readonly<{
  request: RequestId;
  hold: HoldId;
  status: 'held' | 'offered' | 'occupied';
  places: readonly string[];
  by: PersonId;
  heldAt: string;
  /** When it goes back by itself as long as nothing is offered (UTC instant). */
  until: string;
  extension?: string;
  offered?: Readonly<{ by: PersonId; at: string }>;
  /** The day of moving in, YYYY-MM-DD. */
  movedIn?: string;
}>;

/** A place that no request has. `from`: the first day that it can be used, or is expected to be. */
export type LoosePlace = Readonly<{ id: string; status: 'free' | 'to-create' | 'taken'; from: string }>;

export type Release = 'expired' | 'cannot' | 'not-wanted' | 'left';
/** What became of places that went back; the last of them, for who has still to hear it. */
export type Released = Readonly<{ hold: HoldId; because: Release; note: string; at: string; by: PersonId | 'system' }>;

export type KnownFacility = Readonly<{
  status: 'registered';
  facility: Facility;
  loose: readonly LoosePlace[];
  bindings: readonly Binding[];
  released: readonly Released[];
  /** Names of places are never used again. */
  made: number;
}>;
export type FacilityState = Readonly<{ status: 'none' }> | KnownFacility;

export function isKnown(state: FacilityState): state is KnownFacility {
  return state.status !== 'none';
}

export const placeStatuses = ['free', 'held', 'offered', 'occupied', 'to-create'] as const;
export type PlaceStatus = (typeof placeStatuses)[number];

export function boundPlaces({ bindings }: Pick<KnownFacility, 'bindings'>): number {
  return bindings.reduce((sum, { places }) => sum + places.length, 0);
}

export function capacityOf(state: KnownFacility): number {
  return state.loose.length + boundPlaces(state);
}

/** How many places there are of each; what is taken by others counts as occupied. */
export function countsOf({ loose, bindings }: KnownFacility): Readonly<Record<PlaceStatus, number>> {
  const all = [
    ...loose.map(({ status }): PlaceStatus => (status === 'taken' ? 'occupied' : status)),
    ...bindings.flatMap(({ status, places }) => places.map(() => status)),
  ];
  const count = (status: PlaceStatus) => all.filter((each) => each === status).length;
  return {
    ...{ free: count('free'), held: count('held'), offered: count('offered') },
    ...{ occupied: count('occupied'), 'to-create': count('to-create') },
  };
}

export function bindingOf(state: FacilityState, request: RequestId): Binding | undefined {
  return isKnown(state) ? state.bindings.find((binding) => binding.request === request) : undefined;
}
