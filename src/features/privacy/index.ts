export { fetchInspection, inspectionName } from './inspection-desk.ts';
export type { Sweep } from './keeping.ts';
export { tellSweep } from './keeping-desk.ts';
export { type PrivacyDeps, privacyFeature } from './teams.ts';
