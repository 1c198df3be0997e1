import { accept, type Decision, refuse } from '../../core/decider.ts';
import type { RequestCommand, RequestEvent, RequestRefusal } from './request-messages.ts';
import { isAsked, type PlaceRequest, type PlaceRequestFile, type RequestStage } from './request-state.ts';

export type RequestDecision = Decision<RequestEvent, RequestRefusal>;
type Data<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>['data'];

/** domain.md E4: before any search it is said why the help cannot come to where the youth is now. */
export function requestPlace(data: Data<'RequestPlace'>, state: PlaceRequest): RequestDecision {
  if (isAsked(state)) return refuse('already-asked');
  const { atPresent, needs } = data;
  if (atPresent.comes) return accept({ type: 'HelpComesToYouth', data });
  if (atPresent.reason.trim() === '') return refuse('why-not-here');
  if (needs.ages.length === 0) return refuse('ages-missing');
  if (needs.words.trim() === '') return refuse('words-missing');
  return accept({ type: 'PlaceRequested', data });
}

const ended: readonly RequestStage[] = ['stays', 'left', 'withdrawn'];

function isOpen({ stage }: PlaceRequestFile): boolean {
  return !ended.includes(stage);
}

/** Where the youth lives can be left, not withdrawn. */
export function withdrawRequest(data: Data<'WithdrawRequest'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  if (state.stage === 'withdrawn') return accept();
  if (!isOpen(state)) return refuse('ended-already');
  if (state.stage === 'occupied') return refuse('lives-there');
  if (data.reason.trim() === '') return refuse('withdraw-reason-missing');
  return accept({ type: 'RequestWithdrawn', data });
}

export function handOverRequest(data: Data<'HandOverRequest'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  return state.director === data.director ? accept() : accept({ type: 'RequestHandedOver', data });
}

/** Once for each time that the place became free, and only who still waits. */
export function tellPlaceFree(data: Data<'TellPlaceFree'>, state: PlaceRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-asked');
  if (state.stage !== 'searching') return accept();
  return (state.told[data.facility] ?? '') >= data.freed ? accept() : accept({ type: 'PlaceToldFree', data });
}
