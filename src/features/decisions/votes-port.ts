import type { Brand } from '../../core/brand.ts';
import type { PersonId, StreamId } from '../../core/ids.ts';
import type { CaseNumber } from '../cases/index.ts';
import type { Asked } from '../cases/index.ts';
import type { BodyChannel, BodyId, CentreCode, Deputy } from '../directory/index.ts';

/** What is used of voting, and no more: a proposal opens a vote, may take it back, and hears its outcome. */
export type VoteId = Brand<'VoteId'>;
export const voteId = (id: string): VoteId => id as VoteId;

export type VoteSettings = Readonly<{
  secrecy: 'open' | 'hidden' | 'secret';
  /** Of the seats that take part; abstentions count. */
  quorum: Readonly<{ count: number }> | Readonly<{ percent: number }>;
  /** More than this share of the weight that was cast. */
  thresholdPercent: number;
  closeEarly: boolean;
  /** Working days before the end. */
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

export type VoteToOpen = Readonly<{
  id: VoteId;
  kind: 'advice' | 'decision';
  title: string;
  text: string;
  links: readonly Link[];
  number: string;
  caseNumber?: CaseNumber;
  body: Readonly<{ id: BodyId; name: string }>;
  centre: CentreCode;
  seats: readonly SeatFor[];
  settings: VoteSettings;
  /** UTC instants. */
  closesAt: string;
  remindAt: string;
  chair: PersonId;
  channel?: BodyChannel;
  /** Whom the outcome is told. */
  subject: StreamId;
}>;

export const adviceResults = ['positive', 'positive-with-remarks', 'negative', 'divided', 'no-quorum'] as const;
export const voteResults = ['adopt', 'adopt-amended', 'reject', 'postpone', 'no-majority', ...adviceResults] as const;
export type VoteResult = (typeof voteResults)[number];

/** What voting tells of a closed vote, as far as a proposal keeps it: who voted what stays with the vote. */
export type VoteOutcome = Readonly<{
  vote: VoteId;
  kind: 'advice' | 'decision';
  /** Weights by choice; empty when too few voted in secret. */
  counts: Readonly<Record<string, number>>;
  ballots: number;
  seats: number;
  recused: number;
  turnoutPercent: number;
  quorumMet: boolean;
  result: VoteResult;
  reasons: readonly Readonly<{ choice: string; text: string }>[];
  closedAt: string;
}>;

export type VoteTold = Readonly<{ ok: true }> | Readonly<{ ok: false; refused: string }>;

/** Both may be asked twice: a vote is opened once, and one that is over stays as it is. */
export type Votes = Readonly<{
  open(asked: Asked, vote: VoteToOpen): Promise<VoteTold>;
  cancel(asked: Asked, vote: Readonly<{ id: VoteId; reason: string }>): Promise<VoteTold>;
}>;
