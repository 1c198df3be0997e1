import {
  applicantRoles,
  authorities,
  domains,
  type Intake,
  lifeAreas,
  requestedFunctions,
  stallKinds,
} from './intake.ts';
import { measures } from './legal-basis.ts';
import { longestText } from './text-limit.ts';

/** How a field of the form is filled in: what its input may hold and how that is read. */
export type FieldKind =
  | Readonly<{ kind: 'text'; longest: number }>
  | Readonly<{ kind: 'date' | 'toggle' | 'yes-no' }>
  | Readonly<{ kind: 'whole'; min: number; max: number }>
  | Readonly<{ kind: 'one' | 'many'; of: readonly string[] }>;

export type Step = 'who' | 'question';
type Field = FieldKind & Readonly<{ step: Step }>;

const who = { step: 'who' } as const;
const question = { step: 'question' } as const;
const text = { kind: 'text', longest: longestText } as const;
const line = { kind: 'text', longest: 400 } as const;

const given = ['given', 'refused', 'not-asked'] as const;

/** The two steps of the form, in its order (domain.md 6.1). */
export const intakeFields = {
  pseudonym: { ...who, ...text },
  age: { ...who, kind: 'whole', min: 0, max: 30 },
  municipality: { ...who, ...text },
  applicantRole: { ...who, kind: 'one', of: applicantRoles },
  familyInformed: { ...who, kind: 'one', of: ['yes', 'no', 'not-possible'] },
  familyNotInformedBecause: { ...who, ...line },
  measure: { ...who, kind: 'one', of: measures },
  measureDate: { ...who, kind: 'date' },
  authority: { ...who, kind: 'one', of: authorities },
  incapable: { ...who, kind: 'toggle' },
  consentYouth: { ...who, kind: 'one', of: given },
  consentGuardians: { ...who, kind: 'one', of: ['all', 'some', 'none', 'not-asked'] },
  consentRepresentative: { ...who, kind: 'one', of: given },
  consentShare: { ...who, kind: 'one', of: given },
  consentNote: { ...who, ...line },
  shareScope: { ...who, ...line },
  careQuestion: { ...question, ...text },
  acuteDanger: { ...question, kind: 'yes-no' },
  lifeAreas: { ...question, kind: 'many', of: lifeAreas },
  domains: { ...question, kind: 'many', of: domains },
  parties: { ...question, ...text },
  familyImpact: { ...question, kind: 'toggle' },
  stallKinds: { ...question, kind: 'many', of: stallKinds },
  stalled: { ...question, kind: 'one', of: ['threatening', 'stalled'] },
  stalledSince: { ...question, kind: 'date' },
  tried: { ...question, ...text },
  youthVoice: { ...question, ...text },
  wantsInvolved: { ...question, ...line },
  parentsVoice: { ...question, ...text },
  requested: { ...question, kind: 'many', of: requestedFunctions },
  moves: { ...question, kind: 'whole', min: 0, max: 99 },
  earlierTracks: { ...question, kind: 'whole', min: 0, max: 99 },
  waitingWeeks: { ...question, kind: 'whole', min: 0, max: 520 },
  currentStay: { ...question, ...line },
  tenableUntil: { ...question, kind: 'date' },
  siblingCase: { ...question, ...text },
} as const satisfies Record<keyof Intake, Field>;

export type FieldName = keyof typeof intakeFields;

export const fieldNames: readonly FieldName[] = Object.keys(intakeFields) as FieldName[];

export function fieldsOf(step: Step): readonly FieldName[] {
  return fieldNames.filter((name) => intakeFields[name].step === step);
}
