import { z } from 'zod/v4';
import { type CaseClocks, defaultClocks } from './features/cases/index.ts';
import { type ConsultationClocks, defaultConsultationClocks } from './features/consultations/index.ts';
import { defaultPlans, parsePlan, planNames, type Plans } from './features/deadlines/index.ts';
import { type DecisionClocks, defaultDecisionClocks } from './features/decisions/index.ts';
import { defaultPlaceClocks, type PlaceClocks } from './features/places/index.ts';
import { defaultRetention, type Retention } from './privacy/retention.ts';

/** Terms that differ from the defaults; each feature says what it counts. */
export type Terms = Readonly<{
  clocks?: Partial<CaseClocks>;
  consultationClocks?: Partial<ConsultationClocks>;
  decisionClocks?: Partial<DecisionClocks>;
  placeClocks?: Partial<PlaceClocks>;
  nudgePlans?: Partial<Plans>;
  retention?: Partial<Retention>;
  /** Where a case is exported to before it is deleted; without it none is. */
  exportFolder?: string;
}>;

const json = z.string().transform((text, { issues }) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    issues.push({ code: 'custom', message: 'it is no JSON', input: text });
    return z.NEVER;
  }
});

/** `{"triage": 3, "conference": 8}`: days (or weeks) from 0 to 366, by the names of the defaults. */
const clocks = <Name extends string>(defaults: Readonly<Record<Name, number>>) =>
  json.pipe(z.partialRecord(z.enum(Object.keys(defaults) as Name[]), z.int().min(0).max(366))).default({});

/** `{"long": ["-14d", "0d", "+7d official", "every 7d"]}`: when a deadline is brought to mind, and of whom. */
const plans = json
  .pipe(z.partialRecord(z.enum(planNames), z.array(z.string()).min(1)))
  .transform((written, { issues }) => {
    const named = planNames.filter((name) => written[name] !== undefined);
    const read = named.map((name) => [name, parsePlan(written[name] ?? [], defaultPlans[name])] as const);
    for (const [name, plan] of read) {
      if (typeof plan === 'string') issues.push({ code: 'custom', message: `${name}: ${plan}`, input: written });
    }
    return Object.fromEntries(read);
  })
  .default({});

export const termSettings = {
  CASE_CLOCKS: clocks(defaultClocks),
  CONSULTATION_CLOCKS: clocks(defaultConsultationClocks),
  DECISION_CLOCKS: clocks(defaultDecisionClocks),
  PLACE_CLOCKS: clocks(defaultPlaceClocks),
  NUDGE_PLANS: plans,
  RETENTION: clocks(defaultRetention),
  EXPORT_FOLDER: z.string().min(1).optional(),
};

/** How to mend each. */
export const mendTerms = {
  CASE_CLOCKS: `JSON such as {"triage": 5}, with whole numbers for ${Object.keys(defaultClocks).join(', ')}`,
  CONSULTATION_CLOCKS: `JSON such as {"answer": 4}, with whole numbers for ${Object.keys(defaultConsultationClocks).join(', ')}`,
  DECISION_CLOCKS: `JSON such as {"advice": 10}, with whole numbers for ${Object.keys(defaultDecisionClocks).join(', ')}`,
  PLACE_CLOCKS: `JSON such as {"hold": 5}, with whole numbers for ${Object.keys(defaultPlaceClocks).join(', ')}`,
  NUDGE_PLANS: `JSON such as {"long": ["-14d", "-1d", "0d", "+7d official", "+14d administrative", "every 7d"]}, for ${planNames.join(', ')}; a step counts hours (h), days (d) or working days (wd) from the deadline`,
  RETENTION: `JSON such as {"caseMonths": 12}, with whole months for ${Object.keys(defaultRetention).join(', ')}`,
  EXPORT_FOLDER: 'the folder to which a case is exported before it is deleted; leave it out to delete none',
} as const;

/** Only the terms of a configuration. */
export function termsOf(config: Terms): Terms {
  const { clocks, consultationClocks, decisionClocks, placeClocks, nudgePlans, retention, exportFolder } = config;
  const terms = { clocks, consultationClocks, decisionClocks, placeClocks, nudgePlans, retention };
  return { ...terms, ...(exportFolder === undefined ? {} : { exportFolder }) };
}

/** As the features name them. */
export function termsIn(data: z.output<z.ZodObject<typeof termSettings>>): Terms {
  const { CASE_CLOCKS, CONSULTATION_CLOCKS, DECISION_CLOCKS, PLACE_CLOCKS, NUDGE_PLANS } = data;
  return termsOf({
    ...{ clocks: CASE_CLOCKS, consultationClocks: CONSULTATION_CLOCKS, decisionClocks: DECISION_CLOCKS },
    ...{ placeClocks: PLACE_CLOCKS, nudgePlans: NUDGE_PLANS, retention: data.RETENTION },
    exportFolder: data.EXPORT_FOLDER,
  });
}
