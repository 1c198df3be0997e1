import { type Decider, deciderOf, type Handlers } from '../../core/decider.ts';
import * as following from './decide-following.ts';
import * as request from './decide-request.ts';
import { evolve } from './evolve-request.ts';
import type { RequestCommand, RequestEvent, RequestRefusal } from './request-messages.ts';
import type { PlaceRequest } from './request-state.ts';

const decisions: Handlers<RequestCommand, PlaceRequest, request.RequestDecision> = {
  RequestPlace: request.requestPlace,
  FollowPlace: following.followPlace,
  RecordRelease: following.recordRelease,
  RecordConsent: following.recordConsent,
  DeclinePlace: following.declinePlace,
  RecordLeft: following.recordLeft,
  WithdrawRequest: request.withdrawRequest,
  HandOverRequest: request.handOverRequest,
  TellPlaceFree: request.tellPlaceFree,
};

export const requestDecider: Decider<PlaceRequest, RequestCommand, RequestEvent, RequestRefusal> = deciderOf({
  initial: { stage: 'none' },
  decisions,
  evolve,
});
