import { bilingual } from '../../core/bilingual.ts';
import type { Locale } from '../../core/locale.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import { english } from './texts.en.ts';
import type { Stage } from './case-state.ts';
import type { Domain } from './intake.ts';
import { dutch } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;

export const { in: textsIn, inBoth, static: staticTexts } = bilingual<Texts>({ nl: dutch, en: english });

export function domainName(domain: Domain, locale: Locale): string {
  return textsIn[locale].names.domains[domain];
}

export function stageName(stage: Stage, locale: Locale): string {
  return textsIn[locale].names.stage[stage];
}
