import type { Text } from '../core/locale.ts';

/** Shown with the number of the case: nothing that anybody typed. */
export const titles = {
  triage: { nl: 'Beslis of de casus wordt opgenomen', en: 'Decide whether the case is admitted' },
  'advice-only': { nl: 'Ga na of het advies is opgevolgd', en: 'See whether the advice was followed' },
  returned: { nl: 'Ga na of de overdracht is opgepakt', en: 'See whether the case was taken up elsewhere' },
  conference: { nl: 'Houd het eerste casusoverleg', en: 'Hold the first case conference' },
  lookBack: { nl: 'Kijk terug: hoe gaat het met het plan?', en: 'Look back: how is the plan going?' },
  centreAnswer: { nl: 'Antwoord namens het expertisecentrum', en: 'Answer for the expertise centre' },
  advice: { nl: 'Geef je advies', en: 'Give your advice' },
  search: {
    nl: 'Vind een plek: de huidige kan tot deze dag',
    en: 'Find a place: the present one lasts until this day',
  },
  offer: { nl: 'Bied de plek aan, of geef haar terug', en: 'Offer the place, or give it back' },
  answer: { nl: 'Antwoord op het aanbod van een plek', en: 'Answer the offer of a place' },
  'move-in': { nl: 'Zorg dat de jongere de plek betrekt', en: 'See that the youth moves in' },
} as const satisfies Record<string, Text>;

export const deedTitles = {
  triage: { nl: 'Beoordeel', en: 'Assess' },
  closeAdvice: { nl: 'Advies opgevolgd, sluit af', en: 'Advice followed, close' },
  look: { nl: 'Bekijk de casus', en: 'View the case' },
  'conference-held': { nl: 'Casusoverleg gehouden', en: 'Conference held' },
  'looked-back': { nl: 'Teruggekeken', en: 'Looked back' },
  advise: { nl: 'Geef advies', en: 'Give advice' },
  search: { nl: 'Zoek een plek', en: 'Look for a place' },
  offer: { nl: 'Bied aan', en: 'Offer' },
  answer: { nl: 'Leg een akkoord vast', en: 'Record a consent' },
  'move-in': { nl: 'Ingetrokken', en: 'Moved in' },
  decide: { nl: 'Besluit nemen', en: 'Decide' },
  review: { nl: 'Wat heeft het opgeleverd?', en: 'What did it bring?' },
  end: { nl: 'Rond af', en: 'Close' },
  settle: { nl: 'Verreken', en: 'Settle' },
} as const satisfies Record<string, Text>;

const numbered =
  (nl: string, en: string) =>
  (number: string): Text => ({ nl: `${nl} ${number}`, en: `${en} ${number}` });

/** What is about no case has a number of its own. */
export const decisionTitles = {
  decide: numbered('Neem een besluit over', 'Decide on'),
  record: numbered('Leg vast wat er is besloten over', 'Record what was decided on'),
  review: numbered('Vertel wat het opleverde:', 'Tell what it brought:'),
} as const;

export const moneyTitles = {
  end: numbered('Rond af wat is toegekend voor', 'Close what was granted for'),
  settle: numbered('Verreken wat is voorgeschoten voor', 'Settle what was advanced for'),
} as const;

/** Why a promise changed or fell away; kept with it as any reason that people give, so in one language. */
export const reasons = {
  changed: 'Zo staat de zaak er nu voor.',
  closing: 'De casus wordt afgesloten.',
  closed: 'De casus is gesloten.',
  submittedAgain: 'De casus is opnieuw aangemeld.',
  withdrawn: 'Het is ingetrokken of verlopen.',
  noLonger: 'Deze deskundige denkt niet meer mee.',
  placeGone: 'De plek ging terug.',
} as const;
