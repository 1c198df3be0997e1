import type { Asked } from '../cases/index.ts';
import type { Outcome, VoteId, VoteToOpen } from '../voting/index.ts';

/** What is used of voting, and no more: a proposal opens a vote, may take it back, and hears its outcome. */
export type Votes = Readonly<{
  /** Both may be asked twice: a vote is opened once, and one that is over stays as it is. */
  open(asked: Asked, vote: VoteToOpen): Promise<VoteTold>;
  cancel(asked: Asked, vote: Readonly<{ id: VoteId; reason: string }>): Promise<VoteTold>;
}>;

export type VoteTold = Readonly<{ ok: true }> | Readonly<{ ok: false; refused: string }>;

/** What voting tells of a closed vote, as far as a proposal keeps it: who voted what stays with the vote. */
export type VoteOutcome = Omit<Outcome, 'secrecy' | 'ballotsBy' | 'reasons'> &
  Readonly<{ reasons: readonly Readonly<{ choice: string; text: string }>[] }>;
