import type { PersonId } from '../../core/ids.ts';
import type { CentreCode, RegionCode } from '../directory/index.ts';
import type {
  CaseId,
  CaseNumber,
  ChannelStep,
  ChannelTrouble,
  Closing,
  OwningTeam,
  Progress,
  TriageDecision,
} from './case-state.ts';
import type { Intake, Joining, Participant } from './intake.ts';
import type { Recipient } from './legal-basis.ts';

/** Every command and event carries the moment it happened (`at`, UTC instant). */
type At = Readonly<{ at: string }>;

export type Submission = At &
  Readonly<{
    number: CaseNumber;
    municipality: string;
    region: RegionCode;
    centre: CentreCode;
    team: OwningTeam;
    acknowledgeBy: string;
    triageBy: string;
  }>;

type Purging = Readonly<{ rule: string; sha256: string; streams: readonly string[] }>;

export type CaseCommand =
  | { type: 'StartDraft'; data: At & { id: CaseId; applicant: PersonId } }
  | { type: 'SaveIntake'; data: At & { intake: Intake } }
  | { type: 'SubmitCase'; data: Submission }
  /** After "aanvullen", or when the missing basis of an advice-only case has come. */
  | { type: 'ResubmitCase'; data: At & { triageBy: string } }
  | {
      type: 'DecideTriage';
      data: At & {
        decision: TriageDecision;
        processDirector?: PersonId;
        /** When the applicant belongs to another Microsoft tenant. */
        applicantTenantId?: string;
        /** Helpers to have in the channel from the start. */
        helpers?: readonly Joining[];
        /** Who the helpers are to the case, all of them; `other` when it was not said. */
        recipient?: Recipient;
        conferenceBy: string;
        /** YYYY-MM-DD in Amsterdam. */
        today: string;
      };
    }
  | { type: 'LinkCase'; data: At & { number: CaseNumber } }
  | { type: 'AddParticipant'; data: At & { participant: Joining; recipient?: Recipient } }
  | { type: 'RemoveParticipant'; data: At & { person: PersonId } }
  | { type: 'ReplaceProcessDirector'; data: At & { by: PersonId; person: PersonId } }
  | { type: 'InvolveCentre'; data: At & { tried: string; staff: readonly Joining[]; answerBy: string } }
  | { type: 'RecordChannelStep'; data: At & { step: ChannelStep; channelId?: string; monitorBy?: string } }
  | { type: 'RecordChannelTrouble'; data: At & { trouble: ChannelTrouble } }
  /** `monitorBy`: the next look back; not with `centre-answered`. */
  | { type: 'RecordProgress'; data: At & { what: Progress; by: PersonId; monitorBy?: string } }
  | { type: 'StartClosing'; data: At & { closing: Closing } }
  | { type: 'SendBackClosing'; data: At & { by: PersonId; reason: string } }
  | { type: 'SignOff'; data: At & { by: PersonId } }
  | { type: 'CloseAdvice'; data: At & { by: PersonId } }
  | { type: 'ReopenCase'; data: At & { by: PersonId; reason: string; triageBy: string; monitorBy?: string } }
  | { type: 'RecordChannelArchived'; data: At & { archived: boolean } }
  /** `today`: in Amsterdam. */
  | { type: 'HoldCase'; data: At & { by: PersonId; reason: string; until: string; today: string } }
  | { type: 'ReleaseCase'; data: At & { by: PersonId } }
  /** `asOf`: the last change that is in the export. `streams`: what goes with the case. */
  | { type: 'PurgeCase'; data: At & Purging & { asOf: string; today: string } }
  | { type: 'EraseAccess'; data: At }
  /** Of what was never submitted. `asOf`: its last change. */
  | { type: 'DropDraft'; data: At & { asOf: string } };

export type CaseEvent =
  | { type: 'DraftStarted'; data: At & { id: CaseId; applicant: PersonId } }
  | { type: 'IntakeSaved'; data: At & { intake: Intake } }
  | { type: 'CaseSubmitted'; data: Submission }
  | { type: 'CaseResubmitted'; data: At & { triageBy: string } }
  | { type: 'SupplementAsked'; data: At & { decision: TriageDecision } }
  | { type: 'AdviceGiven'; data: At & { decision: TriageDecision } }
  | { type: 'CaseReturned'; data: At & { decision: TriageDecision } }
  | {
      type: 'CaseAdmitted';
      data: At & {
        decision: TriageDecision;
        lane: 'regular' | 'priority';
        processDirector: PersonId;
        participants: readonly Participant[];
        conferenceBy: string;
        kind: 'private' | 'shared';
        recipient?: Recipient;
      };
    }
  | { type: 'CaseLinked'; data: At & { number: CaseNumber } }
  | { type: 'ParticipantAdded'; data: At & { participant: Participant; recipient?: Recipient } }
  | { type: 'ParticipantRemoved'; data: At & { person: PersonId } }
  | { type: 'ProcessDirectorReplaced'; data: At & { by: PersonId; person: PersonId } }
  | { type: 'CentreInvolved'; data: At & { tried: string; staff: readonly Joining[]; answerBy: string } }
  | { type: 'ChannelStepDone'; data: At & { step: ChannelStep; channelId?: string; monitorBy?: string } }
  | { type: 'ChannelTroubled'; data: At & { trouble: ChannelTrouble } }
  | { type: 'ConferenceOpened'; data: At & { monitorBy?: string } }
  | { type: 'ProgressRecorded'; data: At & { what: Progress; by: PersonId; monitorBy?: string } }
  | { type: 'ClosingStarted'; data: At & { closing: Closing } }
  | { type: 'ClosingSentBack'; data: At & { by: PersonId; reason: string } }
  | { type: 'CaseClosed'; data: At & { by: PersonId } }
  | {
      type: 'CaseReopened';
      data: At & {
        by: PersonId;
        reason: string;
        to: 'conference' | 'submitted';
        triageBy: string;
        monitorBy?: string;
      };
    }
  | { type: 'ChannelArchived'; data: At & { archived: boolean } }
  | { type: 'CaseHeld'; data: At & { by: PersonId; reason: string; until: string } }
  | { type: 'CaseReleased'; data: At & { by: PersonId } }
  | { type: 'CasePurged'; data: At & Purging & { id: CaseId; number: CaseNumber } }
  | { type: 'AccessErased'; data: At }
  | { type: 'DraftDropped'; data: At & { id: CaseId } };

export const caseRefusals = [
  'already-started',
  'not-started',
  'already-submitted',
  'not-editable',
  'municipality-fixed',
  'nothing-to-resubmit',
  'nothing-filled-in',
  'not-in-triage',
  'reason-missing',
  'too-old',
  'basis-incomplete',
  'exception-incomplete',
  'intake-incomplete',
  'alternative-missing',
  'owner-missing',
  'owner-date-missing',
  'owner-date-past',
  'process-director-missing',
  'no-court-measure',
  'not-running',
  'already-in-case',
  'no-share-consent',
  'not-in-case',
  'needed-in-case',
  'already-process-director',
  'other-tenant',
  'centre-already-involved',
  'tried-missing',
  'no-channel-in-making',
  'not-in-conference',
  'nothing-to-record',
  'not-closing',
  'not-process-director',
  'lessons-missing',
  'not-closed',
  'own-number',
  'held',
  'not-held',
  'until-past',
  'changed-since',
  'purged',
] as const;
export type CaseRefusal = (typeof caseRefusals)[number];
