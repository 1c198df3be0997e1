import { accept, type Decider, deciderOf, type Decision, dispatch, type Handlers, refuse } from '../../core/decider.ts';
import { localDate } from '../../core/working-time.ts';
import { choiceOn, needsReason } from './choices.ts';
import type { SeatCommand, SeatEvent, SeatRefusal } from './seat-messages.ts';
import { type Ballot, deputiesOn, isOf, isSeat, type Seat, type SeatFile } from './seat-state.ts';

type Answer = Decision<SeatEvent, SeatRefusal>;
type Data<Type extends SeatCommand['type']> = Extract<SeatCommand, { type: Type }>['data'];
type Acting = Readonly<{ at: string; by: Ballot['by'] }>;

function openSeat(data: Data<'OpenSeat'>, state: Seat): Answer {
  return isSeat(state) ? accept() : accept({ type: 'SeatOpened', data });
}

function castBallot(data: Data<'CastBallot'>, state: Seat): Answer {
  if (!isSeat(state)) return refuse('unknown-seat');
  const { at, by } = data;
  const objection = objectionTo(state, data) ?? objectionToDeputy(state, data);
  if (objection !== undefined) return refuse(objection);
  const choice = choiceOn(state.kind, data.choice);
  if (choice === undefined) return refuse('choice-missing');
  const reason = data.reason.trim();
  if (needsReason(choice) && reason === '') return refuse('ballot-reason-missing');
  // What was chosen in a secret vote is written nowhere near the seat: see envelope.ts.
  if (state.secrecy === 'secret') return accept({ type: 'BallotCast', data: { at, by } });
  return cast(state, { at, by, choice, ...(reason === '' ? {} : { reason }) });
}

function cast({ ballot }: SeatFile, data: Ballot): Answer {
  return ballot && isSame(ballot, data) ? accept() : accept({ type: 'BallotCast', data });
}

function isSame(one: Ballot, other: Ballot): boolean {
  return one.by === other.by && one.choice === other.choice && one.reason === other.reason;
}

function objectionTo(state: SeatFile, { at, by }: Acting): SeatRefusal | undefined {
  if (!isOf(state, by)) return 'not-on-list';
  if (state.status === 'sealed' || at >= state.closesAt) return 'vote-closed';
  return state.status === 'recused' ? 'recused' : undefined;
}

/** The holder overrules the deputy, never the other way round. */
function objectionToDeputy(state: SeatFile, { at, by }: Acting): SeatRefusal | undefined {
  if (by === state.holder) return undefined;
  if (state.ballot?.by === state.holder) return 'holder-has-voted';
  return deputiesOn(state, localDate(at)).includes(by) ? undefined : 'deputy-not-now';
}

function recuse({ at, by, reason }: Data<'Recuse'>, state: Seat): Answer {
  if (!isSeat(state)) return refuse('unknown-seat');
  if (isOf(state, by) && by !== state.holder) return refuse('only-holder-recuses');
  const objection = objectionTo(state, { at, by });
  if (objection === 'recused') return accept();
  if (objection !== undefined) return refuse(objection);
  return reason.trim() === '' ? refuse('reason-missing') : accept({ type: 'SeatRecused', data: { at, reason } });
}

function moveClosing(data: Data<'MoveClosing'>, state: Seat): Answer {
  if (!isSeat(state)) return refuse('unknown-seat');
  return state.status === 'sealed' || state.closesAt === data.closesAt ? accept() : accept({ type: 'SeatMoved', data });
}

/** A reminder is a message of its own, so that it is noticed; whoever acted gets none. */
function remindSeat({ at }: Data<'RemindSeat'>, state: Seat): Answer {
  if (!isSeat(state)) return refuse('unknown-seat');
  if (state.status !== 'open' || state.isReminded || at >= state.closesAt) return accept();
  const people = [...new Set([state.holder, ...deputiesOn(state, localDate(at))])];
  const slot = `reminder-${state.reminders.length}`;
  return accept({ type: 'SeatReminded', data: { at, slot, people } });
}

function sealSeat(data: Data<'SealSeat'>, state: Seat): Answer {
  return !isSeat(state) || state.status === 'sealed' ? accept() : accept({ type: 'SeatSealed', data });
}

function publishSeat(data: Data<'PublishSeat'>, state: Seat): Answer {
  return !isSeat(state) || state.isPublished ? accept() : accept({ type: 'SeatPublished', data });
}

const decisions: Handlers<SeatCommand, Seat, Answer> = {
  OpenSeat: openSeat,
  CastBallot: castBallot,
  Recuse: recuse,
  MoveClosing: moveClosing,
  RemindSeat: remindSeat,
  SealSeat: sealSeat,
  PublishSeat: publishSeat,
};

const evolving: Handlers<SeatEvent, Seat, Seat> = {
  SeatOpened: ({ seat }) => ({
    ...seat,
    ...({ status: 'open', casts: 0, reminders: [], isReminded: false, isPublished: false } as const),
  }),
  BallotCast: (ballot, state) =>
    isSeat(state) ? { ...state, ballot, status: 'voted', casts: state.casts + 1 } : state,
  SeatRecused: (recusal, state) => (isSeat(state) ? recused(state, recusal) : state),
  SeatMoved: ({ closesAt }, state) => changed(state, { closesAt, isReminded: false }),
  SeatReminded: ({ slot, people }, state) =>
    isSeat(state) ? { ...state, isReminded: true, reminders: [...state.reminders, { slot, people }] } : state,
  SeatSealed: (_, state) => changed(state, { status: 'sealed' }),
  SeatPublished: (_, state) => changed(state, { isPublished: true }),
};

/** A ballot of somebody who steps back was never there. */
function recused({ ballot: _, ...state }: SeatFile, recusal: NonNullable<SeatFile['recusal']>): SeatFile {
  return { ...state, recusal, status: 'recused' };
}

function changed(state: Seat, change: Partial<SeatFile>): Seat {
  return isSeat(state) ? { ...state, ...change } : state;
}

export const seatDecider: Decider<Seat, SeatCommand, SeatEvent, SeatRefusal> = deciderOf<
  Seat,
  SeatCommand,
  SeatEvent,
  SeatRefusal
>({
  initial: { status: 'none' },
  decisions,
  evolve: (state, event) => dispatch(evolving, event, state) ?? state,
});
