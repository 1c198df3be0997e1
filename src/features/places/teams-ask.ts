import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { localDate } from '../../core/working-time.ts';
import { inDialog } from '../../teams/answer-kit.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { askedBy, caseIdField, identifyingWord, type SubmittedCase, type Typed } from '../cases/index.ts';
import { type AskFault, presentOf, readNeeds, startFrom } from './ask-form.ts';
import { openRequest, requestPlace } from './desk-ask.ts';
import { requestId, requestStream } from './place-ids.ts';
import {
  doneInDialog,
  guarded,
  type Guards,
  isDay,
  type Kit,
  refusedInDialog,
  requestField,
  say,
} from './teams-answers.ts';
import { refusalText } from './texts.ts';

/** `from`: a day that somebody said already. */
const opening = z.object({ case: caseIdField, from: z.iso.date().optional().catch(undefined) });
const sending = z.looseObject({ case: caseIdField, request: requestField });
type Opening = Inbound<z.output<typeof opening>>;
type Sending = Inbound<z.output<typeof sending>>;

/** Asking in two steps: can the help come to where the youth is, and only then what place is needed. */
export function askRoutes(kit: Kit): readonly Route[] {
  const step = (verb: string, run: (inbound: Sending) => Promise<Ran>): Route =>
    route({ on: 'submit', verb, data: sending, run });
  return [
    route({ on: 'dialog', verb: 'places/ask', data: opening, run: (inbound) => open(kit, inbound) }),
    step('places/ask-next', (inbound) => next(kit, inbound)),
    step('places/ask-back', (inbound) => back(kit, inbound)),
    step('places/ask-send', (inbound) => send(kit, inbound)),
  ];
}

const guards: Guards = {
  reason: { name: ({ cards }) => cards.ask.reason, longest: 400 },
  words: { name: ({ cards }) => cards.needs.words, longest: 1000 },
  money: { name: ({ cards }) => cards.needs.money, longest: 40 },
};

type Form = Readonly<{ file: SubmittedCase; typed: Typed; problems: readonly Text[] }>;
type Step = Form & Readonly<{ step: 'ask' | 'needs' }>;

async function open(kit: Kit, inbound: Opening): Promise<Ran> {
  const opened = await openRequest(kit.deps, askedBy(inbound), inbound.data.case);
  if (!opened.ok) return refusedInDialog(opened.refused);
  const { case: about, from = '' } = inbound.data;
  const data = { case: about, request: requestId(kit.deps.newId()) };
  return show(kit, { ...inbound, data }, { step: 'ask', file: opened.file, typed: { from }, problems: [] });
}

function show({ cards }: Kit, { data }: Sending, { step, file, typed, problems }: Step): Ran {
  return inDialog({
    title: say((texts) => texts.say.dialogAsk(file.number)),
    card: cards[step].show({ case: data.case, request: data.request, typed, problems }),
    outcome: problems.length > 0 ? 'faults' : 'opened',
    stream: requestStream(data.request),
  });
}

/** Whoever may ask, with a form that holds nothing it should not; otherwise the answer that says why not. */
async function review(kit: Kit, inbound: Sending): Promise<Form | Ran> {
  const opened = await openRequest(kit.deps, askedBy(inbound), inbound.data.case);
  if (!opened.ok) return refusedInDialog(opened.refused, requestStream(inbound.data.request));
  const { file } = opened;
  const { typed, problems } = await guarded(kit, inbound, guards);
  const text = [typed['words'], typed['money']].join(' ');
  const telling =
    (await identifyingWord(kit.deps, file, [text])) === undefined ? [] : [refusalText('identifying-words')];
  return { file, typed, problems: [...problems, ...telling] };
}

function presentFaults(typed: Typed): readonly Text[] {
  const atPresent = presentOf(typed);
  if (!atPresent) return [say(({ cards }) => cards.ask.comes)];
  return !atPresent.comes && atPresent.reason === '' ? [refusalText('why-not-here')] : [];
}

async function next(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  if ('answer' in form) return form;
  const problems = form.problems.length > 0 ? form.problems : presentFaults(form.typed);
  if (problems.length > 0) return show(kit, inbound, { ...form, step: 'ask', problems });
  if (presentOf(form.typed)?.comes === true) return record(kit, inbound, form);
  const today = localDate(inbound.at.toISOString());
  const start = startFrom(form.file, today);
  const said: Typed = form.typed['from'] === '' ? { from: today } : {};
  return show(kit, inbound, { ...form, step: 'needs', typed: { ...start, ...form.typed, ...said } });
}

async function back(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  return 'answer' in form ? form : show(kit, inbound, { ...form, step: 'ask' });
}

const faultTexts: Readonly<Record<AskFault, Text>> = {
  ages: refusalText('ages-missing'),
  words: refusalText('words-missing'),
  from: say(({ cards }) => `${cards.needs.from}: ${cards.needs.required}`),
  tenableUntil: say(({ cards }) => `${cards.needs.tenableUntil} ${cards.needs.required}`),
  moves: say(({ cards }) => `${cards.needs.moves} ${cards.needs.required}`),
};

async function send(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  if ('answer' in form) return form;
  const asks = presentFaults(form.typed);
  if (asks.length > 0) return show(kit, inbound, { ...form, step: 'ask', problems: [...form.problems, ...asks] });
  if (form.problems.length > 0) return show(kit, inbound, { ...form, step: 'needs' });
  return record(kit, inbound, form);
}

async function record(kit: Kit, inbound: Sending, form: Form): Promise<Ran> {
  const { request: id, case: caseId } = inbound.data;
  const regions = (await kit.deps.directory.regions(inbound.at)).map(({ code }) => code);
  const { needs, movesBefore, faults } = readNeeds(form.typed, { regions, isDay });
  const atPresent = presentOf(form.typed) ?? { comes: false, reason: '' };
  if (!atPresent.comes && faults.length > 0) {
    const problems = faults.map((fault) => faultTexts[fault]);
    return show(kit, inbound, { ...form, step: 'needs', problems });
  }
  const moves = atPresent.comes ? (form.file.intake.moves ?? 0) : movesBefore;
  const wish = { id, caseId, atPresent, needs, movesBefore: moves };
  const told = await requestPlace(kit.deps, askedBy(inbound), wish);
  if (!told.ok) return refusedInDialog(told.refused, requestStream(id));
  const line = say((texts) => (atPresent.comes ? texts.say.stays : texts.say.asked));
  return doneInDialog([line], requestStream(id));
}
