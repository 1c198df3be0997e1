import type { AccessLine } from '../../store/access-log.ts';
import { type Action, type CaseRelations, roleNames } from '../directory/index.ts';
import type { ErasureGround, StopReason } from './erasure.ts';
import type { LogFilter } from './access-log-desk.ts';

/** What can be in the access log of a case: the actions that are about one, and what the bot and its operators do with it. */
type Logged =
  | Exclude<Extract<Action, `case.${string}`>, 'case.list-own' | 'case.list-team' | 'case.submit'>
  | Extract<
      Action,
      `privacy.${string}` | 'consultation.ask' | 'consultation.manage' | 'money.request' | 'place.request'
    >
  | 'privacy.file'
  | 'privacy.stop-erasure'
  | 'case.inspect'
  | 'case.purge';

/** Codes in the access log, in words. */
export const names = {
  event: {
    'case.edit-intake': 'Aanmelding',
    'case.status': 'Stand van zaken',
    'case.details': 'Gegevens van de casus',
    'case.triage': 'Beoordeling van de aanmelding',
    'case.people': 'Mensen in de casus',
    'case.replace-director': 'Procesregisseur vervangen',
    'case.involve-centre': 'Expertisecentrum erbij halen',
    'case.progress': 'Voortgang',
    'case.start-closing': 'Afronding',
    'case.sign-off': 'Akkoord op de afronding',
    'case.reopen': 'Casus heropenen',
    'privacy.access-log': 'Toegangslog',
    'privacy.file': 'Hoe het bewaard wordt',
    'privacy.hold': 'Langer bewaren',
    'privacy.erase': 'Vragen om verwijderen',
    'privacy.agree-to-erase': 'Akkoord op verwijderen',
    'privacy.stop-erasure': 'Verzoek om te verwijderen stoppen',
    'privacy.inspect': 'Inzage: alles wat bewaard wordt',
    'case.inspect': 'Inzage met een opdracht op de server',
    'case.purge': 'Verwijderen van de casus',
    'consultation.ask': 'Consultatie aanvragen',
    'consultation.manage': 'Consultatie en adviezen',
    'money.request': 'Geldaanvraag',
    'place.request': 'Plekaanvraag',
  } satisfies Record<Logged, string>,
  action: {
    read: 'bekijken',
    update: 'wijzigen',
    create: 'maken',
    delete: 'verwijderen',
    export: 'exporteren',
    print: 'afdrukken',
    search: 'zoeken',
  } satisfies Record<AccessLine['action'], string>,
  outcome: { allowed: 'Toegestaan', refused: 'Geweigerd' } satisfies Record<AccessLine['outcome'], string>,
  data: { case: 'casus', 'access-log': 'toegangslog' },
  order: { newest: 'Nieuwste eerst', oldest: 'Oudste eerst' } satisfies Record<LogFilter['order'], string>,
  role: {
    ...roleNames.nl,
    system: 'de bot zelf',
    unknown: 'rol onbekend',
  },
  relation: {
    applicant: 'aanmelder van deze casus',
    processDirector: 'procesregisseur van deze casus',
    participants: 'doet mee in deze casus',
    chair: 'voorzitter van het expertteam van deze casus',
    teamMembers: 'lid van het expertteam van deze casus',
    centreStaff: 'medewerker van het betrokken expertisecentrum',
  } satisfies Record<keyof CaseRelations, string>,
  rule: {
    'known-person': 'staat in de adreslijst',
    'no rule': 'geen regel staat dit toe',
    term: 'de bewaartermijn was voorbij',
    'on-request': 'op verzoek, met akkoord van twee mensen',
    'command line': 'opdracht op de server',
  },
  ground: {
    'youth-act': 'Verzoek om het dossier te vernietigen (Jeugdwet art. 7.3.9)',
    'consent-withdrawn': 'Toestemming is ingetrokken (AVG art. 17 lid 1 b)',
    'not-needed': 'Niet meer nodig (AVG art. 17 lid 1 a)',
    objection: 'Bezwaar tegen de verwerking (AVG art. 17 lid 1 c)',
    unlawful: 'Onrechtmatig verwerkt (AVG art. 17 lid 1 d)',
    'legal-duty': 'Een wet verplicht ertoe (AVG art. 17 lid 1 e)',
  } satisfies Record<ErasureGround, string>,
  stopped: {
    refused: 'Niet akkoord. Er is niets verwijderd.',
    withdrawn: 'Het verzoek is ingetrokken. Er is niets verwijderd.',
    held: 'De casus wordt nu langer bewaard. Er is niets verwijderd. Vraag het opnieuw als dat voorbij is.',
    'not-closed': 'De casus is heropend. Er is niets verwijderd. Vraag het opnieuw als hij is afgerond.',
  } satisfies Record<StopReason, string>,
  organisation: { doorbraak: 'Doorbraak', unknown: 'organisatie onbekend' },
  actor: { system: 'Doorbraak', command: 'Iemand op de server' },
} as const;
