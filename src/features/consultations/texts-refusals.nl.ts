import type { Refusal } from './consultation-desk.ts';

/** The same for what is not there as for what is not yours: a guess must not tell what exists. */
const notFound =
  'Dit vind ik niet, of je mag het niet zien of doen. Vraag de procesregisseur van de casus als je denkt dat dit niet klopt.';
const answered = 'Je hebt al geantwoord. De kaart laat zien hoe het nu staat.';

/** Why it did not happen, and what to do next; a refusal of the case itself has the words of the case. */
export const refusals = {
  'unknown-consultation': notFound,
  'not-asked': notFound,
  'not-invited': notFound,
  'already-asked': 'Deze consultatie is al gevraagd. De kaart laat zien hoe het ermee staat.',
  'question-missing': 'Schrijf op wat je van een expert wilt weten, in algemene woorden.',
  'by-past': 'De datum ligt in het verleden. Kies een datum vanaf vandaag.',
  'nothing-proposed': 'Er is nu niemand om uit te nodigen. Kies zelf iemand, of wacht op een nieuw voorstel.',
  'not-in-proposal': 'Het voorstel is intussen veranderd. Kijk op de kaart hoe het nu is en kies opnieuw.',
  'already-in-team': 'Deze expert staat al in het voorstel of is al gevraagd. Kies iemand anders.',
  'conflict-reason-missing':
    'Deze expert werkt bij een organisatie die al bij de casus hoort. Schrijf op waarom het toch kan, of kies iemand anders.',
  'not-available': 'Deze expert heeft geen uren vrij of is niet beschikbaar. Kies iemand anders.',
  'already-answered': answered,
  'already-filled': 'Een andere expert heeft deze vraag intussen opgepakt. Dank je wel; je hoeft niets meer te doen.',
  'invitation-over': 'Deze uitnodiging geldt niet meer. Je hoeft niets te doen.',
  'secrecy-missing': 'Vink aan dat je geheimhoudt wat je hoort. Zonder dat kun je niet meedenken.',
  'not-accepted': 'Alleen wie de uitnodiging heeft aangenomen, geeft advies. Kijk op de kaart hoe het staat.',
  'advice-missing':
    'Vul alle drie de vakken in: het advies, waar het op rust, en wat er gebeurt als het niet wordt gevolgd.',
  'no-advice': 'Er is nog geen advies van deze expert. Je krijgt een kaart zodra het er is.',
  'already-judged': 'Dit advies is al beoordeeld. De kaart laat zien wat er is vastgelegd.',
  'why-missing': 'Schrijf op waarom het advies niet of deels is gevolgd.',
  'not-advised': 'Deze consultatie heeft nog geen advies. De kaart laat zien wat de volgende stap is.',
  'effect-not-asked': 'Deze vraag is nog niet gesteld of al beantwoord. Je krijgt vanzelf een kaart.',
  'already-ended': 'Deze consultatie is afgelopen. Kies “Heropen” als er toch iets nodig is.',
  'reason-missing': 'Schrijf op waarom. Zonder reden kan dit niet worden vastgelegd.',
  'not-ended': 'Deze consultatie loopt nog. Je kunt gewoon verder.',
  'no-room':
    'De laatste uren van de voorgestelde expert zijn net door een ander gevraagd. Ik zoek meteen iemand anders.',
  'nobody-fits': 'Er is niemand anders om uit te kiezen. Verruim de vraag, of benader een van de partners op de kaart.',
  'identifying-words':
    'In de vraag staat een naam of plaats uit de casus. Experts lezen de vraag voordat ze in de casus zijn. Schrijf het in algemene woorden, bijvoorbeeld “een meisje van 15”.',
} as const satisfies Partial<Record<Refusal, string>>;
