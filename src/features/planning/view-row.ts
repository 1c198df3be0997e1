import type { Locale, Text } from '../../core/locale.ts';
import { type Choice, choicesOf, day, type Fact, lineOf, listed, problemsOf } from '../../core/view-parts.ts';
import type { Typed } from '../cases/index.ts';
import { monthFrom, type DeadlineKind } from '../deadlines/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { boardOf, plannedMonth, statusOf, warningsOf } from './board.ts';
import { formatMonth, monthOf } from './months.ts';
import { type Office, peopleIn } from './owners.ts';
import { keyIn, type PlanRow, startWithin } from './planning.ts';
import { templateRow } from './template.ts';
import { textsFor } from './texts.ts';
import { type Seen, type Sight, statusText, warningLines } from './view-board.ts';

export type RowState = Readonly<{
  centre: CentreCode;
  row: PlanRow;
  rows: readonly PlanRow[];
  mayManage: boolean;
}>;

/** Everything of one row; what people wrote with it is shown here only. */
export async function rowView(sight: Sight, { centre, row, rows, mayManage }: RowState, seen: Seen): Promise<object> {
  const { locale, now } = seen;
  const at = now.toISOString();
  const history = historyOf(row, locale);
  const warnings = warningsOf(row, new Map(rows.map((each) => [each.id, each])), at);
  return {
    ...{ centre, key: keyIn(row), title: row.title[locale] },
    facts: await factsOf(sight, { row, rows }, seen),
    warnings: warningLines(warnings, locale),
    ...{ history: history.map(lineOf), hasHistory: history.length > 0 },
    mayChange: mayManage && row.stage === 'open',
  };
}

type Of = Pick<RowState, 'row' | 'rows'>;

async function factsOf({ directory }: Sight, { row, rows }: Of, { locale, now }: Seen): Promise<readonly Fact[]> {
  const { say, names } = textsFor[locale];
  const before = rows.filter(({ id }) => row.dependsOn.includes(id)).map(({ title }) => title[locale]);
  const source = templateRow(keyIn(row))?.source[locale];
  const rhythm = row.rhythm ? [say.everyMonths(row.rhythm.every)] : [];
  return [
    { title: say.status, value: statusText(row, statusOf(row, now.toISOString()), locale) },
    { title: say.month, value: formatMonth(plannedMonth(row), locale) },
    { title: say.owner, value: await directory.nameOf(row.owner) },
    { title: say.kind, value: [names.kind[row.kind], ...rhythm].join(', ') },
    ...(before.length > 0 ? [{ title: say.dependsOn, value: listed(before, locale) }] : []),
    ...(source === undefined ? [] : [{ title: say.source, value: source }]),
  ];
}

const historyShown = 6;

function historyOf({ moves, kept, ended, stage }: PlanRow, locale: Locale): readonly string[] {
  const { say } = textsFor[locale];
  const month = (instant: string): string => formatMonth(monthOf(instant), locale);
  const all = [
    ...moves.map(({ at, to, reason }) => ({
      at,
      text: say.moved(day(at, locale), month(to), reason),
    })),
    ...kept.map(({ at, note }) => ({ at, text: say.kept(day(at, locale), note) })),
    ...(ended && stage === 'dropped' ? [{ at: ended.at, text: say.dropped(day(ended.at, locale), ended.note) }] : []),
  ];
  const inOrder = all.toSorted((one, other) => other.at.localeCompare(one.at));
  return inOrder.slice(0, historyShown).map(({ text }) => text);
}

type Form = Readonly<{ centre: CentreCode; typed: Typed; problems: readonly Text[] }>;
type RowForm = Form & Readonly<{ row: PlanRow }>;

export type NoteForm = RowForm & Readonly<{ what: 'done' | 'drop' }>;

export function noteView({ centre, row, what, typed, problems }: NoteForm, { locale }: Seen): object {
  const { say } = textsFor[locale];
  const title = row.title[locale];
  const done = row.kind === 'one-off' ? say.doneIntro(title) : say.doneAgain(title);
  return {
    ...{ centre, key: keyIn(row), verb: `planning/${what}-send` },
    ...problemsOf({ problems }, locale),
    ...{ value: { note: '', ...typed }, isRequired: what === 'drop' },
    ...(what === 'drop'
      ? { intro: say.dropIntro(title), question: say.dropReason }
      : { intro: done, question: say.doneNote }),
  };
}

export function moveView({ centre, row, typed, problems }: RowForm, { locale, now }: Seen): object {
  const here = monthOf(now.toISOString());
  return {
    ...{ centre, key: keyIn(row), title: row.title[locale], value: { month: '', reason: '', ...typed } },
    ...problemsOf({ problems }, locale),
    months: monthChoices(here, { back: 0, ahead: monthsAhead }, locale),
  };
}

const monthsAhead = 36;

function monthChoices(
  here: string,
  { back, ahead }: Readonly<{ back: number; ahead: number }>,
  locale: Locale,
): readonly Choice[] {
  return Array.from({ length: back + ahead + 1 }, (_, index) => {
    const value = monthFrom(here, index - back);
    return { title: formatMonth(value, locale), value };
  });
}

export function startView({ centre, typed, problems }: Form, { locale, now }: Seen): object {
  const here = monthOf(now.toISOString());
  return {
    ...{ centre, value: { month: here, ...typed } },
    ...problemsOf({ problems }, locale),
    months: monthChoices(here, startWithin, locale),
  };
}

/** `row`: the one that is changed; without it one is added. */
export type EditForm = Form & Readonly<{ key: string; row?: PlanRow; rows: readonly PlanRow[]; office: Office }>;

const kinds: readonly DeadlineKind[] = ['one-off', 'recurring', 'continuous'];

export async function editView(sight: Sight, form: EditForm, { locale, now }: Seen): Promise<object> {
  const { centre, key, row, rows, office, typed, problems } = form;
  const { names } = textsFor[locale];
  const at = now.toISOString();
  const kept = row
    ? typedOf(row, rows, locale)
    : { kind: 'one-off', every: '3', month: monthOf(at), title: '', owner: '', dependsOn: '' };
  return {
    ...{ centre, key, isNew: row === undefined, verb: row ? 'planning/edit-send' : 'planning/add-send' },
    ...problemsOf({ problems }, locale),
    value: numbered({ ...kept, ...typed }),
    comesBack: row === undefined || row.kind !== 'one-off',
    kinds: choicesOf(kinds, names.kind),
    months: monthChoices(monthOf(at), { back: 0, ahead: monthsAhead }, locale),
    people: await peopleChoices(sight, peopleIn(office, row ? [row.owner] : [])),
    before: beforeChoices(form, at, locale),
  };
}

/** What can still come first, and what it waits for already, also when that is over; that is on top of a long list. */
function beforeChoices({ key, row, rows }: EditForm, at: string, locale: Locale): readonly Choice[] {
  const isBefore = (other: PlanRow): boolean => row?.dependsOn.includes(other.id) ?? false;
  const mayBe = (other: PlanRow): boolean => other.stage === 'open' && other.kind !== 'continuous';
  const others = boardOf(rows, at).filter((each) => keyIn(each.row) !== key);
  const shown = [
    ...others.filter((each) => isBefore(each.row)),
    ...others.filter((each) => mayBe(each.row) && !isBefore(each.row)),
  ];
  return shown.map((each) => ({ title: each.row.title[locale], value: keyIn(each.row) }));
}

function numbered({ every = '', ...value }: Typed): object {
  return { ...value, every: Number(every) || 3 };
}

function typedOf(row: PlanRow, rows: readonly PlanRow[], locale: Locale): Typed {
  const before = rows.filter(({ id }) => row.dependsOn.includes(id)).map(keyIn);
  const every = row.rhythm ? String(row.rhythm.every) : '';
  return { title: row.title[locale], every, owner: row.owner, dependsOn: before.join(',') };
}

async function peopleChoices({ directory }: Sight, people: ReturnType<typeof peopleIn>): Promise<readonly Choice[]> {
  const named = await Promise.all(people.map(async (value) => ({ title: await directory.nameOf(value), value })));
  return named.toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
}
