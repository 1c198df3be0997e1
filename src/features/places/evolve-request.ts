import { dispatch, type Handlers } from '../../core/decider.ts';
import type { RequestEvent } from './request-messages.ts';
import type { Chosen, Ending, PlaceRequest, PlaceRequestFile } from './request-state.ts';

type Data<Type extends RequestEvent['type']> = Extract<RequestEvent, { type: Type }>['data'];

const applied: Handlers<RequestEvent, PlaceRequest, PlaceRequest> = {
  HelpComesToYouth: (data) => asked(data, 'stays'),
  PlaceRequested: (data) => asked(data, 'searching'),
  PlaceHeld: ({ chosen }, state) => changed(state, (file) => ({ ...file, stage: 'held', chosen })),
  HoldProlonged: ({ until, reason }, state) => onChosen(state, (chosen) => ({ ...chosen, until, extension: reason })),
  PlaceOffered: ({ offered }, state) => onChosen(staged(state, 'offered'), (chosen) => ({ ...chosen, offered })),
  ConsentRecorded: ({ party, by, at, how }, state) =>
    onChosen(state, (chosen) => ({ ...chosen, consents: { ...chosen.consents, [party]: { by, at, how } } })),
  PlaceAccepted: (_data, state) => staged(state, 'accepted'),
  YouthMovedIn: ({ day }, state) =>
    onChosen(moved(staged(state, 'occupied')), (chosen) => ({ ...chosen, movedIn: day })),
  PlaceWentBack: ({ at, because, note }, state) => ended(staged(state, 'searching'), { because, note, at }),
  PlaceDeclined: ({ at, who, reason }, state) =>
    ended(staged(state, 'searching'), { because: 'declined', note: reason, at, who }),
  YouthLeft: ({ at, day, to }, state) =>
    changed(ended(moved(staged(state, 'left')), { because: 'left', note: '', at }), (file) => ({
      ...file,
      left: { day, to },
    })),
  RequestWithdrawn: ({ at, reason }, state) =>
    changed(ended(staged(state, 'withdrawn'), { because: 'withdrawn', note: reason, at }), (file) => ({
      ...file,
      withdrawnBecause: reason,
    })),
  RequestHandedOver: ({ director }, state) => changed(state, (file) => ({ ...file, director })),
  PlaceToldFree: ({ facility, freed }, state) =>
    changed(state, (file) => ({ ...file, told: { ...file.told, [facility]: freed } })),
};

/** An event from a newer deployment leaves the state as it was. */
export function evolve(state: PlaceRequest, event: RequestEvent): PlaceRequest {
  const next = dispatch(applied, event, state) ?? state;
  return next === state ? state : changed(next, (file) => ({ ...file, updatedAt: event.data.at }));
}

function asked(
  { at, by, id, about, director, atPresent, needs, movesBefore }: Data<'PlaceRequested'>,
  stage: 'stays' | 'searching',
): PlaceRequest {
  return {
    ...{ id, stage, about, askedBy: by, director, atPresent, needs, moves: movesBefore },
    ...{ requestedAt: at, updatedAt: at, past: [], told: {} },
  };
}

function changed(state: PlaceRequest, change: (file: PlaceRequestFile) => PlaceRequestFile): PlaceRequest {
  return state.stage === 'none' ? state : change(state);
}

function staged(state: PlaceRequest, stage: PlaceRequestFile['stage']): PlaceRequest {
  return changed(state, (file) => ({ ...file, stage }));
}

function moved(state: PlaceRequest): PlaceRequest {
  return changed(state, (file) => ({ ...file, moves: file.moves + 1 }));
}

function onChosen(state: PlaceRequest, change: (chosen: Chosen) => Chosen): PlaceRequest {
  return changed(state, (file) => (file.chosen ? { ...file, chosen: change(file.chosen) } : file));
}

/** Without a place there is nothing to end. */
function ended(state: PlaceRequest, ending: Ending): PlaceRequest {
  return changed(state, ({ chosen, ...file }) =>
    chosen ? { ...file, past: [...file.past, { ...chosen, ending }] } : file,
  );
}
