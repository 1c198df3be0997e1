import { z } from 'zod/v4';
import { unguarded } from '../../core/csv.ts';
import type { PersonId } from '../../core/ids.ts';
import {
  deadlineAggregate,
  deadlineKinds,
  type DeadlineRefusal,
  deadlineStream,
  endOfMonth,
  keepCommand,
  type KeepingDeps,
  type Wish,
} from '../deadlines/index.ts';
import {
  type CellProblem,
  type CentreCode,
  centreCodes,
  createDirectory,
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
} from '../directory/index.ts';
import { plannedMonth } from './board.ts';
import { monthPattern } from './months.ts';
import { type Office, ownerFor } from './owners.ts';
import { factsOf, nudgesFor, officeOf, rowsOf } from './planning-desk.ts';
import { checkContent, type ContentRefusal, limits, type PlanRow, rowId } from './planning.ts';
import { columns } from './table.ts';
import { type OwnerRole, ownerRoles, templateRow } from './template.ts';

const keyCell = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of lower case letters, digits and hyphens');
const ownerExpected = `${ownerRoles.join(', ')}, or an Entra object id (8-4-4-4-12 hexadecimal digits)`;

const schema = z
  .object({
    centre: z.enum(centreCodes, `one of ${centreCodes.join(', ')}`),
    key: keyCell.max(60, 'at most 60 characters'),
    title: z.string().max(limits.title, `at most ${limits.title} characters`).transform(unguarded),
    kind: z.enum(deadlineKinds, `one of ${deadlineKinds.join(', ')}`),
    every_months: optional(
      z
        .string()
        .regex(/^\d{1,2}$/, `a whole number, 1 to ${limits.every}`)
        .transform(Number),
    ),
    month: z.string().regex(monthPattern, 'a month as YYYY-MM'),
    owner: z.union([z.enum(ownerRoles), personCell], ownerExpected),
    depends_on: listOf(keyCell),
    state: optional(z.enum(['open', 'done', 'dropped'], 'open, done or dropped')),
  })
  .transform(({ every_months: every, depends_on, ...row }) => ({ ...row, every, dependsOn: depends_on }));

type Row = z.output<typeof schema>;

/** What is known of the centres that a file is about; `rows`: what there is, and what the file adds. */
type Known = Readonly<{
  offices: ReadonlyMap<CentreCode, Office>;
  there: ReadonlyMap<string, PlanRow>;
  rows: readonly Pick<PlanRow, 'id' | 'dependsOn'>[];
}>;

type Settings = Omit<KeepingDeps, 'store'>;

async function knowledge(file: readonly Row[], { store, shipped, at }: ImportContext): Promise<Known> {
  const directory = createDirectory({ store, territory: shipped, clock: { now: () => at } });
  const centres = [...new Set(file.map(({ centre }) => centre))];
  const offices = await Promise.all(
    centres.map(async (code) => [code, await officeOf({ directory }, code, at)] as const),
  );
  const kept = (await Promise.all(centres.map((code) => rowsOf({ store }, code)))).flat();
  const rows = new Map<string, Pick<PlanRow, 'id' | 'dependsOn'>>(kept.map((row) => [row.id, row]));
  for (const row of file)
    rows.set(rowId(row.centre, row.key), { id: rowId(row.centre, row.key), dependsOn: waitsFor(row) });
  return { offices: new Map(offices), there: new Map(kept.map((row) => [row.id, row])), rows: [...rows.values()] };
}

function waitsFor({ centre, dependsOn }: Row): Wish['facts']['dependsOn'] {
  return dependsOn.map((key) => rowId(centre, key));
}

const problemOfContent: Readonly<Record<ContentRefusal, CellProblem>> = {
  'title-missing': { column: 'title', expected: 'a text' },
  'rhythm-missing': { column: 'every_months', expected: `a whole number, 1 to ${limits.every}, for what comes back` },
  'unknown-predecessor': {
    column: 'depends_on',
    expected: 'keys of rows in this file or in the planning of the centre',
  },
  'goes-in-circles': { column: 'depends_on', expected: 'rows that do not wait for this one' },
};

function problemsIn(row: Row, { rows, there }: Known, context: ImportContext): readonly CellProblem[] {
  const { title, kind, every, owner, key } = row;
  const id = rowId(row.centre, key);
  const was = there.get(id);
  const content = { title, kind, dependsOn: waitsFor(row), ...(every === undefined ? {} : { every }) };
  const fault = checkContent(id, content, rows);
  return [
    ...(isRole(owner) ? [] : unknownPeople(context, 'owner', [owner])),
    ...(fault ? [problemOfContent[fault]] : []),
    ...(was && was.kind !== kind
      ? [{ column: 'kind', expected: `the kind that it has: ${was.kind}`, found: kind }]
      : []),
    ...(was && was.stage !== 'open'
      ? [{ column: 'key', expected: `a row that is not over (this one is ${was.stage})`, found: key }]
      : []),
  ];
}

function isRole(owner: OwnerRole | PersonId): owner is OwnerRole {
  return ownerRoles.some((role) => role === owner);
}

const unchanged = { outcome: 'unchanged', events: [], write: async () => {} } as const;

/** What is over in the file, or stays as it is, is left alone. */
async function planRow(
  row: Row,
  context: ImportContext,
  { known, settings }: Readonly<{ known: Known; settings: Settings }>,
): Promise<PlannedChange<unknown>> {
  const id = rowId(row.centre, row.key);
  const isKept = context.keepExisting && known.there.has(id);
  if (isKept || (row.state ?? 'open') !== 'open') return unchanged;
  const problems = problemsIn(row, known, context);
  const office = known.offices.get(row.centre);
  const leader = office?.centre.projectLeader;
  if (!office || leader === undefined)
    return {
      problems: [...problems, { column: 'centre', expected: 'a centre with a project leader', found: row.centre }],
    };
  if (problems.length > 0) return { problems };
  const wish = wishFor(row, { office, leader, was: known.there.get(id), settings });
  return planChange(context, deadlineAggregate, {
    stream: deadlineStream(id),
    commandFor: () => keepCommand(settings, context.at, wish),
    problemOf,
  });
}

type Making = Readonly<{ office: Office; leader: PersonId; was: PlanRow | undefined; settings: Settings }>;

function wishFor(row: Row, { office, leader, was, settings }: Making): Wish {
  const { centre, key, kind, every, owner } = row;
  const facts = factsOf(
    {
      ...{ key, kind, every: kind === 'one-off' ? undefined : every, dependsOn: waitsFor(row) },
      ...datedFor(row, was, settings),
      title: titleFor(row, was),
      owner: isRole(owner) ? (ownerFor(owner, office) ?? leader) : owner,
    },
    office,
  );
  return { id: rowId(centre, key), facts, plan: nudgesFor(kind), reason: 'Ingelezen uit een bestand.' };
}

/** A row that was moved to a day in this month keeps its day. */
function datedFor({ month }: Row, was: PlanRow | undefined, { isHoliday }: Settings): Pick<PlanRow, 'due' | 'month'> {
  if (was === undefined || plannedMonth(was) !== month) return { due: endOfMonth(month, isHoliday), month };
  return { due: was.due, ...(was.month === undefined ? {} : { month }) };
}

/** What is as it was, or as it is shipped, keeps its words in the other language. */
function titleFor({ key, title }: Row, was: PlanRow | undefined): PlanRow['title'] {
  const known = [was?.title, templateRow(key)?.title].find((each) => each?.nl === title);
  return known ?? { nl: title, en: title };
}

const rowOfItsOwn: CellProblem = { column: 'key', expected: 'one row for each key' };

/** Keeping a deadline is never refused; the rest is said for the compiler. */
const problemOf: Readonly<Record<DeadlineRefusal, CellProblem>> = {
  ...{ 'unknown-deadline': rowOfItsOwn, 'already-ended': rowOfItsOwn, 'kept-by-doing': rowOfItsOwn },
  ...{ 'note-missing': rowOfItsOwn, 'same-date': rowOfItsOwn, 'in-the-past': rowOfItsOwn },
  ...{ 'reason-missing': rowOfItsOwn, 'nobody-else': rowOfItsOwn, 'already-theirs': rowOfItsOwn },
  ...{ 'not-escalated': rowOfItsOwn, 'answer-missing': rowOfItsOwn },
};

/** Rows of plannings. People, centres and bodies come first: an owner is a person in the directory, or a role. */
export function planningImport(settings: Settings): ImportKind {
  return importKind({
    ...{ name: 'planning', signature: ['depends_on'], ...columns, schema, asOneList: false },
    key: { column: 'key', of: ({ centre, key }) => `${centre} ${key}` },
    async plan(rows, context) {
      const known = await knowledge(
        rows.map(({ value }) => value),
        context,
      );
      return planEach((row: Row) => planRow(row, context, { known, settings }))(rows, context);
    },
  });
}
