import { accept, type Decision, refuse } from '../../core/decider.ts';
import { sameFacts } from '../directory/index.ts';
import type { Counted, FacilityCommand, FacilityEvent, FacilityRefusal } from './facility-messages.ts';
import {
  boundPlaces,
  capacityOf,
  type Facility,
  type FacilityState,
  isKnown,
  type KnownFacility,
  limits,
  type LoosePlace,
} from './facility-state.ts';

export type FacilityDecision = Decision<FacilityEvent, FacilityRefusal>;
type Data<Type extends FacilityCommand['type']> = Extract<FacilityCommand, { type: Type }>['data'];

export function registerFacility(
  { at, by, facility, counted }: Data<'RegisterFacility'>,
  state: FacilityState,
): FacilityDecision {
  if (isKnown(state)) return refuse('facility-exists');
  const fault = faultIn(facility) ?? faultInCounts(counted, 0);
  if (fault) return refuse(fault);
  return accept({ type: 'FacilityRegistered', data: { at, by, facility, places: newPlaces(counted) } });
}

export function changeFacility(
  { at, by, facility, counted, seen }: Data<'ChangeFacility'>,
  state: FacilityState,
): FacilityDecision {
  if (!isKnown(state)) return refuse('unknown-facility');
  const bound = boundPlaces(state);
  // The numbers were written down by somebody who saw other places in use.
  if (seen !== bound) return refuse('changed-meanwhile');
  const fault = faultIn(facility) ?? faultInCounts(counted, bound);
  if (fault) return refuse(fault);
  return accepted({ at, by, facility }, state, recounted(state, counted));
}

export function importFacility(data: Data<'ImportFacility'>, state: FacilityState): FacilityDecision {
  if (!isKnown(state)) return registerFacility(data, state);
  const { at, by, facility, counted } = data;
  const bound = boundPlaces(state);
  const fault = faultIn(facility) ?? faultInCounts({ ...counted, free: 0, toCreate: 0 }, bound);
  return fault ? refuse(fault) : accepted({ at, by, facility }, state, resized(state, counted, bound));
}

type Changing = Pick<Data<'ChangeFacility'>, 'at' | 'by' | 'facility'>;

function accepted({ at, by, facility }: Changing, state: KnownFacility, places: readonly LoosePlace[]) {
  const events: readonly FacilityEvent[] = [
    ...(sameFacts(facility, state.facility) ? [] : [{ type: 'FacilityChanged', data: { at, by, facility } } as const]),
    ...(sameFacts(places, state.loose) ? [] : [{ type: 'PlacesCounted', data: { at, by, places } } as const]),
  ];
  return accept(...events);
}

/** "Plek vrij": first what others had, then what was still to be made. */
export function freePlaces({ at, by, count, from }: Data<'FreePlaces'>, state: FacilityState): FacilityDecision {
  if (!isKnown(state)) return refuse('unknown-facility');
  const candidates = [...withStatus(state.loose, 'taken'), ...withStatus(state.loose, 'to-create')];
  if (!isWhole(count) || count < 1 || candidates.length < count) return refuse('nothing-to-free');
  const places = candidates.slice(0, count).map(({ id }) => id);
  return accept({ type: 'PlacesFreed', data: { at, by, places, from } });
}

function withStatus(places: readonly LoosePlace[], status: LoosePlace['status']): readonly LoosePlace[] {
  return places.filter((place) => place.status === status);
}

function faultIn({ name, provider, ages, contacts, opens, closes }: Facility): FacilityRefusal | undefined {
  if (name.trim() === '' || provider.trim() === '') return 'name-missing';
  const isBand = [ages.from, ages.to].every(isWhole) && ages.from <= ages.to && ages.to <= limits.oldest;
  if (!isBand) return 'ages-wrong';
  if (contacts.length > limits.contacts) return 'too-many-contacts';
  return (closes ?? '9') < (opens ?? '') ? 'closes-before-opening' : undefined;
}

function faultInCounts({ capacity, free, toCreate }: Counted, bound: number): FacilityRefusal | undefined {
  if (![capacity, free, toCreate].every(isWhole) || capacity < 1) return 'no-places';
  if (capacity > limits.places) return 'too-many-places';
  return capacity < bound + free + toCreate ? 'below-use' : undefined;
}

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0;

function newPlaces({ capacity, free, toCreate, from }: Counted): readonly LoosePlace[] {
  return Array.from({ length: capacity }, (_, index) => ({
    ...{ id: nameOf(index), from },
    status: index < free ? 'free' : index < free + toCreate ? 'to-create' : 'taken',
  }));
}

const nameOf = (made: number): string => `p${made + 1}`;

/** A place keeps its name and its day as long as its state is the same. */
function recounted(state: KnownFacility, { capacity, free, toCreate, from }: Counted): readonly LoosePlace[] {
  const wanted = { free, 'to-create': toCreate, taken: capacity - boundPlaces(state) - free - toCreate };
  const kept = (['free', 'to-create', 'taken'] as const).flatMap((status) =>
    withStatus(state.loose, status).slice(0, wanted[status]),
  );
  const names = spareNames(state, kept);
  const made = (['free', 'to-create', 'taken'] as const).flatMap((status) => {
    const missing = wanted[status] - withStatus(kept, status).length;
    return Array.from({ length: missing }, () => ({ status, from }));
  });
  return [...kept, ...made.map((place, index) => ({ id: names(index), ...place }))].toSorted(byName);
}

/** Those that changed their state come first, then new ones. */
function spareNames({ loose, made }: KnownFacility, kept: readonly LoosePlace[]): (index: number) => string {
  const spare = loose.filter((place) => !kept.includes(place)).map(({ id }) => id);
  return (index) => spare[index] ?? nameOf(made + index - spare.length);
}

function resized(state: KnownFacility, { capacity, from }: Counted, bound: number): readonly LoosePlace[] {
  const more = capacity - capacityOf(state);
  if (more >= 0) {
    const added = Array.from({ length: more }, (_, index) => ({ id: nameOf(state.made + index), from }));
    return [...state.loose, ...added.map((place) => ({ ...place, status: 'free' as const }))];
  }
  const dispensable = (['taken', 'free', 'to-create'] as const).flatMap((status) => withStatus(state.loose, status));
  return dispensable.slice(0, capacity - bound).toSorted(byName);
}

function byName(one: LoosePlace, other: LoosePlace): number {
  return Number(one.id.slice(1)) - Number(other.id.slice(1));
}
