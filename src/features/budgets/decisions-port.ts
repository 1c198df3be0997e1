import type { PersonId, StreamId } from '../../core/ids.ts';
import type { Asked, CaseId, CaseNumber } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';

export type Proposal = Readonly<{
  id: string;
  centre: CentreCode;
  subject: 'budget' | 'subsidy';
  title: string;
  text: string;
  amountCents: number;
  case?: Readonly<{ id: CaseId; number: CaseNumber }>;
  author: PersonId;
  /** The stream to which the end of it is told. */
  raisedBy: StreamId;
}>;

type Answered = Readonly<{ ok: true }> | Readonly<{ ok: false; refused: string }>;

/** Whoever advises and decides on proposals. Asked twice for the same id, it happens once. */
export type Decisions = Readonly<{
  raise(asked: Asked, proposal: Proposal): Promise<Answered>;
  /** Refused with `unknown-proposal` for one that was not raised (yet); any other refusal means that it is over. */
  withdraw(asked: Asked, wish: Readonly<{ id: string; reason: string }>): Promise<Answered>;
}>;
