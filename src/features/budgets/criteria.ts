/** The criteria for centre money, numbered as in domain.md 6.4. Requests keep the version they were judged by (E18). */
export const criteriaVersion = 1;

export const criteria = [
  'target-group',
  'team-involved',
  'not-regular',
  'temporary',
  'not-care-costs',
  'care-comes',
  'embedded',
  'crosses-domains',
  'learning',
  'follow-on',
  'voice',
] as const;
export type Criterion = (typeof criteria)[number];

/** Without these there is no centre money. */
export const mustCriteria = [
  'target-group',
  'not-regular',
  'temporary',
  'not-care-costs',
  'follow-on',
] as const satisfies readonly Criterion[];
export type MustCriterion = (typeof mustCriteria)[number];

export const scores = ['met', 'partly', 'not'] as const;
export type Score = (typeof scores)[number];

export type Judged = Readonly<{ criterion: Criterion; score: Score; reason: string }>;

/** The must-criteria that stand in the way. */
export function blocking(judged: readonly Judged[]): readonly MustCriterion[] {
  return mustCriteria.filter((must) => judged.some(({ criterion, score }) => criterion === must && score === 'not'));
}

/** How many are met, partly met and not met. */
export function countScores(judged: readonly Judged[]): Readonly<Record<Score, number>> {
  const count = (score: Score) => judged.filter((each) => each.score === score).length;
  return { met: count('met'), partly: count('partly'), not: count('not') };
}

/** Every criterion once, each with a reason. */
export function isComplete(judged: readonly Judged[]): boolean {
  const named = new Set(judged.map(({ criterion }) => criterion));
  return judged.length === criteria.length && named.size === criteria.length && judged.every(hasReason);
}

function hasReason({ reason }: Judged): boolean {
  return reason.trim() !== '';
}
