import type { PersonId } from '../../core/ids.ts';
import type { Outcome, VoteToOpen } from './vote-state.ts';

export type Extending = Readonly<{ at: string; by: PersonId; closesAt: string; remindAt: string; reason: string }>;

export type VoteCommand =
  | { type: 'OpenVote'; data: Readonly<{ at: string; by: PersonId; vote: VoteToOpen }> }
  | { type: 'RecordOpened'; data: Readonly<{ at: string }> }
  | { type: 'ExtendVote'; data: Extending }
  /** `early`: everybody has acted. Otherwise it only closes when its time has come. */
  | { type: 'StartClosing'; data: Readonly<{ at: string; early: boolean }> }
  | { type: 'RecordOutcome'; data: Readonly<{ at: string; outcome: Outcome }> }
  | { type: 'CancelVote'; data: Readonly<{ at: string; by: PersonId; reason: string }> };

export type VoteEvent =
  | { type: 'VoteOpening'; data: Readonly<{ at: string; by: PersonId; vote: VoteToOpen }> }
  | { type: 'VoteOpened'; data: Readonly<{ at: string }> }
  | { type: 'VoteExtended'; data: Extending }
  | { type: 'VoteClosing'; data: Readonly<{ at: string; early: boolean }> }
  | { type: 'VoteClosed'; data: Readonly<{ at: string; outcome: Outcome }> }
  | { type: 'VoteCancelled'; data: Readonly<{ at: string; by: PersonId; reason: string }> };

export type VoteRefusal =
  | 'unknown-vote'
  | 'no-seats'
  | 'bad-weight'
  | 'secret-weights'
  | 'closes-in-past'
  | 'vote-over'
  | 'already-extended'
  | 'not-later'
  | 'reason-missing';
