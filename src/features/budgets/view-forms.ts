import type { Locale } from '../../core/locale.ts';
import { choicesOf, type Problems, problemsOf } from '../../core/view-parts.ts';
import type { CaseId, Typed } from '../cases/index.ts';
import type { CentreCode } from '../directory/index.ts';
import { type BudgetLine, budgetLines, type RequestId } from './budget-state.ts';
import { criteria, mustCriteria, scores } from './criteria.ts';
import { yields } from './request-state.ts';
import { type Texts, textsIn } from './texts.ts';
import type { Seen } from './view-format.ts';

/** What the two steps of asking hold, as the inputs give it back. `case` is '' without one. */
export type AskForm = Problems &
  Readonly<{ case: CaseId | ''; request: RequestId; typed: Typed; lines: readonly BudgetLine[] }>;

export const askFields = [
  'line',
  'amount',
  'from',
  'until',
  'purpose',
  'municipality',
  'careCosts',
  'guarantor',
  'guaranteeUntil',
  'settlement',
  'place',
] as const;

/** The inputs of a criterion, by its place in the list. */
export const scoreField = (index: number): string => `score${index + 1}`;
export const reasonField = (index: number): string => `reason${index + 1}`;
const criteriaFields = criteria.flatMap((_, index) => [scoreField(index), reasonField(index)]);

export function requestView(form: AskForm, { locale }: Seen): object {
  const { names, cards } = textsIn[locale];
  const { no, yes } = cards.request;
  return {
    ...base(form, locale),
    value: { ...carried(form, askFields), careCosts: form.typed['careCosts'] ?? 'no' },
    choices: choicesOf(form.lines, names.line),
    careChoices: choicesOf(['no', 'yes'], { no, yes }),
    hasGuarantee: form.lines.includes('guarantee'),
    carried: carried(form, criteriaFields),
  };
}

export function criteriaView(form: AskForm, { locale }: Seen): object {
  const { names, say } = textsIn[locale];
  const musts: readonly string[] = mustCriteria;
  const asked = criteria.map((criterion, index) => ({
    must: musts.includes(criterion),
    label: names.criterion[criterion],
    place: index + 1,
    score: form.typed[scoreField(index)] ?? '',
    reason: form.typed[reasonField(index)] ?? '',
    scores: choicesOf(scores, names.score),
  }));
  return {
    ...base(form, locale),
    groups: [
      { heading: say.mustGroup, criteria: asked.filter(({ must }) => must) },
      { heading: say.otherGroup, criteria: asked.filter(({ must }) => !must) },
    ],
    carried: carried(form, askFields),
  };
}

function base(form: AskForm, locale: Locale): object {
  return { case: form.case, request: form.request, ...problemsOf(form, locale) };
}

function carried({ typed }: AskForm, fields: readonly string[]): Typed {
  return Object.fromEntries(fields.map((field) => [field, typed[field] ?? '']));
}

export const dialogs = ['withdraw', 'spend', 'settle', 'end', 'retry', 'override', 'close'] as const;
export type Dialog = (typeof dialogs)[number];

/** A short dialog about a request, or about closing a year (`request` is '' then). */
export type ShortForm = Problems & Readonly<{ dialog: Dialog; request: RequestId | ''; place?: Place; typed: Typed }>;
type Place = Readonly<{ centre: CentreCode; year: number }>;

type Asks = Readonly<{
  amount?: true;
  text?: 'spendAsk' | 'settleAsk' | 'endAsk' | 'withdrawAsk' | 'overrideAsk';
  yield?: true;
}>;
const asks: Readonly<Record<Dialog, Asks>> = {
  withdraw: { text: 'withdrawAsk' },
  spend: { amount: true, text: 'spendAsk' },
  settle: { amount: true, text: 'settleAsk' },
  end: { text: 'endAsk', yield: true },
  retry: {},
  override: { text: 'overrideAsk' },
  close: {},
};

export function formView(form: ShortForm, { locale }: Seen): object {
  const { say, names } = textsIn[locale];
  const { amount, text, yield: asksYield } = asks[form.dialog];
  return {
    ...problemsOf(form, locale),
    ...{ verb: `budgets/${form.dialog}-send`, request: form.request },
    ...introOf(form, locale),
    ...{ centre: form.place?.centre ?? '', year: form.place?.year ?? 0 },
    ...{ asksAmount: amount === true, asksText: text !== undefined, asksYield: asksYield === true },
    textLabel: text === undefined ? '' : say[text],
    value: carriedShort(form.typed),
    yields: choicesOf(yields, names.yield),
    save: say[form.dialog],
  };
}

function introOf({ dialog, place }: ShortForm, locale: Locale): object {
  const { say } = textsIn[locale];
  const intro = place ? say.closeAsk(place.year) : say.retryAsk;
  return { intro, hasIntro: dialog === 'close' || dialog === 'retry' };
}

/** What the text of a short dialog is called. */
export function textName(dialog: Dialog): (texts: Texts) => string {
  const { text } = asks[dialog];
  return ({ say }) => (text === undefined ? '' : say[text]);
}

function carriedShort(typed: Typed): Typed {
  return Object.fromEntries(['amount', 'day', 'text', 'yield'].map((field) => [field, typed[field] ?? '']));
}

export type BudgetForm = Problems & Place & Readonly<{ typed: Typed }>;

export const lineField = (line: BudgetLine): string => `line-${line}`;

export function allocateView(form: BudgetForm, { locale }: Seen): object {
  const { names } = textsIn[locale];
  return {
    ...problemsOf(form, locale),
    ...{ centre: form.centre, year: form.year, override: form.typed['override'] ?? '' },
    lines: budgetLines.map((line) => ({
      label: names.line[line],
      line,
      amount: form.typed[lineField(line)] ?? '',
    })),
  };
}

export function shiftView(form: BudgetForm, { locale }: Seen): object {
  const { names } = textsIn[locale];
  const fields = ['from', 'to', 'amount', 'reason', 'override'];
  return {
    ...problemsOf(form, locale),
    ...{ centre: form.centre, year: form.year, choices: choicesOf(budgetLines, names.line) },
    value: Object.fromEntries(fields.map((field) => [field, form.typed[field] ?? ''])),
  };
}
