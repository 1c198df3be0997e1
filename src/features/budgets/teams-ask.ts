import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { typedEuros } from '../../core/money.ts';
import { inDialog } from '../../teams/answer-kit.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, type CaseId, caseIdField, identifyingWord, type SubmittedCase, type Typed } from '../cases/index.ts';
import { askOf, blockedBy, municipalityFault, startingWith } from './ask-form.ts';
import { requestId } from './budget-state.ts';
import { isComplete } from './criteria.ts';
import { checkAsk, type Opened, openAsk, requestMoney } from './desk-request.ts';
import type { Ask } from './request-state.ts';
import { doneInDialog, guarded, type Kit, refusedInDialog, requestField, say } from './teams-answers.ts';
import { inBoth, refusalText } from './texts.ts';
import { type AskForm, reasonField } from './view-forms.ts';

/** An amount that somebody said already is no more than fits the field. */
const mostCents = 99_999_999_99;
/** Without a case the card sends an empty one. */
const caseField = z
  .union([z.literal('').transform((): undefined => undefined), caseIdField])
  .optional()
  .transform((id): CaseId | undefined => id);
const opening = z.object({ case: caseField, cents: z.int().positive().max(mostCents).optional().catch(undefined) });
const sending = z.looseObject({ case: caseField, request: requestField });
type Opening = Inbound<z.output<typeof opening>>;
type Sending = Inbound<z.output<typeof sending>>;

/** Asking in two steps: what is asked, and how it meets the criteria. */
export function askRoutes(kit: Kit): readonly Route[] {
  const step = (verb: string, run: (inbound: Sending) => Promise<Ran>): Route =>
    route({ on: 'submit', verb, data: sending, run });
  return [
    route({ on: 'dialog', verb: 'budgets/ask', data: opening, run: (inbound) => open(kit, inbound) }),
    step('budgets/ask-next', (inbound) => next(kit, inbound)),
    step('budgets/ask-back', (inbound) => back(kit, inbound)),
    step('budgets/ask-send', (inbound) => send(kit, inbound)),
  ];
}

async function open(kit: Kit, inbound: Opening): Promise<Ran> {
  const opened = await openAsk(kit.deps, askedBy(inbound), inbound.data.case);
  if (!opened.ok) return refusedInDialog(opened);
  const { case: about, cents } = inbound.data;
  const data = { case: about, request: requestId(kit.deps.newId()) };
  const amount: Typed = cents === undefined ? {} : { amount: typedEuros(cents) };
  return show(kit, 'request', {
    data,
    form: { opened, typed: { ...startingWith(inbound.at), ...amount }, problems: [] },
  });
}

/** `typed` with what may be shown again. */
type Form = Readonly<{ opened: Opened; typed: Typed; problems: readonly Text[] }>;
type Shown = Readonly<{ data: Sending['data']; form: Form }>;

function show({ cards }: Kit, step: 'request' | 'criteria', { data, form }: Shown): Ran {
  const { opened, typed, problems } = form;
  const state: AskForm = {
    ...{ case: data.case ?? '', request: data.request, typed, problems, lines: opened.lines },
  };
  const number = opened.file?.number;
  return inDialog({
    title: say((texts) => (number === undefined ? texts.say.dialogAsk : texts.say.dialogAskCase(number))),
    card: cards[step].show(state),
    outcome: problems.length > 0 ? 'faults' : 'opened',
  });
}

const typedFields = {
  purpose: { name: ({ cards }) => cards.request.purpose, longest: 1000 },
  guarantor: { name: ({ cards }) => cards.request.guarantor, longest: 200 },
  settlement: { name: ({ cards }) => cards.request.settlement, longest: 400 },
  place: { name: ({ cards }) => cards.request.place, longest: 40 },
} as const satisfies Parameters<typeof guarded>[2];
const reasonFields = Array.from({ length: 11 }, (_, index) => reasonField(index));
const guardedFields: Parameters<typeof guarded>[2] = {
  ...typedFields,
  ...Object.fromEntries(
    reasonFields.map((field, index) => [
      field,
      {
        name: ({ cards }: Parameters<typeof typedFields.purpose.name>[0]) => `${cards.criteria.reason} ${index + 1}`,
        longest: 300,
      },
    ]),
  ),
};

/** Whoever may ask, with a form that holds nothing it should not; otherwise the answer that says why not. */
async function review(kit: Kit, inbound: Sending): Promise<Form | Ran> {
  const opened = await openAsk(kit.deps, askedBy(inbound), inbound.data.case);
  if (!opened.ok) return refusedInDialog(opened, inbound.data.request);
  const { typed, problems } = await guarded(kit, inbound, guardedFields);
  const isTelling = problems.length === 0 && opened.file !== undefined && (await tells(kit, opened.file, typed));
  return { opened, typed, problems: isTelling ? [refusalText({ refused: 'identifying-words' })] : problems };
}

/** Whoever decides may not learn from a text who it is about. */
async function tells({ deps }: Kit, file: SubmittedCase, typed: Typed): Promise<boolean> {
  const texts = Object.keys(guardedFields).map((field) => typed[field] ?? '');
  return (await identifyingWord(deps, file, texts)) !== undefined;
}

/** What is wrong with the first step, in words; nothing when it can go on. */
async function faultsOf(kit: Kit, inbound: Sending, { opened, typed, problems }: Form): Promise<readonly Text[]> {
  if (problems.length > 0) return problems;
  const ask = askOf(typed, opened.lines);
  if (!ask) return [say(({ cards }) => cards.request.required)];
  const refused = await checkAsk(kit.deps, askedBy(inbound), { centre: opened.centre, ask });
  return [...(refused ? [refusalText(refused)] : []), ...municipalityFault(typed)];
}

async function next(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  if ('answer' in form) return form;
  const problems = await faultsOf(kit, inbound, form);
  return show(kit, problems.length > 0 ? 'request' : 'criteria', { data: inbound.data, form: { ...form, problems } });
}

async function back(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  return 'answer' in form ? form : show(kit, 'request', { data: inbound.data, form });
}

async function send(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  if ('answer' in form) return form;
  const { data } = inbound;
  const ask = askOf(form.typed, form.opened.lines);
  if (!ask) return next(kit, inbound);
  const problems = form.problems.length > 0 ? form.problems : criteriaFaults(ask);
  if (problems.length > 0) return show(kit, 'criteria', { data, form: { ...form, problems } });
  const told = await requestMoney(kit.deps, askedBy(inbound), { id: data.request, caseId: data.case, ask });
  if (told.ok) return doneInDialog([inBoth(({ say: texts }) => texts.requested)], data.request);
  if (told.refused === 'already-requested' || told.refused === 'no-leader') return refusedInDialog(told, data.request);
  return show(kit, 'request', { data, form: { ...form, problems: [refusalText(told)] } });
}

function criteriaFaults(ask: Ask): readonly Text[] {
  const blocked = blockedBy(ask);
  if (blocked.length > 0) return blocked;
  return isComplete(ask.criteria) ? [] : [refusalText({ refused: 'criteria-missing' })];
}
