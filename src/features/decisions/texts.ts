import { bilingual } from '../../core/bilingual.ts';
import type { Text } from '../../core/locale.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import type { Refusal } from './decision-desk.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;

const texts = bilingual<Texts>({ nl: dutch, en: english });
export const { in: textsIn, inBoth } = texts;

export function staticTexts(name: keyof Texts['cards']) {
  return texts.static(({ cards }) => cards[name]);
}

export function refusalText(code: Refusal): Text {
  return inBoth(({ refusals }) => refusals[code]);
}
