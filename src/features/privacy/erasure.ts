import { accept, type Decider, type Decision, deciderOf, dispatch, type Handlers, refuse } from '../../core/decider.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { CaseId, CaseNumber } from '../cases/index.ts';

export const erasureStream = (id: CaseId): StreamId => streamId('erasure', id);

/** AVG art. 17(1) a–e, and art. 7.3.9 of the Youth Act. */
export const erasureGrounds = [
  'youth-act',
  'consent-withdrawn',
  'not-needed',
  'objection',
  'unlawful',
  'legal-duty',
] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** What somebody wants gone before its term is over. `agreeBy`: the last day (Amsterdam) on which one of `people` may agree. */
export type ErasureRequest = Readonly<{
  id: string;
  at: string;
  by: PersonId;
  ground: ErasureGround;
  reason: string;
  agreeBy: string;
  people: readonly PersonId[];
  /** A channel in Teams that somebody must delete there. */
  hasChannel: boolean;
}>;

export const stopReasons = ['refused', 'withdrawn', 'held', 'not-closed'] as const;
export type StopReason = (typeof stopReasons)[number];

export type AskedErasure = Readonly<{
  case: CaseId;
  number: CaseNumber;
  request: ErasureRequest;
  updatedAt: string;
}>;
export type Erasure =
  | Readonly<{ status: 'none' }>
  | (AskedErasure & Readonly<{ status: 'asked' }>)
  | (AskedErasure & Readonly<{ status: 'agreed'; agreedBy: PersonId }>)
  | (AskedErasure & Readonly<{ status: 'stopped'; why: StopReason }>);

type Answer = Readonly<{ at: string; by: PersonId | 'system'; request: string }>;
type Asking = Readonly<{ case: CaseId; number: CaseNumber; request: ErasureRequest }>;
type Agreeing = Answer & Readonly<{ by: PersonId }>;
type Stopping = Answer & Readonly<{ why: StopReason }>;

/** `today`: in Amsterdam. */
export type ErasureCommand =
  | { type: 'AskErasure'; data: Asking & Readonly<{ today: string }> }
  | { type: 'AgreeToErasure'; data: Agreeing & Readonly<{ today: string }> }
  | { type: 'StopErasure'; data: Stopping };
export type ErasureEvent =
  | { type: 'ErasureAsked'; data: Asking }
  | { type: 'ErasureAgreed'; data: Agreeing }
  | { type: 'ErasureStopped'; data: Stopping };
export const erasureRefusals = [
  'reason-missing',
  'already-asked',
  'nobody-else',
  'not-asked',
  'same-person',
  'lapsed',
  'already-agreed',
] as const;
export type ErasureRefusal = (typeof erasureRefusals)[number];
type ErasureDecision = Decision<ErasureEvent, ErasureRefusal>;

/** A request that nobody agreed to in time asks nothing of anybody any more. */
export function isLapsed(state: Erasure, today: string): boolean {
  return state.status === 'asked' && state.request.agreeBy < today;
}

function ask({ today, ...data }: Asking & Readonly<{ today: string }>, state: Erasure): ErasureDecision {
  const { reason, people, by } = data.request;
  if (state.status === 'agreed') return refuse('already-asked');
  if (state.status === 'asked' && !isLapsed(state, today)) return refuse('already-asked');
  if (reason.trim() === '') return refuse('reason-missing');
  const others = people.filter((person) => person !== by);
  return others.length === 0 ? refuse('nobody-else') : accept({ type: 'ErasureAsked', data });
}

/** By somebody else than who asked: one person alone cannot make anything disappear. */
function agree({ today, ...data }: Agreeing & Readonly<{ today: string }>, state: Erasure): ErasureDecision {
  if (state.status === 'none' || state.request.id !== data.request) return refuse('not-asked');
  if (state.status === 'stopped') return refuse('not-asked');
  if (state.request.by === data.by) return refuse('same-person');
  if (state.status === 'agreed') return accept();
  return isLapsed(state, today) ? refuse('lapsed') : accept({ type: 'ErasureAgreed', data });
}

/** After both agreed only the bot stops it, when the case may not go after all. */
function stop(data: Stopping, state: Erasure): ErasureDecision {
  if (state.status === 'none' || state.request.id !== data.request) return refuse('not-asked');
  if (state.status === 'stopped') return accept();
  if (state.status === 'agreed' && data.by !== 'system') return refuse('already-agreed');
  return accept({ type: 'ErasureStopped', data });
}

const applied: Handlers<ErasureEvent, Erasure, Erasure> = {
  ErasureAsked: (data) => ({ status: 'asked', ...data, updatedAt: data.request.at }),
  ErasureAgreed: ({ at, by }, state) =>
    state.status === 'asked' ? { ...state, status: 'agreed', agreedBy: by, updatedAt: at } : state,
  ErasureStopped: ({ at, why }, state) =>
    state.status === 'none' ? state : { ...asked(state), status: 'stopped', why, updatedAt: at },
};

function asked({ case: about, number, request, updatedAt }: AskedErasure): AskedErasure {
  return { case: about, number, request, updatedAt };
}

export const erasureDecider: Decider<Erasure, ErasureCommand, ErasureEvent, ErasureRefusal> = deciderOf<
  Erasure,
  ErasureCommand,
  ErasureEvent,
  ErasureRefusal
>({
  initial: { status: 'none' },
  decisions: { AskErasure: ask, AgreeToErasure: agree, StopErasure: stop },
  evolve: (state, event) => dispatch(applied, event, state) ?? state,
});
