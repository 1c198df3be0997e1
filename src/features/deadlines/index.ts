export type {
  About,
  Audience,
  DeadlineFile,
  DeadlineId,
  DeadlineKind,
  Deed,
  Facts,
  Levels,
  NudgePlan,
  Rhythm,
  SubjectKind,
} from './deadline-state.ts';
export { deadlineAggregate } from './aggregates.ts';
export type { DeadlineCommand, DeadlineRefusal } from './deadline-messages.ts';
export { deadlineId, deadlineKinds, deadlineStream } from './deadline-state.ts';
export {
  completeDeadline,
  dropDeadline,
  findDeadlines,
  keepCommand,
  keepDeadline,
  type KeepingDeps,
  loadDeadline,
  loadInbox,
  type Order,
  sendDeadline,
  type Wish,
} from './deadlines-desk.ts';
export { defaultPlans, endOfMonth, parsePlan, type PlanName, planNames, type Plans, parseStep } from './nudge-plan.ts';
export { deputyAt } from './inbox.ts';
export { monthFrom, datesFor, nextDates } from './rhythm.ts';
export { nudgeRunners } from './runner-desk.ts';
export { forgetSettings, preferredLanguage, type Settings, settingsOf } from './own-desk.ts';
export { type DeadlinesDeps, type DeadlinesFeature, deadlinesFeature } from './teams.ts';
