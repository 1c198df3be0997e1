import type { PersonId } from '../../core/ids.ts';

/**
 * Who must consent to help, and with whom the case may be shared: domain.md 3, from the Jeugdwet as consolidated on
 * 2021-11-06 (art. 7.3.4(2) still reads the same on 2026-01-01). It supports a professional; it is no legal advice. Medical
 * treatment falls under other rules (art. 7.3.1(3)), and so does help outside the measure that was ordered.
 */
export const measures = [
  'none',
  'supervision-order',
  'out-of-home',
  'guardianship',
  'probation',
  'closed-care',
] as const;
/**
 * A court measure: OTS, OTS with machtiging uithuisplaatsing, voogdij by a certified institution (GI), jeugdreclassering,
 * machtiging gesloten jeugdhulp.
 */
export type Measure = (typeof measures)[number];

/** Whose consent it is; with guardianship the guardian is the certified institution. */
export type Consenter = 'youth' | 'guardian' | 'representative';
/** `age` in whole years. `incapable`: not able to weigh their own interests in this matter (wilsonbekwaam). */
export type Situation = Readonly<{ age: number; incapable: boolean; measure: Measure }>;
/** `informed`: the measure itself is the basis; these people are told, not asked. */
export type ConsentNeeded = Readonly<{ from: readonly Consenter[]; kind: 'consent' | 'informed'; source: string }>;

type Reply = 'given' | 'refused' | 'not-asked';
export type Given = Readonly<{
  youth: Reply;
  /** `some`: one of the parents with authority gave it and another did not. */
  guardians: 'all' | 'some' | 'none' | 'not-asked';
  representative: Reply;
}>;

export const exceptionGrounds = ['serious-harm', 'persistent-wish'] as const;
/**
 * Help to somebody of 12 to 15 without the parents or guardian: to prevent serious harm, or because the youth goes on wanting
 * it after they refused (art. 7.3.4(2)). With the reason, and somebody who weighed it too.
 */
export type ConsentException = Readonly<{
  ground: (typeof exceptionGrounds)[number];
  reason?: string;
  secondPerson?: PersonId;
}>;

export type MissingConsent =
  | 'youth-not-asked'
  | 'youth-refused'
  | 'guardians-not-asked'
  | 'guardians-refused'
  | 'guardians-incomplete'
  | 'representative-not-asked'
  | 'representative-refused'
  | 'exception-reason'
  | 'exception-second-person';

export type Basis = Readonly<{ complete: boolean; missing: readonly MissingConsent[]; source: string }>;

const adult = 18;
/** Over when the youth comes of age, whatever the form still says. */
const endsAtAdulthood: readonly Measure[] = ['supervision-order', 'out-of-home', 'guardianship'];
const withSupervisionOrder: readonly Measure[] = ['supervision-order', 'out-of-home'];

export function consentNeeded(situation: Situation): ConsentNeeded {
  const measure = measureInForce(situation);
  const own = consentByAge(situation);
  if (measure === 'none') return { ...own, kind: 'consent' };
  if (measure === 'guardianship') {
    return { from: ['guardian'], kind: 'consent', source: 'Jeugdwet art. 7.3.4 lid 1 en 2, art. 7.3.15 lid 1' };
  }
  return { from: own.from, kind: 'informed', source: 'Jeugdwet art. 7.3.4 lid 1, art. 7.3.2 lid 1' };
}

export function measureInForce({ age, measure }: Pick<Situation, 'age' | 'measure'>): Measure {
  return age >= adult && endsAtAdulthood.includes(measure) ? 'none' : measure;
}

function consentByAge({ age, incapable }: Situation): Pick<ConsentNeeded, 'from' | 'source'> {
  if (age < 12) return { from: ['guardian'], source: 'Jeugdwet art. 7.3.15 lid 1' };
  if (incapable && age < adult) return { from: ['guardian'], source: 'Jeugdwet art. 7.3.15 lid 2' };
  if (incapable) return { from: ['representative'], source: 'Jeugdwet art. 7.3.15 lid 2 en 3' };
  if (age < 16) return { from: ['youth', 'guardian'], source: 'Jeugdwet art. 7.3.4 lid 1 en 2' };
  return { from: ['youth'], source: `Jeugdwet art. 7.3.4 lid 1${age < adult ? ', art. 7.3.5 lid 1' : ''}` };
}

export type BasisQuestion = Situation & Readonly<{ given: Given; exception?: ConsentException }>;

/** Whether help rests on consent or on a measure, and what is still to be asked. An exception that does not apply is left out. */
export function basisFor(question: BasisQuestion): Basis {
  const { given, exception } = question;
  const { from, kind, source } = consentNeeded(question);
  if (kind === 'informed') return { complete: true, missing: [], source };
  if (exception && from.includes('youth') && from.includes('guardian') && isExcused(exception, given)) {
    const missing = [...missingFrom('youth', given), ...missingInException(exception)];
    return { complete: missing.length === 0, missing, source: 'Jeugdwet art. 7.3.4 lid 2, tweede zin' };
  }
  const missing = from.flatMap((consenter) => missingFrom(consenter, given));
  return { complete: missing.length === 0, missing, source };
}

function isExcused({ ground }: ConsentException, { youth, guardians }: Given): boolean {
  if (guardians === 'all') return false;
  return ground === 'serious-harm' || (youth === 'given' && guardians !== 'not-asked');
}

function missingInException({ reason = '', secondPerson }: ConsentException): readonly MissingConsent[] {
  return [
    ...(reason.trim() === '' ? (['exception-reason'] as const) : []),
    ...(secondPerson === undefined ? (['exception-second-person'] as const) : []),
  ];
}

const missingGuardians = {
  all: [],
  some: ['guardians-incomplete'],
  none: ['guardians-refused'],
  'not-asked': ['guardians-not-asked'],
} as const satisfies Record<Given['guardians'], readonly MissingConsent[]>;

function missingFrom(consenter: Consenter, given: Given): readonly MissingConsent[] {
  if (consenter === 'guardian') return missingGuardians[given.guardians];
  const reply = given[consenter];
  return reply === 'given' ? [] : [`${consenter}-${reply}`];
}

export const recipients = ['directly-involved', 'gi', 'other'] as const;
/** `gi`: the certified institution that carries out the measure. `directly-involved`: who gives this very help. */
export type Recipient = (typeof recipients)[number];
export type ShareConsent = 'given' | 'refused' | 'not-asked' | 'withdrawn';
export type SharingQuestion = Readonly<{ measure: Measure; recipient: Recipient; shareConsent: ShareConsent }>;

/** Whether information may go there at all; never more than the recipient needs for that work (art. 7.3.11(2)(a) and (4)). */
export function mayShareWith(question: SharingQuestion): Readonly<{ allowed: boolean; source: string }> {
  const { measure, recipient, shareConsent } = question;
  if (recipient === 'gi' && withSupervisionOrder.includes(measure)) {
    return { allowed: true, source: 'Jeugdwet art. 7.3.11 lid 4' };
  }
  if (recipient === 'directly-involved') return { allowed: true, source: 'Jeugdwet art. 7.3.11 lid 2' };
  return { allowed: shareConsent === 'given', source: 'Jeugdwet art. 7.3.11 lid 1' };
}
