import { type Decider, deciderOf, type Handlers } from '../../core/decider.ts';
import * as request from './decide-request.ts';
import { evolve } from './evolve-request.ts';
import type { RequestCommand, RequestEvent, RequestRefusal } from './request-messages.ts';
import type { MoneyRequest } from './request-state.ts';

const decisions: Handlers<RequestCommand, MoneyRequest, request.RequestDecision> = {
  RequestMoney: request.requestMoney,
  RecordRaised: request.recordRaised,
  DecideRequest: request.decideRequest,
  WithdrawRequest: request.withdraw,
  NoteMoney: request.noteMoney,
  HandOverRequest: request.handOver,
  RemindEnd: request.remindEnd,
  ReachEnd: request.reachEnd,
  EndRequest: request.endRequest,
};

export const requestDecider: Decider<MoneyRequest, RequestCommand, RequestEvent, RequestRefusal> = deciderOf({
  initial: { stage: 'none' },
  decisions,
  evolve,
});
