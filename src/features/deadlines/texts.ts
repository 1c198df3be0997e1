import { bilingual } from '../../core/bilingual.ts';
import type { Locale, Text } from '../../core/locale.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import type { Refusal } from './acting-desk.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;

const texts = bilingual<Texts>({ nl: dutch, en: english });
export const textsFor: Readonly<Record<Locale, Texts>> = texts.in;
/** One text in both languages. */
export const inBoth = texts.inBoth;

/** The static texts of one card, for its definition. */
export const staticTexts = (name: keyof Texts['cards']) => texts.static(({ cards }) => cards[name]);

export function refusalText(code: Refusal): Text {
  return inBoth(({ refusals }: Readonly<{ refusals: Readonly<Record<Refusal, string>> }>) => refusals[code]);
}
