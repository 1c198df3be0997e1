import type { Locale, Text } from '../../core/locale.ts';
import type { Directory } from '../directory/index.ts';
import { answerIn, askAboutNames } from './ask-names.ts';
import { colleaguesIn } from './colleagues.ts';
import { coveredInField, type GuardedText, guardText, type NamesToLookFor } from './mask.ts';
import { inBoth } from './texts.ts';

/** What the inputs of a dialog hold, by name. */
export type Typed = Readonly<Record<string, string>>;

/** Fields with free text: what they are called, and how many characters they take when that is fewer than usual. */
export type GuardedFields = Readonly<Record<string, Readonly<{ name: Text; longest?: number }>>>;

/** Fields and kinds are noted, never what was typed. */
type Guarding = Readonly<{
  log: Readonly<{ info(line: object, message: string): void }>;
  deps: Readonly<{ directory: Pick<Directory, 'people'> }>;
}>;
/** What comes in with a dialog's own button. `alias`: the made-up name in its case. */
export type SentForm = Readonly<{
  actor: Readonly<{ locale: Locale }>;
  data: Readonly<Record<string, unknown>>;
  alias?: string | undefined;
}>;

export type LookedThrough = Readonly<{ typed: Typed; problems: readonly Text[] }>;

/**
 * The inputs of a dialog as text. A field with a number that identifies, or with too long a text, comes back empty; other
 * personal data is covered where it stands. A problem says of a field what is wrong and what to write instead: the form is to
 * be shown again, so that a person sees what is kept before it is. Of likely names the form asks what they are; the answer,
 * which comes with the next sending, holds for that one.
 */
export async function guardFields(guarding: Guarding, sent: SentForm, fields: GuardedFields): Promise<LookedThrough> {
  const { names: _answer, ...typed } = textsIn(sent.data);
  const texts = Object.keys(fields).map((field) => typed[field] ?? '');
  const names = await namesToLookFor(guarding, sent, texts);
  const looked = Object.entries(fields).map(([field, { name, longest }]) => {
    const text = guardText(typed[field] ?? '', { locale: sent.actor.locale, longest, names });
    return { field, name, text, problems: problemsOf(text, name) };
  });
  note(guarding, looked);
  const named = looked.filter(({ text }) => text.named).map(({ name }) => name);
  const kept = looked.flatMap(({ field, text }) => (field in typed ? [[field, text.kept] as const] : []));
  return {
    typed: { ...typed, ...Object.fromEntries(kept) },
    problems: [...looked.flatMap(({ problems }) => problems), ...(named.length > 0 ? [askAboutNames(named)] : [])],
  };
}

/** Fields named in the texts of a feature. */
export type NamedFields<Texts> = Readonly<
  Record<string, Readonly<{ name: (texts: Texts) => string; longest?: number }>>
>;
export type GuardNamed<Texts> = (
  guarding: Guarding,
  sent: SentForm,
  fields: NamedFields<Texts>,
) => Promise<LookedThrough>;

/** `guardFields` for a feature that names its fields in texts of its own. */
export function guardNamed<Texts>(inBoth: (pick: (texts: Texts) => string) => Text): GuardNamed<Texts> {
  return (guarding, sent, fields) => {
    const named = Object.entries(fields).map(
      ([field, { name, ...rest }]) => [field, { ...rest, name: inBoth(name) }] as const,
    );
    return guardFields(guarding, sent, Object.fromEntries(named));
  };
}

/** Undefined when who typed it said that they may stay. */
export async function namesToLookFor(
  { log, deps }: Guarding,
  { data, alias = '' }: SentForm,
  texts: readonly string[],
): Promise<NamesToLookFor | undefined> {
  const answer = answerIn(data);
  if (answer !== undefined) log.info({ names: answer }, 'names decided');
  if (answer === 'colleague' || answer === 'right') return undefined;
  return { known: await colleaguesIn(texts.join('\n'), deps.directory, async () => [alias]), cover: answer === 'mask' };
}

type Looked = Readonly<{ field: string; text: GuardedText }>;

function note({ log }: Guarding, looked: readonly Looked[]): void {
  const kinds = looked.flatMap(({ field, text }) =>
    [...text.blocked, ...text.covered, ...(text.named ? ['name'] : [])].map((kind) => `${field}: ${kind}`),
  );
  if (kinds.length > 0) log.info({ guarded: kinds }, 'personal data refused');
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
