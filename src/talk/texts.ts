import { bilingual } from '../core/bilingual.ts';
import type { TextsLike } from '../core/texts-shape.ts';
import { english } from './texts.en.ts';
import { dutch, type Wish } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;
export type { Offered, Wish } from './texts.nl.ts';

export const texts = bilingual<Texts>({ nl: dutch, en: english });

/** What has a name can be asked for; undefined for a word of somebody's own. */
export function wishOf(intent: string): Wish | undefined {
  return Object.hasOwn(dutch.wishes, intent) ? (intent as Wish) : undefined;
}
