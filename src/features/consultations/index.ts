export { type ConsultationClocks, defaultConsultationClocks } from './clocks.ts';
export {
  type ConsultationsDeps,
  type ConsultationsFeature,
  consultationRunners,
  consultationsFeature,
} from './teams.ts';
