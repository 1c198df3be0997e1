import type { Refusal } from './budget-desk.ts';

/** The same for what is not there as for what is not yours: a guess must not tell what exists. */
const notFound =
  'Dit vind ik niet, of je mag het niet zien of doen. Vraag de projectleider van je centrum als je denkt dat dit niet klopt.';

/** Why it did not happen, and what to do next; a refusal of the case itself has the words of the case. */
export const refusals = {
  'not-allowed': notFound,
  'unknown-request': notFound,
  'not-requested': notFound,
  'no-budget': 'Voor dit jaar heeft het centrum nog geen budget verdeeld. Vraag de projectleider om het te verdelen.',
  'year-closed': 'Dit budgetjaar is gesloten. Kies een begindatum in een jaar dat open is.',
  'amount-wrong': 'Vul een bedrag in dat groter is dan nul, bijvoorbeeld 1.250 of 1.250,50.',
  'same-line': 'Kies twee verschillende posten.',
  'reason-missing': 'Schrijf op waarom. Zonder reden kan dit niet worden vastgelegd.',
  'not-enough': 'Er is te weinig vrij op deze post. Kies een lager bedrag, of laat de projectleider geld verschuiven.',
  'not-reserved': 'Voor deze aanvraag is geen geld gereserveerd. Kijk op de kaart hoe het staat.',
  'more-than-reserved': 'Er is meer besloten dan gereserveerd. Kijk op de kaart wat je kunt doen.',
  'not-committed': 'Voor deze aanvraag is nu geen geld vastgelegd. Kijk op de kaart hoe het staat.',
  'more-than-committed':
    'Dit is meer dan er nog is voor deze aanvraag. Kies een lager bedrag, of vraag extra geld aan.',
  'more-than-spent': 'Er kan niet meer terugkomen dan er is voorgeschoten. Kijk het bedrag na.',
  'no-guarantee': 'Alleen een garantiebudget wordt verrekend. Kies de aanvraag van een garantiebudget.',
  'already-requested': 'Deze aanvraag is al gedaan. De kaart laat zien hoe het ermee staat.',
  'amount-missing': 'Vul in hoeveel geld er nodig is, bijvoorbeeld 24.000 of 24.000,50.',
  'purpose-missing': 'Schrijf op waarvoor het geld is, in algemene woorden.',
  'end-missing': 'Kies een begindatum en een einddatum. Steun van het centrum is altijd tijdelijk (Kamerbrief 2020).',
  'end-before-start': 'De einddatum ligt voor de begindatum. Kies een latere einddatum.',
  'end-past': 'De einddatum ligt in het verleden. Kies een datum vanaf vandaag.',
  'care-costs':
    'Gewone zorgkosten van een jeugdige die in zorg is, betaalt de gemeente (Kamerbrief 2020). Haal ze uit het bedrag en zet ze bij “Kosten die de gemeente betaalt”.',
  'guarantee-missing': 'Vul bij een garantiebudget in wie garant staat, tot wanneer, en hoe het wordt verrekend.',
  'guarantee-late': 'De garantie loopt af voordat het begint. Kies een latere datum.',
  'criteria-missing': 'Kies bij elk criterium een antwoord en schrijf er een reden bij.',
  'must-criterion': 'Aan een criterium dat moet, is niet voldaan. Pas de aanvraag aan.',
  'not-general':
    'Zonder casus kun je alleen opstartkosten, subsidie of leren aanvragen. Open anders de kaart van de casus.',
  'reason-required': 'Schrijf op waarom je de aanvraag intrekt.',
  'already-decided': 'Over deze aanvraag is al besloten. De kaart laat zien wat er is besloten.',
  'not-granted': 'Deze aanvraag is niet toegekend. Er is niets om af te ronden.',
  'already-ended': 'Deze aanvraag is al afgerond. Je hoeft niets meer te doen.',
  'remains-missing': 'Schrijf op wat er bleef staan nadat het geld stopte.',
  'no-leader': 'Dit centrum heeft nog geen projectleider in Doorbraak. Vraag de beheerder om die toe te voegen.',
  'identifying-words':
    'In de tekst staat een naam of plaats uit de casus. Wie besluit, mag die niet zien. Schrijf het in algemene woorden, bijvoorbeeld “de verantwoordelijke gemeente”.',
} as const satisfies Partial<Record<Refusal, string>>;
