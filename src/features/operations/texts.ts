import { bilingual } from '../../core/bilingual.ts';
import type { Text } from '../../core/locale.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';
import type { RetryRefusal } from './trouble-desk.ts';

export type Texts = TextsLike<typeof dutch>;

export const texts = bilingual<Texts>({ nl: dutch, en: english });

/** What stops without a permission, for people who read English. */
export const englishWithout = texts.in.en.without;

export function refusalText(code: RetryRefusal): Text {
  return texts.inBoth(({ refusals }) => refusals[code]);
}
