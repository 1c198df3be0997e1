import type { PersonId } from '../../core/ids.ts';
import type { Measure } from './legal-basis.ts';

/** domain.md 6.1. Codes are stored; texts.nl.ts and texts.en.ts give their names. */
export const applicantRoles = [
  'care-provider',
  'certified-institution',
  'local-access',
  'foster-care',
  'education',
  'doctor',
  'parent',
  'youth',
  'national-desk',
] as const;
export const lifeAreas = [
  'housing',
  'family',
  'school-work',
  'mental',
  'physical',
  'safety',
  'addiction',
  'justice',
  'money',
  'leisure',
] as const;
/** Domains and the laws and funders behind them (domain.md L1, L3). */
export const domains = [
  'jeugd-ggz',
  'youth-care',
  'lvb',
  'jeugdzorg-plus',
  'youth-protection',
  'youth-probation',
  'wlz',
  'zvw',
  'wmo',
  'education',
  'somatic',
  'addiction',
  'debt',
] as const;
export const stallKinds = ['content', 'cooperation', 'capacity', 'funding'] as const;
export const requestedFunctions = [
  'consultation',
  'process-direction',
  'place',
  'fly-in',
  'funding',
  'moral-deliberation',
] as const;

export const authorities = ['both-parents', 'one-parent', 'guardian', 'of-age', 'unclear'] as const;

export type ApplicantRole = (typeof applicantRoles)[number];
export type LifeArea = (typeof lifeAreas)[number];
export type Domain = (typeof domains)[number];
export type StallKind = (typeof stallKinds)[number];
export type RequestedFunction = (typeof requestedFunctions)[number];

/**
 * The applicant's form. Every field may still be open: a case may be submitted incomplete and is then shown as "aanvullen".
 * Never a name, a BSN or a date of birth: `pseudonym` is a made-up name, age is in whole years.
 */
export type Intake = Readonly<{
  pseudonym?: string;
  age?: number;
  municipality?: string;
  applicantRole?: ApplicantRole;
  familyInformed?: 'yes' | 'no' | 'not-possible';
  familyNotInformedBecause?: string;
  measure?: Measure;
  /** Date of the court order, YYYY-MM-DD. */
  measureDate?: string;
  /** Who has parental authority (gezag); it says whose consent is needed. */
  authority?: (typeof authorities)[number];
  incapable?: boolean;
  consentYouth?: 'given' | 'refused' | 'not-asked';
  consentGuardians?: 'all' | 'some' | 'none' | 'not-asked';
  consentRepresentative?: 'given' | 'refused' | 'not-asked';
  consentShare?: 'given' | 'refused' | 'not-asked';
  /** How, when and by whom consent was given: one line, no names. */
  consentNote?: string;
  /** With whom, for what: free text. */
  shareScope?: string;
  lifeAreas?: readonly LifeArea[];
  domains?: readonly Domain[];
  /** One party a line. */
  parties?: string;
  /** The problems touch the whole family, or the family touches the problems (domain.md C8). */
  familyImpact?: boolean;
  careQuestion?: string;
  stallKinds?: readonly StallKind[];
  stalled?: 'threatening' | 'stalled';
  /** YYYY-MM-DD. */
  stalledSince?: string;
  /** What was tried locally and regionally, one a line. */
  tried?: string;
  moves?: number;
  earlierTracks?: number;
  /** Where the youth stays now: a kind of place, no address. */
  currentStay?: string;
  /** YYYY-MM-DD. */
  tenableUntil?: string;
  acuteDanger?: boolean;
  youthVoice?: string;
  /** Whom the youth wants to have in it: a role, no name. */
  wantsInvolved?: string;
  parentsVoice?: string;
  waitingWeeks?: number;
  requested?: readonly RequestedFunction[];
  /** Case number of a brother or sister. */
  siblingCase?: string;
}>;

/** What the expert team needs before it can decide; `youth-voice` because the youth is heard first (domain.md I2). */
const required = [
  'pseudonym',
  'age',
  'municipality',
  'applicantRole',
  'familyInformed',
  'measure',
  'consentShare',
  'lifeAreas',
  'domains',
  'parties',
  'careQuestion',
  'stallKinds',
  'tried',
  'acuteDanger',
  'youthVoice',
  'requested',
] as const satisfies readonly (keyof Intake)[];

export type IntakeField = (typeof required)[number];

/** Fields still to be filled in, in the order of the form. "Not asked" is not an answer. */
export function missingFields(intake: Intake): readonly IntakeField[] {
  return required.filter((field) => isOpen(intake[field]));
}

function isOpen(value: Intake[IntakeField]): boolean {
  if (value === undefined || value === 'not-asked') return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** The lines of a one-a-line field. */
export function lines(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Who joins later; applicant, chair and process director are there from the start. */
export type Joining = Participant & Readonly<{ part: 'helper' | 'centre' | 'family-contact' | 'expert' }>;

export type Participant = Readonly<{
  person: PersonId;
  part: 'applicant' | 'chair' | 'process-director' | 'helper' | 'centre' | 'family-contact' | 'expert';
  /** Only when they belong to another Microsoft tenant. */
  tenantId?: string;
}>;
