import { accept, type Decider, deciderOf, type Decision, dispatch, type Handlers, refuse } from '../../core/decider.ts';
import type { PersonId } from '../../core/ids.ts';
import type { BodyChannel } from '../directory/index.ts';
import type { Outcome, VoteId, VoteSettings } from './vote-state.ts';

/** What all may see of a vote: small, however many vote, and free of who and what until the outcome is there. */
export type BoardFacts = Readonly<{
  vote: VoteId;
  title: string;
  number: string;
  caseNumber?: string;
  body: string;
  secrecy: VoteSettings['secrecy'];
  /** Not on boards of before it was shown. */
  settings?: VoteSettings;
  closesAt: string;
  seats: number;
  chair: PersonId;
  channel?: BodyChannel;
  /** Who gets their own view of the card by itself; nobody when there are more than Teams takes. */
  people: readonly PersonId[];
}>;

export type BoardFile = BoardFacts &
  Readonly<{
    stage: 'open' | 'closed' | 'cancelled';
    voted: number;
    recused: number;
    countedAt: string;
    /** When its cards are next shown: at most once a second, however many vote. */
    showAt: string;
    extendedBecause?: string;
    cancelledBecause?: string;
    outcome?: Outcome;
    /** Messages with the turnout to the chair so far. */
    notices: number;
  }>;
export type Board = Readonly<{ stage: 'none' }> | BoardFile;

type Extended = Readonly<{ at: string; closesAt: string; reason: string }>;
type Progress = Readonly<{ at: string; voted: number; recused: number }>;

export type BoardCommand =
  | { type: 'OpenBoard'; data: Readonly<{ at: string; board: BoardFacts }> }
  /** `at`: when the counting began, so that an older count never replaces a newer one. `now`: when it was done. */
  | { type: 'NoteProgress'; data: Progress & Readonly<{ now: string }> }
  | { type: 'ExtendBoard'; data: Extended }
  | { type: 'TellTurnout'; data: Readonly<{ at: string; closesAt: string }> }
  | { type: 'CloseBoard'; data: Readonly<{ at: string; outcome: Outcome }> }
  | { type: 'CancelBoard'; data: Readonly<{ at: string; reason: string }> };

type Showing = Readonly<{ showAt: string }>;
export type BoardEvent =
  | { type: 'BoardOpened'; data: Readonly<{ at: string; board: BoardFacts }> }
  | { type: 'ProgressNoted'; data: Progress & Showing }
  | { type: 'BoardExtended'; data: Extended & Showing }
  | { type: 'TurnoutTold'; data: Readonly<{ at: string; closesAt: string }> }
  | { type: 'BoardClosed'; data: Readonly<{ at: string; outcome: Outcome }> & Showing }
  | { type: 'BoardCancelled'; data: Readonly<{ at: string; reason: string }> & Showing };

export type BoardRefusal = 'unknown-vote';
type Answer = Decision<BoardEvent, BoardRefusal>;
type Data<Type extends BoardCommand['type']> = Extract<BoardCommand, { type: Type }>['data'];

export const betweenShowsMs = 1_000;

/** A showing that still waits is joined; the next one comes a second after the last. */
function showAt({ showAt: last }: BoardFile, at: string): string {
  if (at < last) return last;
  const next = new Date(Date.parse(last) + betweenShowsMs).toISOString();
  return at < next ? next : at;
}

function opened(data: Data<'OpenBoard'>, state: Board): Answer {
  return isBoard(state) ? accept() : accept({ type: 'BoardOpened', data });
}

/** A showing that came due while the votes were counted may have begun: it is not joined any more. */
function noted({ now, ...data }: Data<'NoteProgress'>, state: Board): Answer {
  if (!isBoard(state)) return refuse('unknown-vote');
  const isNew = data.voted !== state.voted || data.recused !== state.recused;
  if (state.stage !== 'open' || data.at < state.countedAt || !isNew) return accept();
  return accept({ type: 'ProgressNoted', data: { ...data, showAt: showAt(state, now) } });
}

function extended(data: Data<'ExtendBoard'>, state: Board): Answer {
  if (!isBoard(state)) return refuse('unknown-vote');
  if (state.stage !== 'open' || state.closesAt === data.closesAt) return accept();
  return accept({ type: 'BoardExtended', data: { ...data, showAt: showAt(state, data.at) } });
}

function turnoutTold(data: Data<'TellTurnout'>, state: Board): Answer {
  if (!isBoard(state)) return refuse('unknown-vote');
  return state.stage === 'open' && state.closesAt === data.closesAt ? accept({ type: 'TurnoutTold', data }) : accept();
}

function closed(data: Data<'CloseBoard'>, state: Board): Answer {
  if (!isBoard(state)) return refuse('unknown-vote');
  if (state.stage !== 'open') return accept();
  return accept({ type: 'BoardClosed', data: { ...data, showAt: showAt(state, data.at) } });
}

function cancelled(data: Data<'CancelBoard'>, state: Board): Answer {
  // Cancelled before the seats were there: nothing was shown yet.
  if (!isBoard(state) || state.stage !== 'open') return accept();
  return accept({ type: 'BoardCancelled', data: { ...data, showAt: showAt(state, data.at) } });
}

const decisions: Handlers<BoardCommand, Board, Answer> = {
  OpenBoard: opened,
  NoteProgress: noted,
  ExtendBoard: extended,
  TellTurnout: turnoutTold,
  CloseBoard: closed,
  CancelBoard: cancelled,
};

const evolving: Handlers<BoardEvent, Board, Board> = {
  BoardOpened: ({ at, board }) => ({
    ...board,
    ...({ stage: 'open', voted: 0, recused: 0, countedAt: at, showAt: at, notices: 0 } as const),
  }),
  ProgressNoted: ({ at, voted, recused, showAt: next }, state) =>
    changed(state, { voted, recused, countedAt: at, showAt: next }),
  BoardExtended: ({ closesAt, reason, showAt: next }, state) =>
    changed(state, { closesAt, extendedBecause: reason, showAt: next }),
  TurnoutTold: (_, state) => (isBoard(state) ? { ...state, notices: state.notices + 1 } : state),
  BoardClosed: ({ outcome, showAt: next }, state) =>
    changed(state, {
      ...{ stage: 'closed', outcome, showAt: next },
      ...{ voted: outcome.ballots, recused: outcome.recused },
    }),
  BoardCancelled: ({ reason, showAt: next }, state) =>
    changed(state, { stage: 'cancelled', cancelledBecause: reason, showAt: next }),
};

export function isBoard(state: Board): state is BoardFile {
  return state.stage !== 'none';
}

function changed(state: Board, change: Partial<BoardFile>): Board {
  return isBoard(state) ? { ...state, ...change } : state;
}

export const boardDecider: Decider<Board, BoardCommand, BoardEvent, BoardRefusal> = deciderOf<
  Board,
  BoardCommand,
  BoardEvent,
  BoardRefusal
>({
  initial: { stage: 'none' },
  decisions,
  evolve: (state, event) => dispatch(evolving, event, state) ?? state,
});
