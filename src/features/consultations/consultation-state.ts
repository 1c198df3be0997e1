import type { Brand } from '../../core/brand.ts';
import { type PersonId, streamId, type StreamId } from '../../core/ids.ts';
import type { ConceptId, Obstacle, Reason, Relaxation } from '../../matching/index.ts';
import type { CaseId, CaseNumber } from '../cases/index.ts';
import type { CentreCode, RegionCode } from '../directory/index.ts';
import type { Mandate } from '../experts/index.ts';

export type ConsultationId = Brand<'ConsultationId'>;
export const consultationId = (id: string): ConsultationId => id as ConsultationId;
export const consultationStream = (id: ConsultationId): StreamId => streamId('consultation', id);

/** domain.md E1, E2, E5: what experts are asked for. */
export const consultationForms = ['advice', 'second-opinion', 'sitting-in', 'fly-in', 'moral-deliberation'] as const;
export type ConsultationForm = (typeof consultationForms)[number];

export const consultationStages = [
  'requested',
  'proposed',
  'inviting',
  'advising',
  'advised',
  'followed-up',
  'withdrawn',
] as const;
export type ConsultationStage = (typeof consultationStages)[number];

/** What is asked, in general words: experts read it before they are in the case, so nothing in it may identify anybody. */
export type Request = Readonly<{
  question: string;
  /** Confirmed by who asks; empty when nothing was recognised. */
  needs: readonly ConceptId[];
  form: ConsultationForm;
  /** Hours in a month, whole, for each expert. */
  hours: number;
  /** YYYY-MM-DD: when the advice is needed. */
  by: string;
  atMost: number;
  livedExperience: boolean;
  mandates: readonly Mandate[];
  /** Experts of the centre's own area only. */
  ownAreaOnly: boolean;
}>;

/** Of the case, as far as a request may show it outside the case: no pseudonym, no municipality. */
export type AboutCase = Readonly<{ id: CaseId; number: CaseNumber; region: RegionCode; centre: CentreCode }>;

/** An expert as the bot saw them when it proposed: the reasons stay readable when their profile changes. */
export type Proposed = Readonly<{
  person: PersonId;
  organisation: string;
  covers: readonly ConceptId[];
  reasons: readonly Reason[];
  /** Per cent of the month's hours that is taken, this request included. */
  loadPercent: number;
  freeHours: number;
  daysSinceAsked?: number;
  distance: 0 | 1 | 2;
  livedExperience: boolean;
  obstacles: readonly Obstacle[];
}>;

export type Proposal = Readonly<{
  /** The cheapest team that covers what is still open; empty when there is none. */
  team: readonly Proposed[];
  /** Other teams, by their people; all of them are in `team` or `others`. */
  alternatives: readonly (readonly PersonId[])[];
  /** Who else fits, best first, also those with an obstacle. */
  others: readonly Proposed[];
  /** When no team is possible: what would be if one rule were let go, the cheapest first. */
  without: readonly Readonly<{ rule: Relaxation; team: readonly PersonId[] }>[];
  uncovered: readonly ConceptId[];
  /** Ids of partners without a person (CCE, K-EET …). */
  partners: readonly string[];
  unknown: readonly string[];
}>;

/** Without `out`: beside the team. */
export type Suggestion = Readonly<{ out?: PersonId; into: PersonId }>;

export const invitationStatuses = ['invited', 'accepted', 'declined', 'conflict', 'expired', 'withdrawn'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

export const declineReasons = ['no-time', 'not-my-field', 'not-now', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const verdicts = ['followed', 'partly', 'not-followed'] as const;
export type Verdict = (typeof verdicts)[number];

/** What came of advice, by who directs the case. */
export type Judgement = Readonly<{ verdict: Verdict; why: string; by: PersonId; at: string }>;

export type Advice = Readonly<{
  advice: string;
  basis: string;
  otherwise: string;
  at: string;
  judgement?: Judgement;
}>;

export type Invitation = Readonly<{
  person: PersonId;
  covers: readonly ConceptId[];
  status: InvitationStatus;
  invitedAt: string;
  /** When it goes by itself to the next expert (UTC instant). */
  answerBy: string;
  reminded: boolean;
  reason?: DeclineReason;
  note?: string;
  suggested?: PersonId;
  /** Why an accepted expert could not be brought into the case. */
  trouble?: JoinTrouble;
  joined: boolean;
  advice?: Advice;
}>;

export const joinTroubles = ['no-share-consent', 'not-running', 'other-tenant', 'unknown-person'] as const;
export type JoinTrouble = (typeof joinTroubles)[number];

export const effects = ['helped', 'partly', 'not', 'unknown'] as const;
export type Effect = (typeof effects)[number];
/** Months after the advice. */
export const effectMonths = [3, 6] as const;
export type EffectMonths = (typeof effectMonths)[number];
export type RecordedEffect = Readonly<{ months: EffectMonths; effect: Effect; note: string; at: string; by: PersonId }>;

export type ConsultationFile = Readonly<{
  id: ConsultationId;
  stage: ConsultationStage;
  about: AboutCase;
  askedBy: PersonId;
  /** Who decides on this request: the process director, or the chair who asked. */
  director: PersonId;
  request: Request;
  requestedAt: string;
  updatedAt: string;
  proposal?: Proposal;
  /** What the centre would do, as long as the proposal is the same. */
  suggestion?: Suggestion;
  /** Conflicts of interest that were set aside, with the reason. */
  unlocked: readonly Readonly<{ person: PersonId; reason: string; by: PersonId; at: string }>[];
  /** In the order of inviting; somebody may be in it once a round. */
  invitations: readonly Invitation[];
  advisedAt?: string;
  /** Which question about the effect is open now. */
  effectAsked?: EffectMonths;
  effects: readonly RecordedEffect[];
  withdrawnBecause?: string;
  round: number;
}>;

export type Consultation = Readonly<{ stage: 'none' }> | ConsultationFile;

export function isAsked(state: Consultation): state is ConsultationFile {
  return state.stage !== 'none';
}

/** The last invitation of this person: earlier rounds are history. */
export function invitationOf(file: ConsultationFile, person: PersonId): Invitation | undefined {
  return file.invitations.findLast((invitation) => invitation.person === person);
}

/** What nobody covers who accepted or has still to answer. */
export function openNeeds({ request, invitations }: ConsultationFile): readonly ConceptId[] {
  const covered = new Set(invitations.filter(counts).flatMap(({ covers }) => covers));
  return request.needs.filter((need) => !covered.has(need));
}

/** Takes a seat: accepted, or may still accept. */
export function counts({ status }: Invitation): boolean {
  return status === 'accepted' || status === 'invited';
}
