import { localDate } from '../../core/working-time.ts';
import type { PersonId } from '../../core/ids.ts';
import type { Asked } from '../cases/index.ts';
import { mayDo, workplaces } from '../directory/index.ts';
import type { FacilityCommand } from './facility-messages.ts';
import { isKnown, type KnownFacility } from './facility-state.ts';
import type { FacilityId, RequestId } from './place-ids.ts';
import {
  type DeskDeps,
  findFacilities,
  loadFacility,
  loadRequest,
  orderingOf,
  refused,
  type Refused,
  sendFacility,
  type Told,
} from './places-desk.ts';
import { isAsked, type PlaceRequestFile } from './request-state.ts';
import { settle } from './settle-desk.ts';

/** What a provider's contact, or staff of the centre, does with places. */

export type FacilityTold = Readonly<{ ok: true; known: KnownFacility }> | Refused;

/** Contacts as they are now, and who manages places in that centre. */
export async function enterFacility(deps: DeskDeps, { actor, at }: Asked, id: FacilityId): Promise<FacilityTold> {
  const known = await loadFacility(deps, id);
  if (!isKnown(known)) return refused('unknown-facility');
  const { contacts, centre } = known.facility;
  const isTheirs = contacts.includes(actor) || (await managedCentres(deps, { actor, at })).includes(centre);
  return isTheirs ? { ok: true, known } : refused('not-allowed');
}

/** The centres in which somebody may register and change facilities. */
export async function managedCentres(
  { directory }: Pick<DeskDeps, 'directory'>,
  { actor, at }: Pick<Asked, 'actor' | 'at'>,
): Promise<readonly KnownFacility['facility']['centre'][]> {
  if (!mayDo('place.manage', await directory.person(actor)).allowed) return [];
  const all = await workplaces(directory, actor, at);
  return all.filter(({ as }) => as !== 'member').map(({ centre }) => centre);
}

/** The place of a request that a card was about: the present one, or the last one that it had. */
function placeOf({ chosen, past }: PlaceRequestFile): FacilityId | undefined {
  return chosen?.facility ?? past.at(-1)?.facility;
}

export type EnteredOffer = Readonly<{ ok: true; state: PlaceRequestFile; known: KnownFacility }> | Refused;

export async function enterOffer(deps: DeskDeps, asked: Asked, id: RequestId): Promise<EnteredOffer> {
  const state = await loadRequest(deps, id);
  const facility = isAsked(state) ? placeOf(state) : undefined;
  if (!isAsked(state) || facility === undefined) return refused('unknown-request');
  const entered = await enterFacility(deps, asked, facility);
  return entered.ok ? { ok: true, state, known: entered.known } : entered;
}

export function offerPlace(deps: DeskDeps, asked: Asked, id: RequestId): Promise<Told> {
  return onOffer(deps, asked, {
    id,
    order: (at, hold) => ({ type: 'OfferPlaces', data: { at, by: asked.actor, request: id, hold } }),
  });
}

/** With a reason, which the process director reads. */
export function cannotOffer(
  deps: DeskDeps,
  asked: Asked,
  { id, reason }: Readonly<{ id: RequestId; reason: string }>,
): Promise<Told> {
  if (reason.trim() === '') return Promise.resolve(refused('reason-missing'));
  return onOffer(deps, asked, {
    id,
    order: (at, hold) => ({
      type: 'ReleasePlaces',
      data: { at, by: asked.actor, request: id, hold, because: 'cannot', note: reason, from: localDate(at) },
    }),
  });
}

type Step = Readonly<{
  id: RequestId;
  order(at: string, hold: NonNullable<PlaceRequestFile['chosen']>['hold']): FacilityCommand;
}>;

async function onOffer(deps: DeskDeps, asked: Asked, { id, order }: Step): Promise<Told> {
  const entered = await enterOffer(deps, asked, id);
  if (!entered.ok) return entered;
  const { state, known } = entered;
  if (!state.chosen) return wasDone(state, asked) ? { ok: true, state } : refused('hold-over', state);
  const command = order(asked.at.toISOString(), state.chosen.hold);
  const told = await sendFacility(deps, orderingOf(asked), { id: known.facility.id, command });
  await settle(deps, { request: id, facility: known.facility.id }, asked.at);
  const now = await loadRequest(deps, id);
  const file = isAsked(now) ? now : state;
  return told.ok ? { ok: true, state: file } : refused(told.refused, file);
}

/** The same "no" that came twice. */
function wasDone({ past }: PlaceRequestFile, { at }: Asked): boolean {
  const ending = past.at(-1)?.ending;
  return ending?.because === 'cannot' && ending.at === at.toISOString();
}

/** Facilities of which somebody may say how the places stand. */
export function facilitiesOf(deps: DeskDeps, contact: PersonId): Promise<readonly KnownFacility[]> {
  return findFacilities(deps, [{ field: 'contacts', contains: contact }]);
}

export async function freePlaces(
  deps: DeskDeps,
  asked: Asked,
  { id, count, from }: Readonly<{ id: FacilityId; count: number; from: string }>,
): Promise<FacilityTold> {
  const known = await loadFacility(deps, id);
  if (!isKnown(known)) return refused('unknown-facility');
  if (!known.facility.contacts.includes(asked.actor)) return refused('not-a-contact');
  const data = { at: asked.at.toISOString(), by: asked.actor, count, from };
  const told = await sendFacility(deps, orderingOf(asked), { id, command: { type: 'FreePlaces', data } });
  return told.ok ? { ok: true, known: told.state } : refused(told.refused);
}
