export { expertAggregate, expertStream, thesaurusStream } from './aggregate.ts';
export type * from './expert-messages.ts';
export { releases } from './expert-messages.ts';
export {
  type Counts,
  type EngagedExpert,
  type Engagement,
  type Expert,
  type ExpertState,
  freeHours,
  isAvailable,
  type Mandate,
  mandates,
  mandatesOn,
  type Period,
} from './expert-state.ts';
export { type DeskDeps as ExpertDeskDeps, leave as leaveExperts, pause as pauseExpert } from './experts-desk.ts';
export { experts as expertsImport } from './import-experts.ts';
export { type Partner, partnersFor, partnerText } from './partners.ts';
export { reservationKind } from './reactions.ts';
export { createExpertRegister, type ExpertRegister } from './register.ts';
export { type ExpertsDeps, type ExpertsFeature, expertsFeature } from './teams.ts';
export { noteWords } from './words-desk.ts';
