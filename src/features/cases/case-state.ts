import type { Brand } from '../../core/brand.ts';
import type { PersonId } from '../../core/ids.ts';
import type { CentreCode, ExpertTeamId, RegionCode } from '../directory/index.ts';
import type { Intake, Participant } from './intake.ts';
import type { ConsentException } from './legal-basis.ts';
import type { TriageOutcome } from './triage.ts';

export type CaseId = Brand<'CaseId'>;
/** `LI-2026-0002`: centre, year, counter. The only thing about a case that may be seen outside it. */
export type CaseNumber = Brand<'CaseNumber'>;

export const stages = [
  'draft',
  'submitted',
  'supplement',
  'advice-only',
  'returned',
  'admitted',
  'conference',
  'closing',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

/** Where a case may go from where it is (domain.md D3–D6, 6.2). Nothing else is possible. */
export const transitions: Readonly<Record<Stage, readonly Stage[]>> = {
  draft: ['submitted'],
  submitted: ['supplement', 'advice-only', 'returned', 'admitted'],
  supplement: ['submitted'],
  'advice-only': ['submitted', 'closed'],
  returned: ['submitted'],
  admitted: ['conference'],
  conference: ['closing'],
  closing: ['conference', 'closed'],
  closed: ['conference', 'submitted'],
};

/** The expert team and its people as they were when the case came in; the team owns the case to the end. */
export type OwningTeam = Readonly<{
  id: ExpertTeamId;
  name: string;
  chair: PersonId;
  members: readonly PersonId[];
  teamsGroupId: string;
}>;

export type TriageDecision = Readonly<{
  outcome: TriageOutcome;
  reason: string;
  by: PersonId;
  at: string;
  /** What is done instead; with `advice-only` the advice itself. */
  alternative?: string;
  /** Who takes it up, and by when (YYYY-MM-DD): domain.md C4, H5. */
  owner?: string;
  ownerBy?: string;
  /** Why it is admitted though a guardian refuses; only when that is so. */
  exception?: ConsentException;
}>;

export const channelSteps = ['create', 'members', 'app', 'summary'] as const;
export type ChannelStep = (typeof channelSteps)[number];
export type ChannelTrouble = 'app-not-enabled' | 'member-unknown' | 'no-permission';

/** The case-conference channel; half-made ones are visible and go on by themselves. */
export type ConferenceChannel =
  | Readonly<{ status: 'none' }>
  | Readonly<{
      status: 'making';
      kind: 'private' | 'shared';
      done: readonly ChannelStep[];
      channelId?: string;
      trouble?: ChannelTrouble;
      /** Somebody was asked for help, and must hear when it is over. */
      askedForHelp?: boolean;
    }>
  | Readonly<{
      status: 'ready' | 'archived';
      kind: 'private' | 'shared';
      channelId: string;
      /** Somebody of the case could not be brought in. */
      trouble?: ChannelTrouble;
    }>;

export const closingOutcomes = ['fitting-solution', 'partly', 'referred', 'withdrawn', 'none'] as const;

/** domain.md D6, 6.3. Ratings 1 to 10. */
export type Closing = Readonly<{
  outcome: (typeof closingOutcomes)[number];
  moves: number;
  youthRating?: number;
  parentRating?: number;
  lessonsCooperation: string;
  lessonsContent: string;
  adviceToOrganisations?: string;
  by: PersonId;
}>;

export const progressKinds = ['conference-held', 'looked-back', 'centre-answered'] as const;
/** What is recorded on the way through a conference (domain.md D4, D5): each ends the clock that ran for it. */
export type Progress = (typeof progressKinds)[number];

/**
 * Dates by which something is due, UTC instants; absent when not running. Acknowledging has none: the confirmation that
 * the applicant sees on submitting is the acknowledgement, so it is never still to be done.
 */
export type Clocks = Readonly<{
  triageBy?: string;
  conferenceBy?: string;
  monitorBy?: string;
  centreAnswerBy?: string;
}>;

export const progressClocks = {
  'conference-held': 'conferenceBy',
  'looked-back': 'monitorBy',
  'centre-answered': 'centreAnswerBy',
} as const satisfies Record<Progress, keyof Clocks>;

/** Why a case must not be deleted yet, for instance a complaint or a court; `until`: the day (YYYY-MM-DD) after which it may. */
export type Hold = Readonly<{ reason: string; by: PersonId; at: string; until: string }>;

/** What is left of a case that was deleted, so that its number says so: nothing about anybody. */
export type Purged = Readonly<{
  id: CaseId;
  number: CaseNumber;
  at: string;
  rule: string;
  /** Of the export that was made of it, SHA-256. */
  sha256: string;
  /** The access log has a term of its own. */
  accessErased?: boolean;
}>;

export type CaseFile = Readonly<{
  id: CaseId;
  number: CaseNumber;
  applicant: PersonId;
  intake: Intake;
  /** Stays responsible whoever is involved (domain.md A1, A6). */
  municipality: string;
  region: RegionCode;
  centre: CentreCode;
  team: OwningTeam;
  submittedAt: string;
  updatedAt: string;
  lane: 'regular' | 'priority';
  triage?: TriageDecision;
  processDirector?: PersonId;
  /** Who were it before, in order; absent while nobody was. */
  formerDirectors?: readonly PersonId[];
  participants: readonly Participant[];
  centreInvolved?: Readonly<{ tried: string; at: string; staff: readonly PersonId[] }>;
  linked: readonly CaseNumber[];
  channel: ConferenceChannel;
  clocks: Clocks;
  closing?: Closing;
  reopened: number;
  /** Kept although its term is over. */
  hold?: Hold;
}>;

export type Draft = Readonly<{ stage: 'draft'; id: CaseId; applicant: PersonId; intake: Intake; updatedAt: string }>;
export type SubmittedCase = CaseFile & Readonly<{ stage: Exclude<Stage, 'draft'> }>;
/** `dropped`: a draft that nobody went on with, and when it was deleted. */
export type Case =
  Readonly<{ stage: 'none'; purged?: Purged; dropped?: Readonly<{ id: CaseId; at: string }> }> | Draft | SubmittedCase;

export function isSubmitted(state: Case): state is SubmittedCase {
  return state.stage !== 'none' && state.stage !== 'draft';
}

/** Nothing more happens in it, unless it is opened again. */
export const endedStages: readonly Case['stage'][] = ['closed', 'returned'];

const running: readonly Case['stage'][] = ['admitted', 'conference', 'closing'];

/** Worked on: not before it was admitted, and not once it is closed. */
export function isRunning(state: Case): state is SubmittedCase {
  return running.includes(state.stage);
}
