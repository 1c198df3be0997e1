import { type Effect, showCard } from '../../core/effect.ts';
import type { JsonObject } from '../../core/json.ts';
import { type Board, type BoardEvent, type BoardFile, isBoard } from './board.ts';
import type { SeatEvent } from './seat-messages.ts';
import { isSeat, type Seat, type SeatFile } from './seat-state.ts';
import type { VoteEvent } from './vote-messages.ts';
import { isVote, type Vote, type VoteId } from './vote-state.ts';

export const kinds = {
  /** Gives every voter a seat, and the vote a board. */
  openSeats: 'vote-open-seats',
  /** Reminds those who have not acted. */
  remind: 'vote-remind',
  /** Brings seats and board in step with a later closing time. */
  spread: 'vote-spread',
  /** Closes, seals and counts when it is time; seals only when the vote was cancelled. */
  close: 'vote-close',
  /** Shows the outcome on the board and to every voter. */
  publish: 'vote-publish',
  /** Tells the feature that asked for the vote. */
  tell: 'vote-tell',
  /** Counts who have acted, for the board. */
  progress: 'vote-progress',
  /** A ballot of a secret vote on its way to the urn … */
  envelope: 'vote-envelope',
  /** … and in the urn, waiting to be counted. */
  unseal: 'vote-unseal',
} as const;

type Kind = keyof typeof kinds;

export function effectOf(kind: Kind, more: Readonly<{ key?: string; due?: string; data?: JsonObject }> = {}): Effect {
  return { kind: kinds[kind], key: kind, data: {}, ...more };
}

export function reactToVote(event: VoteEvent, state: Vote): readonly Effect[] {
  if (!isVote(state)) return [];
  switch (event.type) {
    case 'VoteOpening':
      return [effectOf('openSeats'), ...clocks(state)];
    case 'VoteOpened':
      // Ballots that came before there was a board.
      return [progress(event.data.at, { vote: state.id, status: 'opened' })];
    case 'VoteExtended':
      return [effectOf('spread'), ...clocks(state)];
    case 'VoteClosing':
      return [effectOf('close')];
    case 'VoteCancelled':
      return [effectOf('close'), effectOf('tell')];
    case 'VoteClosed':
      return [effectOf('publish'), effectOf('tell')];
    default:
      return [];
  }
}

function clocks({ closesAt, remindAt }: Readonly<{ closesAt: string; remindAt: string }>): readonly Effect[] {
  return [effectOf('close', { due: closesAt }), effectOf('remind', { due: remindAt })];
}

/** Long enough to count many ballots at once, short enough to see the number grow. */
const progressAfterMs = 1_000;

export function reactToSeat(event: SeatEvent, state: Seat): readonly Effect[] {
  if (!isSeat(state)) return [];
  switch (event.type) {
    case 'BallotCast':
      // A changed ballot changes no number.
      return [...(state.casts === 1 ? [progress(event.data.at, state)] : []), ...messages(state)];
    case 'SeatRecused':
      return [progress(event.data.at, state), ...messages(state)];
    case 'SeatSealed':
      return event.data.cancelled ? messages(state) : [];
    default:
      return messages(state);
  }
}

function progress(at: string, { vote, status }: Readonly<{ vote: VoteId; status: string }>): Effect {
  const due = new Date(Date.parse(at) + progressAfterMs).toISOString();
  return effectOf('progress', { due, data: { vote, status } });
}

/** The ballot in the holder's chat, and every reminder of it: a click on one shows on all. */
function messages({ holder, reminders }: SeatFile): readonly Effect[] {
  return [
    showCard({ slot: 'ballot', card: 'voting/ballot', to: { person: holder } }),
    ...reminders.flatMap(({ slot, people }) =>
      people.map((person) =>
        showCard({
          slot: `${slot}-${person}`,
          ...{ card: 'voting/ballot', to: { person }, extra: { isReminder: true } },
        }),
      ),
    ),
  ];
}

export function reactToBoard(event: BoardEvent, state: Board): readonly Effect[] {
  if (!isBoard(state)) return [];
  const { chair, notices } = state;
  if (event.type !== 'TurnoutTold') return cards(state);
  // A card that is updated rings no bell.
  return [showCard({ slot: `turnout-${notices}`, card: 'voting/manage', to: { person: chair } })];
}

function cards({ channel, chair, showAt: due, notices }: BoardFile): readonly Effect[] {
  const slots = ['manage', ...Array.from({ length: notices }, (_, index) => `turnout-${index + 1}`)];
  return [
    ...(channel ? [showCard({ slot: 'board', card: 'voting/board', to: channel, due })] : []),
    ...slots.map((slot) => showCard({ slot, card: 'voting/manage', to: { person: chair }, due })),
  ];
}
