import type { Text } from '../../core/locale.ts';
import { formatEuros, parseEuros, typedEuros } from '../../core/money.ts';
import { sentenceLike } from '../../core/sentence.ts';
import { localDate } from '../../core/working-time.ts';
import { inDialog, privately, ran, sayText } from '../../teams/answer-kit.ts';
import { type Inbound, type MessageRoute, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type Typed } from '../cases/index.ts';
import { type BudgetTold, enterCentre, loadBudget, type Place } from './budget-desk.ts';
import type { Amounts } from './budget-messages.ts';
import { budgetLines, budgetStream, isThere } from './budget-state.ts';
import { allocate, closeYear, overviewOf, shift } from './desk-budget.ts';
import {
  aboutYear,
  type AboutYear,
  doneInDialog,
  guarded,
  type Kit,
  maybeYear,
  oneOf,
  refusedInDialog,
  say,
  type SentYear,
  sentYear,
} from './teams-answers.ts';
import { inBoth, refusalText } from './texts.ts';
import { lineField } from './view-forms.ts';

export function budgetRoutes(kit: Kit): readonly Route[] {
  const opens = (verb: string, run: typeof openClose): Route =>
    route({ on: 'dialog', verb, data: aboutYear, run: (inbound) => entering(kit, inbound, run) });
  const sends = (verb: string, run: typeof sendClose): Route =>
    route({ on: 'submit', verb, data: sentYear, run: (inbound) => run(kit, inbound) });
  return [
    route({
      ...{ on: 'action', verb: 'budgets/overview', looks: true, data: maybeYear },
      run: (inbound) => showOverview(kit, inbound, inbound.data),
    }),
    opens('budgets/allocate', openAllocate),
    sends('budgets/allocate-send', sendAllocate),
    opens('budgets/shift', openShift),
    sends('budgets/shift-send', sendShift),
    opens('budgets/close', openClose),
    sends('budgets/close-send', sendClose),
  ];
}

const asksBudget =
  /^(het )?(budget|budget over|budget left|hoeveel budget is er( nog)?( over)?|how much budget is left)$/;
const asksMoney = /^(ik wil )?(geld (aan)?vragen|geld aanvragen|budget aanvragen|ask for money|request money)$/;

export function budgetMessages(kit: Kit): readonly MessageRoute[] {
  const otherwise = say((texts) => texts.say.onlyInChat);
  const named = (name: string, pattern: RegExp, run: (inbound: Inbound) => Promise<Ran>): MessageRoute => ({
    ...{ name, match: sentenceLike(pattern) },
    run: (inbound) => privately(inbound, { run: () => run(inbound), otherwise }),
  });
  return [
    named('budgets/overview', asksBudget, (inbound) => showOverview(kit, inbound, maybeYear.parse(inbound.data))),
    named('budgets/how', asksMoney, (inbound) => showHow(kit, inbound)),
  ];
}

type Which = Readonly<{ centre?: Place['centre'] | undefined; year?: number | undefined }>;

async function showOverview({ deps, cards }: Kit, inbound: Inbound, which: Which): Promise<Ran> {
  const year = which.year ?? Number(localDate(inbound.at.toISOString()).slice(0, 4));
  const { centre } = which;
  const shown = await overviewOf(deps, askedBy(inbound), { year, ...(centre === undefined ? {} : { centre }) });
  if (!shown.ok) return sayText(shown.refused, refusalText(shown));
  const { place, budget, manages, running } = shown;
  const state = { ...place, manages, running, ...(budget ? { budget } : {}) };
  return ran('shown', { type: 'card', card: cards.overview.show(state) }, budgetStream(place.centre, place.year));
}

async function showHow({ deps, cards }: Kit, inbound: Inbound): Promise<Ran> {
  const entered = await enterCentre(deps, askedBy(inbound), { action: 'money.request-general' });
  return ran('explained', { type: 'card', card: cards.how.show({ mayAsk: entered.ok }) });
}

async function entering(kit: Kit, inbound: AboutYear, run: typeof openClose): Promise<Ran> {
  const asked = askedBy(inbound);
  const entered = await enterCentre(kit.deps, asked, { action: 'budget.manage', centre: inbound.data.centre });
  return entered.ok ? run(kit, inbound.data) : refusedInDialog(entered);
}

type Form = Readonly<{ place: Place; typed: Typed; problems: readonly Text[] }>;

function ask({ cards }: Kit, which: 'allocate' | 'shift', { place, typed, problems }: Form): Ran {
  const { centre, year } = place;
  return inDialog({
    title: say((texts) => texts.say.dialogBudget(centre, year)),
    card: cards[which].show({ centre, year, typed, problems }),
    outcome: problems.length > 0 ? 'faults' : 'opened',
    stream: budgetStream(centre, year),
  });
}

/** With what every line has now. */
async function openAllocate(kit: Kit, place: Place): Promise<Ran> {
  const { state } = await loadBudget(kit.deps, place);
  const typed = budgetLines.map((line) => {
    const cents = isThere(state) ? state.lines[line].allocated : 0;
    return [lineField(line), typedEuros(cents)];
  });
  return ask(kit, 'allocate', { place, typed: Object.fromEntries(typed) as Typed, problems: [] });
}

const overrideField = { override: { name: ({ cards }: Cards) => cards.shift.override, longest: 400 } };
type Cards = Parameters<Parameters<typeof say>[0]>[0];

function overrideIn(typed: Typed): Readonly<{ override?: Readonly<{ reason: string }> }> {
  const reason = typed['override'] ?? '';
  return reason === '' ? {} : { override: { reason } };
}

async function sendAllocate(kit: Kit, inbound: SentYear): Promise<Ran> {
  const place = placeOf(inbound);
  const { typed, problems } = await guarded(kit, inbound, overrideField);
  const amounts = budgetLines.map((line) => [line, parseEuros(typed[lineField(line)] ?? '')] as const);
  const wrong = amounts.some(([, cents]) => cents === undefined);
  const faults = [...problems, ...(wrong ? [say(({ cards }) => cards.form.amountRequired)] : [])];
  const form = { place, typed, problems: faults };
  const entered = await enterCentre(kit.deps, askedBy(inbound), { action: 'budget.manage', centre: place.centre });
  if (!entered.ok) return refusedInDialog(entered);
  if (faults.length > 0) return ask(kit, 'allocate', form);
  const lines: Amounts = Object.fromEntries(amounts);
  const told = await allocate(kit.deps, askedBy(inbound), { place, lines, ...overrideIn(typed) });
  return answer(
    told,
    () => ask(kit, 'allocate', { ...form, problems: problemsIn(told) }),
    say((texts) => texts.say.allocated),
  );
}

async function openShift(kit: Kit, place: Place): Promise<Ran> {
  return ask(kit, 'shift', { place, typed: {}, problems: [] });
}

async function sendShift(kit: Kit, inbound: SentYear): Promise<Ran> {
  const place = placeOf(inbound);
  const entered = await enterCentre(kit.deps, askedBy(inbound), { action: 'budget.manage', centre: place.centre });
  if (!entered.ok) return refusedInDialog(entered);
  const fields = { ...overrideField, reason: { name: ({ cards }: Cards) => cards.shift.reason, longest: 400 } };
  const { typed, problems } = await guarded(kit, inbound, fields);
  const [from, to] = [oneOf(budgetLines, typed['from']), oneOf(budgetLines, typed['to'])];
  const form = { place, typed, problems };
  if (problems.length > 0) return ask(kit, 'shift', form);
  if (!from || !to) return ask(kit, 'shift', { ...form, problems: [say(({ cards }) => cards.shift.required)] });
  const cents = parseEuros(typed['amount'] ?? '') ?? 0;
  const wish = { place, from, to, cents, reason: typed['reason'] ?? '', ...overrideIn(typed) };
  const told = await shift(kit.deps, askedBy(inbound), wish);
  const done = inBoth(({ say: texts, names }, locale) =>
    texts.shifted(formatEuros(cents, locale), names.line[from], names.line[to]),
  );
  return answer(told, () => ask(kit, 'shift', { ...form, problems: problemsIn(told) }), done);
}

function placeOf({ data: { centre, year } }: SentYear): Place {
  return { centre, year };
}

function problemsIn(told: BudgetTold): readonly Text[] {
  return told.ok ? [] : [refusalText(told)];
}

/** Faults that a person can mend show the form again; whoever may not is told so and no more. */
function answer(told: BudgetTold, again: () => Ran, done: Text): Ran {
  if (told.ok) return doneInDialog([done]);
  return told.refused === 'not-allowed' || told.refused === 'year-closed' ? refusedInDialog(told) : again();
}

async function openClose({ cards }: Kit, place: Place): Promise<Ran> {
  return inDialog({
    title: say((texts) => texts.say.dialogBudget(place.centre, place.year)),
    card: cards.form.show({ dialog: 'close', request: '', place, typed: {}, problems: [] }),
    outcome: 'opened',
  });
}

async function sendClose({ deps }: Kit, inbound: SentYear): Promise<Ran> {
  const place = placeOf(inbound);
  const told = await closeYear(deps, askedBy(inbound), place);
  return told.ok ? doneInDialog([say((texts) => texts.say.closed(place.year))]) : refusedInDialog(told);
}
