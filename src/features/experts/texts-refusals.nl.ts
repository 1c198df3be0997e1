import type { Refusal } from './experts-desk.ts';

/** Why it did not happen, and what to do next. */
export const refusals = {
  'not-allowed':
    'Je mag dit niet zien of doen. Vraag de beheerder van Doorbraak in je organisatie of je rol goed staat.',
  'unknown-expert': 'Deze expert staat niet (meer) in het register. Stuur “experts” voor de lijst van nu.',
  'no-regions': 'Kies ten minste één regio waar je werkt.',
  'nothing-offered': 'Kies ten minste één specialisme, of schrijf in je eigen woorden waar je verstand van hebt.',
  'too-many-specialisms': 'Kies hooguit 12 specialismen. Kies waar je het meeste van weet.',
  'words-too-long': 'Je eigen woorden zijn te lang. Schrijf hooguit 600 tekens.',
  'hours-out-of-range': 'Vul 1 tot en met 160 uren per maand in.',
  'too-many-periods': 'Je hebt al 6 periodes van afwezigheid. Haal er eerst een weg.',
  'period-reversed': 'De laatste dag van je afwezigheid ligt voor de eerste. Draai ze om.',
  'already-registered': 'Je staat al in het register. Stuur “mijn expertprofiel” om het te bekijken.',
  'not-registered': 'Je staat niet in het register. Stuur “word expert” om je aan te melden.',
  'another-expert': 'Dit is het profiel van iemand anders. Stuur “mijn expertprofiel” voor je eigen profiel.',
  'until-passed': 'Die dag is al voorbij. Kies een latere dag, of laat de dag leeg.',
  'still-advising': 'Je denkt nog mee bij een vraag. Rond dat eerst af. Wil je geen nieuwe vragen? Kies “Even niet”.',
  paused: 'Deze expert is even niet beschikbaar. Kies iemand anders.',
  unavailable: 'Deze expert is afwezig. Kies iemand anders.',
  'no-room': 'Deze expert heeft niet genoeg uren over. Vraag minder uren of kies iemand anders.',
  'not-engaged': 'Voor deze vraag staan geen uren meer vast. Vraag de procesregisseur hoe het staat.',
  'not-waiting': 'Over dit woord is al beslist. Hieronder staat wat er nu nog wacht.',
  'not-keeper': 'De woordenlijst is van de beheerder en het expertisecentrum. Mis je een woord? Vraag het hun.',
  'unknown-concept': 'Kies een betekenis uit de lijst.',
  'no-words': 'Kies eerst een woord.',
} as const satisfies Readonly<Record<Refusal, string>>;
