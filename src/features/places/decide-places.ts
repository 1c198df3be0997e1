import { accept, refuse } from '../../core/decider.ts';
import { localDate } from '../../core/working-time.ts';
import type { FacilityDecision } from './decide-facility.ts';
import type { FacilityCommand, FacilityRefusal } from './facility-messages.ts';
import {
  type AgeBand,
  type Binding,
  bindingOf,
  type Facility,
  type FacilityState,
  isKnown,
  type LoosePlace,
} from './facility-state.ts';

type Data<Type extends FacilityCommand['type']> = Extract<FacilityCommand, { type: Type }>['data'];

/**
 * Places are set apart here, before the request records it: two who want the last place at the same moment meet here.
 * Asked again for the same request, nothing more is taken.
 */
export function holdPlaces(data: Data<'HoldPlaces'>, state: FacilityState): FacilityDecision {
  if (!isKnown(state)) return refuse('unknown-facility');
  const { at, by, request, hold, count, until } = data;
  if (bindingOf(state, request)) return accept();
  // One click is for one request, and what went back is not taken again by the same click.
  if ([...state.bindings, ...state.released].some((each) => each.hold === hold)) return refuse('hold-over');
  const { free, fault } = findPlaces(data, state);
  if (fault) return refuse(fault);
  const places = free.slice(0, count).map(({ id }) => id);
  const binding: Binding = { request, hold, status: 'held', places, by, heldAt: at, until };
  return accept({ type: 'PlacesHeld', data: { at, binding } });
}

type Looking = Pick<Data<'HoldPlaces'>, 'count' | 'ages' | 'today'>;
type Standing = Readonly<{ facility: Facility; loose: readonly LoosePlace[] }>;

function findPlaces(
  { count, ages, today }: Looking,
  { facility, loose }: Standing,
): Readonly<{ free: readonly LoosePlace[]; fault?: FacilityRefusal }> {
  const free = loose.filter(({ status }) => status === 'free').toSorted(soonest);
  if (!takesAges(facility.ages, ages)) return { free, fault: 'not-for-this-age' };
  if (hasClosed(facility, today)) return { free, fault: 'not-open' };
  return count < 1 || free.length < count ? { free, fault: 'no-place-free' } : { free };
}

function soonest(one: LoosePlace, other: LoosePlace): number {
  return one.from.localeCompare(other.from) || one.id.localeCompare(other.id);
}

export function takesAges({ from, to }: AgeBand, ages: readonly number[]): boolean {
  return ages.every((age) => age >= from && age <= to);
}

export function hasClosed({ closes }: Pick<Facility, 'closes'>, day: string): boolean {
  return closes !== undefined && closes < day;
}

export function extendHold(data: Data<'ExtendHold'>, state: FacilityState): FacilityDecision {
  const binding = boundBy(state, data);
  if (!binding) return refuse('hold-over');
  if (binding.status !== 'held') return refuse('already-offered');
  if (binding.extension !== undefined) return refuse('extended-already');
  if (data.reason.trim() === '') return refuse('reason-missing');
  return accept({ type: 'HoldExtended', data });
}

/** The clock of an earlier hold, or one that was put off, finds nothing to do. */
export function expireHold({ at, request, hold }: Data<'ExpireHold'>, state: FacilityState): FacilityDecision {
  const binding = boundBy(state, { request, hold });
  if (binding?.status !== 'held' || binding.until > at) return accept();
  const data = { at, by: 'system', request, hold, because: 'expired', note: '', from: localDate(at) } as const;
  return accept({ type: 'PlacesReleased', data });
}

/** What is offered does not go back by itself. */
export function offerPlaces(data: Data<'OfferPlaces'>, state: FacilityState): FacilityDecision {
  const binding = boundBy(state, data);
  if (!binding) return refuse('hold-over');
  return binding.status === 'held' ? accept({ type: 'PlacesOffered', data }) : accept();
}

export function occupyPlaces(data: Data<'OccupyPlaces'>, state: FacilityState): FacilityDecision {
  const binding = boundBy(state, data);
  if (!binding) return refuse('hold-over');
  if (binding.status === 'held') return refuse('not-offered');
  return binding.status === 'occupied' ? accept() : accept({ type: 'PlacesOccupied', data });
}

export function releasePlaces(data: Data<'ReleasePlaces'>, state: FacilityState): FacilityDecision {
  const binding = boundBy(state, data);
  if (!binding) return accept();
  // A provider can take back an offer, not a home.
  if (data.because === 'cannot' && binding.status === 'occupied') return refuse('lives-there');
  return accept({ type: 'PlacesReleased', data });
}

function boundBy(state: FacilityState, { request, hold }: Pick<Binding, 'request' | 'hold'>): Binding | undefined {
  const binding = bindingOf(state, request);
  return binding?.hold === hold ? binding : undefined;
}
