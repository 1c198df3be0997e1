import { personId } from '../../../src/core/ids.ts';
import { type DeadlineId, deadlineId, type Facts } from '../../../src/features/deadlines/deadline-state.ts';
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

export const momentsFor = (when = due, at = opened) =>
  planned({ plan: defaultPlans.long, due: when, at, isHoliday: noHoliday });
