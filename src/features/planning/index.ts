export { type PlanningDeps, type PlanningFeature, planningFeature } from './teams.ts';
