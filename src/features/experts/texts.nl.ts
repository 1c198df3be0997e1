import type { Counts } from './expert-state.ts';
import { cards } from './texts-cards.nl.ts';
import { refusals } from './texts-refusals.nl.ts';

const names = {
  mandates: { treatment: 'behandeling', placement: 'plaatsing', funding: 'geld' },
  status: { none: 'Nog geen expert', registered: 'Beschikbaar', paused: 'Even niet', left: 'Gestopt als expert' },
} as const;

/** Texts with something to fill in. */
const say = {
  profileOf: (name: string) => `Expert: ${name}`,
  ownProfile: 'Je profiel als expert',
  pausedUntil: (day: string) => `Even niet, tot en met ${day}`,
  awayUntil: (day: string) => `Afwezig tot en met ${day}`,
  status: 'Beschikbaar',
  yes: 'ja',
  no: 'nee',
  organisation: 'Organisatie',
  specialisms: 'Specialismen',
  domains: 'Domeinen',
  regions: 'Werkt in',
  mandates: 'Mag beslissen over',
  mandatesUntil: (what: string, day: string) => `${what} (tot en met ${day})`,
  mandatesEnded: (what: string, day: string) => `${what} (verlopen op ${day})`,
  nothing: 'niets',
  hours: 'Tijd',
  hoursOf: (free: number, all: number) => `${free} van ${all} uur per maand vrij`,
  away: 'Afwezig',
  period: (from: string, to: string) => (from === to ? from : `${from} tot en met ${to}`),
  livedExperience: 'Ervaringsdeskundige',
  counts: 'Tot nu toe',
  countsOf: ({ asked, accepted, declined, expired }: Counts) =>
    asked === 0
      ? 'nog niet gevraagd'
      : `${asked} keer gevraagd: ${accepted} ja, ${declined} nee, ${expired} geen antwoord`,
  running: 'Denkt nu mee',
  runningOf: (count: number) => (count === 1 ? 'bij 1 vraag' : `bij ${count} vragen`),
  freeHours: (count: number) => `${count} uur vrij`,
  searchedNone: 'Ik vind hiermee geen expert. Zoek op een naam, een organisatie of een onderwerp.',
  listTitle: 'Experts',
  listFor: (question: string) => `Experts voor: ${question}`,
  listCount: (first: number, last: number, all: number) => `${first} tot en met ${last} van ${all}`,
  readAs: (concepts: string) => `Ik zoek op: ${concepts}.`,
  readAsNothing: 'Ik herken hier geen onderwerp in. Ik zoek op woorden die erop lijken.',
  alsoAsk: (names: string) => `Denk ook aan: ${names}.`,
  recognised: (concepts: string) => `Herkend: ${concepts}.`,
  recognisedNothing: 'In je eigen woorden herken ik nog geen onderwerp.',
  unknownWords: (words: string) => `Niet herkend: ${words}.`,
  unknownNext: 'Dat geeft niet. De beheerder van de woordenlijst bekijkt deze woorden.',
  saved: 'Je profiel is bewaard. De kaart staat in onze chat.',
  paused: 'Vastgelegd. Je wordt nu niet gevraagd.',
  resumed: 'Vastgelegd. Je kunt weer gevraagd worden.',
  left: 'Vastgelegd. Je staat niet meer in het register.',
  kept: (words: string) => `Vastgelegd: ${words}.`,
  onlyInChat: 'Dit laat ik alleen zien in onze eigen chat. Open de chat met Doorbraak en stuur het daar nog eens.',
  guardedQuestion: 'In je vraag lijken gegevens van een persoon te staan. Stel de vraag opnieuw, zonder die gegevens.',
  toVerify: 'Het gebied van dit netwerk is nog niet zeker. Vraag het na.',
  notAChoice: (field: string) => `${field}: kies uit de lijst.`,
  notWhole: (field: string) => `${field}: vul een heel getal in, zonder komma.`,
  notADate: (field: string) => `${field}: kies een datum die bestaat.`,
  periodWithoutStart: 'Afwezig: vul ook de eerste dag in.',
  wordsWaiting: (count: number) => (count === 1 ? 'Er wacht 1 woord.' : `Er wachten ${count} woorden.`),
  dialogRegister: 'Word expert',
  dialogChange: 'Je profiel als expert',
  dialogProfile: 'Expert',
  dialogPartners: 'Wie kan nog meer meedenken?',
  dialogDone: 'Gedaan',
  dialogRefused: 'Dat kan nu niet',
} as const;

/** Dutch is the source; texts.en.ts must have the same. */
export const dutch = { names, refusals, cards, say } as const;
