import { accept, type Decider, deciderOf, type Decision, dispatch, type Handlers, refuse } from '../../core/decider.ts';
import type { VoteCommand, VoteEvent, VoteRefusal } from './vote-messages.ts';
import { isVote, type SeatFor, type Vote, type VoteFile, type VoteToOpen } from './vote-state.ts';

type Answer = Decision<VoteEvent, VoteRefusal>;
type Data<Type extends VoteCommand['type']> = Extract<VoteCommand, { type: Type }>['data'];

const isFilled = (text: string): boolean => text.trim() !== '';

function openVote(data: Data<'OpenVote'>, state: Vote): Answer {
  if (isVote(state)) return accept();
  const refused = faultOf(data);
  return refused === undefined ? accept({ type: 'VoteOpening', data }) : refuse(refused);
}

function faultOf({ at, vote }: Data<'OpenVote'>): VoteRefusal | undefined {
  const { seats, settings, closesAt } = vote;
  if (seats.length === 0) return 'no-seats';
  if (seats.some(({ weight }) => !Number.isInteger(weight) || weight < 1)) return 'bad-weight';
  // Among equal ballots one heavier ballot would tell whose it is.
  if (settings.secrecy === 'secret' && !haveOneWeight(seats)) return 'secret-weights';
  return closesAt <= at ? 'closes-in-past' : undefined;
}

/** Only then can a vote be secret. */
export function haveOneWeight(seats: readonly SeatFor[]): boolean {
  return new Set(seats.map(({ weight }) => weight)).size === 1;
}

function recordOpened(data: Data<'RecordOpened'>, state: Vote): Answer {
  if (!isVote(state)) return refuse('unknown-vote');
  return state.stage === 'opening' ? accept({ type: 'VoteOpened', data }) : accept();
}

function extendVote(data: Data<'ExtendVote'>, state: Vote): Answer {
  if (!isVote(state)) return refuse('unknown-vote');
  if (isOver(state) || data.at >= state.closesAt) return refuse('vote-over');
  if (state.extended) return refuse('already-extended');
  if (!isFilled(data.reason)) return refuse('reason-missing');
  return data.closesAt > state.closesAt ? accept({ type: 'VoteExtended', data }) : refuse('not-later');
}

/** A clock that was set before an extension finds nothing to do. */
function startClosing({ at, early }: Data<'StartClosing'>, state: Vote): Answer {
  if (!isVote(state)) return refuse('unknown-vote');
  if (state.stage !== 'open') return accept();
  const { closeEarly, secrecy } = state.settings;
  const mayBeEarly = early && closeEarly && secrecy !== 'secret';
  const isTime = at >= state.closesAt;
  return mayBeEarly || isTime ? accept({ type: 'VoteClosing', data: { at, early: !isTime } }) : accept();
}

function recordOutcome(data: Data<'RecordOutcome'>, state: Vote): Answer {
  if (!isVote(state)) return refuse('unknown-vote');
  return state.stage === 'closing' ? accept({ type: 'VoteClosed', data }) : accept();
}

function cancelVote(data: Data<'CancelVote'>, state: Vote): Answer {
  if (!isVote(state)) return refuse('unknown-vote');
  if (state.stage === 'cancelled') return accept();
  if (isOver(state)) return refuse('vote-over');
  return isFilled(data.reason) ? accept({ type: 'VoteCancelled', data }) : refuse('reason-missing');
}

function isOver({ stage }: VoteFile): boolean {
  return stage !== 'open' && stage !== 'opening';
}

const decisions: Handlers<VoteCommand, Vote, Answer> = {
  OpenVote: openVote,
  RecordOpened: recordOpened,
  ExtendVote: extendVote,
  StartClosing: startClosing,
  RecordOutcome: recordOutcome,
  CancelVote: cancelVote,
};

const evolving: Handlers<VoteEvent, Vote, Vote> = {
  VoteOpening: ({ by, vote }) => opened(by, vote),
  VoteOpened: (_, state) => changed(state, { stage: 'open', waiting: [] }),
  VoteExtended: ({ at, by, reason, closesAt, remindAt }, state) =>
    isVote(state) ? { ...state, closesAt, remindAt, extended: { at, by, reason, from: state.closesAt } } : state,
  VoteClosing: ({ at }, state) => changed(state, { stage: 'closing', closingAt: at }),
  VoteClosed: ({ outcome }, state) => changed(state, { stage: 'closed', outcome }),
  VoteCancelled: (cancelled, state) => changed(state, { stage: 'cancelled', cancelled }),
};

function opened(by: VoteFile['openedBy'], { seats, ...vote }: VoteToOpen): VoteFile {
  return { ...vote, stage: 'opening', openedBy: by, seats: seats.length, waiting: seats };
}

function changed(state: Vote, change: Partial<VoteFile>): Vote {
  return isVote(state) ? { ...state, ...change } : state;
}

export const voteDecider: Decider<Vote, VoteCommand, VoteEvent, VoteRefusal> = deciderOf<
  Vote,
  VoteCommand,
  VoteEvent,
  VoteRefusal
>({
  initial: { stage: 'none' },
  decisions,
  evolve: (state, event) => dispatch(evolving, event, state) ?? state,
});
