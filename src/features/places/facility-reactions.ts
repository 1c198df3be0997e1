import type { Effect } from '../../core/effect.ts';
import type { FacilityEvent } from './facility-messages.ts';
import { type FacilityState, isKnown, type KnownFacility } from './facility-state.ts';
import type { FacilityId, HoldId, RequestId } from './place-ids.ts';

/** Brings a request and the places that it has at one facility in step; whoever of the two moved asks for it. */
export const settleKind = 'place-settle';
export const expireKind = 'place-expire';
/** Tells those who wait longest, or most urgently, of places that became free. */
export const matchKind = 'place-match';

type Pair = Readonly<{ request: RequestId; facility: FacilityId }>;

export function settling({ request, facility }: Pair): Effect {
  return { kind: settleKind, key: `settle-${request}-${facility}`, data: { request, facility } };
}

/** What an event sets in motion. */
export function reactOfFacility(event: FacilityEvent, state: FacilityState): readonly Effect[] {
  return isKnown(state) ? [...settle(event, state), ...expire(event), ...match(event)] : [];
}

function settle(event: FacilityEvent, { facility: { id: facility } }: KnownFacility): readonly Effect[] {
  if (event.type === 'PlacesHeld') return [settling({ request: event.data.binding.request, facility })];
  return 'request' in event.data ? [settling({ request: event.data.request, facility })] : [];
}

/** Putting it off takes the place of the clock that waits. */
function expire(event: FacilityEvent): readonly Effect[] {
  if (event.type === 'PlacesHeld') return [expiring(event.data.binding)];
  return event.type === 'HoldExtended' ? [expiring(event.data)] : [];
}

function expiring({ request, hold, until }: Readonly<{ request: RequestId; hold: HoldId; until: string }>): Effect {
  return { kind: expireKind, key: `expire-${request}`, due: until, data: { request, hold } };
}

const makesRoom: readonly FacilityEvent['type'][] = [
  'FacilityRegistered',
  'PlacesCounted',
  'PlacesFreed',
  'PlacesReleased',
];

function match({ type, data }: FacilityEvent): readonly Effect[] {
  return makesRoom.includes(type) ? [{ kind: matchKind, key: 'match', data: { freed: data.at } }] : [];
}
