import type { Logger } from 'pino';
import { commandId, type PersonId } from '../../core/ids.ts';
import { handle, stateOf } from '../../store/handle.ts';
import type { EventStore, Find } from '../../store/event-store.ts';
import { findAll } from '../../store/find-all.ts';
import {
  type Asked,
  type CaseId,
  type DeskDeps as CaseDeskDeps,
  type DeskRefusal,
  enterCase,
  isSubmitted,
  type SubmittedCase,
} from '../cases/index.ts';
import type { ExpertRegister } from '../experts/index.ts';
import { facilityAggregate, requestAggregate } from './aggregates.ts';
import type { PlaceClocks } from './clocks.ts';
import type { FacilityCommand, FacilityRefusal } from './facility-messages.ts';
import { type FacilityState, isKnown, type KnownFacility } from './facility-state.ts';
import { type FacilityId, facilityStream, type RequestId, requestStream } from './place-ids.ts';
import type { RequestCommand, RequestRefusal } from './request-messages.ts';
import { isAsked, type PlaceRequest, type PlaceRequestFile } from './request-state.ts';

export type DeskDeps = CaseDeskDeps & Readonly<{ experts: ExpertRegister; placeClocks: PlaceClocks; log: Logger }>;
type Stored = Readonly<{ store: EventStore }>;

export type Refusal =
  | RequestRefusal
  | FacilityRefusal
  | DeskRefusal
  | 'unknown-request'
  | 'not-running'
  | 'identifying-words'
  | 'not-accepted'
  | 'not-a-contact';

/** `state` with a refusal: how it stands, for whoever may see it. */
export type Refused = Readonly<{ ok: false; refused: Refusal; state?: PlaceRequestFile }>;
export type Told = Readonly<{ ok: true; state: PlaceRequestFile }> | Refused;

export function refused(code: Refusal, state?: PlaceRequestFile): Refused {
  return { ok: false, refused: code, ...(state === undefined ? {} : { state }) };
}

export async function loadRequest({ store }: Stored, id: RequestId): Promise<PlaceRequest> {
  return stateOf(requestAggregate, await store.load(requestStream(id)));
}

export async function loadFacility({ store }: Stored, id: FacilityId): Promise<FacilityState> {
  return stateOf(facilityAggregate, await store.load(facilityStream(id)));
}

/** Whose order it is; `part` keeps the commands of one click apart. */
type Ordering = Readonly<{ at: Date; by: PersonId | 'system'; commandId: Asked['commandId'] }>;

export function orderingOf({ at, actor, commandId: id }: Asked, part = ''): Ordering {
  return { at, by: actor, commandId: part === '' ? id : commandId(`${id}-${part}`) };
}

/** Without asking the policy: for what was asked already. */
export async function sendRequest(
  { store }: Stored,
  ordering: Ordering,
  { id, command }: Readonly<{ id: RequestId; command: RequestCommand }>,
): Promise<Told> {
  const { decision, state } = await handle(store, requestAggregate, {
    stream: requestStream(id),
    command,
    ...ordering,
  });
  const file = isAsked(state) ? state : undefined;
  if (decision.outcome === 'refused') return refused(decision.code, file);
  return file ? { ok: true, state: file } : refused('unknown-request');
}

type FacilityTold = Readonly<{ ok: true; state: KnownFacility }> | Readonly<{ ok: false; refused: FacilityRefusal }>;

export async function sendFacility(
  { store }: Stored,
  ordering: Ordering,
  { id, command }: Readonly<{ id: FacilityId; command: FacilityCommand }>,
): Promise<FacilityTold> {
  const order = { stream: facilityStream(id), command, ...ordering };
  const { decision, state } = await handle(store, facilityAggregate, order);
  if (decision.outcome === 'refused') return { ok: false, refused: decision.code };
  return isKnown(state) ? { ok: true, state } : { ok: false, refused: 'unknown-facility' };
}

export async function findFacilities(deps: Stored, where: Find['where']): Promise<readonly KnownFacility[]> {
  const found = await findAll(deps.store, { type: 'facility', where, order: { field: 'name', direction: 'asc' } });
  return found.map(({ state }) => state as unknown as FacilityState).filter(isKnown);
}

export async function findRequests(deps: Stored, where: Find['where']): Promise<readonly PlaceRequestFile[]> {
  const found = await findAll(deps.store, {
    type: 'placerequest',
    where,
    order: { field: 'updatedAt', direction: 'desc' },
  });
  return found.map(({ state }) => state as unknown as PlaceRequest).filter(isAsked);
}

type Entered = Readonly<{ ok: true; state: PlaceRequestFile; file: SubmittedCase }> | Refused;

/** A request is managed by who may ask for a place in its case; refusals are logged. */
export async function enter(deps: DeskDeps, asked: Asked, id: RequestId): Promise<Entered> {
  const state = await loadRequest(deps, id);
  if (!isAsked(state)) return refused('unknown-request');
  const entered = await enterSubmitted(deps, asked, { id: state.about.id });
  return entered.ok ? { ok: true, state, file: entered.file } : entered;
}

export async function enterSubmitted(
  deps: DeskDeps,
  asked: Asked,
  door: Readonly<{ id: CaseId; look?: boolean }>,
): Promise<Readonly<{ ok: true; file: SubmittedCase }> | Refused> {
  const entered = await enterCase(deps, asked, { action: 'place.request', ...door });
  if (!entered.ok) return refused(entered.refused);
  return isSubmitted(entered.state) ? { ok: true, file: entered.state } : refused('unknown-case');
}

/** A request goes with its case when that gets another process director. */
export async function followDirector(
  deps: Stored,
  asked: Asked,
  { state, file }: Readonly<{ state: PlaceRequestFile; file: SubmittedCase }>,
): Promise<void> {
  const { processDirector: director } = file;
  if (director === undefined || director === state.director) return;
  const command = { type: 'HandOverRequest', data: { at: asked.at.toISOString(), director } } as const;
  const ordering = { ...orderingOf(asked, `hand-over-${director}`), by: 'system' as const };
  await sendRequest(deps, ordering, { id: state.id, command });
}
