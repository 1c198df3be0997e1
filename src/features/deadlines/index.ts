export type {
  About,
  Audience,
  DeadlineFile,
  DeadlineId,
  DeadlineKind,
  Deed,
  Facts,
  Levels,
  Rhythm,
} from './deadline-state.ts';
export { deadlineId, deadlineStream } from './deadline-state.ts';
export {
  completeDeadline,
  dropDeadline,
  findDeadlines,
  keepDeadline,
  type KeepingDeps,
  loadDeadline,
  type Order,
  type Wish,
} from './deadlines-desk.ts';
export { defaultPlans, endOfMonth, type PlanName, type Plans, parseStep } from './nudge-plan.ts';
export { nudgeRunners } from './runner-desk.ts';
