import type { Locale } from '../../core/locale.ts';
import { lineOf } from '../../core/view-parts.ts';
import {
  type BudgetFile,
  type BudgetLine,
  budgetLines,
  freeOf,
  type LineMoney,
  totalOf,
  type WarningLevel,
} from './budget-state.ts';
import { expectedFlow } from './cash-flow.ts';
import { nationalYear } from './national.ts';
import { amountOf, type RequestFile } from './request-state.ts';
import { textsIn } from './texts.ts';
import { eurosIn, type Seen, type Sight } from './view-format.ts';

export type OverviewState = Readonly<{
  centre: BudgetFile['centre'];
  year: number;
  budget?: BudgetFile;
  manages: boolean;
  running: readonly RequestFile[];
}>;

/** The budget card of a centre and a year. */
export async function overviewView(sight: Sight, state: OverviewState, { locale, now }: Seen): Promise<object> {
  const { centre, year, budget, running } = state;
  const { say } = textsIn[locale];
  return {
    ...{ title: say.overviewTitle((await sight.directory.centre(centre)).label, year), centre, year },
    intro: introOf(state, locale).map(lineOf),
    ...(budget ? await budgetPart(sight, budget, { locale, now }) : noBudget),
    running: running.map((file) => runningOf(file, locale)),
    hasRunning: running.length > 0,
    ...buttonsOf(state, now),
  };
}

function buttonsOf({ manages, budget, year }: OverviewState, now: Date): object {
  const mayAllocate = manages && budget?.status !== 'closed';
  const mayShift = mayAllocate && budget !== undefined;
  return { mayAllocate, mayShift, mayClose: mayShift && isNearlyOver(year, now) };
}

const noBudget = {
  ...{ hasBudget: false, lines: [], chart: [], bars: [], chartTitle: '', barsTitle: '', flow: [] },
  ...{ overridden: [], hasOverridden: false },
};

async function budgetPart(sight: Sight, budget: BudgetFile, seen: Omit<Seen, 'person'>): Promise<object> {
  const { locale, now } = seen;
  const overridden = await overriddenOf(sight, budget, locale);
  return {
    ...figures(budget, locale),
    flow: flowOf(budget, now, locale),
    ...{ hasBudget: true, overridden, hasOverridden: overridden.length > 0 },
  };
}

function isNearlyOver(year: number, now: Date): boolean {
  return now.toISOString().slice(0, 7) >= `${year}-12`;
}

function introOf({ year, budget }: OverviewState, locale: Locale): readonly string[] {
  const { say } = textsIn[locale];
  const euros = eurosIn(locale);
  const national = nationalYear(year);
  return [
    ...(budget ? [say.total(euros(sumOf(budget, freeOf)), euros(sumOf(budget, totalOf)))] : [say.noBudget]),
    ...(budget?.status === 'closed' ? [say.closedYear] : []),
    ...(national ? [say.national(year, euros(national.total))] : []),
  ];
}

function sumOf({ lines }: BudgetFile, of: (money: LineMoney) => number): number {
  return budgetLines.reduce((sum, line) => sum + of(lines[line]), 0);
}

/** The same figures as a chart, as a simpler one for who cannot draw that, and as text. */
function figures(budget: BudgetFile, locale: Locale): object {
  const { names, say } = textsIn[locale];
  const shown = budgetLines.filter((line) => isInUse(budget.lines[line]));
  return {
    lines: shown.map((line) => lineView(budget, line, locale)),
    chart: shown.map((line) => ({ title: names.line[line], data: partsOf(budget.lines[line], locale) })),
    bars: shown.map((line) => ({ x: names.line[line], y: euro(Math.max(0, usedIn(budget.lines[line]))) })),
    ...{ chartTitle: say.chartAll, barsTitle: say.chartUsed },
  };
}

const usedIn = ({ reserved, committed, spent }: LineMoney): number => reserved + committed + spent;
const euro = (cents: number): number => Math.round(cents / 100);

function isInUse(money: LineMoney): boolean {
  return Object.values(money).some((cents) => cents !== 0);
}

function partsOf(money: LineMoney, locale: Locale): readonly object[] {
  const { chart } = textsIn[locale].say;
  return [
    { legend: chart.spent, value: euro(money.spent), color: 'categoricalBlue' },
    { legend: chart.committed, value: euro(money.committed), color: 'categoricalTeal' },
    { legend: chart.reserved, value: euro(money.reserved), color: 'categoricalPurple' },
    { legend: chart.free, value: euro(Math.max(0, freeOf(money))), color: 'neutral' },
  ];
}

function lineView({ lines, warned }: BudgetFile, line: BudgetLine, locale: Locale): object {
  const { names, say } = textsIn[locale];
  const euros = eurosIn(locale);
  const money = lines[line];
  const used = usedParts(money, locale);
  return {
    title: say.lineTitle(names.line[line], markOf(money, warned[line], locale)),
    free: say.lineFree(euros(freeOf(money)), euros(totalOf(money))),
    ...{ used: used.join(' · '), hasUsed: used.length > 0 },
  };
}

/** "gereserveerd € 6.000 · vastgelegd € 24.000": what there is none of is left out. */
function usedParts(money: LineMoney, locale: Locale): readonly string[] {
  const { say } = textsIn[locale];
  const parts = [
    [say.lineReserved, money.reserved],
    [say.lineCommitted, money.committed],
    [say.lineSpent, money.spent],
    [say.lineSettled, money.settled],
    [say.lineCarried, money.carried],
    [say.lineShifted, money.shifted],
  ] as const;
  return parts.filter(([, cents]) => cents !== 0).map(([named, cents]) => named(eurosIn(locale)(cents)));
}

function markOf(money: LineMoney, warned: WarningLevel | undefined, locale: Locale): string {
  const { say } = textsIn[locale];
  if (freeOf(money) < 0) return say.below;
  return warned === undefined ? '' : say.warned(warned);
}

function flowOf(budget: BudgetFile, now: Date, locale: Locale): readonly object[] {
  const { say } = textsIn[locale];
  const euros = eurosIn(locale);
  const { quarters, later } = expectedFlow(budget, now.toISOString());
  const expectedIn = (cents: number) => (cents === 0 ? [] : [say.quarterExpected(euros(wholeEuros(cents)))]);
  const rows = budget.quarters.map((spent, index) => ({
    title: say.quarters[index] ?? '',
    value:
      [...(spent === 0 ? [] : [say.lineSpent(euros(spent))]), ...expectedIn(quarters[index] ?? 0)].join(' · ') ||
      say.quarterNothing,
  }));
  return later === 0 ? rows : [...rows, { title: say.later, value: expectedIn(later).join('') }];
}

/** Nobody expects cents. */
const wholeEuros = (cents: number): number => euro(cents) * 100;

const overridesShown = 5;

async function overriddenOf({ directory }: Sight, budget: BudgetFile, locale: Locale): Promise<readonly object[]> {
  const { names, say } = textsIn[locale];
  const last = budget.overridden.slice(-overridesShown);
  return Promise.all(
    last.map(async ({ line, by, reason }) =>
      lineOf(say.overriddenLine(names.line[line], await directory.nameOf(by), reason)),
    ),
  );
}

function runningOf(file: RequestFile, locale: Locale): object {
  const { names, say } = textsIn[locale];
  const amount = eurosIn(locale)(amountOf(file));
  const line = say.runningLine(names.line[file.ask.line], amount, names.stage[file.stage]);
  return { title: file.number, line, request: file.id };
}

export type Warned = Readonly<{ line: BudgetLine; level: WarningLevel }>;

export function warningView(budget: BudgetFile, { line, level }: Warned, { locale }: Seen): object {
  const { names, say } = textsIn[locale];
  const euros = eurosIn(locale);
  const money = budget.lines[line];
  return {
    title: say.warningTitle(names.line[line], level),
    lines: [say.warningLine(euros(freeOf(money)), euros(totalOf(money))), say.warningNext].map(lineOf),
    ...{ centre: budget.centre, year: budget.year },
  };
}
