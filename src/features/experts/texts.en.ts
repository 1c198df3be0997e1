import type { TextsLike } from '../../core/texts-shape.ts';
import type { Counts } from './expert-state.ts';
import { cards } from './texts-cards.en.ts';
import { refusals } from './texts-refusals.en.ts';
import type { dutch } from './texts.nl.ts';

const names = {
  mandates: { treatment: 'treatment', placement: 'placement', funding: 'money' },
  status: { none: 'Not an expert yet', registered: 'Available', paused: 'Not for now', left: 'Stopped as an expert' },
} as const;

const say = {
  profileOf: (name: string) => `Expert: ${name}`,
  ownProfile: 'Your profile as an expert',
  pausedUntil: (day: string) => `Not for now, up to and including ${day}`,
  awayUntil: (day: string) => `Away up to and including ${day}`,
  status: 'Available',
  yes: 'yes',
  no: 'no',
  organisation: 'Organisation',
  specialisms: 'Specialisms',
  domains: 'Domains',
  regions: 'Works in',
  mandates: 'May decide on',
  mandatesUntil: (what: string, day: string) => `${what} (up to and including ${day})`,
  mandatesEnded: (what: string, day: string) => `${what} (ended on ${day})`,
  nothing: 'nothing',
  hours: 'Time',
  hoursOf: (free: number, all: number) => `${free} of ${all} hours a month free`,
  away: 'Away',
  period: (from: string, to: string) => (from === to ? from : `${from} up to and including ${to}`),
  livedExperience: 'Lived experience',
  counts: 'Until now',
  countsOf: ({ asked, accepted, declined, expired }: Counts) =>
    asked === 0
      ? 'not asked yet'
      : `asked ${asked === 1 ? 'once' : `${asked} times`}: ${accepted} yes, ${declined} no, ${expired} no answer`,
  running: 'Thinks along now',
  runningOf: (count: number) => (count === 1 ? 'with 1 question' : `with ${count} questions`),
  freeHours: (count: number) => `${count} hours free`,
  searchedNone: 'I find no expert. Search for a name, an organisation or a subject.',
  listTitle: 'Experts',
  listFor: (question: string) => `Experts for: ${question}`,
  listCount: (first: number, last: number, all: number) => `${first} to ${last} of ${all}`,
  readAs: (concepts: string) => `I look for: ${concepts}.`,
  readAsNothing: 'I recognise no subject in this. I look for words that are like it.',
  alsoAsk: (names: string) => `Think of these too: ${names}.`,
  recognised: (concepts: string) => `Recognised: ${concepts}.`,
  recognisedNothing: 'I recognise no subject in your own words yet.',
  unknownWords: (words: string) => `Not recognised: ${words}.`,
  unknownNext: 'That is all right. The keeper of the word list looks at these words.',
  saved: 'Your profile is saved. The card is in our chat.',
  paused: 'Recorded. You are not asked for now.',
  resumed: 'Recorded. You can be asked again.',
  left: 'Recorded. You are no longer in the register.',
  kept: (words: string) => `Recorded: ${words}.`,
  onlyInChat: 'I show this only in our own chat. Open the chat with Doorbraak and send it there again.',
  guardedQuestion: 'Your question seems to hold personal data. Ask it again without.',
  toVerify: 'The area of this network is not certain yet. Check it.',
  notAChoice: (field: string) => `${field}: choose from the list.`,
  notWhole: (field: string) => `${field}: fill in a whole number.`,
  notADate: (field: string) => `${field}: choose a date that exists.`,
  periodWithoutStart: 'Away: fill in the first day too.',
  wordsWaiting: (count: number) => (count === 1 ? '1 word is waiting.' : `${count} words are waiting.`),
  dialogRegister: 'Become an expert',
  dialogChange: 'Your profile as an expert',
  dialogProfile: 'Expert',
  dialogPartners: 'Who else can think along?',
  dialogDone: 'Done',
  dialogRefused: 'Not possible now',
} as const;

export const english: TextsLike<typeof dutch> = { names, refusals, cards, say };
