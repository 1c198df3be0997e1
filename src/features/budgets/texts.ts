import { bilingual } from '../../core/bilingual.ts';
import type { Locale, Text } from '../../core/locale.ts';
import { formatEuros } from '../../core/money.ts';
import type { TextsLike } from '../../core/texts-shape.ts';
import { listed } from '../../core/view-parts.ts';
import { caseRefusalText, type DeskRefusal as CaseDeskRefusal } from '../cases/index.ts';
import type { Refusal, Refused } from './budget-desk.ts';
import type { Room } from './budget-state.ts';
import type { MustCriterion } from './criteria.ts';
import { english } from './texts.en.ts';
import { dutch } from './texts.nl.ts';

export type Texts = TextsLike<typeof dutch>;

const texts = bilingual<Texts>({ nl: dutch, en: english });
export const { in: textsIn, inBoth, static: staticTexts } = texts;

type OwnRefusal = keyof typeof dutch.refusals;

/** Why not, and what to do next; where there was too little, what is left and who could shift how much. */
export function refusalText({ refused, room }: Pick<Refused, 'refused' | 'room'>): Text {
  if (room) return inBoth((_texts, locale) => roomText(room, locale));
  return isOwn(refused) ? inBoth(({ refusals }) => refusals[refused]) : caseRefusalText(refused);
}

function isOwn(code: Refusal): code is OwnRefusal {
  return Object.hasOwn(dutch.refusals, code);
}

/** What has no text of its own must be a refusal that the case knows. */
type Uncovered = Exclude<Refusal, OwnRefusal | CaseDeskRefusal>;
export const everyRefusalHasAText: Uncovered extends never ? true : Uncovered = true;

function roomText({ line, free, others }: Room, locale: Locale): string {
  const { say, names } = textsIn[locale];
  const euros = (cents: number) => formatEuros(cents, locale);
  const left = free > 0 ? say.left(names.line[line], euros(free)) : say.leftNothing(names.line[line]);
  const rooms = others.map((other) => say.lineRoom(names.line[other.line], euros(other.free)));
  const shifting = rooms.length === 0 ? say.nobodyCould : say.couldShift(listed(rooms, locale));
  return [left, shifting, say.askLess].join(' ');
}

/** The rule behind a must-criterion, where it comes from, and what can be done instead. */
export function blockedText(criterion: MustCriterion): Text {
  return inBoth(({ say, names }) => {
    const { rule, instead } = names.blocked[criterion];
    return say.blockedBy(names.criterion[criterion], rule, instead);
  });
}
