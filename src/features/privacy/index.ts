export { erasureAggregate } from './aggregates.ts';
export type { StopReason } from './erasure.ts';
export { eraseKind } from './erasure-reactions.ts';
export { fetchInspection, inspectionName } from './inspection-desk.ts';
export type { Sweep } from './keeping.ts';
export { tellSweep } from './keeping-desk.ts';
export { type PrivacyDeps, privacyFeature } from './teams.ts';
