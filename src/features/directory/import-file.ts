import type { Clock } from '../../core/clock.ts';
import type { EventStore } from '../../store/event-store.ts';
import { createDirectory } from './cached-directory.ts';
import { type CsvTable, type Problem, readCsv } from './import-csv.ts';
import type { Territory } from './directory.ts';
import { bodies } from './import-bodies.ts';
import { bodyMembers } from './import-body-members.ts';
import { centres } from './import-centres.ts';
import { guardHeader, guardRows } from './import-guard.ts';
import { expertTeams } from './import-expert-teams.ts';
import type { ImportKind } from './import-kind.ts';
import { municipalities } from './import-municipalities.ts';
import { people } from './import-people.ts';
import { type Counts, type ImportContext, noCounts, type Plan } from './import-plan.ts';

/** `kinds`: those of other features. */
export type ImportSources = Readonly<{
  store: EventStore;
  territory: Territory;
  clock: Clock;
  kinds?: readonly ImportKind[];
}>;

/** `closed`: municipalities that the new list leaves out. */
export type ImportResult =
  | Readonly<{ outcome: 'imported'; kind: string; counts: Counts }>
  | Readonly<{ outcome: 'refused'; kind: string | undefined; problems: readonly Problem[] }>;

/** The files of the directory itself. */
export const directoryKinds: readonly ImportKind[] = [
  people,
  expertTeams,
  centres,
  municipalities,
  bodies,
  bodyMembers,
];

/**
 * Imports one CSV file, all of it or nothing: any problem in any row and nothing is written. Importing the same file
 * again changes nothing. With `keepExisting`, only what is not there yet is added. Tell the directory to `forget`.
 */
export async function importFile(
  sources: ImportSources,
  { text, keepExisting = false }: Readonly<{ text: string; keepExisting?: boolean }>,
): Promise<ImportResult> {
  const read = readCsv(text);
  if (!read.ok) return { outcome: 'refused', kind: undefined, problems: read.problems };
  const { header } = read.value;
  const strange = guardHeader(header);
  if (strange.length > 0) return { outcome: 'refused', kind: undefined, problems: strange };
  const kinds = [...directoryKinds, ...(sources.kinds ?? [])];
  const kind = kinds.find(({ signature }) => signature.every((column) => header.includes(column)));
  if (kind === undefined) return { outcome: 'refused', kind, problems: [unknownKind(kinds, header)] };
  const table = guardRows(read.value, kind);
  const problems = checkTable(kind, table);
  if (problems.length > 0) return { outcome: 'refused', kind: kind.name, problems };

  const plan = await planOf(kind, table, await readContext(sources, keepExisting));
  const wrong = [...table.problems, ...plan.problems];
  if (wrong.length > 0) return { outcome: 'refused', kind: kind.name, problems: inOrder(wrong) };
  for (const write of plan.writes) await write();
  return { outcome: 'imported', kind: kind.name, counts: plan.counts };
}

/** Without a row that can be read there is nothing to say about the rows together. */
async function planOf(kind: ImportKind, { rows }: CsvTable, context: ImportContext): Promise<Plan> {
  return rows.length === 0 ? { problems: [], counts: noCounts, writes: [] } : kind.prepare(rows, context);
}

const headerRow = 1;

function unknownKind(kinds: readonly ImportKind[], header: readonly string[]): Problem {
  const known = kinds.map(({ name, required }) => `${name} (${required.join(', ')})`).join('; ');
  return { row: headerRow, expected: `the columns of one of: ${known}`, found: header.join(', ') };
}

function checkTable({ required, optional }: ImportKind, { header, rows, problems }: CsvTable): readonly Problem[] {
  const missing = required
    .filter((column) => !header.includes(column))
    .map((column) => ({ row: headerRow, column, expected: 'this column' }));
  const unknown = header
    .filter((column) => !required.includes(column) && !optional.includes(column))
    .map((column) => ({ row: headerRow, column, expected: `only columns ${[...required, ...optional].join(', ')}` }));
  const empty = rows.length + problems.length === 0 ? [{ row: headerRow + 1, expected: 'at least one row' }] : [];
  return [...missing, ...unknown, ...empty];
}

async function readContext({ store, territory, clock }: ImportSources, keepExisting: boolean): Promise<ImportContext> {
  const at = clock.now();
  const directory = createDirectory({ store, territory, clock });
  const present = await directory.municipalities(at);
  return {
    store,
    shipped: territory,
    at,
    keepExisting,
    people: new Map((await directory.people()).map((person) => [person.id, person])),
    regions: (await directory.regions(at)).map(({ code }) => code),
    municipalities: new Set(present.map(({ name }) => name)),
    areaOf: (centre) => present.filter((municipality) => municipality.centre === centre).map(({ name }) => name),
  };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((one, other) => one.row - other.row);
}
