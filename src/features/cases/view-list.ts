import type { Locale, Text } from '../../core/locale.ts';
import { type Draft, isSubmitted, type SubmittedCase, stages } from './case-state.ts';
import type { ListFilter, Welcome } from './desk-lists.ts';
import { nextStep } from './next-step.ts';
import { type Texts, textsIn } from './texts.ts';
import { isInCase, isLate, lineAbout, type Seen } from './view-case.ts';
import { type Choice, day, lineOf, timeOfDay } from './view-format.ts';

/** `trail`: where the pages before this one began, the first excepted; so that one can go back. */
export type ListState = Readonly<{
  filter: ListFilter;
  cases: readonly (Draft | SubmittedCase)[];
  trail: readonly string[];
  after?: string;
  next?: string;
  regions: readonly Choice[];
}>;

/** A choice must have a value (Adaptive Cards: Input.Choice); this one stands for no filter. */
export const everything = 'all';

export function listView(state: ListState, seen: Seen): object {
  const { filter, cases, regions } = state;
  const { cards, names } = textsIn[seen.locale];
  const all = { title: cards.list.all, value: everything };
  return {
    title: cards.list[filter.scope],
    scope: filter.scope,
    rows: cases.map((item) => rowOf(item, seen)),
    ...emptiness(state, cards.list),
    stages: [all, ...stages.map((value) => ({ title: names.stage[value], value }))],
    regions: [all, ...regions],
    hasRegions: filter.scope === 'team' && regions.length > 1,
    value: {
      stage: filter.stage ?? everything,
      region: filter.region ?? everything,
      overdue: String(filter.overdue ?? false),
    },
    ...paging(state),
  };
}

type ListTexts = Texts['cards']['list'];

/** Nothing to show is either a beginning or a filter that nothing fits. */
function emptiness({ filter, cases, after }: ListState, texts: ListTexts): object {
  const { scope, ...chosen } = filter;
  const isFiltered = Object.keys(chosen).length > 0 || after !== undefined;
  const isEmpty = cases.length === 0;
  const unfiltered = scope === 'own' ? texts.emptyOwn : texts.emptyTeam;
  return {
    isEmpty,
    empty: isFiltered ? texts.emptyFiltered : unfiltered,
    mayStart: isEmpty && !isFiltered && scope === 'own',
    mayFilter: !isEmpty || isFiltered,
  };
}

/** The data of the buttons, whole: they repeat the filter. */
function paging({ filter, trail, after, next }: ListState): object {
  const base = { verb: 'cases/list', ...filter };
  const backTo = trail.at(-1);
  return {
    hasPrevious: after !== undefined,
    previousData: { ...base, trail: trail.slice(0, -1), ...(backTo === undefined ? {} : { after: backTo }) },
    hasNext: next !== undefined,
    nextData: {
      ...base,
      trail: after === undefined ? trail : [...trail, after],
      ...(next === undefined ? {} : { after: next }),
    },
  };
}

function rowOf(item: Draft | SubmittedCase, { locale, person, now }: Seen): object {
  const { say, names, cards } = textsIn[locale];
  if (!isSubmitted(item)) {
    const title = say.draftOf(day(item.updatedAt, locale));
    return { case: item.id, title, line: names.nextStep.submit, verb: 'cases/continue', mayOpen: true, isLate: false };
  }
  const late = isLate(nextStep(item), now);
  return {
    case: item.id,
    title: item.number,
    isLate: late,
    line: late ? `${cards.list.late} ${lineAbout(item, locale)}` : lineAbout(item, locale),
    verb: 'cases/details',
    mayOpen: isInCase(item, person),
  };
}

export type HomeState = Welcome & Readonly<{ notUnderstood: boolean }>;

export function homeView({ known, drafts, notUnderstood, ...may }: HomeState, { locale }: Seen): object {
  const { say } = textsIn[locale];
  return {
    isKnown: known,
    isUnknown: !known,
    notUnderstood,
    ...may,
    hasDrafts: drafts.length > 0,
    drafts: drafts.map(({ id, updatedAt }) => ({
      case: id,
      text: `${say.draftOf(day(updatedAt, locale))}, ${timeOfDay(updatedAt)}`,
    })),
  };
}

/** A short confirmation or refusal; `alert` stands out. */
export type Outcome = Readonly<{ lines: readonly Text[]; alert?: Text }>;

export function outcomeView({ lines, alert }: Outcome, locale: Locale): object {
  return {
    lines: lines.map((line) => lineOf(line[locale])),
    alert: alert?.[locale] ?? '',
    hasAlert: alert !== undefined,
  };
}
