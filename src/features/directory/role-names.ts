import type { Locale } from '../../core/locale.ts';
import type { Role } from './directory.ts';

/** What somebody is, in words that stand in a sentence. */
export const roleNames: Readonly<Record<Locale, Readonly<Record<Role, string>>>> = {
  nl: {
    applicant: 'aanmelder',
    helper: 'hulpverlener',
    chair: 'voorzitter van een expertteam',
    'expert-team-member': 'lid van een expertteam',
    'process-director': 'procesregisseur',
    'centre-staff': 'medewerker van een expertisecentrum',
    'project-leader': 'projectleider',
    official: 'ambtenaar',
    alderman: 'wethouder',
    'lived-experience': 'ervaringsdeskundige',
    'consulting-expert': 'expert die meedenkt',
    'privacy-officer': 'privacyfunctionaris',
    operator: 'beheerder',
  },
  en: {
    applicant: 'applicant',
    helper: 'care worker',
    chair: 'chair of an expert team',
    'expert-team-member': 'member of an expert team',
    'process-director': 'process director',
    'centre-staff': 'staff of an expertise centre',
    'project-leader': 'project leader',
    official: 'official',
    alderman: 'alderman',
    'lived-experience': 'lived-experience expert',
    'consulting-expert': 'consulting expert',
    'privacy-officer': 'privacy officer',
    operator: 'operator',
  },
};
