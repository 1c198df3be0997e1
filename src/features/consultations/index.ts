export { consultationAggregate } from './aggregate.ts';
export { type ConsultationClocks, defaultConsultationClocks } from './clocks.ts';
export {
  type Consultation,
  type ConsultationFile,
  consultationId,
  consultationStream,
  invitationOf,
  isAsked as isConsultation,
} from './consultation-state.ts';
export {
  type ConsultationsDeps,
  type ConsultationsFeature,
  consultationRunners,
  consultationsFeature,
} from './teams.ts';
export { consultationLacks, openStages as openConsultationStages } from './lacking.ts';
