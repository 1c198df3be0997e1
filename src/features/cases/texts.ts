import type { Locale, Text } from '../../core/locale.ts';
import { english } from './texts.en.ts';
import type { Domain } from './intake.ts';
import { dutch } from './texts.nl.ts';
import type { TextsLike } from '../../core/texts-shape.ts';

export type Texts = TextsLike<typeof dutch>;

export const textsIn: Readonly<Record<Locale, Texts>> = { nl: dutch, en: english };

/** One text in both languages. */
export function inBoth(pick: (texts: Texts, locale: Locale) => string): Text {
  return { nl: pick(textsIn.nl, 'nl'), en: pick(textsIn.en, 'en') };
}

type CardTexts = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** The static texts of one card, for its definition. */
export function staticTexts(pick: (texts: Texts) => Readonly<Record<string, string>>): CardTexts {
  return { nl: pick(textsIn.nl), en: pick(textsIn.en) };
}

export function domainName(domain: Domain, locale: Locale): string {
  return textsIn[locale].names.domains[domain];
}
