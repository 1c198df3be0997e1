import { z } from 'zod/v4';
import { stateOf } from '../../store/handle.ts';
import { bodyAggregate, bodyStream } from './aggregates.ts';
import type { BodyCommand, BodyState } from './body.ts';
import { type BodyId, bodyId, type BodyMember, type Deputy } from './directory.ts';
import { bodyProblems } from './import-bodies.ts';
import { day, optional, personCell, regionCell, slugCell, text, yesNo } from './import-cells.ts';
import { importKind, type ImportKind, type Numbered } from './import-kind.ts';
import { type CellProblem, type ImportContext, noCounts, type Plan, planChange, unknownPeople } from './import-plan.ts';

const deputyPattern = /^(?<person>\S+) from (?<validFrom>\S+?)(?: to (?<validTo>\S+))?$/;
const deputy = z.object({ person: personCell, validFrom: day, validTo: day.optional() });

/** "<Entra id> from 2026-01-01 to 2026-12-31", several with `;` between them. */
const deputyCells = z
  .string()
  .default('')
  .transform((cell, { issues }): Deputy[] => {
    const parts = cell.split(';').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
    const parsed = parts.map((part) => deputy.safeParse(deputyPattern.exec(part)?.groups));
    if (parsed.every(({ success }) => success)) return parsed.flatMap(({ data }) => (data ? [withoutEmpty(data)] : []));
    issues.push({ code: 'custom', input: cell, message: '<Entra id> from <day> to <day>, with ; between them' });
    return [];
  });

function withoutEmpty({ person, validFrom, validTo }: z.output<typeof deputy>): Deputy {
  return { person, validFrom, ...(validTo === undefined ? {} : { validTo }) };
}

const schema = z
  .object({
    body: slugCell.transform(bodyId),
    member: personCell,
    role: optional(text),
    chair: optional(yesNo),
    region: optional(regionCell),
    organisation: optional(text),
    weight: optional(z.coerce.number('a whole number from 1').int().min(1).max(1_000)),
    deputies: deputyCells,
    valid_from: optional(day),
  })
  .transform(({ body, member, valid_from: validFrom, chair, deputies, ...facts }) => ({
    ...{ body, validFrom },
    member: {
      ...{ person: member, ...given(facts) },
      ...(chair === true ? { chair } : {}),
      ...(deputies.length === 0 ? {} : { deputies }),
    } satisfies BodyMember,
  }));
type Row = z.output<typeof schema>;

/** Without what was left empty. */
function given<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}

/** The members that have no row stay as they are: who is in a body is said by the file of bodies. */
async function planMembers(rows: readonly Numbered<Row>[], context: ImportContext): Promise<Plan> {
  let plan: Plan = { problems: [], counts: noCounts, writes: [] };
  for (const [id, its] of Map.groupBy(rows, ({ value }) => value.body)) {
    plan = await withBody(plan, { id, rows: its }, context);
  }
  return plan;
}

type OfBody = Readonly<{ id: BodyId; rows: readonly Numbered<Row>[] }>;

async function withBody(plan: Plan, { id, rows }: OfBody, context: ImportContext): Promise<Plan> {
  const members = membersOf(stateOf(bodyAggregate, await context.store.load(bodyStream(id))));
  const wrong = rows.flatMap((row) => problemsOf(row, members, context));
  if (wrong.length > 0) return { ...plan, problems: [...plan.problems, ...wrong] };
  const change = await planChange(context, bodyAggregate, {
    ...{ stream: bodyStream(id), problemOf: bodyProblems },
    commandFor: (current) => commandFor(rows, current),
  });
  if ('problems' in change) {
    const row = rows[0]?.row ?? 1;
    return { ...plan, problems: [...plan.problems, ...change.problems.map((problem) => ({ row, ...problem }))] };
  }
  const outcome = change.outcome === 'added' ? 'changed' : change.outcome;
  const isKept = context.keepExisting && members.some(hasDetails);
  if (outcome === 'unchanged' || isKept) return counted(plan, 'unchanged', rows.length);
  return { ...counted(plan, 'changed', rows.length), writes: [...plan.writes, change.write] };
}

function counted(plan: Plan, outcome: 'changed' | 'unchanged', by: number): Plan {
  return { ...plan, counts: { ...plan.counts, [outcome]: plan.counts[outcome] + by } };
}

function membersOf(state: BodyState): readonly BodyMember[] {
  return state.status === 'none' ? [] : (state.versions.at(-1)?.members ?? []);
}

function hasDetails(member: BodyMember): boolean {
  return Object.keys(member).length > 1;
}

function problemsOf({ row, value }: Numbered<Row>, members: readonly BodyMember[], context: ImportContext) {
  const { member } = value;
  const isIn = members.some(({ person }) => person === member.person);
  const stranger: CellProblem = { column: 'member', expected: 'a member of that body', found: member.person };
  const deputies = (member.deputies ?? []).map(({ person }) => person);
  return [...(isIn ? [] : [stranger]), ...unknownPeople(context, 'deputies', deputies)].map((problem) => ({
    row,
    ...problem,
  }));
}

function commandFor(rows: readonly Numbered<Row>[], state: BodyState): BodyCommand {
  const current = state.status === 'none' ? undefined : state.versions.at(-1);
  const changed = new Map(rows.map(({ value }) => [value.member.person, value.member]));
  const validFrom = rows.find(({ value }) => value.validFrom !== undefined)?.value.validFrom;
  const members = (current?.members ?? []).map((member) => changed.get(member.person) ?? member);
  const { validTo: _open, ...open } = current ?? { name: '', members: [], validFrom: '' };
  return {
    type: 'ChangeBody',
    data: { version: { ...open, members, validFrom: validFrom ?? open.validFrom } },
  };
}

export const bodyMembers: ImportKind = importKind({
  name: 'body-members',
  signature: ['body', 'member'],
  required: ['body', 'member'],
  optional: ['role', 'chair', 'region', 'organisation', 'weight', 'deputies', 'valid_from'],
  schema,
  key: { column: 'member', of: ({ body, member }) => `${body} ${member.person}` },
  asOneList: true,
  plan: planMembers,
});
