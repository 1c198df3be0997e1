import { accept, refuse } from '../../core/decider.ts';
import type { RequestDecision } from './decide-request.ts';
import type { RequestCommand, RequestEvent } from './request-messages.ts';
import {
  type Chosen,
  isAsked,
  openConsents,
  type PlaceRequest,
  type PlaceRequestFile,
  type RequestStage,
  type Standing,
} from './request-state.ts';

type Data<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>['data'];

const withPlace: readonly RequestStage[] = ['held', 'offered', 'accepted', 'occupied'];

/**
 * The facility decides who has a place; the request follows. Refused when the place is not wanted (any more): then the
 * facility gets it back.
 */
export function followPlace({ at, standing }: Data<'FollowPlace'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  const { binding } = standing;
  if (state.past.some(({ hold }) => hold === binding.hold)) return refuse('hold-given-back');
  if (state.stage !== 'searching' && !withPlace.includes(state.stage)) return refuse('not-searching');
  if (state.chosen && state.chosen.hold !== binding.hold) return refuse('already-chosen');
  const chosen = state.chosen ?? chosenFrom(standing);
  const held: readonly RequestEvent[] = state.chosen ? [] : [{ type: 'PlaceHeld', data: { at, chosen } }];
  return accept(...held, ...steps(at, chosen, standing));
}

function chosenFrom({ facility, staff, binding }: Standing): Chosen {
  const { id, name, provider, kind, region, centre, contacts } = facility;
  const { hold, places, heldAt, by, until } = binding;
  return {
    ...{ hold, facility: id, name, provider, kind, region, centre, contacts, staff },
    ...{ places: places.length, heldAt, heldBy: by, until, consents: {} },
    ...(binding.extension === undefined ? {} : { extension: binding.extension }),
  };
}

/** Only forward: a look from a moment ago takes nothing back. */
function steps(at: string, { hold, until, offered, movedIn }: Chosen, { binding }: Standing): readonly RequestEvent[] {
  return [
    ...(binding.until > until
      ? [{ type: 'HoldProlonged', data: { at, hold, until: binding.until, reason: binding.extension ?? '' } } as const]
      : []),
    ...(binding.offered && !offered
      ? [{ type: 'PlaceOffered', data: { at, hold, offered: binding.offered } } as const]
      : []),
    ...(binding.movedIn !== undefined && movedIn === undefined
      ? [{ type: 'YouthMovedIn', data: { at, hold, day: binding.movedIn } } as const]
      : []),
  ];
}

export function recordRelease(data: Data<'RecordRelease'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  return state.chosen?.hold === data.hold ? accept({ type: 'PlaceWentBack', data }) : accept();
}

/** Two separate answers, and a third across a border; the last one makes it accepted. */
export function recordConsent(data: Data<'RecordConsent'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  const { chosen, stage } = state;
  if (!chosen || stage !== 'offered') return refuse(stage === 'accepted' ? 'consent-known' : 'nothing-offered');
  const open = openConsents(state);
  if (!open.includes(data.party)) return refuse('consent-known');
  if (data.how.trim() === '') return refuse('how-missing');
  const consent = { type: 'ConsentRecorded', data } as const;
  if (open.length > 1) return accept(consent);
  return accept(consent, { type: 'PlaceAccepted', data: { at: data.at, hold: chosen.hold } });
}

export function declinePlace(data: Data<'DeclinePlace'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  const { chosen, stage } = state;
  if (stage === 'occupied') return refuse('lives-there');
  if (!chosen) return refuse('nothing-to-decline');
  if (data.reason.trim() === '') return refuse('decline-reason-missing');
  return accept({ type: 'PlaceDeclined', data: { ...data, hold: chosen.hold } });
}

export function recordLeft({ today, ...data }: Data<'RecordLeft'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  const moved = livesAt(state);
  if (!moved) return refuse('not-moved-in');
  if (data.day < moved.since) return refuse('left-before-moving-in');
  if (data.day > today) return refuse('in-the-future');
  return accept({ type: 'YouthLeft', data: { ...data, hold: moved.hold } });
}

function livesAt({ stage, chosen }: PlaceRequestFile): Readonly<{ hold: Chosen['hold']; since: string }> | undefined {
  if (stage !== 'occupied' || chosen?.movedIn === undefined) return undefined;
  return { hold: chosen.hold, since: chosen.movedIn };
}
