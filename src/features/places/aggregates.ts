import type { Aggregate } from '../../store/handle.ts';
import { facilityDecider } from './facility.ts';
import type { FacilityCommand, FacilityEvent, FacilityRefusal } from './facility-messages.ts';
import { reactOfFacility } from './facility-reactions.ts';
import { type FacilityState, isKnown } from './facility-state.ts';
import { requestDecider } from './request.ts';
import type { RequestCommand, RequestEvent, RequestRefusal } from './request-messages.ts';
import { reactOfRequest } from './request-reactions.ts';
import { isAsked, type PlaceRequest } from './request-state.ts';

export const facilityAggregate: Aggregate<FacilityState, FacilityCommand, FacilityEvent, FacilityRefusal> = {
  type: 'facility',
  decider: facilityDecider,
  react: reactOfFacility,
  fields(state) {
    if (!isKnown(state)) return {};
    const { name, centre, region, kind, contacts } = state.facility;
    return { name, centre, region, kind, contacts };
  },
};

export const requestAggregate: Aggregate<PlaceRequest, RequestCommand, RequestEvent, RequestRefusal> = {
  type: 'placerequest',
  decider: requestDecider,
  react: reactOfRequest,
  fields(state) {
    if (!isAsked(state)) return {};
    const { stage, director, askedBy, about, updatedAt } = state;
    return { stage, director, by: askedBy, case: about.id, number: about.number, centre: about.centre, updatedAt };
  },
};
