import { type Decider, deciderOf, type Handlers } from '../../core/decider.ts';
import * as facility from './decide-facility.ts';
import * as places from './decide-places.ts';
import { evolve } from './evolve-facility.ts';
import type { FacilityCommand, FacilityEvent, FacilityRefusal } from './facility-messages.ts';
import type { FacilityState } from './facility-state.ts';

const decisions: Handlers<FacilityCommand, FacilityState, facility.FacilityDecision> = {
  RegisterFacility: facility.registerFacility,
  ChangeFacility: facility.changeFacility,
  ImportFacility: facility.importFacility,
  FreePlaces: facility.freePlaces,
  HoldPlaces: places.holdPlaces,
  ExtendHold: places.extendHold,
  ExpireHold: places.expireHold,
  OfferPlaces: places.offerPlaces,
  OccupyPlaces: places.occupyPlaces,
  ReleasePlaces: places.releasePlaces,
};

export const facilityDecider: Decider<FacilityState, FacilityCommand, FacilityEvent, FacilityRefusal> = deciderOf({
  initial: { status: 'none' },
  decisions,
  evolve,
});
