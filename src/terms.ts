import { z } from 'zod/v4';
import { type CaseClocks, defaultClocks } from './features/cases/index.ts';
import { type ConsultationClocks, defaultConsultationClocks } from './features/consultations/index.ts';
import { type DecisionClocks, defaultDecisionClocks } from './features/decisions/index.ts';
import { defaultPlaceClocks, type PlaceClocks } from './features/places/index.ts';

/** Terms that differ from the defaults; each feature says what it counts. */
export type Terms = Readonly<{
  clocks?: Partial<CaseClocks>;
  consultationClocks?: Partial<ConsultationClocks>;
  decisionClocks?: Partial<DecisionClocks>;
  placeClocks?: Partial<PlaceClocks>;
}>;

/** `{"triage": 3, "conference": 8}`: days (or weeks) from 0 to 366, by the names of the defaults. */
const clocks = <Name extends string>(defaults: Readonly<Record<Name, number>>) =>
  z
    .string()
    .transform((text, { issues }) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        issues.push({ code: 'custom', message: 'not JSON', input: text });
        return z.NEVER;
      }
    })
    .pipe(z.partialRecord(z.enum(Object.keys(defaults) as Name[]), z.int().min(0).max(366)))
    .default({});

export const termSettings = {
  CASE_CLOCKS: clocks(defaultClocks),
  CONSULTATION_CLOCKS: clocks(defaultConsultationClocks),
  DECISION_CLOCKS: clocks(defaultDecisionClocks),
  PLACE_CLOCKS: clocks(defaultPlaceClocks),
};

/** How to mend each. */
export const mendTerms = {
  CASE_CLOCKS: `JSON such as {"triage": 5}, with whole numbers for ${Object.keys(defaultClocks).join(', ')}`,
  CONSULTATION_CLOCKS: `JSON such as {"answer": 4}, with whole numbers for ${Object.keys(defaultConsultationClocks).join(', ')}`,
  DECISION_CLOCKS: `JSON such as {"advice": 10}, with whole numbers for ${Object.keys(defaultDecisionClocks).join(', ')}`,
  PLACE_CLOCKS: `JSON such as {"hold": 5}, with whole numbers for ${Object.keys(defaultPlaceClocks).join(', ')}`,
} as const;

/** Only the terms of a configuration. */
export function termsOf({ clocks, consultationClocks, decisionClocks, placeClocks }: Terms): Terms {
  return { clocks, consultationClocks, decisionClocks, placeClocks };
}

/** As the features name them. */
export function termsIn(data: z.output<z.ZodObject<typeof termSettings>>): Terms {
  const { CASE_CLOCKS, CONSULTATION_CLOCKS: consultationClocks, DECISION_CLOCKS, PLACE_CLOCKS } = data;
  return { clocks: CASE_CLOCKS, consultationClocks, decisionClocks: DECISION_CLOCKS, placeClocks: PLACE_CLOCKS };
}
