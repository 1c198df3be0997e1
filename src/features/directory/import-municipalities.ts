import { z } from 'zod/v4';
import { territoryAggregate, territoryStream } from './aggregates.ts';
import type { Problem } from './import-csv.ts';
import type { TerritoryCommand, TerritoryEvent, TerritoryRefusal } from './dated-territory.ts';
import type { TerritoryRow } from './directory.ts';
import { centreCell, day, municipalityCell, optional, regionCell, text, yesNo } from './import-cells.ts';
import { importKind, type ImportKind, type Numbered } from './import-kind.ts';
import { type CellProblem, type Counts, type ImportContext, noCounts, type Plan, planChange } from './import-plan.ts';

export const territoryRow = z
  .object({
    municipality: municipalityCell,
    province: text,
    region_code: regionCell,
    region: text,
    centre: centreCell,
    valid_from: day,
    valid_to: optional(day),
    to_verify: yesNo,
  })
  .transform((row): TerritoryRow => ({
    name: row.municipality,
    province: row.province,
    region: row.region_code,
    centre: row.centre,
    toVerify: row.to_verify,
    regionLabel: row.region,
    validFrom: row.valid_from,
    ...(row.valid_to === undefined ? {} : { validTo: row.valid_to }),
  }));

const problemOf: Readonly<Record<TerritoryRefusal, CellProblem>> = {
  'no-rows': { expected: 'at least one municipality' },
  'older-than-known': { column: 'valid_from', expected: 'a list that is not older than the one already imported' },
  'centre-without-municipalities': {
    column: 'centre',
    expected: 'the whole list: every centre needs a municipality on the newest first day in the file',
  },
};

const header = 1;

async function planTerritory(rows: readonly Numbered<TerritoryRow>[], context: ImportContext): Promise<Plan> {
  const problems = [...findBackward(rows), ...findOverlaps(rows), ...findTornRegions(rows)];
  if (problems.length > 0) return { problems, counts: noCounts, writes: [] };
  const list = rows.map(({ value }) => value);
  const change = await planChange(context, territoryAggregate, {
    stream: territoryStream,
    commandFor: (): TerritoryCommand => ({
      type: 'ImportTerritory',
      data: { rows: list, shipped: context.shipped.rows },
    }),
    problemOf,
  });
  if ('problems' in change) {
    return { problems: change.problems.map((problem) => ({ row: header, ...problem })), counts: noCounts, writes: [] };
  }
  const counts = countRows(rows.length, change.events.at(-1), context);
  return { problems, counts, writes: change.events.length === 0 ? [] : [change.write] };
}

function countRows(total: number, event: TerritoryEvent | undefined, { municipalities }: ImportContext): Counts {
  if (event?.type !== 'TerritoryImported') return { ...noCounts, unchanged: total };
  const { opened, closed } = event.data;
  const added = opened.filter(({ name }) => !municipalities.has(name)).length;
  const reopened = new Set(opened.map(({ name }) => name));
  const gone = closed.filter(({ name }) => !reopened.has(name)).length;
  return { added, changed: opened.length - added, unchanged: total - opened.length, closed: gone };
}

function findBackward(rows: readonly Numbered<TerritoryRow>[]): readonly Problem[] {
  return rows
    .filter(({ value: { validFrom, validTo } }) => validTo !== undefined && validTo < validFrom)
    .map(({ row, value }) => ({
      row,
      column: 'valid_to',
      expected: 'a day not before valid_from',
      found: value.validTo ?? '',
    }));
}

/** On any day a municipality is in one region. */
function findOverlaps(rows: readonly Numbered<TerritoryRow>[]): readonly Problem[] {
  const byName = Map.groupBy(rows, ({ value }) => value.name);
  return [...byName.values()].flatMap((same) => {
    const ordered = same.toSorted((one, other) => (one.value.validFrom < other.value.validFrom ? -1 : 1));
    return ordered.flatMap(({ row, value }, index) => {
      const earlier = ordered[index - 1];
      if (earlier === undefined || (earlier.value.validTo ?? '9999') < value.validFrom) return [];
      const expected = `a period that does not overlap the one in row ${earlier.row}`;
      return [{ row, column: 'valid_from', expected, found: value.validFrom }];
    });
  });
}

/** One region has one name and belongs to one centre; a second spelling would make it two on every card. */
function findTornRegions(rows: readonly Numbered<TerritoryRow>[]): readonly Problem[] {
  const first = new Map<string, Numbered<TerritoryRow>>();
  return rows.flatMap((current) => {
    const { row, value } = current;
    const earlier = first.get(`${value.region}|${value.validFrom}`);
    if (earlier === undefined) first.set(`${value.region}|${value.validFrom}`, current);
    if (earlier === undefined || earlier.value.regionLabel === value.regionLabel) return [];
    const expected = `${earlier.value.regionLabel}, as in row ${earlier.row}`;
    return [{ row, column: 'region', expected, found: value.regionLabel }];
  });
}

export const municipalities: ImportKind = importKind({
  name: 'municipalities',
  signature: ['municipality', 'region_code'],
  required: ['municipality', 'province', 'region_code', 'region', 'centre', 'valid_from', 'to_verify'],
  optional: ['valid_to'],
  schema: territoryRow,
  key: { column: 'municipality', of: ({ name, validFrom }) => `${name} from ${validFrom}` },
  asOneList: true,
  plan: planTerritory,
});
