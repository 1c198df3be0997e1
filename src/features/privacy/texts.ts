import { bilingual } from '../../core/bilingual.ts';
import type { Text } from '../../core/locale.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import { type CaseRefusal, caseRefusalText } from '../cases/index.ts';
import type { EraseRefusal } from './erasure-desk.ts';
import type { OfficerRefusal } from './officer-desk.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;

export const texts = bilingual<Texts>({ nl: dutch, en: english });

type Refusal = OfficerRefusal | Exclude<EraseRefusal, CaseRefusal>;

/** What every refusal says; one that is missing does not compile. */
const refusals: (all: Texts) => Readonly<Record<Refusal, string>> = (all) => all.refusals;

/** A refusal of the case itself has its text there. */
export function refusalText(code: Refusal | CaseRefusal): Text {
  return isOurs(code) ? texts.inBoth((all) => refusals(all)[code]) : caseRefusalText(code);
}

const isOurs = (code: string): code is Refusal => Object.hasOwn(texts.in.nl.refusals, code);
