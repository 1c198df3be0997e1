import { bilingual } from '../../core/bilingual.ts';
import type { Locale, Text } from '../../core/locale.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import { type DeskRefusal as CaseRefusal, caseRefusalText } from '../cases/index.ts';
import type { Refusal } from './places-desk.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;

const texts = bilingual<Texts>({ nl: dutch, en: english });
export const textsFor: Readonly<Record<Locale, Texts>> = texts.in;
/** One text in both languages. */
export const inBoth = texts.inBoth;

/** The static texts of one card, for its definition. */
export const staticTexts = (name: keyof Texts['cards']) => texts.static(({ cards }) => cards[name]);

type OwnRefusal = keyof typeof dutch.refusals;

/** A refusal by the case has the words of the case. */
export function refusalText(code: Refusal): Text {
  return isOwn(code) ? inBoth(({ refusals }) => refusals[code]) : caseRefusalText(code);
}

function isOwn(code: Refusal): code is OwnRefusal {
  return Object.hasOwn(dutch.refusals, code);
}

/** What has no text of its own must be a refusal that the case knows. */
type Uncovered = Exclude<Refusal, OwnRefusal | CaseRefusal>;
export const everyRefusalHasAText: Uncovered extends never ? true : Uncovered = true;
