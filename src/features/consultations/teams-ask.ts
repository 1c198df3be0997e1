import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { conceptId } from '../../matching/index.ts';
import { askedBy, caseIdField, identifyingWord, mayJoin, type SubmittedCase, type Typed } from '../cases/index.ts';
import { type Mandate, mandates } from '../experts/index.ts';
import { type ConsultationForm, consultationForms, consultationId, type Request } from './consultation-state.ts';
import { defaultBy, openRequest, readCase, requestConsultation } from './desk-ask.ts';
import { doneInDialog, guarded, idField, inDialog, type Kit, refusedInDialog, say } from './teams-answers.ts';
import { refusalText } from './texts.ts';

const opening = z.object({ case: caseIdField });
const sending = z.looseObject({ case: caseIdField, consultation: idField });
type Opening = Inbound<z.output<typeof opening>>;
type Sending = Inbound<z.output<typeof sending>>;

/** Asking in two steps: what is asked, and then what an expert must know about. */
export function askRoutes(kit: Kit): readonly Route[] {
  const step = (verb: string, run: (inbound: Sending) => Promise<Ran>): Route =>
    route({ on: 'submit', verb, data: sending, run });
  return [
    route({ on: 'dialog', verb: 'consultations/ask', data: opening, run: (inbound) => open(kit, inbound) }),
    step('consultations/ask-next', (inbound) => next(kit, inbound)),
    step('consultations/ask-back', (inbound) => back(kit, inbound)),
    step('consultations/ask-send', (inbound) => send(kit, inbound)),
  ];
}

/** `typed` with what may be shown again; `file` when everything is right. */
type Form = Readonly<{ file: SubmittedCase; typed: Typed; problems: readonly Text[] }>;

async function open(kit: Kit, inbound: Opening): Promise<Ran> {
  const asked = askedBy(inbound);
  const opened = await openRequest(kit.deps, asked, inbound.data.case);
  if (!opened.ok) return refusedInDialog(kit, opened.refused);
  const data = { ...inbound.data, consultation: consultationId(kit.deps.newId()) };
  return showAsk(kit, { ...inbound, data }, { file: opened.file, typed: { by: defaultBy(asked) }, problems: [] });
}

function showAsk({ cards }: Kit, { data }: Sending, { file, typed, problems }: Form): Ran {
  const form = { case: data.case, consultation: data.consultation, typed, problems, mayJoin: mayJoin(file.intake) };
  return inDialog({
    title: (texts) => texts.say.dialogAsk(file.number),
    card: cards.ask.show(form),
    outcome: problems.length > 0 ? 'faults' : 'opened',
  });
}

/** Whoever may ask, with a form that holds nothing it should not; otherwise the answer that says why not. */
async function review(kit: Kit, inbound: Sending): Promise<Form | Ran> {
  const asked = askedBy(inbound);
  const opened = await openRequest(kit.deps, asked, inbound.data.case);
  if (!opened.ok) return refusedInDialog(kit, opened.refused, inbound.data.consultation);
  const { file } = opened;
  const { typed, problems } = await guarded(kit, inbound, { question: { name: ({ cards }) => cards.ask.question } });
  const telling = await identifyingWord(kit.deps, file, [typed['question'] ?? '']);
  const all = [...problems, ...(telling === undefined ? [] : [refusalText('identifying-words')]), ...faultsIn(typed)];
  // A question that was emptied is missing because of that: one line about it is enough.
  return { file, typed, problems: problems.length > 0 ? problems : all };
}

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const day = z.iso.date();

function faultsIn(typed: Typed): readonly Text[] {
  const checks: readonly Readonly<{ isRight: boolean; text: Text }>[] = [
    { isRight: (typed['question'] ?? '') !== '', text: say(({ cards }) => cards.ask.questionRequired) },
    { isRight: whole(1, 160).safeParse(typed['hours']).success, text: say(({ cards }) => cards.ask.hoursRequired) },
    { isRight: day.safeParse(typed['by']).success, text: say(({ cards }) => cards.ask.byRequired) },
    { isRight: whole(1, 5).safeParse(typed['atMost']).success, text: say(({ cards }) => cards.ask.atMostRequired) },
  ];
  return checks.flatMap(({ isRight, text }) => (isRight ? [] : [text]));
}

async function next(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  if ('answer' in form) return form;
  return form.problems.length > 0 ? showAsk(kit, inbound, form) : showConfirm(kit, inbound, form);
}

async function back(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  return 'answer' in form ? form : showAsk(kit, inbound, form);
}

/** Proposed from the words of the question and of the case; what was chosen before stays. */
async function showConfirm(kit: Kit, { data }: Sending, { file, typed, problems }: Form): Promise<Ran> {
  const { concepts, unknown } = await readCase(kit.deps, file, typed['question'] ?? '');
  const needs = typed['needs'] ?? concepts.map(({ id }) => id).join(',');
  const own = (await kit.deps.experts.matcher()).read(typed['question'] ?? '').unknown;
  const card = kit.cards.confirm.show({
    ...{ case: data.case, consultation: data.consultation, mayJoin: mayJoin(file.intake), problems },
    typed: { ...typed, needs },
    unknown: unknown.filter((word) => own.includes(word)).slice(0, wordsShown),
  });
  const outcome = problems.length > 0 ? 'faults' : 'opened';
  return inDialog({ title: (texts) => texts.say.dialogAsk(file.number), card, outcome });
}

const wordsShown = 8;
const mostNeeds = 8;

async function send(kit: Kit, inbound: Sending): Promise<Ran> {
  const form = await review(kit, inbound);
  if ('answer' in form) return form;
  if (form.problems.length > 0) return showAsk(kit, inbound, form);
  const { consultation: id, case: caseId } = inbound.data;
  const matcher = await kit.deps.experts.matcher();
  const known = new Set<string>(matcher.concepts.map((concept) => concept.id));
  const needs = listIn(form.typed['needs']).filter((one) => known.has(one));
  const request = requestOf(form.typed, needs.slice(0, mostNeeds));
  const { unknown } = matcher.read(request.question);
  const told = await requestConsultation(kit.deps, askedBy(inbound), { id, caseId, request, unknown });
  if (told.ok) return doneInDialog(kit, [say((texts) => texts.say.requested)], id);
  if (told.refused === 'already-asked') return refusedInDialog(kit, told.refused, id);
  return showConfirm(kit, inbound, { ...form, problems: [refusalText(told.refused)] });
}

function requestOf(typed: Typed, needs: readonly string[]): Request {
  return {
    question: typed['question'] ?? '',
    needs: needs.map(conceptId),
    form: oneOf<ConsultationForm>(consultationForms, typed['what']) ?? 'advice',
    hours: Number(typed['hours']),
    by: typed['by'] ?? '',
    atMost: Number(typed['atMost']),
    livedExperience: typed['livedExperience'] === 'true',
    ownAreaOnly: typed['ownAreaOnly'] === 'true',
    mandates: listIn(typed['mandates']).flatMap((code) => oneOf<Mandate>(mandates, code) ?? []),
  };
}

function oneOf<Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined {
  return codes.find((code) => code === text);
}

function listIn(text = ''): readonly string[] {
  return [...new Set(text.split(',').filter((part) => part !== ''))];
}
