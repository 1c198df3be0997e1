import { z } from 'zod/v4';
import { createMatcher, type Matcher } from '../matching/index.ts';
import { parsed, share } from './file.ts';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const gain = z.union([z.literal(1), z.literal(2)]);
const expertsFile = z
  .object({
    profiles: z.array(z.object({ id, region: z.string().optional(), text: z.string() })).min(1),
    requests: z.array(z.object({ text: z.string().min(1), relevant: z.record(z.string(), gain) })).min(1),
  })
  .refine(({ profiles }) => new Set(profiles.map((profile) => profile.id)).size === profiles.length, {
    path: ['profiles'],
    error: 'two profiles have the same id',
  })
  .refine(({ requests }) => requests.every(({ relevant }) => Object.keys(relevant).length > 0), {
    path: ['requests'],
    error: 'every request needs a relevant profile',
  })
  .refine(({ profiles, requests }) => requests.every(({ relevant }) => knowsAll(profiles, Object.keys(relevant))), {
    path: ['requests'],
    error: 'a relevant id is no profile',
  });

type ExpertsFile = z.infer<typeof expertsFile>;

function knowsAll(profiles: readonly Readonly<{ id: string }>[], ids: readonly string[]): boolean {
  const known = new Set(profiles.map((profile) => profile.id));
  return ids.every((wanted) => known.has(wanted));
}

/** Throws with all that is wrong, and where. */
export function parseExperts(text: string): ExpertsFile {
  return parsed(expertsFile, text, 'a file of experts and requests');
}

export function evaluateExpertsFile(text: string): Evaluation {
  return evaluateExperts(parseExperts(text), createMatcher());
}

export type Figures = Readonly<{ requests: number; nDCGAt5: number; firstHitRight: number; recallAt5: number }>;
export type Evaluation = Figures &
  Readonly<{
    profiles: number;
    /** The first, third, fifth … request, and the others. */
    halves: Readonly<{ odd: Figures; even: Figures }>;
    /** Requests, counted from 1, of which not all was right; ids only. */
    misses: readonly Readonly<{ request: number; found: readonly string[]; missing: readonly string[] }>[];
  }>;

const shown = 5;

export function evaluateExperts({ profiles, requests }: ExpertsFile, matcher: Matcher): Evaluation {
  const ranker = matcher.index(
    profiles.map((profile) => ({ id: profile.id, text: `${profile.text} ${profile.region ?? ''}`, concepts: [] })),
  );
  const outcomes = requests.map(({ text, relevant }) => {
    const found = ranker.rank({ text }).slice(0, shown);
    return outcomeOf(
      found.map((ranked) => ranked.id),
      relevant,
    );
  });
  const half = (rest: number): Figures => figuresOf(outcomes.filter((_, at) => at % 2 === rest));
  return {
    profiles: profiles.length,
    ...figuresOf(outcomes),
    halves: { odd: half(0), even: half(1) },
    misses: outcomes.flatMap(({ found, missing, first }, at) =>
      missing.length > 0 || first === 0 ? [{ request: at + 1, found, missing }] : [],
    ),
  };
}

type Outcome = Readonly<{
  found: readonly string[];
  missing: readonly string[];
  nDCG: number;
  first: number;
  recall: number;
}>;

function outcomeOf(found: readonly string[], relevant: Readonly<Record<string, number>>): Outcome {
  const relevance = found.map((one) => relevant[one] ?? 0);
  const ideal = Object.values(relevant).toSorted((one, other) => other - one);
  const hits = relevance.filter((one) => one > 0).length;
  return {
    found,
    missing: Object.keys(relevant).filter((one) => !found.includes(one)),
    nDCG: gainOf(relevance) / gainOf(ideal.slice(0, shown)),
    first: (relevance[0] ?? 0) > 0 ? 1 : 0,
    recall: hits / Math.min(shown, ideal.length),
  };
}

/** Discounted cumulative gain: 2^relevance - 1, over the logarithm of the place. */
function gainOf(relevance: readonly number[]): number {
  return relevance.reduce((sum, one, at) => sum + (2 ** one - 1) / Math.log2(at + 2), 0);
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const average = (figure: (outcome: Outcome) => number): number =>
    share(
      outcomes.reduce((sum, outcome) => sum + figure(outcome), 0),
      outcomes.length,
    );
  return {
    requests: outcomes.length,
    nDCGAt5: average(({ nDCG }) => nDCG),
    firstHitRight: average(({ first }) => first),
    recallAt5: average(({ recall }) => recall),
  };
}
