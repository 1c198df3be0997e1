import { z } from 'zod/v4';
import { parseEuros } from '../../core/money.ts';
import {
  bodyId,
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
  unknownPeople,
  withProblems,
} from '../directory/index.ts';
import { mandateAggregate } from './aggregates.ts';
import { type Mandate, mandateId, mandateStream } from './mandate.ts';
import type { LayDown, StandingRefusal } from './standing-rule.ts';
import { subjects } from './subjects.ts';

/** Cells that mandates and routes have both. */
export const idCell = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of lower case letters, digits and hyphens');
export const centreCell = z.enum(centreCodes, `one of ${centreCodes.join(', ')}`);
export const subjectCells = listOf(z.enum(subjects, `subjects from ${subjects.join(', ')}`)).refine(
  (found) => found.length > 0,
  `subjects from ${subjects.join(', ')}`,
);
export const bodyCell = idCell.transform(bodyId);
export const eurosCell = z.string().transform((cell, context) => {
  const cents = parseEuros(cell);
  if (cents !== undefined) return cents;
  context.issues.push({ code: 'custom', message: 'an amount in euros, as 25000', input: cell });
  return z.NEVER;
});

export const problemOf: Readonly<Record<StandingRefusal, Readonly<{ column: string; expected: string }>>> = {
  'another-centre': { column: 'centre', expected: 'the centre it had before; take another id for another centre' },
  'ends-before-it-starts': { column: 'valid_to', expected: 'a day not before the first day' },
};

type Row = Omit<Mandate, 'holder'> & Readonly<{ holder: Mandate['holder'] | undefined }>;

const schema = z
  .object({
    id: idCell.transform(mandateId),
    centre: centreCell,
    holder_person: optional(personCell),
    holder_body: optional(bodyCell),
    mandate_subjects: subjectCells,
    ceiling_euros: optional(eurosCell),
    valid_from: day,
    valid_to: optional(day),
  })
  .transform((row): Row => ({
    ...{ id: row.id, centre: row.centre, subjects: row.mandate_subjects, validFrom: row.valid_from },
    holder: holderOf(row.holder_person, row.holder_body),
    ...(row.ceiling_euros === undefined ? {} : { ceilingCents: row.ceiling_euros }),
    ...(row.valid_to === undefined ? {} : { validTo: row.valid_to }),
  }));

function holderOf(
  person: ReturnType<typeof personCell.parse> | undefined,
  body: ReturnType<typeof bodyId> | undefined,
): Mandate['holder'] | undefined {
  if ((person === undefined) === (body === undefined)) return undefined;
  return person === undefined ? body && { body } : { person };
}

async function planMandate({ holder, ...row }: Row, context: ImportContext): Promise<PlannedChange<unknown>> {
  if (!holder) return { problems: [{ column: 'holder_person', expected: 'a person or a body, and not both' }] };
  const change = planChange(context, mandateAggregate, {
    stream: mandateStream(row.id),
    commandFor: (): LayDown<Mandate> => ({ type: 'LayDown', data: { ...row, holder } }),
    problemOf,
  });
  return withProblems('person' in holder ? unknownPeople(context, 'holder_person', [holder.person]) : [], change);
}

/** Who may decide on what, up to how much, from which day to which. Ending one is importing it with a last day. */
export const mandates: ImportKind = importKind({
  name: 'mandates',
  signature: ['mandate_subjects'],
  required: ['id', 'centre', 'mandate_subjects', 'valid_from'],
  optional: ['holder_person', 'holder_body', 'ceiling_euros', 'valid_to'],
  schema,
  key: { column: 'id', of: ({ id }) => id },
  asOneList: false,
  plan: planEach(planMandate),
});
