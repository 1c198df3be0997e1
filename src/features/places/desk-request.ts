import { localDate } from '../../core/working-time.ts';
import type { Asked } from '../cases/index.ts';
import { extendedUntil, holdUntil } from './clocks.ts';
import type { FacilityCommand } from './facility-messages.ts';
import { type FacilityId, holdId, type RequestId } from './place-ids.ts';
import {
  type DeskDeps,
  enter,
  findRequests,
  followDirector,
  loadRequest,
  orderingOf,
  refused,
  type Refused,
  sendFacility,
  sendRequest,
  type Told,
} from './places-desk.ts';
import type { RequestCommand } from './request-messages.ts';
import {
  type Chosen,
  type ConsentParty,
  type Decliner,
  type Destination,
  isAsked,
  type PlaceRequestFile,
} from './request-state.ts';
import { settle } from './settle-desk.ts';

/** What the process director or the chair does with a request. The facility decides first, the request follows. */

export async function holdPlace(
  deps: DeskDeps,
  asked: Asked,
  { id, facility }: Readonly<{ id: RequestId; facility: FacilityId }>,
): Promise<Told> {
  const entered = await enter(deps, asked, id);
  if (!entered.ok) return entered;
  await followDirector(deps, asked, entered);
  const { state } = entered;
  const hold = holdId(asked.commandId);
  if (state.chosen) return state.chosen.hold === hold ? entered : refused('already-chosen', state);
  if (state.stage !== 'searching') return refused('not-searching', state);
  const at = asked.at.toISOString();
  const data = {
    ...{ at, by: asked.actor, request: id, hold, count: state.needs.ages.length, ages: state.needs.ages },
    ...{ today: localDate(at), until: holdUntil(at, deps) },
  };
  const told = await sendFacility(deps, orderingOf(asked, 'hold'), {
    id: facility,
    command: { type: 'HoldPlaces', data },
  });
  if (!told.ok) return refused(told.refused, state);
  await settle(deps, { request: id, facility }, asked.at);
  const now = await loadRequest(deps, id);
  if (!isAsked(now)) return refused('unknown-request');
  if (now.chosen?.hold === hold) return { ok: true, state: now };
  return refused(now.chosen ? 'already-chosen' : 'hold-given-back', now);
}

type Standing = Readonly<{ state: PlaceRequestFile; chosen: Chosen; at: string }>;
type Step = Readonly<{
  id: RequestId;
  part: string;
  /** Why it cannot be done, or the command for the facility. */
  order(standing: Standing): FacilityCommand | Refused;
}>;

async function atFacility(deps: DeskDeps, asked: Asked, { id, part, order }: Step): Promise<Told> {
  const entered = await enter(deps, asked, id);
  if (!entered.ok) return entered;
  await followDirector(deps, asked, entered);
  const { state } = entered;
  const { chosen } = state;
  if (!chosen) return refused('hold-over', state);
  const command = order({ state, chosen, at: asked.at.toISOString() });
  if ('refused' in command) return command;
  const told = await sendFacility(deps, orderingOf(asked, part), { id: chosen.facility, command });
  await settle(deps, { request: id, facility: chosen.facility }, asked.at);
  const now = await loadRequest(deps, id);
  const file = isAsked(now) ? now : state;
  return told.ok ? { ok: true, state: file } : refused(told.refused, file);
}

export function extendHold(
  deps: DeskDeps,
  asked: Asked,
  { id, reason }: Readonly<{ id: RequestId; reason: string }>,
): Promise<Told> {
  return atFacility(deps, asked, {
    ...{ id, part: 'extend' },
    order: ({ chosen, at }) => ({
      type: 'ExtendHold',
      data: { at, by: asked.actor, request: id, hold: chosen.hold, reason, until: extendedUntil(chosen.until, deps) },
    }),
  });
}

/** Nobody moves in before youth and parents and the municipality agree; from that day the municipality pays (domain.md E7). */
export function moveIn(
  deps: DeskDeps,
  asked: Asked,
  { id, day }: Readonly<{ id: RequestId; day: string }>,
): Promise<Told> {
  return atFacility(deps, asked, {
    ...{ id, part: 'move-in' },
    order({ state, chosen, at }) {
      if (state.stage !== 'accepted' && state.stage !== 'occupied') return refused('not-accepted', state);
      if (day > localDate(at)) return refused('in-the-future', state);
      return { type: 'OccupyPlaces', data: { at, by: asked.actor, request: id, hold: chosen.hold, day } };
    },
  });
}

type Wish = Readonly<{ id: RequestId; command(at: string): RequestCommand }>;

/** What the request decides; a place that it gives back goes back at once, or by the effect that looks later. */
async function onRequest(deps: DeskDeps, asked: Asked, { id, command }: Wish): Promise<Told> {
  const entered = await enter(deps, asked, id);
  if (!entered.ok) return entered;
  await followDirector(deps, asked, entered);
  const told = await sendRequest(deps, orderingOf(asked), { id, command: command(asked.at.toISOString()) });
  const facility = told.ok && !told.state.chosen ? told.state.past.at(-1)?.facility : undefined;
  if (facility !== undefined) await settle(deps, { request: id, facility }, asked.at);
  return told;
}

export function recordConsent(
  deps: DeskDeps,
  asked: Asked,
  { id, party, how }: Readonly<{ id: RequestId; party: ConsentParty; how: string }>,
): Promise<Told> {
  const command = (at: string): RequestCommand => ({
    type: 'RecordConsent',
    data: { at, by: asked.actor, party, how },
  });
  return onRequest(deps, asked, { id, command });
}

export function declinePlace(
  deps: DeskDeps,
  asked: Asked,
  { id, who, reason }: Readonly<{ id: RequestId; who: Decliner; reason: string }>,
): Promise<Told> {
  const command = (at: string): RequestCommand => ({
    type: 'DeclinePlace',
    data: { at, by: asked.actor, who, reason },
  });
  return onRequest(deps, asked, { id, command });
}

export function recordLeft(
  deps: DeskDeps,
  asked: Asked,
  { id, day, to }: Readonly<{ id: RequestId; day: string; to: Destination }>,
): Promise<Told> {
  const command = (at: string): RequestCommand => ({
    type: 'RecordLeft',
    data: { at, by: asked.actor, day, to, today: localDate(at) },
  });
  return onRequest(deps, asked, { id, command });
}

export function withdrawRequest(
  deps: DeskDeps,
  asked: Asked,
  { id, reason }: Readonly<{ id: RequestId; reason: string }>,
): Promise<Told> {
  const command = (at: string): RequestCommand => ({ type: 'WithdrawRequest', data: { at, by: asked.actor, reason } });
  return onRequest(deps, asked, { id, command });
}

/** Of whom it is, or who asked; the one that changed last first. */
export async function ownRequests(
  deps: DeskDeps,
  { actor }: Pick<Asked, 'actor'>,
): Promise<readonly PlaceRequestFile[]> {
  const [directed, asked] = await Promise.all([
    findRequests(deps, [{ field: 'director', equals: actor }]),
    findRequests(deps, [{ field: 'by', equals: actor }]),
  ]);
  return [...new Map([...directed, ...asked].map((file) => [file.id, file])).values()];
}
