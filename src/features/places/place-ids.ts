import type { Brand } from '../../core/brand.ts';
import { streamId, type StreamId } from '../../core/ids.ts';

export type FacilityId = Brand<'FacilityId'>;
export const facilityId = (id: string): FacilityId => id as FacilityId;
export const facilityStream = (id: FacilityId): StreamId => streamId('facility', id);

export type RequestId = Brand<'PlaceRequestId'>;
export const requestId = (id: string): RequestId => id as RequestId;
export const requestStream = (id: RequestId): StreamId => streamId('placerequest', id);

/** One click by which places were set apart: what is recorded of it elsewhere names it. */
export type HoldId = Brand<'HoldId'>;
export const holdId = (id: string): HoldId => id as HoldId;
