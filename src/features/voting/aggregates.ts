import type { Aggregate } from '../../store/handle.ts';
import { type Board, type BoardCommand, boardDecider, type BoardEvent, type BoardRefusal, isBoard } from './board.ts';
import { type Envelope, envelopeEffect } from './envelope.ts';
import { effectOf, reactToBoard, reactToSeat, reactToVote } from './reactions.ts';
import { seatDecider } from './seat.ts';
import type { SeatCommand, SeatEvent, SeatRefusal } from './seat-messages.ts';
import { isSeat, type Seat } from './seat-state.ts';
import { type Urn, type UrnCommand, urnDecider, type UrnEvent } from './urn.ts';
import { voteDecider } from './vote.ts';
import type { VoteCommand, VoteEvent, VoteRefusal } from './vote-messages.ts';
import { isVote, type Vote } from './vote-state.ts';

export const voteAggregate: Aggregate<Vote, VoteCommand, VoteEvent, VoteRefusal> = {
  type: 'vote',
  decider: voteDecider,
  react: reactToVote,
  fields(state) {
    if (!isVote(state)) return {};
    const { stage, number, centre, chair, closesAt, subject, body } = state;
    return { stage, number, centre, chair, closesAt, subject, body: body.id };
  },
};

export const seatAggregate: Aggregate<Seat, SeatCommand, SeatEvent, SeatRefusal> = {
  type: 'seat',
  decider: seatDecider,
  react: reactToSeat,
  fields(state) {
    if (!isSeat(state)) return {};
    const { vote, status, closesAt, holder, deputies } = state;
    return { vote, status, closesAt, people: [...new Set([holder, ...deputies.map(({ person }) => person)])] };
  },
};

/** For casting and stepping back: what was chosen in a secret vote goes with the commit, not into an event. */
export function seatWith(envelope?: Envelope): typeof seatAggregate {
  return {
    ...seatAggregate,
    react: (event, state) => [...reactToSeat(event, state), ...envelopeEffect(event, state, envelope)],
  };
}

export const boardAggregate: Aggregate<Board, BoardCommand, BoardEvent, BoardRefusal> = {
  type: 'voteboard',
  decider: boardDecider,
  react: reactToBoard,
  fields: (state) => (isBoard(state) ? { stage: state.stage, chair: state.chair } : {}),
};

/** The opened envelope of one ballot: from the moment it is taken in until it is counted. */
export type Unsealed = Readonly<{ choice: string; reason: string; token: string; due: string; at: string }>;

/** The urn as it takes in this envelope, or counts what was in one. */
export function urnWith(unsealed?: Unsealed): Aggregate<Urn, UrnCommand, UrnEvent, never> {
  return {
    type: 'urn',
    decider: urnDecider,
    react(event) {
      if (event.type !== 'EnvelopeReceived' || !unsealed) return [];
      const { due, ...data } = unsealed;
      return [effectOf('unseal', { key: `ballot-${data.token}`, due, data })];
    },
    fields: () => ({}),
  };
}
