import { bilingual } from '../../core/bilingual.ts';
import type { Text } from '../../core/locale.ts';
import { type DeskRefusal as CaseRefusal, caseRefusalText } from '../cases/index.ts';
import type { Refusal } from './consultation-desk.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';
import type { TextsLike } from '../../core/texts-shape.ts';

export type Texts = TextsLike<typeof dutch>;

export const { in: textsIn, inBoth, static: staticTexts } = bilingual<Texts>({ nl: dutch, en: english });

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
