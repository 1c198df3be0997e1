import type { Locale } from '../../core/locale.ts';
import { choicesOf, type Problems, problemsOf } from '../../core/view-parts.ts';
import { mandates } from '../experts/index.ts';
import type { CaseId } from '../cases/index.ts';
import { type ConsultationId, consultationForms } from './consultation-state.ts';
import { textsIn } from './texts.ts';
import { type Seen, type Sight } from './view-format.ts';

/** What the two steps of the form hold, as the inputs of a card give it back: lists are joined by commas. */
export type AskForm = Problems &
  Readonly<{
    case: CaseId;
    consultation: ConsultationId;
    typed: Readonly<Record<string, string>>;
    /** Whether an expert from outside may see the case. */
    mayJoin: boolean;
  }>;

export const askFields = [
  'question',
  'what',
  'hours',
  'by',
  'atMost',
  'livedExperience',
  'ownAreaOnly',
  'mandates',
] as const;

export function askView(form: AskForm, { locale }: Seen): object {
  const { names, say } = textsIn[locale];
  return {
    ...base(form, locale),
    value: { ...carriedOf(form), hours: numberOf(form.typed['hours'], 8), atMost: numberOf(form.typed['atMost'], 2) },
    kinds: choicesOf(consultationForms, names.form),
    mandates: choicesOf(mandates, names.mandate),
    mayNotJoin: !form.mayJoin,
    mayNotJoinText: say.mayNotJoin,
  };
}

export type ConfirmForm = AskForm & Readonly<{ unknown: readonly string[] }>;

export async function confirmView({ experts }: Sight, form: ConfirmForm, { locale }: Seen): Promise<object> {
  const { say } = textsIn[locale];
  const { concepts } = await experts.matcher();
  const chosen = new Set((form.typed['needs'] ?? '').split(','));
  const byName = concepts
    .map(({ id, label }) => ({ title: label[locale], value: id }))
    .toSorted((one, other) => one.title.localeCompare(other.title, locale));
  // What is ticked stands on top: the list is long.
  const choices = [true, false].flatMap((isChosen) => byName.filter(({ value }) => chosen.has(value) === isChosen));
  return {
    ...base(form, locale),
    carried: carriedOf(form),
    value: { needs: form.typed['needs'] ?? '' },
    concepts: choices,
    unknown: say.unknown(form.unknown.join(', ')),
    hasUnknown: form.unknown.length > 0,
  };
}

function base(form: AskForm, locale: Locale): object {
  return { case: form.case, consultation: form.consultation, ...problemsOf(form, locale) };
}

const empty: Readonly<Record<(typeof askFields)[number], string>> = {
  question: '',
  what: 'advice',
  hours: '8',
  by: '',
  atMost: '2',
  livedExperience: 'false',
  ownAreaOnly: 'false',
  mandates: '',
};

function carriedOf({ typed }: AskForm): Readonly<Record<string, string>> {
  return Object.fromEntries(askFields.map((field) => [field, typed[field] ?? empty[field]]));
}

function numberOf(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text === undefined || text === '' || Number.isNaN(value) ? otherwise : value;
}
