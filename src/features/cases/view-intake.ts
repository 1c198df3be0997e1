import type { Locale, Text } from '../../core/locale.ts';
import type { DemoCase } from './case-desk.ts';
import { fieldNames, fieldsOf, intakeFields, type Step } from './intake-fields.ts';
import type { FieldFault, Typed } from './intake-form.ts';
import { coveredInField } from './mask.ts';
import { type Texts, textsIn } from './texts.ts';
import { type Choice, choicesOf, lineOf, listed } from './view-format.ts';

/** One step of the form as it is shown: with what was typed, and what is wrong with it. */
export type IntakeForm = Readonly<{
  case: string;
  typed: Typed;
  faults: readonly FieldFault[];
  municipalities: readonly string[];
  examples: readonly Pick<DemoCase, 'key' | 'title'>[];
  /** The example that was filled in, so that the second step is filled in from it too. */
  example: string;
  /** A refusal that is not about one field. */
  problem?: Text;
  /** Lines that go with a question. */
  problems?: readonly Text[];
  /** Of a case that was submitted: its responsible municipality, which stays. */
  municipality?: string;
  /** Acute danger was kept before; what is typed now counts sooner. */
  isAcute?: boolean;
  /** The team has it: saving is enough. */
  isWithTeam?: boolean;
}>;

export function intakeView(step: Step, form: IntakeForm, locale: Locale): object {
  const texts = textsIn[locale];
  const problems = [
    ...(form.problem === undefined ? [] : [form.problem[locale]]),
    ...form.faults.flatMap((fault) => faultText(fault, texts, locale)),
    ...(form.problems ?? []).map((problem) => problem[locale]),
  ].map(lineOf);
  return {
    case: form.case,
    value: inputValues(step, form.typed),
    label: texts.forms.label,
    choices: { ...codeChoices(texts), municipality: form.municipalities.map(asChoice) },
    send: form.isWithTeam === true ? texts.forms.intake.complete : texts.forms.intake.submit,
    keep: form.isWithTeam === true ? texts.forms.intake.complete : texts.forms.intake.save,
    maySave: form.isWithTeam !== true,
    isAcute: isAcute(form),
    crisis: texts.say.crisis,
    problems,
    hasProblems: problems.length > 0,
    examples: form.examples.map(({ key, title }) => ({ title, value: key })),
    hasExamples: form.examples.length > 0 && form.municipality === undefined,
    isFixed: form.municipality !== undefined,
    fixed: form.municipality === undefined ? '' : texts.say.municipalityFixed(form.municipality),
    example: form.example,
  };
}

/** Whoever waits for the expert team in acute danger waits too long: the crisis route is shown with every step. */
function isAcute({ typed, isAcute: kept = false }: IntakeForm): boolean {
  return typed.acuteDanger === undefined ? kept : typed.acuteDanger === 'yes';
}

function asChoice(name: string): Choice {
  return { title: name, value: name };
}

/** An Input.Number takes a number or nothing; every other input takes text. */
function inputValues(step: Step, typed: Typed): Readonly<Record<string, string | number | null>> {
  const values = fieldsOf(step).map((name) => [name, inputValue(intakeFields[name].kind, typed[name])] as const);
  return Object.fromEntries(values);
}

function inputValue(kind: string, text: string | undefined): string | number | null {
  if (kind === 'toggle') return text ?? 'false';
  if (kind !== 'whole') return text ?? '';
  const value = Number(text ?? '');
  return text === undefined || text === '' || Number.isNaN(value) ? null : value;
}

/** The code lists as choices, by field. */
export function codeChoices({ names }: Texts): Readonly<Record<string, readonly Choice[]>> {
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const named = namesOf(name, names);
      return named === undefined ? [] : [[name, choicesOf(named)] as const];
    }),
  );
}

/** The names of a field's codes; undefined for a field without a code list. */
export function namesOf(field: string, names: Texts['names']): Readonly<Record<string, string>> | undefined {
  const shared: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    consentYouth: names.consent,
    consentRepresentative: names.consent,
    consentShare: names.consent,
    acuteDanger: names.yesNo,
  };
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = names;
  return shared[field] ?? (field === 'familyImpact' || field === 'incapable' ? names.yesNo : own[field]);
}

function faultText(fault: FieldFault, texts: Texts, locale: Locale): string | readonly string[] {
  const { forms, names, say } = texts;
  const field = forms.label[fault.field];
  switch (fault.fault) {
    case 'personal-data':
      return say.guarded(field, names.personalData[fault.kind]);
    case 'named':
      // One line for all fields goes with the question.
      return [];
    case 'covered':
      return coveredInField(field, fault.kinds, texts);
    case 'out-of-range':
      return say.outOfRange(field, fault.min, fault.max);
    case 'unknown-municipality':
      return say.unknownMunicipality(field, listed(fault.suggestions, locale));
    default:
      return say[simpleFaults[fault.fault]](field);
  }
}

const simpleFaults = {
  'not-whole': 'notWhole',
  'not-a-date': 'notADate',
  'not-a-choice': 'notAChoice',
  'too-long': 'tooLong',
  'pseudonym-shape': 'pseudonymShape',
  'own-name': 'ownName',
  'unknown-sibling': 'unknownSibling',
} as const;
