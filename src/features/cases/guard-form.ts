import type { Locale, Text } from '../../core/locale.ts';
import { type GuardedText, coveredInField, guardText } from './mask.ts';
import { inBoth } from './texts.ts';

/** What the inputs of a dialog hold, by name. */
export type Typed = Readonly<Record<string, string>>;

/** Fields with free text: what they are called, and how many characters they take when that is fewer than usual. */
export type GuardedFields = Readonly<Record<string, Readonly<{ name: Text; longest?: number }>>>;

/** Fields and kinds are noted, never what was typed. */
type Guarding = Readonly<{ log: Readonly<{ info(line: object, message: string): void }> }>;
/** What comes in with a dialog's own button. */
export type SentForm = Readonly<{ actor: Readonly<{ locale: Locale }>; data: Readonly<Record<string, unknown>> }>;

export type LookedThrough = Readonly<{ typed: Typed; problems: readonly Text[] }>;

/**
 * The inputs of a dialog as text. A field with a number that identifies, or with too long a text, comes back empty; other
 * personal data is covered where it stands. A problem says of a field what is wrong and what to write instead: the form is to
 * be shown again, so that a person sees what is kept before it is.
 */
export function guardFields({ log }: Guarding, { actor, data }: SentForm, fields: GuardedFields): LookedThrough {
  const typed = textsIn(data);
  const looked = Object.entries(fields).map(([field, { name, longest }]) => {
    const text = guardText(typed[field] ?? '', actor.locale, longest);
    return { field, text, problems: problemsOf(text, name) };
  });
  const kinds = looked.flatMap(({ field, text }) =>
    [...text.blocked, ...text.covered].map((kind) => `${field}: ${kind}`),
  );
  if (kinds.length > 0) log.info({ guarded: kinds }, 'personal data refused');
  const wrong = looked.filter(({ problems }) => problems.length > 0);
  return {
    typed: { ...typed, ...Object.fromEntries(wrong.map(({ field, text }) => [field, text.kept])) },
    problems: wrong.flatMap(({ problems }) => problems),
  };
}

function problemsOf({ blocked, covered, tooLong }: GuardedText, name: Text): readonly Text[] {
  return [
    ...blocked.map((kind) => inBoth(({ say, names }, locale) => say.guarded(name[locale], names.personalData[kind]))),
    ...(covered.length > 0 ? [inBoth((texts, locale) => coveredInField(name[locale], covered, texts))] : []),
    ...(tooLong ? [inBoth(({ say }, locale) => say.tooLong(name[locale]))] : []),
  ];
}

/** Far above every text and list of people that a dialog sends: the rest is not worth looking at. */
const longestInput = 8_000;

/** The inputs of a dialog as text; anything else in its data is left alone. */
export function textsIn(data: Readonly<Record<string, unknown>>): Typed {
  const typed = Object.entries(data).flatMap(([name, value]) => {
    const text = typeof value === 'number' ? String(value) : value;
    return name === 'case' || typeof text !== 'string' ? [] : [[name, text.trim().slice(0, longestInput)] as const];
  });
  return Object.fromEntries(typed);
}
