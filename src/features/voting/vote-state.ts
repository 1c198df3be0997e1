import type { Brand } from '../../core/brand.ts';
import { type PersonId, type StreamId, streamId } from '../../core/ids.ts';
import type { BodyChannel, BodyId, CentreCode, Deputy } from '../directory/index.ts';
import type { VoteKind } from './choices.ts';

export type VoteId = Brand<'VoteId'>;
export const voteId = (id: string): VoteId => id as VoteId;
export const voteStream = (id: VoteId): StreamId => streamId('vote', id);
export const boardStream = (id: VoteId): StreamId => streamId('voteboard', id);
export const urnStream = (id: VoteId): StreamId => streamId('urn', id);
export const seatStream = (id: VoteId, n: number): StreamId => streamId('seat', `${id}-${n}`);

export const secrecies = ['open', 'hidden', 'secret'] as const;

export type VoteSettings = Readonly<{
  /** `open`: names may be shown after closing; `hidden`: names and results are kept until closing; `secret`: nobody ever knows who chose what. */
  secrecy: (typeof secrecies)[number];
  /** Of the seats that are not recused; abstentions count for it. */
  quorum: Readonly<{ count: number }> | Readonly<{ percent: number }>;
  /** More than this share of the weight that was cast without abstentions: 50 is more than half. */
  thresholdPercent: number;
  /** As soon as all who may have voted; never when secret. */
  closeEarly: boolean;
  /** Working days before closing on which only those are reminded who have not voted. */
  remindDaysBefore: number;
}>;

export const defaultVoteSettings: VoteSettings = {
  secrecy: 'hidden',
  quorum: { percent: 50 },
  thresholdPercent: 50,
  closeEarly: true,
  remindDaysBefore: 1,
};

export type SeatFor = Readonly<{ person: PersonId; weight: number; deputies: readonly Deputy[] }>;
export type Link = Readonly<{ title: string; url: string }>;

/** What is asked, of whom, and how: copied when the vote opens, so that later changes of a body do not rewrite it. */
export type VoteToOpen = Readonly<{
  id: VoteId;
  kind: VoteKind;
  /** Guarded, general words: shown on cards. */
  title: string;
  text: string;
  links: readonly Link[];
  /** Of the proposal: "LI-V-2026-003". */
  number: string;
  caseNumber?: string;
  body: Readonly<{ id: BodyId; name: string }>;
  centre: CentreCode;
  seats: readonly SeatFor[];
  settings: VoteSettings;
  /** UTC instants. */
  closesAt: string;
  remindAt: string;
  /** Extends and cancels by the card, and gets the turnout. */
  chair: PersonId;
  /** Where the card for all stands. */
  channel?: BodyChannel;
  /** Whom the outcome is told. */
  subject: StreamId;
}>;

export const results = [
  'positive',
  'positive-with-remarks',
  'negative',
  'divided',
  'adopt',
  'adopt-amended',
  'reject',
  'postpone',
  'no-majority',
  'no-quorum',
] as const;
export type Result = (typeof results)[number];

export type GivenReason = Readonly<{ choice: string; text: string; by?: PersonId }>;
export type BallotBy = Readonly<{ person: PersonId; choice: string; castBy: PersonId }>;

export type Outcome = Readonly<{
  vote: VoteId;
  kind: VoteKind;
  /** What of it may be shown: see VoteSettings. */
  secrecy?: VoteSettings['secrecy'];
  /** Weights by choice; {} when a secret vote has fewer than three ballots. */
  counts: Readonly<Record<string, number>>;
  ballots: number;
  seats: number;
  recused: number;
  turnoutPercent: number;
  quorumMet: boolean;
  result: Result;
  /** `by` never in a secret vote. */
  reasons: readonly GivenReason[];
  /** Never in a secret vote. */
  ballotsBy?: readonly BallotBy[];
  closedAt: string;
}>;

export type Extension = Readonly<{ at: string; by: PersonId; reason: string; from: string }>;

export type VoteFile = Omit<VoteToOpen, 'seats'> &
  Readonly<{
    stage: 'opening' | 'open' | 'closing' | 'closed' | 'cancelled';
    openedBy: PersonId;
    seats: number;
    /** Until each has a stream of its own; then those are the voter list. */
    waiting: readonly SeatFor[];
    extended?: Extension;
    closingAt?: string;
    cancelled?: Readonly<{ at: string; by: PersonId; reason: string }>;
    outcome?: Outcome;
  }>;

export type Vote = Readonly<{ stage: 'none' }> | VoteFile;

export function isVote(state: Vote): state is VoteFile {
  return state.stage !== 'none';
}
