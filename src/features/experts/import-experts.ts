import { z } from 'zod/v4';
import { type ConceptId, createMatcher } from '../../matching/index.ts';
import { domains } from '../cases/index.ts';
import {
  type CellProblem,
  day,
  importKind,
  type ImportContext,
  type ImportKind,
  listOf,
  optional,
  personCell,
  planChange,
  type PlannedChange,
  planEach,
  regionCell,
  unknownPeople,
  withProblems,
  yesNo,
} from '../directory/index.ts';
import { expertAggregate, expertStream } from './aggregate.ts';
import type { ExpertCommand, ExpertRefusal } from './expert-messages.ts';
import { type Expert, limits, mandates } from './expert-state.ts';

type Row = Readonly<{ expert: Omit<Expert, 'organisation'>; paused: boolean | undefined }>;

const concepts = createMatcher([]).concepts;

/** By its id or by its name in either language, whatever the capitals. */
function conceptNamed(name: string): ConceptId | undefined {
  const wanted = name.toLowerCase();
  return concepts.find(({ id, label }) => [id, label.nl, label.en].some((known) => known.toLowerCase() === wanted))?.id;
}

/** Names of concepts hold spaces and commas, so that only `;` and `|` stand between them. */
const specialismCells = z
  .string()
  .default('')
  .transform((cell, context): readonly ConceptId[] => {
    const names = cell.split(/[;|]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    return names.flatMap((name) => {
      const concept = conceptNamed(name);
      if (concept !== undefined) return [concept];
      context.issues.push({ code: 'custom', message: 'names or ids of concepts, with ; between them', input: cell });
      return [];
    });
  });

const period = z
  .string()
  .regex(/^[\d-]{10}\/[\d-]{10}$/, 'periods as YYYY-MM-DD/YYYY-MM-DD')
  .transform((cell) => ({ from: cell.slice(0, 10), to: cell.slice(11) }))
  .pipe(z.object({ from: day, to: day }));

const hours = z.string().regex(/^\d{1,3}$/, `whole hours, 1 to ${limits.hoursPerMonth}`);

const schema = z
  .object({
    id: personCell,
    specialisms: specialismCells,
    own_words: z.string().default(''),
    domains: listOf(z.enum(domains, `domains from ${domains.join(', ')}`)),
    regions: listOf(regionCell),
    mandates: listOf(z.enum(mandates, `mandates from ${mandates.join(', ')}`)),
    mandate_until: optional(day),
    hours_per_month: hours.transform(Number),
    unavailable: listOf(period),
    lived_experience: optional(yesNo),
    paused: optional(yesNo),
  })
  .transform(({ own_words, mandate_until, hours_per_month, lived_experience, paused, ...row }): Row => ({
    expert: {
      ...row,
      ownWords: own_words,
      hoursPerMonth: hours_per_month,
      livedExperience: lived_experience ?? false,
      ...(mandate_until === undefined ? {} : { mandateUntil: mandate_until }),
    },
    paused,
  }));

const rowOfTheirOwn: CellProblem = { column: 'id', expected: 'one row for each expert' };

/** Only the first refusals can come of importing; what goes on around hours is said for the compiler. */
const problemOf: Readonly<Record<ExpertRefusal, CellProblem>> = {
  'no-regions': { column: 'regions', expected: 'at least one region' },
  'nothing-offered': { column: 'specialisms', expected: 'a specialism, or something in own_words' },
  'too-many-specialisms': { column: 'specialisms', expected: `at most ${limits.specialisms}` },
  'words-too-long': { column: 'own_words', expected: `at most ${limits.ownWords} characters` },
  'hours-out-of-range': { column: 'hours_per_month', expected: `whole hours, 1 to ${limits.hoursPerMonth}` },
  'too-many-periods': { column: 'unavailable', expected: `at most ${limits.periods} periods` },
  'period-reversed': { column: 'unavailable', expected: 'periods whose last day is not before their first' },
  'already-registered': rowOfTheirOwn,
  'not-registered': rowOfTheirOwn,
  'another-expert': rowOfTheirOwn,
  'until-passed': rowOfTheirOwn,
  'still-advising': rowOfTheirOwn,
  paused: rowOfTheirOwn,
  unavailable: rowOfTheirOwn,
  'no-room': rowOfTheirOwn,
  'not-engaged': rowOfTheirOwn,
};

function planExpert({ expert: said, paused }: Row, context: ImportContext): Promise<PlannedChange<unknown>> {
  const organisation = context.people.get(said.id)?.organisation ?? '';
  const expert = { ...said, organisation };
  const strangeRegions = said.regions.filter((region) => !context.regions.includes(region));
  const problems = [
    ...unknownPeople(context, 'id', [said.id]),
    ...strangeRegions.map((found) => ({ column: 'regions', expected: 'a region of today', found })),
  ];
  const data = { at: context.at.toISOString(), expert, ...(paused === undefined ? {} : { paused }) };
  const change = planChange(context, expertAggregate, {
    stream: expertStream(said.id),
    commandFor: (): ExpertCommand => ({ type: 'ImportExpert', data }),
    problemOf,
  });
  return withProblems(problems, change);
}

/** Consulting experts. People come first: an expert is somebody in the directory. */
export const experts: ImportKind = importKind({
  name: 'experts',
  signature: ['hours_per_month'],
  required: ['id', 'regions', 'hours_per_month'],
  optional: [
    ...['specialisms', 'own_words', 'domains', 'mandates', 'mandate_until'],
    ...['unavailable', 'lived_experience', 'paused'],
  ],
  schema,
  key: { column: 'id', of: ({ expert }) => expert.id },
  asOneList: false,
  plan: planEach(planExpert),
});
