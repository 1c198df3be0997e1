export { caseAggregate } from './aggregate.ts';
export { caseStream } from './case.ts';
export { type CaseSettings, type DemoCase } from './case-desk.ts';
export type * from './case-messages.ts';
export {
  type Case,
  type CaseId,
  type CaseNumber,
  isSubmitted,
  type Stage,
  stages,
  type SubmittedCase,
} from './case-state.ts';
export { channelRunner } from './channel.ts';
export { type Calendar, type CaseClocks, defaultClocks, escalationDue, monitorDue } from './clocks.ts';
export { type Example, submitExamples } from './examples.ts';
export { findByNumber } from './find-case.ts';
export type { Intake, Participant } from './intake.ts';
export { linkRunner } from './link.ts';
export { parseCaseNumber } from './numbering.ts';
export { casesFeature, type CasesDeps, type CasesFeature } from './teams.ts';
