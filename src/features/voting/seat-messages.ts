import type { PersonId } from '../../core/ids.ts';
import type { Choice } from './choices.ts';
import type { SeatFacts } from './seat-state.ts';

export type SeatCommand =
  | { type: 'OpenSeat'; data: Readonly<{ at: string; seat: SeatFacts }> }
  /** `choice` as it was typed or clicked. */
  | { type: 'CastBallot'; data: Readonly<{ at: string; by: PersonId; choice: string; reason: string }> }
  | { type: 'Recuse'; data: Readonly<{ at: string; by: PersonId; reason: string }> }
  | { type: 'MoveClosing'; data: Readonly<{ closesAt: string }> }
  | { type: 'RemindSeat'; data: Readonly<{ at: string }> }
  | { type: 'SealSeat'; data: Readonly<{ at: string; cancelled: boolean }> }
  | { type: 'PublishSeat'; data: Readonly<{ at: string }> };

export type SeatEvent =
  | { type: 'SeatOpened'; data: Readonly<{ at: string; seat: SeatFacts }> }
  /** Without `choice` and `reason` in a secret vote. */
  | { type: 'BallotCast'; data: Readonly<{ at: string; by: PersonId; choice?: Choice; reason?: string }> }
  | { type: 'SeatRecused'; data: Readonly<{ at: string; reason: string }> }
  | { type: 'SeatMoved'; data: Readonly<{ closesAt: string }> }
  | { type: 'SeatReminded'; data: Readonly<{ at: string; slot: string; people: readonly PersonId[] }> }
  | { type: 'SeatSealed'; data: Readonly<{ at: string; cancelled: boolean }> }
  | { type: 'SeatPublished'; data: Readonly<{ at: string }> };

export type SeatRefusal =
  | 'unknown-seat'
  | 'not-on-list'
  | 'vote-closed'
  | 'recused'
  | 'deputy-not-now'
  | 'holder-has-voted'
  | 'only-holder-recuses'
  | 'choice-missing'
  | 'ballot-reason-missing'
  | 'reason-missing';
