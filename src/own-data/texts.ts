import { bilingual } from '../core/bilingual.ts';
import type { TextsLike } from '../core/texts-shape.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;

export const texts = bilingual<Texts>({ nl: dutch, en: english });
