import type { Text } from '../../core/locale.ts';
import { inBoth, type Texts } from './texts.ts';

export type Check = Readonly<{ isWrong: boolean; text: (cards: Texts['cards']) => string }>;

/** What is wrong with a form, in the order of its fields. */
export function wrong(checks: readonly Check[]): readonly Text[] {
  return checks.flatMap(({ isWrong, text }) => (isWrong ? [inBoth(({ cards }) => text(cards))] : []));
}
