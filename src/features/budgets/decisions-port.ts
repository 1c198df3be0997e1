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

/** Whoever advises and decides on proposals. Asked twice for the same id, it happens once. */
export type Decisions = Readonly<{
  raise(asked: Asked, proposal: Proposal): Promise<Readonly<{ ok: true }> | Readonly<{ ok: false; refused: string }>>;
  withdraw(asked: Asked, wish: Readonly<{ id: string; reason: string }>): Promise<unknown>;
}>;
