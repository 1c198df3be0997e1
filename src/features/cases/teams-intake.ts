import { z } from 'zod/v4';
import type { Text } from '../../core/locale.ts';
import type { PersonalDataKind } from '../../core/personal-data.ts';
import { type Inbound, type Ran, route, type Route } from '../../teams/routes.ts';
import { caseId, type Told } from './case-desk.ts';
import { type Case, type CaseId, isSubmitted, type SubmittedCase } from './case-state.ts';
import { editable } from './decide-intake.ts';
import { openIntake, reviewStep, saveStep, submitIntake } from './desk-intake.ts';
import { type Intake, missingFields } from './intake.ts';
import type { Step } from './intake-fields.ts';
import { askAboutNames } from './ask-names.ts';
import { namesToLookFor } from './guard-form.ts';
import { type FieldFault, pickTyped, type Typed, typedOf } from './intake-form.ts';
import {
  aboutCase,
  askedBy,
  caseIdField,
  doneInDialog,
  inDialog,
  type Kit,
  ran,
  refusalText,
  refusedInDialog,
} from './teams-answers.ts';
import { inBoth } from './texts.ts';
import type { IntakeForm } from './view-intake.ts';
import { day } from './view-format.ts';

const typedStep = z.looseObject({ case: caseIdField, example: z.string().max(40).catch('') });
type TypedStep = Inbound<z.output<typeof typedStep>>;
type Filled = Readonly<{ id: CaseId; example: string; typed: Typed }> &
  Pick<Partial<IntakeForm>, 'faults' | 'problem' | 'problems' | 'municipality' | 'isAcute' | 'isWithTeam'>;

/** The form in two steps. Typed data is looked through for personal data before anything of it is kept. */
export function intakeRoutes(kit: Kit): readonly Route[] {
  const onSubmit = (verb: string, run: (inbound: TypedStep) => Promise<Ran>): Route =>
    route({ on: 'submit', verb, data: typedStep, run });
  return [
    route({ on: 'dialog', verb: 'cases/start', data: z.object({}), run: (inbound) => start(kit, inbound) }),
    route({ on: 'dialog', verb: 'cases/continue', data: aboutCase, run: (inbound) => goOn(kit, inbound) }),
    onSubmit('cases/example', (inbound) => fillExample(kit, inbound)),
    onSubmit('cases/intake-next', (inbound) => save(kit, inbound, { step: 'who', then: showQuestion })),
    onSubmit('cases/intake-save-who', (inbound) => save(kit, inbound, { step: 'who', then: sayKept })),
    onSubmit('cases/intake-back', (inbound) => save(kit, inbound, { step: 'question', then: showWho })),
    onSubmit('cases/intake-save-question', (inbound) => save(kit, inbound, { step: 'question', then: sayKept })),
    onSubmit('cases/intake-submit', (inbound) => save(kit, inbound, { step: 'question', then: submit })),
  ];
}

async function start(kit: Kit, inbound: Inbound): Promise<Ran> {
  const id = caseId(kit.deps.newId());
  const opened = await openIntake(kit.deps, askedBy(inbound), { id });
  if (!opened.ok) return refusedInDialog(kit, inbound, { code: opened.refused });
  return ran('opened', await showStep(kit, inbound, { step: 'who', filled: { id, example: '', typed: {} } }));
}

async function goOn(kit: Kit, inbound: Inbound<z.output<typeof aboutCase>>): Promise<Ran> {
  const id = inbound.data.case;
  const opened = await openIntake(kit.deps, askedBy(inbound), { id });
  if (!opened.ok) return refusedInDialog(kit, inbound, { code: opened.refused, id });
  if (!editable.includes(opened.state.stage)) return refusedInDialog(kit, inbound, { code: 'not-editable', id });
  return showWho(kit, inbound, { id, example: '', state: opened.state });
}

async function fillExample(kit: Kit, inbound: TypedStep): Promise<Ran> {
  const { case: id, example } = inbound.data;
  const found = exampleIntake(kit, example);
  const typed = found ? typedOf('who', found) : pickTyped('who', inbound.data);
  return ran('filled', await showStep(kit, inbound, { step: 'who', filled: { id, example, typed } }), id);
}

function exampleIntake({ deps }: Kit, key: string): Intake | undefined {
  return deps.settings.demoCases?.find((example) => example.key === key)?.intake;
}

type Saved = Readonly<{ id: CaseId; example: string; state: Case }>;
type Then = (kit: Kit, inbound: TypedStep, saved: Saved) => Promise<Ran>;

/** Reviews a step, keeps it when nothing is wrong with it, and goes on; otherwise the same step with what was typed. */
async function save(kit: Kit, inbound: TypedStep, { step, then }: Readonly<{ step: Step; then: Then }>): Promise<Ran> {
  const { case: id, example } = inbound.data;
  const asked = askedBy(inbound);
  const opened = await openIntake(kit.deps, asked, { id, look: false });
  if (!opened.ok) return refusedInDialog(kit, inbound, { code: opened.refused, id });
  const picked = pickTyped(step, inbound.data);
  const { pseudonym: alias = picked.pseudonym } = intakeOf(opened.state);
  const names = await namesToLookFor(kit, { ...inbound, alias }, Object.values(picked));
  const sent = { step, typed: picked, looking: { locale: inbound.actor.locale, names } };
  const { part, typed, faults } = await reviewStep(kit.deps, asked, sent);
  if (faults.length > 0) {
    noteGuarded(kit, faults);
    const filled = { id, example, typed, faults, problems: questions(faults), ...standing(opened.state) };
    return ran('faults', await showStep(kit, inbound, { step, filled }), id);
  }
  const saved = await saveStep(kit.deps, asked, { id, step, part });
  if (saved.ok) return then(kit, inbound, { id, example, state: saved.state });
  if (saved.refused !== 'municipality-fixed') return refusedInDialog(kit, inbound, { code: saved.refused, id });
  // A form that was opened before the case was submitted.
  const filled = { id, example, typed, problem: refusalText(saved.refused), ...standing(saved.state) };
  return ran(saved.refused, await showStep(kit, inbound, { step, filled }), id);
}

/** What the form shows of the case beside its own fields. */
function standing(state: Case | undefined): Pick<IntakeForm, 'municipality' | 'isAcute' | 'isWithTeam'> {
  if (!state || state.stage === 'none') return {};
  const isAcute = state.intake.acuteDanger === true;
  if (!isSubmitted(state)) return { isAcute };
  return { isAcute, municipality: state.municipality, isWithTeam: state.stage === 'submitted' };
}

/** Fields and kinds only: never what was typed. */
function noteGuarded({ log }: Kit, faults: readonly FieldFault[]): void {
  const guarded = faults.flatMap((fault) => kindsIn(fault).map((kind) => `${fault.field}: ${kind}`));
  if (guarded.length > 0) log.info({ guarded }, 'personal data refused');
}

function kindsIn(fault: FieldFault): readonly PersonalDataKind[] {
  if (fault.fault === 'personal-data') return [fault.kind];
  if (fault.fault === 'named') return ['name'];
  return fault.fault === 'covered' ? fault.kinds : [];
}

/** Of all fields with a likely name one. */
function questions(faults: readonly FieldFault[]): readonly Text[] {
  const named = faults.filter(({ fault }) => fault === 'named').map(({ field }) => field);
  return named.length === 0 ? [] : [askAboutNames(named.map((field) => inBoth(({ forms }) => forms.label[field])))];
}

async function showWho(kit: Kit, inbound: Inbound, { id, example, state }: Saved): Promise<Ran> {
  const filled = { id, example, typed: typedOf('who', intakeOf(state)), ...standing(state) };
  return ran('opened', await showStep(kit, inbound, { step: 'who', filled }), id);
}

/** An example fills in the second step too, as long as nothing stands there. */
async function showQuestion(kit: Kit, inbound: TypedStep, { id, example, state }: Saved): Promise<Ran> {
  const kept = typedOf('question', intakeOf(state));
  const filledIn = isUntouched(kept) ? typedOf('question', exampleIntake(kit, example) ?? {}) : kept;
  const filled = { id, example, typed: filledIn, ...standing(state) };
  return ran('saved', await showStep(kit, inbound, { step: 'question', filled }), id);
}

/** A toggle that nobody touched is kept as "no". */
function isUntouched(typed: Typed): boolean {
  return Object.values(typed).every((value) => value === '' || value === 'false');
}

async function sayKept(kit: Kit, _inbound: TypedStep, { id, state }: Saved): Promise<Ran> {
  if (state.stage === 'submitted') return sayCompleted(kit, state);
  const next = inBoth(({ say }) => (isSubmitted(state) ? say.savedCaseNext : say.savedNext));
  const lines = isSubmitted(state) ? [next] : [inBoth(({ say }) => say.saved), next];
  return doneInDialog(kit, { lines, ...crisisOf(state) }, id);
}

/** With the team already: what was saved counts at once. */
function sayCompleted(kit: Kit, state: SubmittedCase): Ran {
  const lines = [inBoth(({ say }) => say.completed(state.number)), ...openLines(state)];
  return doneInDialog(kit, { lines, ...crisisOf(state) }, state.id);
}

async function submit(kit: Kit, inbound: TypedStep, { id, example, state }: Saved): Promise<Ran> {
  if (state.stage === 'submitted') return sayCompleted(kit, state);
  const told = await submitIntake(kit.deps, askedBy(inbound), id);
  if (told.ok)
    return doneInDialog(kit, { lines: submittedLines(told.state, isSubmitted(state)), ...crisisOf(told.state) }, id);
  if (!canBeMended(told)) return refusedInDialog(kit, inbound, { code: told.refused, id });
  const typed = typedOf('question', intakeOf(state));
  const filled = { id, example, typed, problem: refusalText(told.refused), ...standing(state) };
  return ran(told.refused, await showStep(kit, inbound, { step: 'question', filled }), id);
}

const mendable = ['nothing-filled-in', 'unknown-municipality', 'unknown-sibling', 'no-team'];

function canBeMended(told: Extract<Told, { ok: false }>): boolean {
  return mendable.includes(told.refused);
}

function submittedLines(state: Case, isAgain: boolean): readonly Text[] {
  if (!isSubmitted(state)) return [];
  const { number, team, clocks } = state;
  const { triageBy = state.submittedAt } = clocks;
  return [
    inBoth(({ say }) => (isAgain ? say.resubmitted(number) : say.submitted(number))),
    inBoth(({ say }, locale) => say.submittedNext(team.name, day(triageBy, locale))),
    ...openLines(state),
  ];
}

function openLines({ intake }: SubmittedCase): readonly Text[] {
  const open = missingFields(intake);
  if (open.length === 0) return [];
  return [
    inBoth(({ say, names }) => say.missing(open.map((field) => names.missing[field]).join(', '))),
    inBoth(({ say }) => say.completeLater),
  ];
}

function crisisOf(state: Case): { alert?: Text } {
  return intakeOf(state).acuteDanger === true ? { alert: inBoth(({ say }) => say.crisis) } : {};
}

function intakeOf(state: Case): Intake {
  return state.stage === 'none' ? {} : state.intake;
}

type Shown = Readonly<{ step: Step; filled: Filled }>;

async function showStep({ deps, cards }: Kit, { at }: Inbound, { step, filled }: Shown) {
  const { id, faults = [], ...form } = filled;
  const municipalities = step === 'who' ? (await deps.directory.municipalities(at)).map(({ name }) => name) : [];
  const examples = (deps.settings.demoCases ?? []).map(({ key, title }) => ({ key, title }));
  const state = { ...form, case: id, faults, municipalities, examples };
  const shown = step === 'who' ? cards.who.show(state) : cards.question.show(state);
  return inDialog(
    inBoth(({ say }) => say.dialogIntake),
    shown,
  );
}
