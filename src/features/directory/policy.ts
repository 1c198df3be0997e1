import type { PersonId } from '../../core/ids.ts';
import type { Person, Role } from './directory.ts';

/** Who somebody is to one case; every set may be empty. */
export type CaseRelations = Readonly<{
  applicant: PersonId;
  processDirector: PersonId | undefined;
  participants: readonly PersonId[];
  chair: PersonId;
  teamMembers: readonly PersonId[];
  /** Staff of the centre, once it is involved. */
  centreStaff: readonly PersonId[];
}>;

/** A role held anywhere, or a relation to the case at hand. */
export type Rule = `role:${Role}` | `case:${keyof CaseRelations}` | 'known-person';

/** Those who look for somebody to think along (domain.md A16, A17). */
const seesExperts = [
  'role:chair',
  'role:expert-team-member',
  'role:process-director',
  'role:centre-staff',
  'role:project-leader',
] as const satisfies readonly Rule[];

/** Those who work for a centre, or govern it. Which centre is theirs is asked of the directory (workplaces). */
const servesCentre = [
  'role:project-leader',
  'role:centre-staff',
  'role:official',
  'role:alderman',
] as const satisfies readonly Rule[];
const leadsCentre = ['role:project-leader', 'role:centre-staff'] as const satisfies readonly Rule[];

/**
 * Who may do what. One table for every route; an action not named for somebody is refused.
 * domain.md A6, A15 (the process director signs off), D17, 3.1.
 */
export const policy = {
  'case.submit': ['known-person'],
  'case.edit-intake': ['case:applicant'],
  'case.status': [
    'case:applicant',
    'case:participants',
    'case:processDirector',
    'case:chair',
    'case:teamMembers',
    'case:centreStaff',
  ],
  'case.details': ['case:applicant', 'case:participants', 'case:processDirector', 'case:chair', 'case:centreStaff'],
  'case.triage': ['case:chair'],
  'case.people': ['case:chair', 'case:processDirector'],
  'case.replace-director': ['case:chair'],
  'case.involve-centre': ['case:chair', 'case:processDirector'],
  'case.progress': ['case:processDirector', 'case:chair'],
  'case.start-closing': ['case:chair', 'case:processDirector'],
  'case.sign-off': ['case:processDirector'],
  'case.reopen': ['case:chair', 'case:processDirector'],
  'case.list-own': ['known-person'],
  'case.list-team': ['role:chair', 'role:expert-team-member', 'role:process-director'],
  'consultation.ask': ['case:processDirector', 'case:chair'],
  'consultation.manage': ['case:processDirector', 'case:chair'],
  'consultation.oversee': ['role:centre-staff', 'role:project-leader'],
  'proposal.write': ['role:project-leader', 'role:centre-staff', 'role:official'],
  'decision.list': servesCentre,
  'budget.see': servesCentre,
  'budget.manage': ['role:project-leader'],
  'money.request': ['case:processDirector', 'case:chair'],
  'money.request-general': leadsCentre,
  'money.assess': leadsCentre,
  'plan.see': [...servesCentre, 'role:chair', 'role:expert-team-member', 'role:lived-experience'],
  'plan.manage': ['role:project-leader', 'role:official'],
  'place.request': ['case:processDirector', 'case:chair'],
  'place.see': seesExperts,
  'place.manage': leadsCentre,
  'expert.register': ['known-person'],
  'expert.list': seesExperts,
  'expert.profile': seesExperts,
  'deadline.own': ['known-person'],
  'privacy.access-log': ['role:privacy-officer'],
  'privacy.hold': ['role:privacy-officer'],
  'privacy.inspect': ['role:privacy-officer'],
  'privacy.erase': ['role:privacy-officer'],
  'privacy.agree-to-erase': ['role:privacy-officer', 'role:operator'],
  'operations.retry': ['role:operator'],
  'expert.keep-words': ['role:centre-staff', 'role:operator'],
} as const satisfies Record<string, readonly Rule[]>;

export type Action = keyof typeof policy;

export type Verdict = Readonly<{ allowed: boolean; rule: Rule | 'no rule'; role: string }>;

/** Applies the table. `relations` is undefined for actions that are not about one case. */
export function mayDo(action: Action, who: Person | undefined, relations?: CaseRelations): Verdict {
  const rules: readonly Rule[] = policy[action];
  const rule = who && rules.find((candidate) => holds(candidate, who, relations));
  return { allowed: rule !== undefined, rule: rule ?? 'no rule', role: who?.roles.join(',') ?? 'unknown' };
}

function holds(rule: Rule, who: Person, relations: CaseRelations | undefined): boolean {
  if (rule === 'known-person') return true;
  const [kind, name] = rule.split(':') as ['role' | 'case', string];
  if (kind === 'role') return who.roles.some((role) => role === name);
  const people = relations?.[name as keyof CaseRelations];
  return typeof people === 'string' ? people === who.id : (people?.includes(who.id) ?? false);
}
