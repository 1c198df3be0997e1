export { caseAggregate } from './aggregate.ts';
export { caseStream } from './case.ts';
export {
  type Asked,
  caseId,
  type CaseSettings,
  type DemoCase,
  type DeskDeps,
  type DeskRefusal,
  enter as enterCase,
  type Entered,
  mayKnow,
  standingFor,
} from './case-desk.ts';
export type * from './case-messages.ts';
export {
  type Case,
  type CaseId,
  type CaseNumber,
  isRunning,
  endedStages,
  isSubmitted,
  type Stage,
  stages,
  type SubmittedCase,
} from './case-state.ts';
export { createCover } from './cover.ts';
export { channelRunner } from './channel.ts';
export { type Calendar, type CaseClocks, defaultClocks, monitorDue } from './clocks.ts';
export { type Example, submitExamples } from './examples.ts';
export { anyByNumber, caseOfChannel, findByNumber, findByNumbers } from './find-case.ts';
export { identifyingWord } from './identifying-desk.ts';
export {
  guardFields,
  type GuardNamed,
  guardNamed,
  type LookedThrough,
  type NamedFields,
  type SentForm,
  type Typed,
} from './guard-form.ts';
export { type Domain, domains, type Intake, lines, type Participant } from './intake.ts';
export { isDay } from './intake-form.ts';
export { caseLacks, openStages as openCaseStages } from './lacking.ts';
export { askStatus as askCaseStatus, listCases } from './desk-lists.ts';
export { knownCases } from './desk-search.ts';
export { linkRunner } from './link.ts';
export { masked, personalDataName } from './mask.ts';
export { parseCaseNumber } from './numbering.ts';
export { casesFeature, type CasesDeps, type CasesFeature } from './teams.ts';
export { askedBy, caseIdField, refusalText as caseRefusalText } from './teams-answers.ts';
export { mayJoin } from './triage.ts';
export { domainName, stageName } from './texts.ts';
export { lineOf, noticeOf } from './view-format.ts';
export { isHeld } from './decide-retention.ts';
export { purgeKind } from './reactions.ts';
