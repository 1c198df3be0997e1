import type { Locale } from '../../core/locale.ts';
import {
  covered,
  type CoveredKind,
  coverMark,
  type Finding,
  findPersonalData,
  isBlocked,
  isCovered,
  type KnownName,
  type PersonalDataKind,
} from '../../core/personal-data.ts';
import { isTooLong } from './text-limit.ts';
import { type Texts, textsIn } from './texts.ts';

export type Masked = Readonly<{
  text: string;
  left: readonly PersonalDataKind[];
  covered: readonly PersonalDataKind[];
}>;

/** Text without personal data, for what somebody else wrote: numbers that identify are left out, other things covered. */
export function masked(text: string, locale: Locale): Masked {
  const found = findPersonalData(text);
  const kinds = kindsOf(found);
  return {
    text: covered(text, found, (kind) => maskOf(kind, locale))
      .replaceAll(/\s+/g, ' ')
      .trim(),
    left: kinds.filter(isBlocked),
    covered: kinds.filter(isCovered),
  };
}

/** What stands in the place of it. Of a number that identifies it is not even said that it was one. */
function maskOf(kind: PersonalDataKind, locale: Locale): string {
  return isCovered(kind) ? `[${textsIn[locale].names.masks[kind]}]` : '…';
}

export function personalDataName(kind: PersonalDataKind, locale: Locale): string {
  return textsIn[locale].names.personalData[kind];
}

/** What of a text may be shown again (`kept`), and why that is not what was typed. */
export type GuardedText = Readonly<{
  kept: string;
  blocked: readonly PersonalDataKind[];
  covered: readonly CoveredKind[];
  tooLong: boolean;
  /** Likely names were left in it: whose they are is for a person to say. */
  named: boolean;
}>;

export type NamesToLookFor = Readonly<{ known: KnownName; cover: boolean }>;
export type Looking = Readonly<{
  locale: Locale;
  longest?: number | undefined;
  /** None are looked for without. */
  names?: NamesToLookFor | undefined;
}>;

/** Nothing is kept of a text with a number that identifies, nor of one that is too long. */
export function guardText(text: string, { locale, longest, names }: Looking): GuardedText {
  const all = findPersonalData(text, names?.known);
  const found = names?.cover === true ? all : all.filter(({ kind }) => kind !== 'name');
  const kinds = kindsOf(found);
  const [blocked, tooLong] = [kinds.filter(isBlocked), isTooLong(text, longest)];
  if (blocked.length > 0 || tooLong) return { kept: '', blocked, covered: [], tooLong, named: false };
  const words = covered(text, found, (kind) => maskOf(kind, locale));
  // Words in brackets may need more room than there is; dots are shorter than anything they stand for.
  const kept = isTooLong(words, longest) ? covered(text, found, () => coverMark) : words;
  // Whoever asked for names to be covered knows of those.
  const told = kinds.filter(isCovered).filter((kind) => kind !== 'name');
  return { kept, blocked, covered: told, tooLong, named: all.length > found.length };
}

const kindsOf = (found: readonly Finding[]): readonly PersonalDataKind[] => [...new Set(found.map(({ kind }) => kind))];

/** What was covered in a field, and what to write instead. */
export function coveredInField(field: string, kinds: readonly CoveredKind[], { say, names }: Texts): string {
  return say.covered(field, namesOf(kinds, names), insteadOf(kinds, say));
}

/** The same of a sentence in a chat. */
export function coveredInChat(kinds: readonly CoveredKind[], { say, names }: Texts): string {
  return say.coveredChat(namesOf(kinds, names), insteadOf(kinds, say));
}

const namesOf = (kinds: readonly CoveredKind[], { personalData }: Texts['names']): string =>
  kinds.map((kind) => personalData[kind]).join(', ');

const insteadOf = (kinds: readonly CoveredKind[], { instead }: Texts['say']): string =>
  [...new Set(kinds.map((kind) => instead[kind]))].join(' ');
