import { personId } from '../../../src/core/ids.ts';
import { type DeadlineId, deadlineId, type Facts } from '../../../src/features/deadlines/deadline-state.ts';
import { defaultPreferences, type Preferences } from '../../../src/features/deadlines/office-hours.ts';
import { defaultPlans, planned } from '../../../src/features/deadlines/nudge-plan.ts';

export const [jan, els, judith, marieke] = ['jan', 'els', 'judith', 'marieke'].map(personId) as [
  Facts['owner'],
  Facts['owner'],
  Facts['owner'],
  Facts['owner'],
];

export const opened = '2026-11-23T09:00:00.000Z';
export const due = '2026-12-18T16:00:00.000Z';
export const id: DeadlineId = deadlineId('plan-1');
export const noHoliday = (): boolean => false;

export const facts: Facts = {
  title: { nl: 'Plan van aanpak', en: 'Plan of action' },
  about: { kind: 'plan', centre: 'LI', plan: 'LI-2026' },
  kind: 'one-off',
  owner: jan,
  steward: els,
  watchers: [],
  due,
  dependsOn: [],
  levels: { official: [judith], administrative: [els] },
};

/** Somebody's plan that nobody else hears of when it is late. */
export const plainFacts = (owner: Facts['owner'], until: string): Facts => ({
  ...{ ...facts, owner, due: until, steward: personId('steward'), levels: { official: [], administrative: [] } },
});

/** Hears of everything at any hour. */
export const alwaysAwake: Preferences = {
  ...{ ...defaultPreferences, from: '00:00', until: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7] },
};

export const momentsFor = (when = due, at = opened) =>
  planned({ plan: defaultPlans.long, due: when, at, isHoliday: noHoliday });
