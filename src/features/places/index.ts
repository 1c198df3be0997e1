export { facilityAggregate, requestAggregate } from './aggregates.ts';
export { defaultPlaceClocks, type PlaceClocks } from './clocks.ts';
export { findRequests as findPlaceRequests } from './places-desk.ts';
export { places as placesImport } from './import-places.ts';
export {
  type FacilityId,
  facilityId,
  facilityStream,
  type RequestId as PlaceRequestId,
  requestId as placeRequestId,
  requestStream as placeRequestStream,
} from './place-ids.ts';
export { isAsked as isPlaceRequest, type PlaceRequest, type PlaceRequestFile } from './request-state.ts';
export { placeRunners } from './runner-desk.ts';
export { type PlacesDeps, type PlacesFeature, placesFeature } from './teams.ts';
export { openStages as openPlaceStages, placeLacks } from './lacking.ts';
