import { accept, type Decision, refuse } from '../../core/decider.ts';
import { localDate } from '../../core/working-time.ts';
import { blocking, isComplete } from './criteria.ts';
import type { RequestCommand, RequestEvent, RequestRefusal } from './request-messages.ts';
import { type Ask, generalLines, isAsked, isGranted, type MoneyRequest, type RequestFile } from './request-state.ts';

export type RequestDecision = Decision<RequestEvent, RequestRefusal>;
export type DataOf<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>['data'];

const day = /^\d{4}-\d\d-\d\d$/;

type Check = Readonly<{ holds: (ask: Ask, today: string) => boolean; otherwise: RequestRefusal }>;

/** In the order in which a person fills the form in. */
const checks: readonly Check[] = [
  { holds: ({ cents }) => Number.isSafeInteger(cents) && cents > 0, otherwise: 'amount-missing' },
  { holds: ({ period }) => day.test(period.from) && day.test(period.until), otherwise: 'end-missing' },
  { holds: ({ period }) => period.from <= period.until, otherwise: 'end-before-start' },
  { holds: ({ period }, today) => period.until >= today, otherwise: 'end-past' },
  { holds: ({ purpose }) => purpose.trim() !== '', otherwise: 'purpose-missing' },
  { holds: ({ careCosts }) => !careCosts, otherwise: 'care-costs' },
  { holds: hasGuarantee, otherwise: 'guarantee-missing' },
  {
    holds: ({ guarantee, period }) => guarantee === undefined || guarantee.until >= period.from,
    otherwise: 'guarantee-late',
  },
];

/** What is wrong with what is asked for, apart from the criteria; undefined when nothing is. */
export function faultIn(ask: Ask, today: string): RequestRefusal | undefined {
  return checks.find(({ holds }) => !holds(ask, today))?.otherwise;
}

function hasGuarantee({ line, guarantee }: Ask): boolean {
  if (line !== 'guarantee') return true;
  return (
    guarantee !== undefined &&
    guarantee.guarantor.trim() !== '' &&
    guarantee.settlement.trim() !== '' &&
    day.test(guarantee.until)
  );
}

export function requestMoney(data: DataOf<'RequestMoney'>, state: MoneyRequest): RequestDecision {
  if (isAsked(state)) return refuse('already-requested');
  const { ask } = data;
  const fault = faultIn(ask, localDate(data.at));
  if (fault) return refuse(fault);
  if (data.case === undefined && !generalLines.some((line) => line === ask.line)) return refuse('not-general');
  if (!isComplete(ask.criteria)) return refuse('criteria-missing');
  return blocking(ask.criteria).length > 0 ? refuse('must-criterion') : accept({ type: 'MoneyRequested', data });
}

export function recordRaised(data: DataOf<'RecordRaised'>, state: MoneyRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-requested');
  return state.raised ? accept() : accept({ type: 'ProposalRaised', data });
}

/** Told twice, or told after the requester withdrew, it changes nothing. */
export function decideRequest(data: DataOf<'DecideRequest'>, state: MoneyRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-requested');
  if (state.stage !== 'asked') return accept();
  const { decision } = state;
  if (data.outcome !== 'postponed') return accept({ type: 'RequestDecided', data });
  return decision?.at === data.at ? accept() : accept({ type: 'RequestPostponed', data });
}

export function withdraw(data: DataOf<'WithdrawRequest'>, state: MoneyRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-requested');
  if (state.stage === 'withdrawn') return accept();
  if (state.stage !== 'asked') return refuse('already-decided');
  return data.reason.trim() === '' ? refuse('reason-required') : accept({ type: 'RequestWithdrawn', data });
}

export function noteMoney(data: DataOf<'NoteMoney'>, state: MoneyRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-requested');
  return isSame(data, state) ? accept() : accept({ type: 'MoneyNoted', data });
}

function isSame({ money, year, trouble }: DataOf<'NoteMoney'>, known: RequestFile): boolean {
  const names = ['status', 'reserved', 'committed', 'spent', 'settled'] as const;
  return trouble === known.trouble && year === known.year && names.every((name) => money[name] === known.money[name]);
}

export function handOver(data: DataOf<'HandOverRequest'>, state: MoneyRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-requested');
  return state.leader === data.leader ? accept() : accept({ type: 'RequestHandedOver', data });
}

export function remindEnd(data: DataOf<'RemindEnd'>, state: MoneyRequest): RequestDecision {
  return isAsked(state) && state.stage === 'adopted' ? accept({ type: 'EndReminded', data }) : accept();
}

export function reachEnd(data: DataOf<'ReachEnd'>, state: MoneyRequest): RequestDecision {
  return isAsked(state) && state.stage === 'adopted' ? accept({ type: 'EndReached', data }) : accept();
}

/** By the project leader, at the end or before it; what was not spent is free again. */
export function endRequest(data: DataOf<'EndRequest'>, state: MoneyRequest): RequestDecision {
  if (!isAsked(state)) return refuse('not-requested');
  if (state.stage === 'ended') return refuse('already-ended');
  if (!isGranted(state)) return refuse('not-granted');
  return data.remains.trim() === '' ? refuse('remains-missing') : accept({ type: 'RequestEnded', data });
}
