import type { Text } from '../../core/locale.ts';
import { parseEuros } from '../../core/money.ts';
import { localDate } from '../../core/working-time.ts';
import type { Typed } from '../cases/index.ts';
import type { BudgetLine } from './budget-state.ts';
import { blocking, criteria, criteriaVersion, type Judged, scores } from './criteria.ts';
import type { Ask, Guarantee } from './request-state.ts';
import { blockedText, refusalText } from './texts.ts';
import { reasonField, scoreField } from './view-forms.ts';

/** What a filled-in form asks for; what is missing is empty or 0, and refused by the rules. */
export function askOf(typed: Typed, lines: readonly BudgetLine[]): Ask | undefined {
  const line = lines.find((one) => one === typed['line']);
  if (line === undefined) return undefined;
  const text = (field: string): string => typed[field] ?? '';
  const cents = (field: string): number => parseEuros(text(field)) ?? 0;
  return {
    ...{ line, cents: cents('amount'), purpose: text('purpose') },
    period: { from: text('from'), until: text('until') },
    municipalityCents: cents('municipality'),
    careCosts: text('careCosts') !== 'no',
    ...(line === 'guarantee' ? { guarantee: guaranteeOf(typed) } : {}),
    ...(text('place') === '' ? {} : { place: text('place') }),
    criteriaVersion,
    criteria: judgedIn(typed),
  };
}

function guaranteeOf(typed: Typed): Guarantee {
  return {
    guarantor: typed['guarantor'] ?? '',
    until: typed['guaranteeUntil'] ?? '',
    settlement: typed['settlement'] ?? '',
  };
}

/** Criteria without an answer are left out. */
function judgedIn(typed: Typed): readonly Judged[] {
  return criteria.flatMap((criterion, index) => {
    const score = scores.find((one) => one === typed[scoreField(index)]);
    return score === undefined ? [] : [{ criterion, score, reason: typed[reasonField(index)] ?? '' }];
  });
}

/** Must-criteria that stand in the way, each with its rule and what can be done instead. */
export function blockedBy({ criteria: judged }: Ask): readonly Text[] {
  return blocking(judged).map(blockedText);
}

/** An amount of the municipality that is no amount is said, not taken for nothing. */
export function municipalityFault(typed: Typed): readonly Text[] {
  const text = typed['municipality'] ?? '';
  const isRight = text === '' || parseEuros(text) !== undefined;
  return isRight ? [] : [refusalText({ refused: 'amount-wrong' })];
}

/** What stands in an empty form. The end date is left to whoever asks. */
export function startingWith(at: Date): Typed {
  return { from: localDate(at.toISOString()), careCosts: 'no', municipality: '0' };
}
