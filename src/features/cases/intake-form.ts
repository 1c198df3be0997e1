import type { CoveredKind, PersonalDataKind } from '../../core/personal-data.ts';
import type { Intake } from './intake.ts';
import { type FieldKind, type FieldName, fieldNames, fieldsOf, intakeFields, type Step } from './intake-fields.ts';
import { guardText, type Looking } from './mask.ts';
import { longestText } from './text-limit.ts';

/** What was typed, as the inputs of a card give it back: lists are joined by commas. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>;

export type FieldFault =
  | Readonly<{ field: FieldName; fault: 'not-whole' | 'not-a-date' | 'not-a-choice' | 'too-long' }>
  | Readonly<{ field: FieldName; fault: 'out-of-range'; min: number; max: number }>
  | Readonly<{ field: 'pseudonym'; fault: 'pseudonym-shape' | 'own-name' }>
  | Readonly<{ field: 'municipality'; fault: 'unknown-municipality'; suggestions: readonly string[] }>
  | Readonly<{ field: 'siblingCase'; fault: 'unknown-sibling' }>
  | Readonly<{ field: FieldName; fault: 'personal-data'; kind: PersonalDataKind }>
  | Readonly<{ field: FieldName; fault: 'covered'; kinds: readonly CoveredKind[] }>
  | Readonly<{ field: FieldName; fault: 'named' }>;

/** The fields of one step out of the data of a card; anything else in it is left alone. */
export function pickTyped(step: Step, data: Readonly<Record<string, unknown>>): Typed {
  const typed = fieldsOf(step).map((name) => [name, asText(data[name])] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ''));
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Texts that are one name, of which nothing is left when a part of it is covered. */
const names: readonly FieldName[] = ['pseudonym', 'municipality', 'siblingCase'];

/**
 * Takes out every field with a number that identifies or with too long a text; covers other personal data where it stands in
 * a text. Says which and why; all else stays as it was typed.
 */
export function guardTyped(
  typed: Typed,
  looking: Omit<Looking, 'longest'>,
): Readonly<{ kept: Typed; faults: readonly FieldFault[] }> {
  const looked = fieldNames.flatMap((field) => {
    const text = typed[field];
    return text === undefined ? [] : [lookAt(field, text, looking)];
  });
  return {
    kept: Object.fromEntries(looked.flatMap(({ field, kept }) => (kept === '' ? [] : [[field, kept]]))),
    faults: looked.flatMap(({ faults }) => faults),
  };
}

type Looked = Readonly<{ field: FieldName; kept: string; faults: readonly FieldFault[] }>;

function lookAt(field: FieldName, text: string, looking: Omit<Looking, 'longest'>): Looked {
  const kind: FieldKind = intakeFields[field];
  const isText = kind.kind === 'text';
  const isProse = isText && !names.includes(field);
  const longest = isText ? kind.longest : longestText;
  const { kept, blocked, covered, tooLong, named } = guardText(text, {
    ...{ locale: looking.locale, longest },
    ...(isProse ? { names: looking.names } : {}),
  });
  const refused = [...blocked, ...(isProse ? [] : covered)];
  return {
    field,
    kept: refused.length > 0 ? '' : kept,
    faults: [
      ...refused.map((one): FieldFault => ({ field, fault: 'personal-data', kind: one })),
      ...(isProse && covered.length > 0 ? [{ field, fault: 'covered', kinds: covered } as const] : []),
      ...(tooLong ? [{ field, fault: 'too-long' } as const] : []),
      ...(named ? [{ field, fault: 'named' } as const] : []),
    ],
  };
}

type Read = Readonly<{ value: unknown }> | Readonly<{ fault: FieldFault }>;

/** The step's part of the intake. A field left open is absent; a field at fault is too. */
export function readStep(step: Step, typed: Typed): Readonly<{ part: Intake; faults: readonly FieldFault[] }> {
  const read = fieldsOf(step).flatMap((name) => {
    const text = typed[name] ?? '';
    return text === '' ? [] : [{ name, ...readField(name, intakeFields[name], text) }];
  });
  const part = read.flatMap((field) => ('value' in field ? [[field.name, field.value] as const] : []));
  return {
    part: Object.fromEntries(part),
    faults: read.flatMap((field) => ('fault' in field ? [field.fault] : [])),
  };
}

function readField(field: FieldName, kind: FieldKind, text: string): Read {
  switch (kind.kind) {
    case 'text':
      return { value: text };
    case 'toggle':
      return { value: text === 'true' };
    case 'yes-no':
      return { value: text === 'yes' };
    case 'date':
      return isDay(text) ? { value: text } : { fault: { field, fault: 'not-a-date' } };
    case 'whole':
      return readWhole(field, kind, text);
    case 'one':
      return readChoices(field, kind.of, [text]) ?? { value: text };
    case 'many':
      return readMany(field, kind.of, text);
  }
}

function readMany(field: FieldName, known: readonly string[], text: string): Read {
  const chosen = [...new Set(text.split(',').filter((choice) => choice !== ''))];
  return readChoices(field, known, chosen) ?? { value: chosen };
}

/** Undefined when every choice is one of the list. */
function readChoices(field: FieldName, known: readonly string[], chosen: readonly string[]): Read | undefined {
  return chosen.every((choice) => known.includes(choice)) ? undefined : { fault: { field, fault: 'not-a-choice' } };
}

function readWhole(field: FieldName, { min, max }: Readonly<{ min: number; max: number }>, text: string): Read {
  if (!/^-?\d{1,6}$/.test(text)) return { fault: { field, fault: 'not-whole' } };
  const value = Number(text);
  return value < min || value > max ? { fault: { field, fault: 'out-of-range', min, max } } : { value };
}

/** YYYY-MM-DD of a day that exists. */
export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const pseudonymShape = /^\p{L}[\p{L}'’-]{1,24}( \p{L}[\p{L}'’-]{1,24})?$/u;

/** A made-up name: one or two words, and not the name of whoever types it. */
export function pseudonymFault(pseudonym: string | undefined, applicantName: string): FieldFault | undefined {
  if (pseudonym === undefined) return undefined;
  if (!pseudonymShape.test(pseudonym)) return { field: 'pseudonym', fault: 'pseudonym-shape' };
  const typed = pseudonym.toLowerCase();
  const own = applicantName.toLowerCase();
  return typed === own || own.split(' ').includes(typed) ? { field: 'pseudonym', fault: 'own-name' } : undefined;
}

/** The new answers of one step in place of its old ones; the other step stays as it is. */
export function withStep(intake: Intake, step: Step, part: Intake): Intake {
  const own = new Set<string>(fieldsOf(step));
  const others = Object.fromEntries(Object.entries(intake).filter(([name]) => !own.has(name))) as Intake;
  return { ...others, ...part };
}

/** The stored answers of one step as its inputs hold them. */
export function typedOf(step: Step, intake: Intake): Typed {
  const filled = fieldsOf(step).flatMap((name) => {
    const value: unknown = intake[name];
    return value === undefined ? [] : [[name, inputText(intakeFields[name].kind, value)] as const];
  });
  return Object.fromEntries(filled);
}

function inputText(kind: FieldKind['kind'], value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (kind === 'yes-no') return value === true ? 'yes' : 'no';
  return String(value);
}
