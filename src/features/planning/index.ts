export { planningDownload } from './download-desk.ts';
export { planningImport } from './import-planning.ts';
export { levelsOf } from './owners.ts';
export { rowId } from './planning.ts';
export { type PlanningDeps, type PlanningFeature, planningFeature } from './teams.ts';
