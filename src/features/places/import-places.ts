import { z } from 'zod/v4';
import { localDate } from '../../core/working-time.ts';
import { createMatcher } from '../../matching/index.ts';
import {
  type CellProblem,
  centreCodes,
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
} from '../directory/index.ts';
import { facilityAggregate } from './aggregates.ts';
import type { Counted, FacilityCommand, FacilityRefusal } from './facility-messages.ts';
import { type Facility, facilityKinds, limits, nearbyThings } from './facility-state.ts';
import { facilityId, facilityStream } from './place-ids.ts';

type Row = Readonly<{ facility: Omit<Facility, 'profile'>; counted: Omit<Counted, 'from'>; from: string | undefined }>;

const matcher = createMatcher([]);

const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/, `a whole number, 0 to ${most}`)
    .transform(Number)
    .refine((value) => value <= most, `a whole number, 0 to ${most}`);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of lower case letters, digits and hyphens');

const schema = z
  .object({
    id: slug.transform(facilityId),
    name: z.string().min(1, 'a name').max(80, 'at most 80 characters'),
    provider: z.string().min(1, 'a name').max(80, 'at most 80 characters'),
    centre: z.enum(centreCodes, `one of ${centreCodes.join(', ')}`),
    region: regionCell,
    kind: z.enum(facilityKinds, `one of ${facilityKinds.join(', ')}`),
    contacts: listOf(personCell),
    age_from: whole(limits.oldest),
    age_to: whole(limits.oldest),
    words: z.string().max(limits.words, `at most ${limits.words} characters`).default(''),
    concerns: z.string().max(limits.concerns, `at most ${limits.concerns} characters`).default(''),
    near: listOf(z.enum(nearbyThings, `from ${nearbyThings.join(', ')}`)),
    opens: optional(day),
    closes: optional(day),
    capacity: whole(limits.places),
    free: whole(limits.places),
    to_create: optional(whole(limits.places)),
    free_from: optional(day),
  })
  .transform(({ age_from, age_to, capacity, free, to_create, free_from, opens, closes, ...said }): Row => ({
    facility: {
      ...{ ...said, ages: { from: age_from, to: age_to } },
      ...(opens === undefined ? {} : { opens }),
      ...(closes === undefined ? {} : { closes }),
    },
    counted: { capacity, free, toCreate: to_create ?? 0 },
    from: free_from,
  }));

const rowOfItsOwn: CellProblem = { column: 'id', expected: 'one row for each facility' };

/** Only the first refusals can come of importing; what goes on around places is said for the compiler. */
const problemOf: Readonly<Record<FacilityRefusal, CellProblem>> = {
  'name-missing': { column: 'name', expected: 'a name of the facility and of the provider' },
  'ages-wrong': { column: 'age_from', expected: `ages from 0 to ${limits.oldest}, the first not above the last` },
  'no-places': { column: 'capacity', expected: 'at least one place' },
  'too-many-places': { column: 'capacity', expected: `at most ${limits.places} places` },
  'below-use': { column: 'capacity', expected: 'not fewer places than are in use, free and to be created' },
  'closes-before-opening': { column: 'closes', expected: 'a last day that is not before the first' },
  'too-many-contacts': { column: 'contacts', expected: `at most ${limits.contacts} people` },
  'facility-exists': rowOfItsOwn,
  'unknown-facility': rowOfItsOwn,
  'changed-meanwhile': rowOfItsOwn,
  'nothing-to-free': rowOfItsOwn,
  'not-for-this-age': rowOfItsOwn,
  'not-open': rowOfItsOwn,
  'no-place-free': rowOfItsOwn,
  'hold-over': rowOfItsOwn,
  'extended-already': rowOfItsOwn,
  'already-offered': rowOfItsOwn,
  'not-offered': rowOfItsOwn,
  'lives-there': rowOfItsOwn,
  'reason-missing': rowOfItsOwn,
};

function planFacility({ facility, counted, from }: Row, context: ImportContext): Promise<PlannedChange<unknown>> {
  const at = context.at.toISOString();
  const profile = matcher.read(facility.words).concepts.map(({ id }) => id);
  const problems = [
    ...unknownPeople(context, 'contacts', facility.contacts),
    ...(context.regions.includes(facility.region)
      ? []
      : [{ column: 'region', expected: 'a region of today', found: facility.region }]),
  ];
  const data = {
    ...{ at, by: 'system' as const, facility: { ...facility, profile } },
    counted: { ...counted, from: from ?? localDate(at) },
  };
  const change = planChange(context, facilityAggregate, {
    stream: facilityStream(facility.id),
    commandFor: (): FacilityCommand => ({ type: 'ImportFacility', data }),
    problemOf,
  });
  return withProblems(problems, change);
}

/** Facilities with their places. People come first: a contact is somebody in the directory. */
export const places: ImportKind = importKind({
  name: 'places',
  signature: ['capacity'],
  required: ['id', 'name', 'provider', 'centre', 'region', 'kind', 'age_from', 'age_to', 'capacity', 'free'],
  optional: ['contacts', 'words', 'concerns', 'near', 'opens', 'closes', 'to_create', 'free_from'],
  schema,
  key: { column: 'id', of: ({ facility }) => facility.id },
  asOneList: false,
  plan: planEach(planFacility),
});
