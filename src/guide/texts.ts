import { bilingual } from '../core/bilingual.ts';
import type { TextsLike } from '../core/texts-shape.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';

export const texts = bilingual<TextsLike<typeof dutch>>({ nl: dutch, en: english });
