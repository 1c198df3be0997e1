import type { DeskRefusal } from './case-desk.ts';

/** The same for what is not there as for what is not yours: a guess must not tell which cases exist. */
const notFound =
  'Dit vind ik niet, of je mag het niet zien of doen. Kijk het nummer na, of vraag de voorzitter van het expertteam om je toe te voegen aan de casus.';

/** Why it did not happen, and what to do next. */
export const refusals = {
  'not-allowed': notFound,
  'unknown-person':
    'Deze persoon staat niet in de lijst. Kies iemand uit de lijst, of vraag de beheerder om die persoon toe te voegen.',
  'unknown-case': notFound,
  'unknown-municipality': 'Deze gemeente ken ik niet. Ga terug naar stap 1 en kies een gemeente uit de lijst.',
  'unknown-sibling': 'Het casusnummer van de broer of zus ken ik niet. Kijk het na of laat het leeg.',
  'no-team':
    'In deze regio werkt geen expertteam. Je concept blijft bewaard. Neem contact op met het expertisecentrum; stuur “waar kan ik terecht in” met de naam van de gemeente voor de gegevens.',
  'already-started': 'Deze aanmelding is al begonnen. Stuur “help” en kies “Ga verder”.',
  'not-started': 'Deze aanmelding bestaat nog niet. Stuur “aanmelden” om te beginnen.',
  'already-submitted': 'Deze casus is al aangemeld. Stuur “mijn casussen” om te zien hoe het ermee staat.',
  'not-editable':
    'De aanmelding ligt bij het team en is nu niet te wijzigen. Vraag de voorzitter om die terug te sturen voor aanvulling.',
  'municipality-fixed':
    'De verantwoordelijke gemeente ligt vast na het aanmelden. Klopt die niet? Vraag de voorzitter om de casus terug te geven en meld daarna opnieuw aan.',
  'nothing-to-resubmit': 'Er wacht niemand op een aanvulling. Stuur “mijn casussen” om te zien hoe het ermee staat.',
  'nothing-filled-in':
    'Ga terug naar stap 1 en vul de schuilnaam, de leeftijd en de gemeente in. Daarna kun je aanmelden.',
  'not-in-triage': 'Deze casus is al beoordeeld. De kaart laat zien wat er is besloten.',
  'reason-missing': 'Schrijf op waarom. Zonder reden kan dit niet worden vastgelegd.',
  'too-old': 'De jongere is ouder dan 21 jaar; opnemen kan dan niet. Kies “Terug naar lokaal team, met advies”.',
  'basis-incomplete':
    'Er is nog geen toestemming of andere grondslag voor hulp. Kies “Laten aanvullen” of “Alleen advies”.',
  'exception-incomplete':
    'Opnemen zonder toestemming van een ouder kan alleen met een reden en een tweede persoon die het mee heeft afgewogen. Vul de reden in en kies iemand anders dan jezelf.',
  'intake-incomplete': 'De leeftijd ontbreekt. Kies “Laten aanvullen”.',
  'alternative-missing': 'Schrijf op wat er in plaats daarvan gebeurt. Een kale afwijzing bestaat niet.',
  'owner-missing': 'Schrijf op wie het oppakt.',
  'owner-date-missing': 'Vul in wanneer het is opgepakt.',
  'owner-date-past': 'De datum ligt in het verleden. Kies vandaag of een dag daarna.',
  'process-director-missing': 'Kies een procesregisseur. Zonder procesregisseur begint een casus niet.',
  'no-court-measure': 'Er is geen maatregel ingevuld, dus voorrang kan niet. Kies “Opnemen”.',
  'not-running': 'Deze casus loopt niet (meer). Stuur “casus” met het nummer om te zien hoe het ermee staat.',
  'already-in-case': 'Deze persoon doet al mee. Je hoeft niets te doen.',
  'no-share-consent':
    'Er is geen toestemming om te delen met wie niet zelf aan deze hulp meewerkt. Vraag die eerst. Bij de beoordeling kies je “Laten aanvullen”, of je voegt deze persoon later toe; loopt de casus al, kies dan iemand die zelf meewerkt.',
  'not-in-case': 'Deze persoon doet niet (meer) mee. Je hoeft niets te doen.',
  'needed-in-case': 'De voorzitter en de procesregisseur kunnen niet weg uit de casus. Kies iemand anders.',
  'already-process-director': 'Deze persoon is al procesregisseur. Kies iemand anders.',
  'other-tenant':
    'Deze persoon werkt in een andere Teams-omgeving. Dat kan alleen als het kanaal zo is begonnen. Vraag de beheerder om een gastaccount.',
  'centre-already-involved': 'Het expertisecentrum is al betrokken. Bekijk bij Mensen wie er meedoen.',
  'tried-missing': 'Schrijf op wat lokaal en regionaal al is geprobeerd. Daarna kan het centrum erbij.',
  'no-channel-in-making': 'Er wordt nu geen kanaal gemaakt. Je hoeft niets te doen.',
  'not-in-conference': 'Afsluiten kan als het casusoverleg loopt. Wacht tot het kanaal er is.',
  'nothing-to-record': 'Hier valt nu niets vast te leggen. De kaart laat zien wat de volgende stap is.',
  'not-closing': 'Deze casus wordt niet (meer) afgesloten. De kaart laat zien hoe het ermee staat.',
  'not-process-director': 'Alleen de procesregisseur van deze casus kan dit doen. Vraag het die persoon.',
  'lessons-missing': 'Schrijf op wat jullie leerden over de samenwerking en over de inhoud. Allebei is nodig.',
  'not-closed': 'Heropenen kan bij een casus die is afgesloten of teruggegeven. Deze loopt nog.',
  'own-number': 'Dit is het nummer van deze casus zelf. Vul het nummer van de broer of zus in.',
  held: 'Deze casus wordt bewaard en kan nog niet weg. De privacyfunctionaris weet waarom, en tot wanneer.',
  'not-held': 'Deze casus wordt niet langer bewaard dan gewoon. Je hoeft niets te doen.',
  'until-past': 'De datum ligt in het verleden. Kies tot en met welke dag de casus bewaard blijft.',
  'changed-since': 'Deze casus veranderde sinds de export. De volgende ronde maakt een nieuwe.',
  purged: 'Deze casus is verwijderd. Wil je weten waar de export is? Vraag het de privacyfunctionaris.',
} as const satisfies Record<DeskRefusal, string>;
