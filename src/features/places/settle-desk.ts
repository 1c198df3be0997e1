import { commandId } from '../../core/ids.ts';
import { localDate } from '../../core/working-time.ts';
import type { EventStore } from '../../store/event-store.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { Directory } from '../directory/index.ts';
import { facilityAggregate, requestAggregate } from './aggregates.ts';
import { type Binding, bindingOf, isKnown, type KnownFacility } from './facility-state.ts';
import { type FacilityId, facilityStream, type RequestId, requestStream } from './place-ids.ts';
import { sendFacility, sendRequest } from './places-desk.ts';
import { isAsked, type PlaceRequest, type PlaceRequestFile } from './request-state.ts';

type Deps = Readonly<{ store: EventStore; directory: Pick<Directory, 'centre'> }>;
export type Pair = Readonly<{ request: RequestId; facility: FacilityId }>;
type Both = Readonly<{ pair: Pair; known: KnownFacility; at: Date; seen: string }>;

/**
 * Brings a request and its places at one facility in step. Who has a place is for the facility to say; whether it is still
 * wanted is for the request. Looks at how both stand, so that running it twice, late, or after a crash ends right.
 */
export async function settle(deps: Deps, pair: Pair, at: Date): Promise<void> {
  // The request first: a place that it knows of was bound before that, so when the facility read after it has none, it went back.
  const request = await deps.store.load(requestStream(pair.request));
  const facility = await deps.store.load(facilityStream(pair.facility));
  const known = stateOf(facilityAggregate, facility);
  if (!isKnown(known)) return;
  const both = { pair, known, at, seen: `${pair.request}-${pair.facility}-${request.version}-${facility.version}` };
  const binding = bindingOf(known, pair.request);
  if (binding) return follow(deps, both, binding);
  const state = stateOf(requestAggregate, request);
  if (isAsked(state) && state.chosen?.facility === pair.facility) await release(deps, both, state);
}

async function follow(deps: Deps, both: Both, binding: Binding): Promise<void> {
  const { pair, known, at, seen } = both;
  const { staff } = await deps.directory.centre(known.facility.centre);
  const standing = { facility: known.facility, staff, binding };
  const { decision, state } = await handle(deps.store, requestAggregate, {
    ...({ stream: requestStream(pair.request), by: 'system', at } as const),
    command: { type: 'FollowPlace', data: { at: at.toISOString(), standing } },
    commandId: commandId(`${seen}-follow`),
  });
  if (decision.outcome === 'refused') await giveBack(deps, both, { binding, state });
}

type Unwanted = Readonly<{ binding: Binding; state: PlaceRequest }>;

async function giveBack(deps: Deps, { pair, at, seen }: Both, { binding, state }: Unwanted): Promise<void> {
  const { request, hold } = binding;
  const today = localDate(at.toISOString());
  const left = isAsked(state) && state.past.at(-1)?.hold === hold ? state.left : undefined;
  const why = left ? ({ because: 'left', from: left.day } as const) : ({ because: 'not-wanted', from: today } as const);
  const data = { at: at.toISOString(), by: 'system', request, hold, note: '', ...why } as const;
  const ordering = { at, by: 'system', commandId: commandId(`${seen}-${hold}-release`) } as const;
  await sendFacility(deps, ordering, { id: pair.facility, command: { type: 'ReleasePlaces', data } });
}

async function release(deps: Deps, { known, at, seen }: Both, { id, chosen }: PlaceRequestFile): Promise<void> {
  if (!chosen) return;
  const { hold } = chosen;
  const { because, note } = known.released.find((each) => each.hold === hold) ?? { because: 'not-wanted', note: '' };
  const data = { at: at.toISOString(), hold, because, note } as const;
  const ordering = { at, by: 'system', commandId: commandId(`${seen}-${hold}-back`) } as const;
  await sendRequest(deps, ordering, { id, command: { type: 'RecordRelease', data } });
}
