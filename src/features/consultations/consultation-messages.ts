import type { PersonId } from '../../core/ids.ts';
import type { ConceptId } from '../../matching/index.ts';
import type {
  AboutCase,
  ConsultationId,
  DeclineReason,
  Effect,
  EffectMonths,
  JoinTrouble,
  Proposal,
  Request,
  Suggestion,
  Verdict,
} from './consultation-state.ts';

/** Every command and event carries the moment it happened (`at`, UTC instant). */
type At = Readonly<{ at: string }>;
type By = At & Readonly<{ by: PersonId }>;
type Invitee = At & Readonly<{ person: PersonId }>;

export type Inviting = Readonly<{ person: PersonId; covers: readonly ConceptId[] }>;
type Answered = Invitee & Readonly<{ reason: DeclineReason; note: string; suggested?: PersonId }>;
type Advising = Invitee & Readonly<{ advice: string; basis: string; otherwise: string }>;

type Asking = By & Readonly<{ id: ConsultationId; about: AboutCase; director: PersonId; request: Request }>;

export type ConsultationCommand =
  | { type: 'RequestConsultation'; data: Asking }
  /** `round`: the one it was made for; a proposal that comes late changes nothing. */
  | { type: 'ProposeTeam'; data: At & { proposal: Proposal; round: number; invitations: number } }
  | { type: 'ChooseTeam'; data: By & { people: readonly PersonId[] } }
  /** Without `out` somebody is added. `reason`: only needed to set a conflict of interest aside. */
  | { type: 'ReplaceProposed'; data: By & { out?: PersonId; into: PersonId; reason: string } }
  /** The centre, which sees all open requests together, thinks of somebody else; the director takes it over or not. */
  | { type: 'SuggestReplacement'; data: By & Suggestion }
  /** `remindAt` and `answerBy`: UTC instants. */
  | { type: 'InviteExperts'; data: By & { people: readonly PersonId[]; remindAt: string; answerBy: string } }
  | { type: 'PassOver'; data: By & { people: readonly PersonId[] } }
  | { type: 'RemindExpert'; data: Invitee }
  | { type: 'ExpireInvitation'; data: Invitee }
  | { type: 'AcceptInvitation'; data: Invitee & { secrecy: boolean } }
  | { type: 'DeclineInvitation'; data: Answered }
  | { type: 'ReportConflict'; data: Invitee }
  | { type: 'RecordJoined'; data: Invitee & { trouble?: JoinTrouble } }
  | { type: 'GiveAdvice'; data: Advising }
  /** `effectsDue`: when to ask what it brought, one instant for each of the months. */
  | {
      type: 'JudgeAdvice';
      data: By & { person: PersonId; verdict: Verdict; why: string; effectsDue: readonly string[] };
    }
  | { type: 'AskEffect'; data: At & { months: EffectMonths } }
  | { type: 'RecordEffect'; data: By & { months: EffectMonths; effect: Effect; note: string } }
  | { type: 'WithdrawConsultation'; data: By & { reason: string } }
  | { type: 'ReopenConsultation'; data: By & { reason: string } }
  | { type: 'HandOverConsultation'; data: At & { director: PersonId } };

export type ConsultationEvent =
  | { type: 'ConsultationRequested'; data: Asking }
  | { type: 'TeamProposed'; data: At & { proposal: Proposal } }
  | { type: 'TeamChosen'; data: By & { people: readonly PersonId[] } }
  | { type: 'ProposedReplaced'; data: By & { out?: PersonId; into: PersonId } }
  | { type: 'ReplacementSuggested'; data: By & Suggestion }
  | { type: 'ConflictUnlocked'; data: By & { person: PersonId; reason: string } }
  | { type: 'ExpertsInvited'; data: By & { people: readonly Inviting[]; remindAt: string; answerBy: string } }
  | { type: 'ExpertsPassedOver'; data: By & { people: readonly PersonId[] } }
  | { type: 'ExpertReminded'; data: Invitee }
  | { type: 'InvitationExpired'; data: Invitee }
  | { type: 'InvitationAccepted'; data: Invitee }
  | { type: 'InvitationDeclined'; data: Answered }
  | { type: 'ConflictReported'; data: Invitee }
  | { type: 'ExpertJoined'; data: Invitee }
  | { type: 'ExpertNotJoined'; data: Invitee & { trouble: JoinTrouble } }
  | { type: 'AdviceGiven'; data: Advising }
  | { type: 'AdviceJudged'; data: By & { person: PersonId; verdict: Verdict; why: string } }
  | { type: 'ConsultationAdvised'; data: At & { effectsDue: readonly string[] } }
  | { type: 'EffectAsked'; data: At & { months: EffectMonths } }
  | { type: 'EffectRecorded'; data: By & { months: EffectMonths; effect: Effect; note: string } }
  | { type: 'ConsultationWithdrawn'; data: By & { reason: string } }
  | { type: 'ConsultationReopened'; data: By & { reason: string } }
  | { type: 'ConsultationHandedOver'; data: At & { director: PersonId } };

export const consultationRefusals = [
  'already-asked',
  'not-asked',
  'question-missing',
  'by-past',
  'nothing-proposed',
  'not-in-proposal',
  'already-in-team',
  'conflict-reason-missing',
  'not-available',
  'not-invited',
  'already-answered',
  'already-filled',
  'invitation-over',
  'secrecy-missing',
  'not-accepted',
  'advice-missing',
  'no-advice',
  'already-judged',
  'why-missing',
  'not-advised',
  'effect-not-asked',
  'already-ended',
  'reason-missing',
  'not-ended',
] as const;
export type ConsultationRefusal = (typeof consultationRefusals)[number];
