import type { Text } from '../core/locale.ts';

/** Shown with the number of the case: nothing that anybody typed. */
export const titles = {
  triage: { nl: 'Beslis of de casus wordt opgenomen', en: 'Decide whether the case is admitted' },
  'advice-only': { nl: 'Ga na of het advies is opgevolgd', en: 'See whether the advice was followed' },
  returned: { nl: 'Ga na of de overdracht is opgepakt', en: 'See whether the case was taken up elsewhere' },
  conference: { nl: 'Houd het eerste casusoverleg', en: 'Hold the first case conference' },
  lookBack: { nl: 'Kijk terug: hoe gaat het met het plan?', en: 'Look back: how is the plan going?' },
  centreAnswer: { nl: 'Antwoord namens het expertisecentrum', en: 'Answer for the expertise centre' },
} as const satisfies Record<string, Text>;

export const deedTitles = {
  triage: { nl: 'Beoordeel', en: 'Assess' },
  closeAdvice: { nl: 'Advies opgevolgd, sluit af', en: 'Advice followed, close' },
  look: { nl: 'Bekijk de casus', en: 'View the case' },
  'conference-held': { nl: 'Casusoverleg gehouden', en: 'Conference held' },
  'looked-back': { nl: 'Teruggekeken', en: 'Looked back' },
} as const satisfies Record<string, Text>;

/** Why a promise changed or fell away; kept with it as any reason that people give, so in one language. */
export const reasons = {
  changed: 'Zo staat de zaak er nu voor.',
  closing: 'De casus wordt afgesloten.',
  closed: 'De casus is gesloten.',
  submittedAgain: 'De casus is opnieuw aangemeld.',
} as const;
