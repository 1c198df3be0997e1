import { addWorkingDays, atLocalTime, type IsHoliday } from '../core/working-time.ts';
import type { RequestFile } from '../features/budgets/index.ts';
import type { Levels } from '../features/deadlines/index.ts';
import type { Promised, Promises } from './promise.ts';
import { deedTitles, moneyTitles } from './texts.ts';

export type MoneySurroundings = Readonly<{ levels: Levels; isHoliday: IsHoliday }>;

/** Working days to account for money whose period is over. No founding text gives a term. */
const endDays = 10;

/** Money that is out: to be accounted for after its period, and an advance to be settled by its day (domain.md E12, E17). */
export function moneyPromises(file: RequestFile, { levels, isHoliday }: MoneySurroundings): Promises {
  const { id, centre, case: aboutCase } = file;
  return {
    about: { kind: 'money', id, centre, ...(aboutCase === undefined ? {} : { number: aboutCase.number }) },
    levels,
    wished: [end(file, isHoliday), settle(file)].filter((each) => each !== undefined),
    dropped: () => undefined,
  };
}

/** The request itself tells beforehand that its period ends. */
function end({ id, number, stage, ask, leader }: RequestFile, isHoliday: IsHoliday): Promised | undefined {
  if (stage !== 'ending') return undefined;
  return {
    ...{ key: 'end', title: moneyTitles.end(number), owner: leader, steward: leader, plan: 'short' },
    due: addWorkingDays(atLocalTime(ask.period.until, '12:00'), endDays, isHoliday),
    deed: { title: deedTitles.end, verb: 'budgets/end', data: { request: id }, on: 'dialog' },
  };
}

function settle({ id, number, stage, ask, money, leader }: RequestFile): Promised | undefined {
  const isOut = stage === 'adopted' || stage === 'ending' || stage === 'ended';
  if (!isOut || !ask.guarantee || money.spent <= money.settled) return undefined;
  return {
    ...{ key: 'settle', title: moneyTitles.settle(number), owner: leader, steward: leader, plan: 'long' },
    due: atLocalTime(ask.guarantee.until, '17:00'),
    deed: { title: deedTitles.settle, verb: 'budgets/settle', data: { request: id }, on: 'dialog' },
  };
}
