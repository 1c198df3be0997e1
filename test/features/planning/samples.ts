import { personId } from '../../../src/core/ids.ts';
import type { DeadlineFile } from '../../../src/features/deadlines/index.ts';
import { defaultPlans, endOfMonth } from '../../../src/features/deadlines/index.ts';
import { rowId } from '../../../src/features/planning/planning.ts';

export const now = '2026-11-23T09:00:00.000Z';
export const jan = personId('jan');
export const els = personId('els');
export const noHoliday = (): boolean => false;

type Making = Partial<Omit<DeadlineFile, 'dependsOn'>> & Readonly<{ dependsOn?: readonly string[] }>;

/** A row of Limburg that is due in a month; what it waits for by key. */
export function rowIn(month: string, key: string, { dependsOn = [], ...making }: Making = {}): DeadlineFile {
  return {
    ...{ stage: 'open', id: rowId('LI', key), title: { nl: key, en: key }, kind: 'one-off' },
    about: { kind: 'plan', id: key, centre: 'LI', plan: 'LI' },
    ...{ owner: jan, steward: jan, watchers: [], levels: { official: [], administrative: [] } },
    ...{ due: endOfMonth(month, noHoliday), month, plan: defaultPlans.long, moments: [], since: now },
    ...{ moves: [], kept: [], reached: [], answers: [], told: [] },
    dependsOn: dependsOn.map((other) => rowId('LI', other)),
    ...making,
  };
}
