import type { CentreCode } from '../directory/index.ts';

/** What a proposal is about (domain.md A23, A25, E18, F9, 6.4). */
export const subjects = [
  'policy-document',
  'criteria',
  'route',
  'learning-plan',
  'progress-report',
  'budget',
  'place',
  'subsidy',
  'other',
] as const;
export type Subject = (typeof subjects)[number];

/** As far as the route depends on it. `singleCase`: about one youth, who could be recognised. */
export type Matter = Readonly<{
  centre: CentreCode;
  subject: Subject;
  amountCents?: number;
  singleCase: boolean;
  /** Advice is wanted also where the route asks none. */
  wantsAdvice: boolean;
}>;
