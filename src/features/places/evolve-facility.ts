import { dispatch, type Handlers } from '../../core/decider.ts';
import type { FacilityEvent } from './facility-messages.ts';
import type { Binding, FacilityState, KnownFacility, LoosePlace } from './facility-state.ts';
import type { HoldId } from './place-ids.ts';

type Data<Type extends FacilityEvent['type']> = Extract<FacilityEvent, { type: Type }>['data'];

const applied: Handlers<FacilityEvent, FacilityState, FacilityState> = {
  FacilityRegistered: ({ facility, places }) => ({
    ...{ status: 'registered', facility, loose: places, bindings: [], released: [], made: places.length },
  }),
  FacilityChanged: ({ facility }, state) => changed(state, (known) => ({ ...known, facility })),
  PlacesCounted: ({ places }, state) =>
    changed(state, (known) => ({ ...known, loose: places, made: Math.max(known.made, ...places.map(numberOf)) })),
  PlacesFreed: ({ places, from }, state) =>
    changed(state, (known) => ({
      ...known,
      loose: known.loose.map((place) => (places.includes(place.id) ? { ...place, status: 'free', from } : place)),
    })),
  PlacesHeld: ({ binding }, state) =>
    changed(state, (known) => ({
      ...known,
      loose: known.loose.filter(({ id }) => !binding.places.includes(id)),
      bindings: [...known.bindings, binding],
    })),
  HoldExtended: ({ hold, until, reason }, state) =>
    bound(state, hold, (binding) => ({ ...binding, until, extension: reason })),
  PlacesOffered: ({ hold, by, at }, state) =>
    bound(state, hold, (binding) => ({ ...binding, status: 'offered', offered: { by, at } })),
  PlacesOccupied: ({ hold, day }, state) =>
    bound(state, hold, (binding) => ({ ...binding, status: 'occupied', movedIn: day })),
  PlacesReleased: (data, state) => changed(state, (known) => released(known, data)),
};

/** An event from a newer deployment leaves the state as it was. */
export function evolve(state: FacilityState, event: FacilityEvent): FacilityState {
  return dispatch(applied, event, state) ?? state;
}

function changed(state: FacilityState, change: (known: KnownFacility) => KnownFacility): FacilityState {
  return state.status === 'none' ? state : change(state);
}

function bound(state: FacilityState, hold: HoldId, change: (binding: Binding) => Binding): FacilityState {
  return changed(state, (known) => ({
    ...known,
    bindings: known.bindings.map((binding) => (binding.hold === hold ? change(binding) : binding)),
  }));
}

const numberOf = ({ id }: LoosePlace): number => Number(id.slice(1));
/** Who has still to hear of it hears within minutes; the events keep all. */
const releasesKept = 30;

function released(known: KnownFacility, { at, by, hold, because, note, from }: Data<'PlacesReleased'>): KnownFacility {
  const { places = [] } = known.bindings.find((binding) => binding.hold === hold) ?? {};
  const free = places.map((id): LoosePlace => ({ id, status: 'free', from }));
  return {
    ...known,
    loose: [...known.loose, ...free].toSorted((one, other) => numberOf(one) - numberOf(other)),
    bindings: known.bindings.filter((binding) => binding.hold !== hold),
    released: [...known.released, { hold, because, note, at, by }].slice(-releasesKept),
  };
}
