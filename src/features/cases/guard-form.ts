import type { Text } from '../../core/locale.ts';
import { guardTexts } from '../../core/personal-data.ts';
import { isTooLong } from './text-limit.ts';
import { inBoth } from './texts.ts';

/** What the inputs of a dialog hold, by name. */
export type Typed = Readonly<Record<string, string>>;

export type Guarding = Readonly<{
  /** Fields with free text, and what they are called: looked through for personal data before anything is kept. */
  guarded: Readonly<Record<string, Text>>;
  /** Fields with free text that take fewer characters than usual. */
  longest?: Readonly<Record<string, number>>;
}>;

/** Fields and kinds are noted, never what was typed. */
type Noting = Readonly<{ info(line: object, message: string): void }>;

/** Empties what holds personal data or is too long; says which field, what is wrong and what to write instead. */
export function guardForm(
  log: Noting,
  typed: Typed,
  { guarded, longest = {} }: Guarding,
): Readonly<{ typed: Typed; problems: readonly Text[] }> {
  const texts = Object.fromEntries(Object.keys(guarded).map((field) => [field, typed[field]]));
  const found = guardTexts(texts);
  const long = Object.keys(texts).filter((field) => isTooLong(texts[field] ?? '', longest[field]));
  if (found.length > 0)
    log.info({ guarded: found.map(({ field, kind }) => `${field}: ${kind}`) }, 'personal data refused');
  const emptied = Object.fromEntries([...found.map(({ field }) => field), ...long].map((field) => [field, '']));
  const problems = [
    ...found.map(({ field, kind }) =>
      inBoth(({ say, names }, locale) => say.guarded(guarded[field]?.[locale] ?? field, names.personalData[kind])),
    ),
    ...long.map((field) => inBoth(({ say }, locale) => say.tooLong(guarded[field]?.[locale] ?? field))),
  ];
  return { typed: { ...typed, ...emptied }, problems };
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

/** What a field with free text is called, and how many characters it takes when that is fewer than usual. */
export type GuardedFields = Readonly<Record<string, Readonly<{ name: Text; longest?: number }>>>;

/** The inputs of a dialog as text, looked through: see guardForm. */
export function guardFields(
  log: Noting,
  data: Readonly<Record<string, unknown>>,
  fields: GuardedFields,
): Readonly<{ typed: Typed; problems: readonly Text[] }> {
  const guarded = Object.fromEntries(Object.entries(fields).map(([field, { name }]) => [field, name]));
  const longest = Object.fromEntries(
    Object.entries(fields).flatMap(([field, each]) => (each.longest === undefined ? [] : [[field, each.longest]])),
  );
  return guardForm(log, textsIn(data), { guarded, longest });
}
