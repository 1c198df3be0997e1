import { personId } from '../core/ids.ts';
import type { DemoCase, Example } from '../features/cases/index.ts';
import { voluntaryCases } from './cases-voluntary.ts';
import { casesWithMeasure } from './cases-with-measure.ts';

/** Twelve made-up situations (one of a brother and a sister, so thirteen forms). No real person is in them. */
export const demoCases: readonly DemoCase[] = [...voluntaryCases, ...casesWithMeasure];

const example = (key: string, applicant: string): Example => {
  const found = demoCases.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no demo case ${key}`);
  return { key, applicant: personId(applicant), intake: found.intake };
};

/** What stands there at the first start: work for both chairs, and one form that is not complete. */
export const examples: readonly Example[] = [
  example('wolf', '00000000-0000-4000-8000-000000000002'),
  example('linde', '00000000-0000-4000-8000-000000000003'),
  example('egel', '00000000-0000-4000-8000-000000000004'),
];
