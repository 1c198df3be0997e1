import { type IntakeField, type Intake, lines, missingFields } from './intake.ts';
import {
  basisFor,
  type ConsentException,
  consentNeeded,
  type Given,
  type Measure,
  measureInForce,
  mayShareWith,
  type Recipient,
} from './legal-basis.ts';

/** domain.md C6: intake up to and including 21; involvement at most until 23. */
export const oldestAtIntake = 21;

/** domain.md 6.2. `priority` is admission by the lane for court measures (G1). There is no bare "no" (C4). */
export const triageOutcomes = ['admit', 'priority', 'ask-more', 'advice-only', 'return'] as const;
export type TriageOutcome = (typeof triageOutcomes)[number];

/**
 * Measures that must be carried out at once (domain.md G1). With guardianship and with an authorisation for closed care
 * somebody with authority already acts, so those cases take the ordinary lane unless the chair decides otherwise.
 */
export const priorityMeasures: readonly Measure[] = ['supervision-order', 'out-of-home', 'probation'];

export type Gates = Readonly<{
  /** Gate 0: acute danger goes to the crisis service first; the case stays open. */
  acuteDanger: boolean;
  /** Gate 1. */
  age: 'fits' | 'too-old' | 'unknown';
  /** Gate 2: consent or another legal basis for help. */
  basis: Readonly<{ complete: boolean; refused: boolean; missing: readonly string[] }>;
  /** Gate 3: the three tests of an expert team's scope (domain.md C8). */
  complexity: Readonly<{ lifeAreas: boolean; parties: boolean; family: boolean }>;
  /** Gate 4. */
  triedLocally: boolean;
  missing: readonly IntakeField[];
}>;

/** `exception`: what the chair decided about a guardian who refuses (see exceptionApplies). */
export function gatesFor(intake: Intake, exception?: ConsentException): Gates {
  return {
    acuteDanger: intake.acuteDanger === true,
    age: intake.age === undefined ? 'unknown' : intake.age <= oldestAtIntake ? 'fits' : 'too-old',
    basis: legalBasis(intake, exception),
    complexity: {
      lifeAreas: (intake.lifeAreas?.length ?? 0) >= 2,
      parties: lines(intake.parties).length >= 2,
      family: intake.familyImpact === true,
    },
    triedLocally: lines(intake.tried).length > 0,
    missing: missingFields(intake),
  };
}

function legalBasis(intake: Intake, exception: ConsentException | undefined): Gates['basis'] {
  const { age, incapable = false, measure = 'none' } = intake;
  if (age === undefined) return { complete: false, refused: false, missing: ['age'] };
  const given = consentGiven(intake);
  const { complete, missing } = basisFor({ age, incapable, measure, given, ...(exception ? { exception } : {}) });
  return { complete, refused: !complete && isRefused(given), missing };
}

/** Help that needs youth and guardian both (12 to 15), while a guardian refuses: Jeugdwet art. 7.3.4 lid 2, tweede zin. */
export function exceptionApplies({ age, incapable = false, measure = 'none', consentGuardians }: Intake): boolean {
  if (age === undefined || (consentGuardians !== 'some' && consentGuardians !== 'none')) return false;
  const { from, kind } = consentNeeded({ age, incapable, measure });
  return kind === 'consent' && from.includes('youth') && from.includes('guardian');
}

function consentGiven({ consentYouth, consentGuardians, consentRepresentative }: Intake): Given {
  return {
    youth: consentYouth ?? 'not-asked',
    guardians: consentGuardians ?? 'not-asked',
    representative: consentRepresentative ?? 'not-asked',
  };
}

function isRefused({ youth, guardians, representative }: Given): boolean {
  return youth === 'refused' || representative === 'refused' || guardians === 'some' || guardians === 'none';
}

/** The measure that holds at this age, whatever the form still says. */
export function measureOf({ age = 0, measure = 'none' }: Intake): Measure {
  return measureInForce({ age, measure });
}

export type Because =
  'too-old' | 'form-incomplete' | 'basis-refused' | 'basis-not-asked' | 'court-measure' | 'not-complex' | 'complex';

/** Whether somebody may see what is written about the case; who they are to it, when it was not said, counts as `other`. */
export function mayJoin(intake: Intake, recipient: Recipient = 'other'): boolean {
  const shareConsent = intake.consentShare ?? 'not-asked';
  return mayShareWith({ measure: measureOf(intake), recipient, shareConsent }).allowed;
}

/** What the bot proposes and why; the chair decides (domain.md 3, AVG 22). */
export function propose(intake: Intake): Readonly<{ outcome: TriageOutcome; because: Because }> {
  const gates = gatesFor(intake);
  if (gates.age === 'too-old') return { outcome: 'return', because: 'too-old' };
  if (gates.missing.length > 0) return { outcome: 'ask-more', because: 'form-incomplete' };
  if (gates.basis.refused) return { outcome: 'advice-only', because: 'basis-refused' };
  if (!gates.basis.complete) return { outcome: 'ask-more', because: 'basis-not-asked' };
  if (priorityMeasures.includes(measureOf(intake))) return { outcome: 'priority', because: 'court-measure' };
  // The third test, the family, is shown but does not decide: at 18 and over cases without family are as stuck.
  const { lifeAreas, parties } = gates.complexity;
  return lifeAreas && parties
    ? { outcome: 'admit', because: 'complex' }
    : { outcome: 'advice-only', because: 'not-complex' };
}
