import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Action,
  type CaseRelations,
  mayDo,
  type Person,
  policy,
  type Role,
  roles,
} from '../../../src/features/directory/index.ts';
import { eva, someone } from './samples.ts';

const nobody = someone(99);
const strangers: CaseRelations = {
  applicant: nobody,
  processDirector: undefined,
  participants: [nobody],
  chair: nobody,
  teamMembers: [nobody],
  centreStaff: [nobody],
};
const relations: Readonly<Record<string, CaseRelations>> = {
  'case:applicant': { ...strangers, applicant: eva.id },
  'case:processDirector': { ...strangers, processDirector: eva.id },
  'case:participants': { ...strangers, participants: [nobody, eva.id] },
  'case:chair': { ...strangers, chair: eva.id },
  'case:teamMembers': { ...strangers, teamMembers: [eva.id, nobody] },
  'case:centreStaff': { ...strangers, centreStaff: [eva.id] },
};
const withRoles = (...held: readonly Role[]): Person => ({ ...eva, roles: held });

/** Everybody who is allowed: with one role and no relation, or with one relation and no role. */
function allowedTo(action: Action): readonly string[] {
  const byRole = roles.filter((role) => mayDo(action, withRoles(role), strangers).allowed);
  const byRelation = Object.entries(relations).filter(([, relation]) => mayDo(action, withRoles(), relation).allowed);
  return [...byRole, ...byRelation.map(([name]) => name)];
}

const everyRelation = Object.keys(relations);
const seesExperts: readonly Role[] = [
  'chair',
  'expert-team-member',
  'process-director',
  'centre-staff',
  'project-leader',
];
const servesCentre: readonly Role[] = ['centre-staff', 'project-leader', 'official', 'alderman'];
const inOrder = (some: readonly Role[]): readonly Role[] => roles.filter((role) => some.includes(role));
const leadsCentre: readonly Role[] = ['centre-staff', 'project-leader'];
const actions = Object.keys(policy) as Action[];
const anyAction = fc.constantFrom(...actions);
const anyRoles = fc.subarray([...roles]);

describe('directory: who may do what', () => {
  it('is exactly this table', () => {
    deepEqual(Object.fromEntries(actions.map((action) => [action, allowedTo(action)])), {
      'case.submit': [...roles, ...everyRelation],
      'case.edit-intake': ['case:applicant'],
      'case.status': everyRelation,
      'case.details': everyRelation.filter((name) => name !== 'case:teamMembers'),
      'case.triage': ['case:chair'],
      'case.people': ['case:processDirector', 'case:chair'],
      'case.replace-director': ['case:chair'],
      'case.involve-centre': ['case:processDirector', 'case:chair'],
      'case.progress': ['case:processDirector', 'case:chair'],
      'case.start-closing': ['case:processDirector', 'case:chair'],
      'case.sign-off': ['case:processDirector'],
      'case.reopen': ['case:processDirector', 'case:chair'],
      'case.list-own': [...roles, ...everyRelation],
      'case.list-team': ['chair', 'expert-team-member', 'process-director'],
      'consultation.ask': ['case:processDirector', 'case:chair'],
      'consultation.manage': ['case:processDirector', 'case:chair'],
      'consultation.oversee': ['centre-staff', 'project-leader'],
      'proposal.write': ['centre-staff', 'project-leader', 'official'],
      'decision.list': servesCentre,
      'budget.see': servesCentre,
      'budget.manage': ['project-leader'],
      'money.request': ['case:processDirector', 'case:chair'],
      'money.request-general': leadsCentre,
      'money.assess': leadsCentre,
      'plan.see': inOrder([...servesCentre, 'chair', 'expert-team-member', 'lived-experience']),
      'plan.manage': ['project-leader', 'official'],
      'place.request': ['case:processDirector', 'case:chair'],
      'place.see': seesExperts,
      'place.manage': leadsCentre,
      'expert.register': [...roles, ...everyRelation],
      'expert.list': seesExperts,
      'expert.profile': seesExperts,
      'deadline.own': [...roles, ...everyRelation],
      'privacy.access-log': ['privacy-officer'],
      'privacy.hold': ['privacy-officer'],
      'privacy.inspect': ['privacy-officer'],
      'privacy.erase': ['privacy-officer'],
      'privacy.agree-to-erase': ['privacy-officer', 'operator'],
      'operations.retry': ['operator'],
      'expert.keep-words': ['centre-staff', 'operator'],
    });
  });

  it('tells which rule allowed it, and all roles of who asked', () => {
    const chair = withRoles('chair', 'helper');
    deepEqual(mayDo('case.triage', chair, relations['case:chair']), {
      allowed: true,
      rule: 'case:chair',
      role: 'chair,helper',
    });
    deepEqual(mayDo('case.triage', chair, strangers), { allowed: false, rule: 'no rule', role: 'chair,helper' });
  });

  it('allows an unknown person nothing', () => {
    const anyRelation = fc.constantFrom(undefined, strangers, ...Object.values(relations));
    fc.assert(
      fc.property(anyAction, anyRelation, (action, relation) => {
        deepEqual(mayDo(action, undefined, relation), { allowed: false, rule: 'no rule', role: 'unknown' });
      }),
    );
  });

  it('shows the details of a case to nobody without a relation to it, whatever their roles', () => {
    fc.assert(
      fc.property(anyRoles, (held) => {
        equal(mayDo('case.details', withRoles(...held), strangers).allowed, false);
      }),
    );
  });

  it('takes a role for no relation: without a case at hand, only roles and being known count', () => {
    const about = actions.filter((action) => action.startsWith('case.') && mayDo(action, withRoles(...roles)).allowed);
    deepEqual(about, ['case.submit', 'case.list-own', 'case.list-team']);
  });
});
