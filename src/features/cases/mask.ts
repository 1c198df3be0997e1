import type { Locale } from '../../core/locale.ts';
import { findPersonalData, type PersonalDataKind } from '../../core/personal-data.ts';
import { textsIn } from './texts.ts';

/** What may never be taken over, and not be said to have been something else either. */
const blocked: readonly PersonalDataKind[] = ['bsn', 'iban'];

export type Masked = Readonly<{
  text: string;
  left: readonly PersonalDataKind[];
  covered: readonly PersonalDataKind[];
}>;

/** Text without personal data, for what somebody else wrote: numbers that identify are left out, other things covered. */
export function masked(text: string, locale: Locale): Masked {
  const found = findPersonalData(text);
  const parts = found.map(({ kind, start }, index) => {
    const before = text.slice(found[index - 1]?.end ?? 0, start);
    return `${before}${blocked.includes(kind) ? '…' : `[${personalDataName(kind, locale)}]`}`;
  });
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return {
    text: [...parts, text.slice(found.at(-1)?.end ?? 0)].join('').replaceAll(/\s+/g, ' ').trim(),
    left: kinds.filter((kind) => blocked.includes(kind)),
    covered: kinds.filter((kind) => !blocked.includes(kind)),
  };
}

export function personalDataName(kind: PersonalDataKind, locale: Locale): string {
  return textsIn[locale].names.personalData[kind];
}
