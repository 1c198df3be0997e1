import type { PersonId } from '../../core/ids.ts';
import type { CaseId, CaseNumber } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import type { RequestId } from './budget-state.ts';
import type { Ask, Decision, Ending, Money, RequestNumber, Trouble } from './request-state.ts';

/** Every command and event carries the moment it happened (`at`, UTC instant). */
type At = Readonly<{ at: string }>;
type By = At & Readonly<{ by: PersonId }>;
type Asking = By &
  Readonly<{
    id: RequestId;
    number: RequestNumber;
    centre: CentreCode;
    year: number;
    leader: PersonId;
    case?: Readonly<{ id: CaseId; number: CaseNumber }>;
    ask: Ask;
  }>;
type Noting = At & Readonly<{ money: Money; year: number; trouble?: Trouble }>;

export type RequestCommand =
  | { type: 'RequestMoney'; data: Asking }
  | { type: 'RecordRaised'; data: At }
  | { type: 'DecideRequest'; data: Decision }
  | { type: 'WithdrawRequest'; data: By & { reason: string } }
  /** What the budget holds; `year` is another one when that was closed. */
  | { type: 'NoteMoney'; data: Noting }
  | { type: 'HandOverRequest'; data: At & { leader: PersonId } }
  | { type: 'RemindEnd'; data: At }
  | { type: 'ReachEnd'; data: At }
  | { type: 'EndRequest'; data: Ending };

export type RequestEvent =
  | { type: 'MoneyRequested'; data: Asking }
  | { type: 'ProposalRaised'; data: At }
  | { type: 'RequestDecided'; data: Decision }
  | { type: 'RequestPostponed'; data: Decision }
  | { type: 'RequestWithdrawn'; data: By & { reason: string } }
  | { type: 'MoneyNoted'; data: Noting }
  | { type: 'RequestHandedOver'; data: At & { leader: PersonId } }
  | { type: 'EndReminded'; data: At }
  | { type: 'EndReached'; data: At }
  | { type: 'RequestEnded'; data: Ending };

export const requestRefusals = [
  'already-requested',
  'not-requested',
  'amount-missing',
  'purpose-missing',
  'end-missing',
  'end-before-start',
  'end-past',
  'care-costs',
  'guarantee-missing',
  'guarantee-late',
  'criteria-missing',
  'must-criterion',
  'not-general',
  'reason-required',
  'already-decided',
  'not-granted',
  'already-ended',
  'remains-missing',
] as const;
export type RequestRefusal = (typeof requestRefusals)[number];
