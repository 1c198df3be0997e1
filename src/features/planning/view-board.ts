import type { PersonId } from '../../core/ids.ts';
import type { Locale } from '../../core/locale.ts';
import { lineOf } from '../../core/view-parts.ts';
import type { CentreCode, Directory } from '../directory/index.ts';
import {
  boardOf,
  type BoardRow,
  countsOf,
  openingPage,
  pageOf,
  plannedMonth,
  type Status,
  type Warning,
} from './board.ts';
import { formatMonth } from './months.ts';
import { isStartable, keyIn, type PlanRow } from './planning.ts';
import { textsFor } from './texts.ts';

export type Sight = Readonly<{ directory: Directory }>;
export type Seen = Readonly<{ locale: Locale; person: PersonId | undefined; now: Date }>;
export type FileLinks = Readonly<{ calendar: string; csv: string }>;

export type BoardState = Readonly<{
  centre: CentreCode;
  /** All that this person may look at. */
  centres: readonly CentreCode[];
  rows: readonly PlanRow[];
  mayManage: boolean;
  page?: number;
  links?: FileLinks;
}>;

const colours: Readonly<Record<Status, string>> = {
  ...{ done: 'Good', late: 'Attention', due: 'Accent', planned: 'Default', dropped: 'Default' },
};

export async function boardView(sight: Sight, state: BoardState, seen: Seen): Promise<object> {
  const { say } = textsFor[seen.locale];
  const { centre, centres, rows, mayManage, links } = state;
  const all = boardOf(rows, seen.now.toISOString());
  const shown = pageOf(all, state.page ?? openingPage(all));
  return {
    centre,
    title: say.title((await sight.directory.centre(centre)).label),
    counts: countsText(all, seen.locale),
    hasRows: all.length > 0,
    isEmpty: all.length === 0,
    mayManage,
    mayStart: mayManage && isStartable(rows),
    months: await sectionsOf(sight, shown.rows, seen),
    ...paging(shown, seen.locale),
    ...{ hasLinks: links !== undefined && all.length > 0, calendar: links?.calendar ?? '', csv: links?.csv ?? '' },
    maySwitch: centres.length > 1,
    centres: await Promise.all(centres.map((code) => choiceOf(sight, code))),
  };
}

async function choiceOf({ directory }: Sight, code: CentreCode): Promise<object> {
  return { title: (await directory.centre(code)).label, value: code };
}

function paging({ page, pages }: Readonly<{ page: number; pages: number }>, locale: Locale): object {
  const { say } = textsFor[locale];
  return {
    ...{ page, hasPages: pages > 1, pageText: say.page(page + 1, pages) },
    ...{ hasPrevious: page > 0, previous: page - 1, hasNext: page < pages - 1, next: page + 1 },
  };
}

/** "2 gedaan · 1 te laat": what there is none of is left out. */
function countsText(rows: readonly BoardRow[], locale: Locale): string {
  const { counts } = textsFor[locale].names;
  const found = countsOf(rows);
  const all = ['late', 'due', 'planned', 'done'] as const;
  return all.flatMap((status) => (found[status] > 0 ? [counts[status](found[status])] : [])).join(' · ');
}

/** A heading for every month, and one for what goes on. */
async function sectionsOf(sight: Sight, rows: readonly BoardRow[], seen: Seen): Promise<readonly object[]> {
  const sections = Map.groupBy(rows, ({ row, month }) =>
    row.kind === 'continuous' ? textsFor[seen.locale].say.goesOn : formatMonth(month, seen.locale),
  );
  return Promise.all(
    [...sections].map(async ([heading, own]) => ({
      heading,
      rows: await Promise.all(own.map((each) => rowOf(sight, each, seen))),
    })),
  );
}

/** The dialog of a row has all of them: a card has an end. */
const warningsShown = 2;

/** What goes on and is not late is under way. */
export function statusText({ kind }: PlanRow, status: Status, locale: Locale): string {
  const { names } = textsFor[locale];
  return goesOn(kind, status) ? names.goesOn : names.status[status];
}

const goesOn = (kind: PlanRow['kind'], status: Status): boolean => kind === 'continuous' && status === 'planned';

async function rowOf(
  { directory }: Sight,
  { row, month, status, warnings }: BoardRow,
  { locale }: Seen,
): Promise<object> {
  const { say } = textsFor[locale];
  const parts = [
    await directory.nameOf(row.owner),
    ...(row.rhythm ? [say.everyMonths(row.rhythm.every)] : []),
    ...(goesOn(row.kind, status) ? [say.nextLook(formatMonth(month, locale))] : []),
  ];
  return {
    key: keyIn(row),
    title: row.title[locale],
    status: statusText(row, status, locale),
    colour: colours[status],
    line: parts.join(' · '),
    warnings: warningLines(warnings.slice(0, warningsShown), locale),
  };
}

export function warningLines(warnings: readonly Warning[], locale: Locale): readonly object[] {
  const { say } = textsFor[locale];
  return warnings.map(({ kind, on }) => {
    const month = formatMonth(plannedMonth(on), locale);
    return lineOf(kind === 'too-early' ? say.tooEarly(on.title[locale], month) : say.heldUp(on.title[locale], month));
  });
}
