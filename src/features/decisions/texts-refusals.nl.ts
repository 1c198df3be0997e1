import type { Refusal } from './decision-desk.ts';

/** The same for what is not there as for what is not yours: a guess must not tell what exists. */
const notFound =
  'Dit vind ik niet, of je mag het niet zien of doen. Vraag de projectleider van het centrum als je denkt dat dit niet klopt.';
const isOver = 'Dit voorstel is afgelopen en verandert niet meer. Maak een nieuw voorstel als er toch iets nodig is.';

/** Why it did not happen, and what to do next. */
export const refusals = {
  'unknown-proposal': notFound,
  'not-written': notFound,
  'not-author': notFound,
  'not-decider': 'Dit besluit is niet (meer) aan jou. Stuur “voorstellen” om te zien wat er op jou wacht.',
  'not-allowed':
    'Dit is voor wie bij een expertisecentrum werkt of het bestuurt. Vraag de projectleider van het centrum als je hierbij hoort.',
  'already-written': 'Dit voorstel is al opgeslagen. Kijk op de kaart in onze chat hoe het ermee staat.',
  'title-missing': 'Geef het voorstel een titel, in algemene woorden.',
  'text-missing': 'Schrijf op wat je voorstelt, in algemene woorden.',
  'is-over': isOver,
  'vote-to-record':
    'Er is al gestemd over dit voorstel. De voorzitter legt nu vast wat er is besloten; daarna hoor je het.',
  'already-put-forward': 'Dit voorstel is al ingebracht. De kaart laat zien waar het nu ligt.',
  'not-put-forward': 'Dit voorstel is nog een concept. Druk eerst op “Breng in”.',
  'nothing-changed': 'Er is niets veranderd. Pas de tekst aan, of sluit dit venster.',
  'advice-on-single-case':
    'Een klankbord adviseert nooit over één casus: een jongere kan daardoor herkend worden. Haal het vinkje bij advies weg, of maak een algemeen voorstel zonder casus.',
  'no-sounding-board': 'Dit centrum heeft nu geen klankbord. Haal het vinkje bij advies weg en breng het voorstel in.',
  'nobody-may-decide':
    'Niemand mag hier nu over besluiten: er is geen mandaat en geen bestuurlijk overleg. Vraag de beheerder om het mandaat of het overleg op te nemen, en breng het dan in.',
  'advice-not-closed': 'Het advies loopt nog. Je krijgt bericht zodra het er is, of als de termijn voorbij is.',
  'already-decided':
    'Dit is al besloten. Een besluit verandert niet meer; maak een nieuw voorstel als het anders moet.',
  'changed-meanwhile':
    'Het voorstel is aangepast nadat je dit venster opende. Lees op de kaart wat er nu staat, en besluit dan.',
  'not-deciding': 'Hierover kan nu niet besloten worden. De kaart laat zien waar het voorstel ligt.',
  'vote-has-result': 'Deze stemming heeft een uitslag. Leg het besluit vast; opnieuw stemmen kan niet.',
  'mandate-over':
    'Je mandaat is afgelopen of te klein voor dit voorstel. Het ligt nu bij wie er wel over mag besluiten; je hoeft niets te doen.',
  'secret-weights':
    'Geheim stemmen kan hier niet: de stemmen tellen niet even zwaar, dus dan is te zien wie wat koos. Wie het voorstel schreef, drukt op “Pas aan” en kiest “Verborgen tot sluiting”.',
  'motivation-missing': 'Schrijf op waarom dit besluit genomen is. Zonder motivering is er geen besluit.',
  'not-the-result':
    'Het besluit moet hetzelfde zijn als de uitslag van de stemming. Kies wat het overleg besloten heeft.',
  'advice-answer-missing': 'Er is advies gegeven. Zeg of je het volgt.',
  'why-not-missing': 'Het advies wordt niet gevolgd. Schrijf op waarom niet.',
  'amendment-missing': 'Schrijf op wat er gewijzigd is, of vul een lager bedrag in.',
  'amount-too-high': 'Het bedrag is hoger dan gevraagd. Vul hoogstens het gevraagde bedrag in.',
  'alternative-missing': 'Het gaat om een jongere: een kale “nee” kan niet. Schrijf op wat er wel mogelijk is.',
  'contact-missing': 'Kies met wie de aanvrager verder kan praten.',
  'owner-missing': 'Kies wie dit besluit uitvoert.',
  'review-past': 'Kies een dag na vandaag waarop we vragen wat het besluit heeft opgeleverd.',
  'until-missing': 'Kies tot welke dag je het uitstelt.',
  'until-past': 'Kies een dag na vandaag.',
  'summary-missing': 'Schrijf een korte samenvatting voor de openbare besluitenlijst, zonder namen van personen.',
  'review-not-asked': 'Deze vraag is nog niet gesteld of al beantwoord. Je krijgt vanzelf een kaart.',
  'answer-missing': 'Schrijf op wat het besluit heeft opgeleverd.',
  'reason-missing': 'Schrijf op waarom. Zonder reden kan dit niet worden vastgelegd.',
  'unknown-case': 'Deze casus vind ik niet, of je mag hem niet zien. Kijk het nummer na, of laat het vak leeg.',
  'case-of-another-centre': 'Deze casus hoort bij een ander centrum. Kies dat centrum, of laat het casusnummer weg.',
  'identifying-words':
    'In de tekst staat een naam of plaats uit de casus. Schrijf het in algemene woorden, bijvoorbeeld “een jongere van 15”.',
  'personal-data': 'In de tekst staan persoonsgegevens. Haal ze weg en schrijf het in algemene woorden.',
} as const satisfies Record<Refusal, string>;
